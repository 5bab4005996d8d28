"""When two roots contradict each other, and when time may explain the difference."""

from __future__ import annotations

from typing import TypeGuard

from generator.assembling.diagnosis.points import Point, above
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.strands import Standing
from generator.assembling.diagnosis.wording import speaker, undated, value, when
from generator.model.dates import PartialDate
from generator.model.reasons import NO_REASON, Reason, Term, counted, say

_FIXED = say("The answer does not change.")
_BIRTHS = say("The birth dates that they imply differ.")
_SAME_TIME = say("Both hold for the same time.")
_OTHER_TIMES = say("They speak of different times.")
_SHRUNK = say("The number can only grow, and the higher is the earlier.")


class Disputes:
    """Holds what two roots say against each other, each with its past."""

    def __init__(self, question: Question) -> None:
        self._question = question

    def why_disputed(self, first: Standing, second: Standing) -> Reason | None:
        """Return why two values of one measure that exclude each other are a dispute; None where time may explain it.

        They are one if they speak of one time, or lie within the figure's window unless the later root agreed with
        the earlier at its time; and, whatever the gap, in a figure that grows, if the higher is not the later, or its
        root had already said more by then.
        """
        if self._question.changes == "fixed":
            return _BIRTHS if self._question.is_age else _FIXED
        earlier, later = _in_order(first, second)
        if later.first_day <= earlier.last_day:
            return _SAME_TIME
        growth = _beyond_growth(earlier, later) if self._question.changes == "grows" else None
        is_near = self._is_near(earlier, later)
        if growth or not is_near or _had_agreed(later, earlier):
            return growth
        near = counted(
            "They lie no more than {count} day apart, near enough to be compared.",
            "They lie no more than {count} days apart, near enough to be compared.",
            self._question.window,
        )
        return Reason((near,))

    def contradiction(self, first: Standing, second: Standing, why: Reason) -> Reason:
        """Return the reason of a dispute, given why it is one."""
        one, other = first.head, second.head
        said = say(
            "{value} from {speaker} and {other} from {other_speaker} cannot both be true.",
            value=value(one),
            speaker=speaker(one),
            other=value(other),
            other_speaker=speaker(other),
        )
        remark = NO_REASON if self._question.changes == "fixed" else undated(one, other)
        return said + why + _bases(one, other) + remark

    def time_between(self, first: Standing, second: Standing) -> Reason:
        """Return why two values that exclude each other are not one dispute but of different times."""
        earlier, later = _in_order(first, second)
        one, other = earlier.head, later.head
        said = say(
            "{value} is {when}, {other} {other_when}.",
            value=value(one),
            when=when(one),
            other=value(other),
            other_when=when(other),
        )
        then = _had_agreed(later, earlier)
        if then:
            return (
                said
                + say(
                    "{speaker} gave {value} by then, so the difference may be that of time.",
                    speaker=speaker(other),
                    value=value(then),
                )
                + undated(one, other)
            )
        return said + self._too_far() + undated(one, other)

    def _too_far(self) -> Reason:
        if not self._question.window:
            return say("They are of different days, and no number of days is set within which values are compared.")
        apart = counted(
            "They lie further apart than the {count} day within which values are compared.",
            "They lie further apart than the {count} days within which values are compared.",
            self._question.window,
        )
        return Reason((apart,))

    def times_apart(self, first: Standing, second: Standing) -> Reason:
        """Return the remark that two values speak of times too far apart to be compared; nothing where they do not."""
        is_apart = self._question.changes != "fixed" and not self._is_near(*_in_order(first, second))
        return _OTHER_TIMES if is_apart else NO_REASON

    def _is_near(self, earlier: Standing, later: Standing) -> bool:
        return (later.first_day - earlier.last_day).days <= self._question.window

    def exceeds(self, part: Standing, whole: Standing) -> bool:
        """Return whether a part is above another root's whole that is told for no earlier a time."""
        if part.root.key == whole.root.key or not above(part.meant, whole.meant):
            return False
        match self._question.changes:
            case "fixed":
                return True
            case "varies":
                return self._is_near(*_in_order(part, whole))
            case _:
                # What a period of its own has counted by its end is counted for good, whenever it is told.
                period, all_of_it = part.key.period, whole.key.period
                if period and period.last and period != all_of_it and period.last <= whole.last_day:
                    return True
                already = part.past.highest(whole.last_day)
                return already is not None and already.meant is not None and above(already.meant, whole.meant)

    def excess(self, part: Standing, whole: Standing) -> Reason:
        """Return the reason of a dispute between a part and a whole that it exceeds."""
        one, other = part.head, whole.head
        said = say(
            "{part} from {speaker} counts only a part of what {whole} from {other_speaker} counts, and is more.",
            part=value(one),
            speaker=speaker(one),
            whole=value(other),
            other_speaker=speaker(other),
        )
        return said + _bases(one, other) + undated(one, other)


def _in_order(first: Standing, second: Standing) -> tuple[Standing, Standing]:
    return (first, second) if first.last_day <= second.last_day else (second, first)


def _beyond_growth(earlier: Standing, later: Standing) -> Reason | None:
    """Return why growth does not explain a difference; None where it may."""
    if above(earlier.meant, later.meant):
        return _SHRUNK
    known = later.past.highest(earlier.first_day)
    if _exceeds(known, earlier):
        return say(
            "{speaker} had given {value} by then, so growth does not explain it.",
            speaker=speaker(later.head),
            value=value(known),
        )
    known = later.past.highest(earlier.last_day)
    if _exceeds(known, earlier):
        return say(
            "{speaker} had given {value} by {day}, when {other} was still told, so growth does not explain it.",
            speaker=speaker(later.head),
            value=value(known),
            day=PartialDate.day(earlier.last_day),
            other=value(earlier.head),
        )
    return None


def _had_agreed(later: Standing, earlier: Standing) -> Point | None:
    """Return what the later root had said last by the earlier's time, if that agrees with the earlier."""
    then = later.past.last(earlier.last_day)
    return then if then and then.meant and then.meant.overlaps(earlier.meant) else None


def _bases(one: Point, other: Point) -> Reason:
    first, second = one.observation.entry.basis, other.observation.entry.basis
    if first is None or second is None or first == second:
        return NO_REASON
    return say(
        "Their bases differ: {one}, {other}; that neither settles nor excuses it.",
        one=Term("basis", first),
        other=Term("basis", second),
    )


def _exceeds(point: Point | None, standing: Standing) -> TypeGuard[Point]:
    return point is not None and point.meant is not None and above(point.meant, standing.meant)
