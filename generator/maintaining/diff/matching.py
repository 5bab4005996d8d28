"""Which item of an article is which in a later state of it.

Items have a place in a list and few have an id, so they are known by what they say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from operator import eq
from typing import TypeVar

from generator.maintaining.diff.written import keys_of
from generator.model.files import EventEntry, Item, ObservationEntry, StatementEntry

ItemT = TypeVar("ItemT", bound=Item)

Pair = tuple[int | None, int | None]
"""Where an item stands in the one list and in the other; None where it is not."""

_Whole = tuple[tuple[tuple[str, str], str], ...]
"""Everything that an item writes, by key."""

_ALIKE = 3
"""How many of the four keys an item is known by must agree, so that it is the same item with another thing mended."""


def matched(before: Sequence[ItemT], after: Sequence[ItemT]) -> list[Pair]:
    """Return which item is which: those that are in both, in the order of `after`, then the others.

    Exchanging the lists exchanges the pairs and nothing else.
    """
    same = _the_same(before, after)
    known, known_after = {one for one, _ in same}, {other for _, other in same}
    loose = (
        [at for at in range(len(before)) if at not in known],
        [at for at in range(len(after)) if at not in known_after],
    )
    alike = _alike(before, after, loose)
    pairs = sorted([*same, *alike], key=lambda pair: pair[1])
    old, new = {one for one, _ in alike}, {other for _, other in alike}
    added: list[Pair] = [(None, at) for at in loose[1] if at not in new]
    removed: list[Pair] = [(at, None) for at in loose[0] if at not in old]
    return [*pairs, *added, *removed]


def _the_same(before: Sequence[ItemT], after: Sequence[ItemT]) -> list[tuple[int, int]]:
    """Return the items of which nothing is another; of several that are equal, the first is the first."""
    places: defaultdict[_Whole, list[int]] = defaultdict(list)
    for at, item in enumerate(after):
        places[_all_of(item)].append(at)
    for found in places.values():
        found.reverse()
    return [(at, places[key].pop()) for at, item in enumerate(before) if places[key := _all_of(item)]]


def _alike(
    before: Sequence[ItemT], after: Sequence[ItemT], loose: tuple[list[int], list[int]]
) -> list[tuple[int, int]]:
    """Return the pairs of the rest that are most alike, the most alike first; ties go to the nearest places."""
    old = [(at, _Traits(before[at])) for at in loose[0]]
    new = [(at, _Traits(after[at])) for at in loose[1]]
    candidates: list[tuple[tuple[int, ...], int, int]] = []
    for (one, mine), (other, yours) in product(old, new):
        named = mine.name is not None and mine.name == yours.name
        known = sum(map(eq, mine.known, yours.known))
        if named or known >= _ALIKE:
            agreeing = len(mine.whole & yours.whole)
            # This order is the same from either side, so that a diff read backwards is the diff backwards.
            candidates.append(((-named, -known, -agreeing, abs(one - other), one + other), one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(candidates):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return list(pairs.items())


class _Traits:
    """What an item is known by, looked up once."""

    def __init__(self, item: Item) -> None:
        self.name, self.known = _known_by(item)
        self.whole = frozenset(_all_of(item))


def _known_by(item: Item) -> tuple[str | None, tuple[object, ...]]:
    """Return the id of an item, if it has one, and the four keys it is known by."""
    match item:
        case ObservationEntry():
            return item.id, (item.figure, item.by, item.value, item.at)
        case EventEntry():
            return item.id, (item.id, item.by, (item.date, item.start, item.end), item.at)
        case StatementEntry():
            return None, (item.actor, item.by, item.says, item.at)
        case _:
            raise TypeError(type(item))


def _all_of(item: Item) -> _Whole:
    return tuple(sorted(keys_of(item).items()))
