"""What one root says of one measure: its series, its values in force, and what it had said by a day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.assembling.diagnosis.keys import Key
from generator.assembling.diagnosis.points import Point, same_value
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.wording import value
from generator.model.attribution import Root
from generator.model.diagnosis import Break, Range, Series
from generator.model.intervals import Interval
from generator.model.reasons import Term, say


class Name(NamedTuple):
    """Whose values of which measure belong together."""

    root: Root
    key: Key


def by_strand(points: Iterable[Point]) -> dict[Name, tuple[Point, ...]]:
    """Return points by root and measure, each group in the order given."""
    found: defaultdict[Name, list[Point]] = defaultdict(list)
    for point in points:
        found[Name(point.root, point.key)].append(point)
    return {name: tuple(told) for name, told in found.items()}


@dataclass(frozen=True, kw_only=True, eq=False, slots=True)
class Standing:
    """A value that a root holds to now, with every observation that repeats it: one voice, however many articles."""

    head: Point
    """The one that stands for all: with an as-of, of the last moment, published first."""
    copies: tuple[Point, ...]
    meant: Interval
    """The bounds that it leaves to the truth."""
    first_day: date
    last_day: date
    """Between the first and the last day for which it is told, the value is in force."""
    past: Past

    @property
    def root(self) -> Root:
        """Who says it."""
        return self.head.root

    @property
    def key(self) -> Key:
        """What it measures."""
        return self.head.key


class Past:
    """What a root said of one measure, to be asked what it had said by a day; struck values are left out."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._told = sorted(points, key=lambda point: (point.first_day, point.order))
        self._days = [point.first_day for point in self._told]
        self._highest = list(accumulate(self._told, _higher))

    def last(self, by: date) -> Point | None:
        """Return the last value for a day or one before it."""
        at = bisect_right(self._days, by)
        return self._told[at - 1] if at else None

    def highest(self, by: date) -> Point | None:
        """Return the value with the highest lower bound for a day or one before it."""
        at = bisect_right(self._days, by)
        return self._highest[at - 1] if at else None


def standings(question: Question, points: tuple[Point, ...], superseded: frozenset[Point]) -> tuple[Standing, ...]:
    """Return every value in force among all that one root says of one measure."""
    groups: list[list[tuple[Point, Interval]]] = []
    live = [(point, point.meant) for point in points if point.meant and point not in superseded]
    for point, meant in sorted(live, key=lambda pair: _preference(pair[0])):
        # Without its population nobody can say that a value repeats another.
        known = point.key.population is not None
        alike = next((group for group in groups if known and same_value(point, group[0][0])), None)
        if alike is None:
            groups.append([(point, meant)])
        else:
            alike.append((point, meant))
    past = question.recall(_past, points)
    return tuple(
        Standing(
            head=group[0][0],
            copies=tuple(point for point, _ in group[1:]),
            meant=group[0][1],
            first_day=min(point.first_day for point, _ in group),
            last_day=max(point.last_day for point, _ in group),
            past=past,
        )
        for group in groups
    )


def range_of(standing: tuple[Standing, ...]) -> Range:
    """Return what a root says of a measure now."""
    head = standing[0].head
    points = sorted((each.head for each in standing), key=lambda point: point.order)
    return Range(
        root=head.root,
        measure=head.observation.measure,
        horizon=head.key.horizon,
        observations=tuple(point.id for point in points),
    )


def series_of(_: Question, points: tuple[Point, ...]) -> Series:
    """Return all that a root says of a measure; struck, superseded and unquantified values included."""
    return Series(
        root=points[0].root,
        measure=points[0].observation.measure,
        horizon=points[0].key.horizon,
        observations=tuple(point.id for point in points),
        breaks=tuple(_breaks(points)),
    )


def _breaks(points: Iterable[Point]) -> Iterator[Break]:
    """Yield each change of method or basis between dated values; without a date, nobody knows where one belongs."""
    told = [point for point in points if point.dated and point.is_compared]
    methods = [(point, method) for point in told if (method := point.observation.entry.method)]
    for (_, old_method), (after, new_method) in pairwise(methods):
        if old_method != new_method:
            yield Break(
                observation=after.id,
                reason=say(
                    "From {value} on, another method: {new}, after {old}.",
                    value=value(after),
                    new=new_method,
                    old=old_method,
                ),
            )
    bases = [(point, basis) for point in told if (basis := point.observation.entry.basis)]
    for (_, old), (after, new) in pairwise(bases):
        if old != new:
            said = say(
                "From {value} on, another basis: {new}, after {old}.",
                value=value(after),
                new=Term("basis", new),
                old=Term("basis", old),
            )
            yield Break(observation=after.id, reason=said)


def _past(_: Question, points: tuple[Point, ...]) -> Past:
    return Past(points)


def _preference(point: Point) -> tuple[bool, int, tuple[object, ...], str]:
    return not point.dated, -point.last_day.toordinal(), point.published.sort_key, point.id


def _higher(first: Point, second: Point) -> Point:
    return second if first.meant is None or (second.meant and second.meant.low > first.meant.low) else first
