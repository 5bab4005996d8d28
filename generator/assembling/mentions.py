"""Links and mentions in prose: by hand, and by the names of known actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.assembling.registry import Names, Registry
from generator.diagnostics import Code, Diagnostics
from generator.model.files import Document
from generator.model.prose import Kind, Mention, Prose, ProseLink, Target
from generator.model.sentences import sentence_ends
from generator.model.source import SourceFile


@dataclass(frozen=True, slots=True)
class ProseLinker:
    """Ties prose to what is known in one briefing, or on the whole site."""

    registry: Registry
    names: Names
    diagnostics: Diagnostics

    def link(self, file: SourceFile[Document], own: Target) -> tuple[Prose, tuple[Mention, ...]]:
        """Return a file's prose with its links, and what it mentions; `own` is what the file itself is about.

        A link by hand must lead somewhere. The first mention of an actor in a section becomes a link; an alias that
        two actors share is told, not guessed; nobody's page links to itself.
        """
        text = file.body.text
        links = [*self._links_by_hand(file), *self._links_by_name(file, own)]
        links.sort()
        location = file.body.place(file.path, 0)
        prose = Prose(text=text, links=tuple(links), location=location)
        return prose, _mentions(prose, own)

    def _links_by_hand(self, file: SourceFile[Document]) -> Iterator[ProseLink]:
        for hand in file.body.links:
            kind, colon, name = hand.reference.partition(":")
            location = file.body.place(file.path, hand.start)
            if colon and kind not in set(Kind):
                message = f"'{kind}' is no kind of page"
                self.diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, f"one of: {', '.join(Kind)}")
                continue
            target = Target(Kind(kind), name.strip()) if colon else Target(Kind.ACTOR, hand.reference)
            before = f"[[{hand.reference.removesuffix(target.id)}"
            if self.registry.check(target, location, self.diagnostics, before):
                yield ProseLink(hand.start, hand.end, hand.label or self.registry.labels[target], target)

    def _links_by_name(self, file: SourceFile[Document], own: Target) -> Iterator[ProseLink]:
        text = file.body.text
        linked: set[tuple[int, Target]] = set()
        for run in file.body.runs:
            for start, end, owners in self.names.find(text, run.start, run.end):
                name = " ".join(text[start:end].split())
                if len(owners) > 1:
                    message = f"'{name}' may be {' or '.join(owners)}"
                    hint = f"write [[{owners[0]}|{name}]] for the one you mean"
                    location = file.body.place(file.path, start)
                    self.diagnostics.error(location, Code.AMBIGUOUS_NAME, message, hint)
                    continue
                target = Target(Kind.ACTOR, owners[0])
                if target != own and (run.section, target) not in linked:
                    linked.add((run.section, target))
                    yield ProseLink(start, end, name, target)


def _mentions(prose: Prose, own: Target) -> tuple[Mention, ...]:
    found: dict[Target, Mention] = {}
    for link in prose.links:
        if link.target not in found:
            found[link.target] = Mention(own, link.target, _sentence(prose, link))
    return tuple(found[target] for target in sorted(found))


def _sentence(prose: Prose, link: ProseLink) -> str:
    start, end = 0, len(prose.text)
    for last, next_start in sentence_ends(prose.text):
        if next_start <= link.start:
            start = next_start
        elif last >= link.end:
            end = last
            break
    return prose.plain(start, end)
