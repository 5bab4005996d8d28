"""Everything to know about single observations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from generator.assembling.diagnosis.arithmetic import falls, parts_above_wholes
from generator.assembling.diagnosis.carriage import carried_differently
from generator.assembling.diagnosis.case import Case
from generator.assembling.diagnosis.notices import denied, struck
from generator.assembling.diagnosis.points import Point
from generator.assembling.diagnosis.sums import wrong_sums
from generator.model.attribution import Root
from generator.model.diagnosis import Finding, FindingKind

_KINDS = {kind: at for at, kind in enumerate(FindingKind)}


def findings(case: Case, impossible: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return every finding, by observation and kind; those of impossible dates are given."""
    found = [*struck(case), *impossible, *_arithmetic(case), *carried_differently(case), *denied(case)]
    order = {point.id: at for at, point in enumerate(case.points)}
    return tuple(sorted(found, key=lambda finding: (order[finding.observation], _KINDS[finding.kind])))


def _arithmetic(case: Case) -> Iterator[Finding]:
    question = case.question
    for point in case.points:
        if point.observation.entry.parts:
            yield from question.recall(wrong_sums, point)
    if question.changes == "grows":
        for strand in case.strands.values():
            yield from question.recall(falls, strand)
    by_root: defaultdict[Root, list[tuple[Point, ...]]] = defaultdict(list)
    for name, strand in case.strands.items():
        by_root[name.root].append(strand)
    for told in by_root.values():
        for parts, wholes in permutations(told, 2):
            if question.hierarchy.is_part(parts[0].key, wholes[0].key):
                yield from question.recall(parts_above_wholes, parts, wholes)
