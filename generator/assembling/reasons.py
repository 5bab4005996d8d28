"""Sentences made of words and references, for every kind of reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.attribution import Attribution
from generator.model.diagnosis import Reason, Reference, ReferenceKind

Part = str | Reference

UNNAMED = "whoever is not named may be one of the others."
"""Why voices of which fewer than two are named confirm nothing."""


def sentence(*parts: Part | Sequence[Part]) -> Reason:
    """Return a reason made of words, references and lists of both."""
    flat: list[Part] = []
    for part in parts:
        flat += [part] if isinstance(part, str | Reference) else part
    flat = [part for part in flat if part]
    if flat and isinstance(flat[0], str):
        flat[0] = flat[0][0].upper() + flat[0][1:]
    return Reason(tuple(flat))


def voices(attributions: Iterable[Attribution]) -> list[Part]:
    """Return who speaks, each root once, as in `A, B and C`."""
    roots: dict[str, Part] = {}
    for attribution in attributions:
        if attribution.root.identified:
            roots.setdefault(attribution.root.key, Reference(ReferenceKind.ACTOR, attribution.root.key))
        else:
            roots.setdefault(attribution.root.key, f"a source described as “{attribution.originator.descriptor}”")
    return listed(list(roots.values()))


def listed(parts: Sequence[Part]) -> list[Part]:
    """Return parts as a list in words: `A`, `A and B`, `A, B and C`."""
    return list(_with_commas(parts))


def _with_commas(parts: Sequence[Part]) -> Iterator[Part]:
    for at, part in enumerate(parts):
        if at:
            yield " and " if at == len(parts) - 1 else ", "
        yield part
