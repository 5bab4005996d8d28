"""What sentences about events and issues have in common: who speaks, each root once."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.attribution import Attribution, Voice
from generator.model.reasons import Phrase, Reference, ReferenceKind, Value, listed, phrase


def voices(attributions: Iterable[Attribution]) -> Value:
    """Return who speaks, each root once, as in `A, B and C`."""
    roots: dict[str, Value] = {}
    for attribution in attributions:
        if attribution.root.identified:
            roots.setdefault(attribution.root.key, Reference(ReferenceKind.ACTOR, attribution.root.key))
        else:
            roots.setdefault(attribution.root.key, described(attribution.originator))
    return listed(list(roots.values()))


def described(voice: Voice) -> Phrase:
    """Return the words for a source that nobody identified."""
    return phrase("a source described as “{descriptor}”", descriptor=voice.descriptor)
