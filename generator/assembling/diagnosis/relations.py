"""Which pairs of observations are told how they stand to each other.

Not every pair is spelled out, or a figure told by a thousand articles would have half a million relations.
A superseded value is related to its successor and a copy to the value that it repeats.  What remains are the values
in force.  Those of different roots and one measure are all related to each other, and those of one root and measure,
of which none can be preferred, each to the next.  To another measure a root's first value is related once: to the same
root's, else to the first; besides, every part that exceeds another root's whole is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise, product

from generator.assembling.diagnosis.keys import Key
from generator.assembling.diagnosis.pairs import Pairs, relation
from generator.assembling.diagnosis.points import Point, same_value
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.strands import Standing, by_strand
from generator.assembling.diagnosis.succession import Successor
from generator.assembling.diagnosis.wording import speaker
from generator.model.diagnosis import Relation, RelationKind
from generator.model.reasons import Reason, say

Strand = tuple[Standing, ...]
"""The values in force of one root and measure."""


def past_relations(successors: Mapping[Point, Successor]) -> tuple[Relation, ...]:
    """Return the relations of what is superseded: to its successor, and to what it repeated."""
    superseded = [relation(RelationKind.SUPERSEDED, point, next_, told) for point, (next_, told) in successors.items()]
    return (*superseded, *_repeated_once(successors))


def live_relations(question: Question, strands: Sequence[Strand]) -> tuple[Relation, ...]:
    """Return how the values in force stand to each other, each strand's to its own and to all before it."""
    rows = (question.recall(_row, strand, tuple(strands[:at])) for at, strand in enumerate(strands))
    return tuple(chain.from_iterable(rows))


def _row(question: Question, strand: Strand, before: tuple[Strand, ...]) -> tuple[Relation, ...]:
    # What comes last is what changes from day to day, so that most rows are recalled whole.
    found = [*question.recall(_within, strand)]
    beside = _beside(strand, before)
    for other in before:
        if _are_comparable(other, strand):
            found += question.recall(_same_measure, other, strand)
        elif other in beside or question.hierarchy.are_nested(other[0].key, strand[0].key):
            found += question.recall(_other_measure, other, strand, is_told=other in beside)
    return tuple(found)


def _beside(strand: Strand, before: Sequence[Strand]) -> set[Strand]:
    """Return the strands of other measures to set beside one: all, if it is the first of its measure; else one each."""
    others = [other for other in before if not _are_comparable(other, strand)]
    if len(others) == len(before):
        return set(others)
    chosen: dict[Key, Strand] = {}
    for other in others:
        if other[0].root.key == strand[0].root.key:
            chosen[other[0].key] = other
        chosen.setdefault(other[0].key, other)
    return set(chosen.values())


def _are_comparable(first: Strand, second: Strand) -> bool:
    return first[0].key == second[0].key and first[0].key.population is not None


def _repeated_once(superseded: Iterable[Point]) -> Iterator[Relation]:
    """Yield each superseded copy with the value of its moment that it repeated."""
    for strand in by_strand(point for point in superseded if point.dated).values():
        heads: defaultdict[object, list[Point]] = defaultdict(list)
        for point in sorted(strand, key=lambda point: (point.published.sort_key, point.id)):
            alike = heads[point.moment.bounds]
            head = next((head for head in alike if same_value(point, head)), None)
            if head is None:
                alike.append(point)
            else:
                yield _copy(point, head)


def _within(question: Question, strand: Strand) -> tuple[Relation, ...]:
    """Return how the values in force of one root and measure stand to each other, each copy and each next value."""
    pairs = question.recall(Pairs)
    copies = [_copy(copy, each.head) for each in strand for copy in each.copies]
    return (*copies, *(pairs.relate(first, second) for first, second in pairwise(strand)))


def _same_measure(question: Question, first: Strand, second: Strand) -> tuple[Relation, ...]:
    """Return how the values in force of two roots and one measure stand to each other, each to each."""
    pairs = question.recall(Pairs)
    return tuple(pairs.relate(one, other) for one, other in product(first, second))


def _other_measure(question: Question, first: Strand, second: Strand, *, is_told: bool) -> tuple[Relation, ...]:
    """Return every part of one measure that exceeds a whole of the other, and if told the relation of the first two."""
    pairs = question.recall(Pairs)
    related = [pair for pair in product(first, second) if pairs.part_above_whole(*pair)]
    if is_told and (first[0], second[0]) not in related:
        related.append((first[0], second[0]))
    return tuple(pairs.relate(one, other) for one, other in related)


def _copy(copy: Point, head: Point) -> Relation:
    return relation(RelationKind.REPEATED, copy, head, partial(_one_voice, head))


def _one_voice(head: Point) -> Reason:
    return say(
        "The same number from the same source, {speaker}: one voice, however often it is told.", speaker=speaker(head)
    )
