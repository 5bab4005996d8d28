"""What may be named in a file: ids and what they stand for, as the content folder was last read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.assembling.registry import briefing_registry, site_registry
from generator.language_server.places import Document
from generator.maintaining.checking import Checked
from generator.model.briefing import Briefing
from generator.model.files import Population
from generator.model.prose import Kind, Target
from generator.model.source import BriefingSources


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known where a document stands."""

    checked: Checked
    document: Document

    @property
    def labels(self) -> Mapping[Target, str]:
        """The name or title of everything that the document may refer to, by what it is."""
        site = site_registry(self.checked.sources)
        return briefing_registry(site, self.sources).labels if self.sources else site.labels

    @property
    def sources(self) -> BriefingSources | None:
        """The files of the document's briefing; None for an actor."""
        return next((each for each in self.checked.sources.briefings if each.id == self.document.briefing), None)

    @property
    def briefing(self) -> Briefing | None:
        """The document's briefing; None for an actor, and where the briefing's index cannot be read."""
        return self.checked.library.briefings.get(self.document.briefing)

    def populations(self, figure: str) -> Mapping[str, Population]:
        """Return the populations that a figure defines."""
        files = self.sources.figures if self.sources else ()
        return next((file.document.populations for file in files if file.id == figure), {})

    def answers(self, issue: str) -> tuple[str, ...]:
        """Return the answers that an issue knows."""
        files = self.sources.issues if self.sources else ()
        return next((file.document.answers for file in files if file.id == issue), ())

    def articles(self) -> Iterator[tuple[str, str]]:
        """Yield every article of every briefing as sources name it, with its title."""
        for briefing in self.checked.sources.briefings:
            for file in briefing.articles:
                yield f"{briefing.id}/{file.id}", file.document.title


def target_of(reference: str) -> Target | None:
    """Return what a link by hand such as `figure:deaths` leads to, or None where it names no kind."""
    kind, colon, name = reference.strip().rpartition(":")
    if not colon:
        return Target(Kind.ACTOR, name)
    return Target(Kind(kind), name) if kind in list(Kind) else None
