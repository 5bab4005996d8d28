"""Which value of a root an update of its own supersedes."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.assembling.diagnosis.case import Case
from generator.assembling.diagnosis.points import Point, same_value
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.wording import speaker, undated, value, when
from generator.model.reasons import Reason, say


class Successor(NamedTuple):
    """What supersedes a value, and why."""

    point: Point
    told: Callable[[], Reason]


def successors(case: Case, impossible: frozenset[str]) -> dict[Point, Successor]:
    """Return what supersedes each superseded point.

    Only an identified root updates itself, only by a value with an as-of of its own, and never by one of the
    `impossible`, which its dates refute: what cannot be true is no news.  `replaces` needs no as-of.
    """
    found: dict[Point, Successor] = {}
    for name, strand in case.strands.items():
        if name.root.identified and name.key.population is not None:
            refuted = frozenset(point for point in strand if point.id in impossible)
            found |= case.question.recall(_updates, strand, refuted)
    return _with_replaced(case.compared, found)


def _updates(_: Question, strand: tuple[Point, ...], refuted: frozenset[Point]) -> dict[Point, Successor]:
    able = [point for point in strand if point.dated and point not in refuted]
    found = {point: Successor(update, partial(_later, point, update)) for point, update in _by_moment(strand, able)}
    # The next moment comes after every other version of this one.
    for point, update in _by_publication(able):
        found[point] = Successor(update, partial(_revised, point, update))
    return found


def _by_moment(strand: Sequence[Point], able: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Yield each point that speaks of a moment surely earlier than another's, with the next such."""
    later = sorted(able, key=lambda point: (point.first_day, point.published.sort_key, point.id))
    starts = [point.first_day for point in later]
    for point in strand:
        at = bisect_right(starts, point.last_day)
        if point.moment.latest and at < len(later):
            yield point, later[at]


def _by_publication(able: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Yield each point of which a later article gives another value for the same moment, with the next such.

    Copies of one report do not revise each other: their dates are the carriers', not the root's.
    """
    moments: defaultdict[tuple[date | None, date | None], list[Point]] = defaultdict(list)
    for point in able:
        moments[point.moment.bounds].append(point)
    for versions in moments.values():
        values = _by_value(versions)
        for point in versions:
            updates = [update for others in values for update in _revisions(point, others)]
            if updates:
                yield point, min(updates, key=lambda update: (update.published.sort_key, update.id))


def _by_value(points: Iterable[Point]) -> list[list[Point]]:
    values: list[list[Point]] = []
    for point in sorted(points, key=lambda point: (point.published.earliest or date.min, point.id)):
        alike = next((others for others in values if same_value(point, others[0])), None)
        if alike is None:
            values.append([point])
        else:
            alike.append(point)
    return values


def _revisions(point: Point, others: Sequence[Point]) -> Iterator[Point]:
    """Yield the first of some points with one value, by publication, that revises a point with another."""
    is_same_number = point.number is not None and point.number == others[0].number
    if is_same_number or same_value(point, others[0]) or point.published.latest is None:
        return
    at = bisect_right([other.published.earliest or date.min for other in others], point.published.latest)
    for other in others[at:]:
        if not point.report or point.report != other.report:
            yield other
            return


def _with_replaced(points: Iterable[Point], found: Mapping[Point, Successor]) -> dict[Point, Successor]:
    """Return the successors with those added that an observation itself says it replaces."""
    whole = dict(found)
    replacing = [point for point in points if point.observation.entry.replaces and point.root.identified]
    by_id = {point.id: point for point in points} if replacing else {}
    for point in replacing:
        replaced = by_id.get(point.observation.entry.replaces or "")
        if replaced and point.root == replaced.root and replaced not in _after(point, whole):
            whole[replaced] = Successor(point, partial(_replaced, replaced, point))
    return whole


def _after(point: Point, found: Mapping[Point, Successor]) -> set[Point]:
    """Return a point and all that supersede it, one after the other."""
    after = {point}
    while (successor := found.get(point)) and successor.point not in after:
        point = successor.point
        after.add(point)
    return after


def _later(point: Point, update: Point) -> Reason:
    said = say(
        "{speaker} gives {value} {when}, after {earlier} {earlier_when}.",
        speaker=speaker(update),
        value=value(update),
        when=when(update),
        earlier=value(point),
        earlier_when=when(point),
    )
    return said + undated(point)


def _revised(point: Point, update: Point) -> Reason:
    return say(
        "For the same moment {speaker} gives {value}, published later than {earlier}.",
        speaker=speaker(update),
        value=value(update),
        earlier=value(point),
    )


def _replaced(point: Point, update: Point) -> Reason:
    return say("{value} replaces {earlier}, by the article's own account.", value=value(update), earlier=value(point))
