"""Probable slips between the numbers of one root: a part above its whole, a growing number that falls."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate

from generator.assembling.diagnosis.keys import differing_parts
from generator.assembling.diagnosis.points import Point, above, is_rounding
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.wording import slip, speaker, undated, value, when
from generator.model.diagnosis import Finding
from generator.model.language import SEMICOLONS
from generator.model.reasons import Reason, joined, phrase, say


def parts_above_wholes(question: Question, parts: tuple[Point, ...], wholes: tuple[Point, ...]) -> tuple[Finding, ...]:
    """Return a finding on each part that is above a whole which the same root gives for no earlier a time.

    Both are taken as printed: a count that is a floor for the truth is still the root's own count.
    """
    return tuple(_above(parts, wholes, question))


def _above(parts: Sequence[Point], wholes: Sequence[Point], question: Question) -> Iterator[Finding]:
    bounded = sorted((whole for whole in wholes if _high(whole).is_finite()), key=lambda whole: whole.last_day)
    days = [whole.last_day for whole in bounded]
    # From each whole on, the lowest of all that are told for as late a time or a later one.
    lowest = list(accumulate(reversed(bounded), _lower))[::-1]
    for part in parts:
        match question.changes:
            case "fixed":
                beside = lowest[:1]
            case "grows":
                at = bisect_left(days, part.first_day)
                beside = lowest[at : at + 1]
            case _:
                first, last = part.first_day.toordinal() - question.window, part.last_day.toordinal() + question.window
                ordinals = [day.toordinal() for day in days]
                beside = bounded[bisect_left(ordinals, first) : bisect_right(ordinals, last)]
        for whole in sorted(beside, key=_high)[:1]:
            if part.printed and whole.printed and above(part.printed, whole.printed):
                yield slip(part, _more_than_whole(part, whole, question))


def _more_than_whole(part: Point, whole: Point, question: Question) -> Reason:
    differences = [
        phrase("{part} within {whole}", part=question.part_name(name, part), whole=question.part_name(name, whole))
        for name in differing_parts(part.key, whole.key)
    ]
    said = say(
        "{part} ({part_when}), a part ({differences}), is more than the whole, {whole} ({whole_when}), "
        "both from {speaker}.",
        part=value(part),
        part_when=when(part),
        differences=joined(differences, SEMICOLONS),
        whole=value(whole),
        whole_when=when(whole),
        speaker=speaker(part),
    )
    return said + undated(part, whole)


def falls(_: Question, strand: tuple[Point, ...]) -> tuple[Finding, ...]:
    """Return a finding on each value of a growing figure below an earlier one of the same root and measure.

    A value without an as-of is the later only if its article surely is.  A rounding is no fall, nor is a change of
    basis or method, nor a value that says which one it replaces.
    """
    if strand[0].key.population is None or strand[0].key.projected:
        return ()
    peaks = _peaks(strand)
    pairs = [(peak, point) for point in strand if (peak := _peak_before(point, peaks)) and _is_fall(peak, point)]
    return tuple(slip(point, _fallen(peak, point)) for peak, point in pairs)


_Definition = tuple[str | None, str | None]


def _peaks(strand: Sequence[Point]) -> dict[_Definition, tuple[list[date], list[Point]]]:
    """Return, for each way of counting, the days told of and the highest value up to each."""
    ways: defaultdict[_Definition, list[Point]] = defaultdict(list)
    for point in sorted(strand, key=lambda point: (point.last_day, point.order)):
        ways[_definition(point)].append(point)
    return {
        definition: ([point.last_day for point in told], list(accumulate(told, _higher)))
        for definition, told in ways.items()
    }


def _peak_before(point: Point, peaks: Mapping[_Definition, tuple[list[date], list[Point]]]) -> Point | None:
    """Return the highest value told, in a way of counting that may be this one's, for surely earlier days."""
    start = (point.moment if point.dated else point.published).earliest or date.min
    earlier = [
        highest[at - 1]
        for definition, (days, highest) in peaks.items()
        if _fits(definition, _definition(point)) and (at := bisect_left(days, start))
    ]
    return max(earlier, key=_low, default=None)


def _definition(point: Point) -> _Definition:
    return point.observation.entry.basis, point.observation.entry.method


def _fits(first: _Definition, second: _Definition) -> bool:
    """Return whether two ways of counting may be the same; where none is named, it may be."""
    return all(one is None or other is None or one == other for one, other in zip(first, second, strict=True))


def _is_fall(peak: Point, point: Point) -> bool:
    if point.observation.entry.replaces or point.printed is None or is_rounding(peak, point):
        return False
    # A lower minimum does not contradict a higher one, but no source that counts on comes down to it.
    return (point.printed.low if point.printed.high is None else point.printed.high) < _low(peak)


def _fallen(peak: Point, point: Point) -> Reason:
    said = say(
        "{value} ({when}) is less than {earlier} ({earlier_when}), which {speaker} had given before; "
        "this number can only grow.",
        value=value(point),
        when=when(point),
        earlier=value(peak),
        earlier_when=when(peak),
        speaker=speaker(point),
    )
    return said + undated(point)


def _higher(first: Point, second: Point) -> Point:
    return second if _low(second) > _low(first) else first


def _lower(first: Point, second: Point) -> Point:
    return second if _high(second) < _high(first) else first


def _low(point: Point) -> Decimal:
    return point.printed.low if point.printed else Decimal(0)


def _high(point: Point) -> Decimal:
    return point.printed.high if point.printed and point.printed.high is not None else Decimal("Infinity")
