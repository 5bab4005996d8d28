"""The rules for one pair of values, in their order: the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from generator.assembling.diagnosis.circles import share_circle
from generator.assembling.diagnosis.disputes import Disputes
from generator.assembling.diagnosis.keys import differing_parts, missing_parts
from generator.assembling.diagnosis.points import Point, same_as_printed
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.strands import Standing
from generator.assembling.diagnosis.wording import difference, speaker, undated, value
from generator.model.diagnosis import Relation, RelationKind
from generator.model.language import message
from generator.model.reasons import Reason, Term, joined, listed, phrase, say

_NOUNS = {
    "population": message("which population it counts"),
    "place": message("of which place it speaks"),
    "period": message("of which period it speaks"),
    "horizon": message("for when it projects"),
}


class Pairs:
    """Relates values in force, two at a time."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._disputes = Disputes(question)

    def relate(self, first: Standing, second: Standing) -> Relation:
        """Return how two values stand to each other, neither of which supersedes or repeats the other."""
        one, other = first.head, second.head
        is_one_strand = one.root.key == other.root.key and one.key == other.key
        missing = tuple(missing_parts(one.key, other.key))
        if missing and not (is_one_strand and missing == ("horizon",)):
            return relation(RelationKind.UNRESOLVED, one, other, partial(_lacking, one, other, missing))
        if one.key != other.key:
            return self._measures(first, second)
        if is_one_strand or share_circle(one.root, other.root):
            told = partial(_unordered if is_one_strand else _circular, one, other)
            return relation(RelationKind.UNRESOLVED, one, other, told)
        if first.meant.overlaps(second.meant):
            return self._agreeing(first, second)
        why = self._disputes.why_disputed(first, second)
        if why:
            return relation(
                RelationKind.DISPUTED, one, other, partial(self._disputes.contradiction, first, second, why)
            )
        told = partial(self._disputes.time_between, first, second)
        return relation(RelationKind.NOT_CONTEMPORANEOUS, one, other, told)

    def part_above_whole(self, first: Standing, second: Standing) -> tuple[Standing, Standing] | None:
        """Return which of two values of different measures is a part that exceeds the other, its whole."""
        for part, whole in ((first, second), (second, first)):
            if self._question.hierarchy.is_part(part.key, whole.key) and self._disputes.exceeds(part, whole):
                return part, whole
        return None

    def _measures(self, first: Standing, second: Standing) -> Relation:
        one, other = first.head, second.head
        nested = self.part_above_whole(first, second)
        if nested:
            return relation(RelationKind.DISPUTED, one, other, partial(self._disputes.excess, *nested))
        return relation(RelationKind.NOT_THE_SAME_MEASURE, one, other, partial(self._different, one, other))

    def _agreeing(self, first: Standing, second: Standing) -> Relation:
        one, other = first.head, second.head
        named = one.root.identified and other.root.identified
        if named and same_as_printed(one, other):
            return relation(RelationKind.CORROBORATED, one, other, partial(self._same, first, second))
        if named and not (one.open_ended or other.open_ended):
            return relation(RelationKind.CORROBORATED, one, other, partial(self._overlapping, first, second))
        gap = self._gap(first, second)
        return relation(RelationKind.COMPATIBLE, one, other, partial(self._compatible, one, other, gap), gap)

    def _same(self, first: Standing, second: Standing) -> Reason:
        one, other = first.head, second.head
        said = say(
            "{speaker} and {other_speaker}, two separate sources, give the same: {value}.",
            speaker=speaker(one),
            other_speaker=speaker(other),
            value=value(other),
        )
        return said + self._disputes.times_apart(first, second)

    def _overlapping(self, first: Standing, second: Standing) -> Reason:
        one, other = first.head, second.head
        said = say(
            "{value} from {speaker} and {other} from {other_speaker}, two separate sources, agree within their bounds.",
            value=value(one),
            speaker=speaker(one),
            other=value(other),
            other_speaker=speaker(other),
        )
        return said + self._disputes.times_apart(first, second)

    def _gap(self, first: Standing, second: Standing) -> Decimal | None:
        """Return how far apart the lower bounds lie, in the figure's unit; None where they do not."""
        if self._question.is_age:
            return None
        return abs(first.meant.low - second.meant.low) / self._question.unit_factor or None

    def _compatible(self, one: Point, other: Point, gap: Decimal | None) -> Reason:
        said = say(
            "{value} from {speaker} and {other} from {other_speaker} leave room for each other.",
            value=value(one),
            speaker=speaker(one),
            other=value(other),
            other_speaker=speaker(other),
        )
        if gap:
            unit = Term("unit", self._question.figure.document.unit)
            said += say("Their lower bounds lie {number} {unit} apart.", number=gap, unit=unit)
        if not (one.root.identified and other.root.identified):
            said += say("A source without a name confirms nobody.")
        return said

    def _different(self, one: Point, other: Point) -> Reason:
        differences = []
        for part in differing_parts(one.key, other.key):
            if part == "projection":
                differences.append(phrase("one is a projection and speaks of another time"))
            else:
                differences.append(difference(part, *(self._question.part_name(part, each) for each in (one, other))))
        return say(
            "{value} and {other} do not measure the same: {differences}.",
            value=value(one),
            other=value(other),
            differences=joined(differences),
        )


def relation(
    kind: RelationKind, one: Point, other: Point, told: Callable[[], Reason], gap: Decimal | None = None
) -> Relation:
    """Return a relation of two points."""
    return Relation(kind=kind, observation=one.id, other=other.id, told=told, gap=gap)


def _circular(one: Point, other: Point) -> Reason:
    return say(
        "{value} and {other} each lead to the other, so whose number it is is unknown.",
        value=value(one),
        other=value(other),
    )


def _lacking(one: Point, other: Point, missing: tuple[str, ...]) -> Reason:
    first = [part for part in missing if not getattr(one.key, part)]
    silent, beside = (one, other) if first else (other, one)
    return say(
        "{value} does not say {parts}, so nobody can tell whether it measures the same as {other}.",
        value=value(silent),
        parts=listed([phrase(_NOUNS[part]) for part in first or missing]),
        other=value(beside),
    )


def _unordered(one: Point, other: Point) -> Reason:
    """Return why nobody can tell which of two values is what their root holds to."""
    both = say(
        "{value} and {other} both come from {speaker}.", value=value(one), other=value(other), speaker=speaker(one)
    )
    if one.number is not None and one.number == other.number:
        return both + say(
            "One is {bound}, the other {other_bound}; which wording is the source's own is not known.",
            bound=phrase(one.bound),
            other_bound=phrase(other.bound),
        )
    if one.dated and other.dated:
        return both + say("Both are for the same time, and neither is known to be the later.")
    return both + say("Without an as-of date nobody can tell which updates the other.") + undated(one, other)
