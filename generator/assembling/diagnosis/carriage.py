"""One report, or one number of one source, that its carriers print differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from generator.assembling.diagnosis.case import Case
from generator.assembling.diagnosis.keys import Key, missing_parts
from generator.assembling.diagnosis.points import Bound, Point, is_rounding
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.wording import carrier, difference, speaker, value
from generator.model.diagnosis import Finding, FindingKind
from generator.model.intervals import Interval
from generator.model.reasons import Phrase, Reason, Term, joined, phrase, say

_VALUE = phrase("another value")


class _Wording(NamedTuple):
    """What carriers print, as far as it can be told differently."""

    root: str
    """Empty for a source without a name, which may be anyone that another carrier names."""
    number: Decimal | Interval | None
    bound: Bound
    wording: Bound
    key: Key
    basis: str | None
    moment: tuple[date | None, date | None] | None

    @classmethod
    def of(cls, point: Point) -> _Wording:
        """Return what one observation prints."""
        return cls(
            root=point.root.key if point.root.identified else "",
            number=_number(point),
            bound=point.bound,
            wording=point.wording,
            key=point.key,
            basis=point.observation.entry.basis,
            moment=point.moment.bounds if point.dated else None,
        )


class _Pair(NamedTuple):
    """Two observations of the same that differ, and how."""

    point: Point
    other: Point
    differences: tuple[Phrase, ...]


def carried_differently(case: Case) -> Iterator[Finding]:
    """Yield a finding on each observation that another carrier prints otherwise, naming what differs."""
    told: set[tuple[str, str, tuple[Phrase, ...]]] = set()
    for point, other, differences in _pairs(case):
        label = (point.id, other.observation.entry.printed or "", differences)
        if label not in told:
            told.add(label)
            yield case.question.recall(_carried, point, other, differences)


def _pairs(case: Case) -> Iterator[_Pair]:
    question, points = case.question, case.compared
    for group in _grouped((point.report, point) for point in points if point.report):
        yield from question.recall(_reworded, group, in_report=True)
    agencies = ((_agency(point), _number(point), point) for point in points)
    for group in _grouped(((agency, number), point) for agency, number, point in agencies if agency):
        yield from question.recall(_reworded, group, in_report=False)
    for group in _grouped(((point.root, _number(point)), point) for point in points if point.root.identified):
        yield from question.recall(_reworded, group, in_report=False)
    if question.changes == "fixed":
        for strand in case.strands.values():
            yield from question.recall(_unsteady, strand)


def _agency(point: Point) -> str:
    """Return whose report the article carries; empty where it carries none, or of somebody unnamed."""
    root = point.article.voices.root
    return root.key if point.article.document.carries and root.identified else ""


def _reworded(question: Question, group: tuple[Point, ...], *, in_report: bool) -> tuple[_Pair, ...]:
    """Return the pairs of a group of which neither article also prints what the other one prints."""
    found: list[_Pair] = []
    if len(group) == 1:
        return ()
    wordings: defaultdict[_Wording, list[Point]] = defaultdict(list)
    numbers: defaultdict[str, set[Decimal | Interval | None]] = defaultdict(set)
    for point in group:
        wordings[_Wording.of(point)].append(point)
        numbers[point.observation.article].add(_number(point))
    for some, others in combinations(wordings.values(), 2):
        differences = _differences(some[0], others[0], question, in_report=in_report)
        if not differences:
            continue
        alone = _without(some, others, numbers, differences), _without(others, some, numbers, differences)
        if all(alone):
            found += [_Pair(point, alone[1][0], differences) for point in alone[0]]
            # Seen from the other side, what is here and what is there change places.
            mirrored = _differences(others[0], some[0], question, in_report=in_report)
            found += [_Pair(point, alone[0][0], mirrored) for point in alone[1]]
    return tuple(found)


def _without(
    points: Iterable[Point],
    others: Sequence[Point],
    numbers: Mapping[str, set[Decimal | Interval | None]],
    differences: tuple[Phrase, ...],
) -> list[Point]:
    """Return the points whose articles do not print what the others print as well."""
    articles = {other.observation.article for other in others}
    if differences == (_VALUE,):
        return [point for point in points if _number(others[0]) not in numbers[point.observation.article]]
    return [point for point in points if point.observation.article not in articles]


def _differences(one: Point, other: Point, question: Question, *, in_report: bool) -> tuple[Phrase, ...]:
    """Return how two carriers' wordings of the same differ; nothing where they are not the same or do not differ."""
    apart = one.dated and other.dated and not one.moment.overlaps(other.moment)
    if apart or (one.root.identified and other.root.identified and one.root.key != other.root.key):
        return ()
    if _number(one) == _number(other) or (in_report and is_rounding(one, other)):
        return tuple(_changes(one, other, question, in_report=in_report))
    is_same = in_report and one.root.identified and one.root.key == other.root.key and one.key == other.key
    return (_VALUE,) if is_same and not is_rounding(one, other) else ()


def _changes(one: Point, other: Point, question: Question, *, in_report: bool) -> Iterator[Phrase]:
    if one.bound != other.bound and one.wording != other.wording and not is_rounding(one, other):
        yield difference("bound", phrase(one.wording), phrase(other.wording))
    # Outside one report an equal number may be chance, unless the one counts a part of the other or does not say.
    near = in_report or any(missing_parts(one.key, other.key)) or question.hierarchy.are_nested(one.key, other.key)
    for part in ("population", "place", "period"):
        if near and getattr(one.key, part) != getattr(other.key, part):
            yield difference(part, question.part_name(part, one), question.part_name(part, other))
    basis, another = one.observation.entry.basis, other.observation.entry.basis
    if basis and another and basis != another:
        yield difference("basis", Term("basis", basis), Term("basis", another))


def _unsteady(question: Question, strand: tuple[Point, ...]) -> tuple[_Pair, ...]:
    """Return each observation of what cannot change beside one of its own root that excludes it, at any time.

    Ages are compared by the birth that they imply.  A projection may be revised, and so may a value by one that says
    that it replaces it: neither is the same thing printed differently.
    """
    if not strand[0].root.identified or strand[0].key.population is None or strand[0].key.projected:
        return ()
    bounded = [(point, bounds) for point in strand if (bounds := point.meant if question.is_age else point.printed)]
    highest = max(bounded, key=lambda pair: pair[1].low)
    lowest = min(bounded, key=lambda pair: Decimal("Infinity") if pair[1].high is None else pair[1].high)
    return tuple(
        _Pair(point, other, (_VALUE,))
        for point, bounds in bounded
        for other, limits in (highest, lowest)
        if not bounds.overlaps(limits) and not is_rounding(point, other) and not _is_replaced(point, other)
    )


def _is_replaced(point: Point, other: Point) -> bool:
    return point.observation.entry.replaces == other.id or other.observation.entry.replaces == point.id


def _carried(_: Question, point: Point, other: Point, differences: tuple[Phrase, ...]) -> Finding:
    reason = _told(point, other, differences)
    return Finding(kind=FindingKind.CARRIED_DIFFERENTLY, observation=point.id, reason=reason)


def _told(point: Point, other: Point, differences: tuple[Phrase, ...]) -> Reason:
    return say(
        "{carrier} prints {value} where {other_carrier} prints {other}: {differences}. "
        "Both are given as from {speaker}.",
        carrier=carrier(point),
        value=value(point),
        other_carrier=carrier(other),
        other=value(other),
        differences=joined(differences),
        speaker=speaker(point),
    )


def _number(point: Point) -> Decimal | Interval | None:
    return point.printed if point.number is None else point.number


def _grouped(pairs: Iterable[tuple[Hashable, Point]]) -> Iterator[tuple[Point, ...]]:
    groups: defaultdict[Hashable, list[Point]] = defaultdict(list)
    for name, point in pairs:
        groups[name].append(point)
    yield from map(tuple, groups.values())
