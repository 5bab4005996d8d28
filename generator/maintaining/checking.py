"""Everything that is wrong with a content folder, again and again as it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.assembling.library import Assembler
from generator.diagnostics import Diagnostics, Location, Severity
from generator.linting.advise import Adviser
from generator.linting.key_order import advise_on_key_order
from generator.memory import Memory
from generator.model.briefing import Article, Briefing, Figure, Issue, Library
from generator.model.files import Document
from generator.model.prose import Prose, Target
from generator.model.source import SourceFile, Sources
from generator.reading.folders import FolderReader
from generator.reading.single import FileReader
from generator.rendering.prose import proved_prose


@dataclass(frozen=True, slots=True)
class Checked:
    """A content folder as it was read and tied together."""

    sources: Sources
    library: Library


class Checker:
    """Checks a content folder; what is as it was since the last time is not looked at again."""

    def __init__(self, unsaved: Mapping[Path, bytes] | None = None) -> None:
        """Keep nothing yet; `unsaved` has, by resolved path, what an editor holds in place of a file."""
        self._reader = FolderReader(FileReader(unsaved))
        self._assembler = Assembler()
        self._proved = Memory[object]()
        self._adviser = Adviser()
        self._ordered = Memory[None]()

    def check(self, content: Path, diagnostics: Diagnostics, shown: Path | None = None) -> Checked:
        """Return what the folder says, after telling everything that is wrong with it.

        Paths in messages begin with `shown`, the folder as the maintainer knows it, or else with its name.
        """
        sources = self._reader.read(content, diagnostics, shown)
        library = self._assembler.assemble(sources, diagnostics)
        faulty = {each.location.path for each in diagnostics if each.severity is Severity.ERROR}
        for prose, location in _all_prose(library):
            if location.path not in faulty:  # what stands in its text may have been told, with its line
                self._prove(prose, location, diagnostics)
        for briefing in sources.briefings:
            self._adviser.advise(briefing, diagnostics)
        for file in _all_files(sources):
            self._ordered.recall(file.path, file, partial(advise_on_key_order, file), diagnostics)
        return Checked(sources, library)

    def _prove(self, prose: Prose, location: Location, diagnostics: Diagnostics) -> None:
        """Tell what of some prose no page may have; it is proved with addresses that stand for the real ones."""
        self._proved.recall(
            location.path, prose, lambda found: proved_prose(prose, _stand_in, location, found), diagnostics
        )


def _all_files(sources: Sources) -> Iterator[SourceFile[Document]]:
    yield from sources.actors
    for briefing in sources.briefings:
        yield from (briefing.index,) if briefing.index else ()
        yield from (*briefing.articles, *briefing.figures, *briefing.events, *briefing.issues)


def _all_prose(library: Library) -> Iterator[tuple[Prose, Location]]:
    for actor in library.actors.values():
        yield actor.body, actor.location
    for briefing in library.briefings.values():
        yield from _prose_of(briefing)


def _prose_of(briefing: Briefing) -> Iterator[tuple[Prose, Location]]:
    files: tuple[Article | Figure | Issue | Briefing, ...] = (
        *briefing.articles.values(),
        *briefing.figures.values(),
        *briefing.issues.values(),
        briefing,
    )
    for each in files:
        yield each.body, each.body.location or each.location
    for event in briefing.events.values():
        if event.body.location:
            yield event.body, event.body.location


def _stand_in(target: Target) -> str:
    return f"{target.kind}/{target.id}.html"
