"""Chains of attribution: who says it first, through whom it came, and which voice it is in the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.assembling.references import runs_in_circle
from generator.diagnostics import Code, Diagnostics
from generator.model.attribution import Attribution, Root, Voice
from generator.model.files import ActorDocument, ArticleDocument, VoiceEntry
from generator.model.source import SourceFile


def voice_of(entry: VoiceEntry) -> Voice:
    """Return the voice that an entry of a file names or describes."""
    return Voice(
        actor=entry.actor,
        descriptor=entry.descriptor or "",
        count=entry.count or "",
        identified_as=entry.identified_as,
        reason=entry.reason or "",
    )


def carrying_voices(document: ArticleDocument) -> tuple[VoiceEntry, ...]:
    """Return the voices through which everything in an article reaches the reader."""
    return (document.carries, document.outlet) if document.carries else (document.outlet,)


class Roots:
    """Who speaks for whom, followed upward to the end."""

    def __init__(self, actors: Iterable[SourceFile[ActorDocument]], diagnostics: Diagnostics) -> None:
        files = {file.id: file for file in actors}
        speaks_for = {name: file.document.speaks_for for name, file in files.items()}
        self._top: Mapping[str, str] = {name: _top(name, speaks_for) for name in speaks_for}
        above = {name: {other} for name, other in speaks_for.items() if other}
        for name, file in files.items():
            if runs_in_circle(name, above):
                way = speaks_for[name]
                message = f"'{name}' speaks for itself{f' by way of {way}' if way != name else ''}"
                hint = "delete one 'speaks_for' of the circle"
                diagnostics.error(file.at("speaks_for"), Code.CIRCULAR_VOICE, message, hint)

    def attribution(self, voices: Iterable[VoiceEntry], own_key: str) -> Attribution:
        """Return the chain of these voices; `own_key` is the root of an originator whom nobody identified."""
        chain: list[Voice] = []
        for voice in map(voice_of, voices):
            if not chain or voice != chain[-1]:
                chain.append(voice)
        actor = chain[0].known_actor
        root = Root(self._top.get(actor, actor)) if actor else Root(own_key, identified=False)
        return Attribution(chain=tuple(chain), root=root)


def _top(name: str, speaks_for: Mapping[str, str | None]) -> str:
    seen = {name}
    while (above := speaks_for.get(name)) and above not in seen:
        seen.add(above)
        name = above
    return name
