"""The two sides of a diff: a content folder each, read and assembled."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.assembling.library import assemble
from generator.diagnostics import Diagnostic, Diagnostics, Location, Severity
from generator.maintaining.checking import Checker
from generator.model.briefing import Briefing, Library
from generator.model.files import Document
from generator.model.source import BriefingSources, SourceFile, Sources

DocumentT = TypeVar("DocumentT", bound=Document)


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One state of a content folder, with whatever is wrong with it."""

    name: str
    """What its maintainer calls it: a revision, a folder."""
    shown: str
    """The folder as paths in messages begin."""
    sources: Sources
    library: Library
    problems: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong with it, but for what is only worth a look."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def is_empty(self) -> bool:
        """Whether it has no file at all."""
        return not (self.sources.actors or self.sources.briefings or self.sources.unreadable)

    def briefing_sources(self, briefing: str) -> BriefingSources:
        """Return the files of a briefing; none where it does not exist."""
        found = next((each for each in self.sources.briefings if each.id == briefing), None)
        return found or BriefingSources(
            id=briefing, index=None, articles=(), figures=(), events=(), issues=(), unreadable=frozenset()
        )

    def briefing(self, briefing: str) -> Briefing | None:
        """Return a briefing as assembled; None where it does not exist or its index could not be read."""
        return self.library.briefings.get(briefing)

    @property
    def unread(self) -> frozenset[str]:
        """The files that exist and could not be read, such as `flood/figures/deaths`."""
        briefings = self.sources.briefings
        below = {f"{briefing.id}/{file}" for briefing in briefings for file in briefing.unreadable}
        return self.sources.unreadable | below | {f"{each.id}/index" for each in briefings if each.index is None}

    def without(self, files: AbstractSet[str]) -> Side:
        """Return the side as if it had none of some files."""
        kept = Sources(
            actors=_kept(self.sources.actors, "actors", files),
            briefings=tuple(_briefing_without(each, files) for each in self.sources.briefings),
            unreadable=self.sources.unreadable,
        )
        return replace(self, sources=kept, library=assemble(kept, Diagnostics()))


def _briefing_without(sources: BriefingSources, files: AbstractSet[str]) -> BriefingSources:
    return replace(
        sources,
        index=None if f"{sources.id}/index" in files else sources.index,
        articles=_kept(sources.articles, f"{sources.id}/articles", files),
        figures=_kept(sources.figures, f"{sources.id}/figures", files),
        events=_kept(sources.events, f"{sources.id}/events", files),
        issues=_kept(sources.issues, f"{sources.id}/issues", files),
    )


def _kept(
    files: tuple[SourceFile[DocumentT], ...], folder: str, without: AbstractSet[str]
) -> tuple[SourceFile[DocumentT], ...]:
    return tuple(file for file in files if f"{folder}/{file.id}" not in without)


def load_side(name: str, folder: Path | None, shown: Path) -> Side:
    """Return a content folder as read and assembled; without a folder, an empty side.

    `shown` is the folder as the maintainer knows it, with which every path begins.
    """
    diagnostics = Diagnostics()
    sources, library = Sources(actors=(), briefings=(), unreadable=frozenset()), Library(actors={}, briefings={})
    if folder:
        checked = Checker().check(folder, diagnostics, shown)
        sources, library = checked.sources, checked.library
    return Side(name=name, shown=shown.as_posix(), sources=sources, library=library, problems=tuple(diagnostics))


def comparable(base: Side, head: Side) -> tuple[Side, Side, tuple[Location, ...]]:
    """Return both sides without what could not be read in one of them, and where that is.

    Else what holds would seem to move because of a slip in a file.
    """
    unread = base.unread | head.unread
    if not unread:
        return base, head, ()
    places = {Location(f"{side.shown}/{file}.md") for side in (base, head) for file in side.unread}
    return base.without(unread), head.without(unread), tuple(sorted(places))
