"""What things are called in a diff: as HEAD calls them, so that a new name alone makes nothing else differ."""

from __future__ import annotations

from collections.abc import Iterable

from generator.maintaining.diff.sides import Side
from generator.model.attribution import Attribution, Voice
from generator.model.files import VoiceEntry
from generator.model.reasons import Reason, Reference, ReferenceKind


class Names:
    """The names of one briefing's actors, events, figures and issues; an id where there is no name."""

    def __init__(self, base: Side, head: Side, briefing: str = "") -> None:
        self._actors: dict[str, str] = {}
        self._things: dict[tuple[str, str], str] = {}
        for side in (base, head):
            self._actors |= {file.id: file.document.name for file in side.sources.actors}
            sources, library = side.briefing_sources(briefing), side.briefing(briefing)
            self._things |= {("figure", file.id): file.document.title for file in sources.figures}
            self._things |= {("issue", file.id): file.document.title for file in sources.issues}
            self._things |= {("event", each.id): each.title for each in (library.events.values() if library else ())}

    def actor(self, name: str) -> str:
        """Return what an actor is called."""
        return self._actors.get(name, name)

    def thing(self, kind: str, name: str) -> str:
        """Return what a figure, an event or an issue is called."""
        return self._things.get((kind, name), name)

    def voice(self, voice: VoiceEntry | Voice) -> str:
        """Return what a voice is called: a name, or the description of somebody unnamed."""
        if voice.actor:
            return self.actor(voice.actor)
        known = f", identified as {self.actor(voice.identified_as)}" if voice.identified_as else ""
        return f"“{voice.descriptor}”{known}"

    def chain(self, voices: Iterable[VoiceEntry]) -> tuple[str, ...]:
        """Return what each voice of a chain is called, none twice in a row."""
        named: list[str] = []
        for voice in voices:
            if (name := self.voice(voice)) not in named[-1:]:
                named.append(name)
        return tuple(named)

    def root(self, attribution: Attribution, article: str) -> tuple[str, str]:
        """Return what tells a root from others in either state, and what it is called.

        A described source is known by its description and its article: its own key counts places in a list.
        """
        if attribution.root.identified:
            return attribution.root.key, self.actor(attribution.root.key)
        name = f"“{attribution.originator.descriptor}” in {article}"
        return name, name

    def plain(self, reason: Reason) -> str:
        """Return a reason in words."""
        return reason.plain(self._referred)

    def _referred(self, reference: Reference) -> str:
        match reference.kind:
            case ReferenceKind.ACTOR:
                return self.actor(reference.id)
            case ReferenceKind.EVENT:
                return self.thing("event", reference.id)
            case _:
                return reference.id
