"""The content folder: which files there are, and each of them read and validated."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.diagnostics import Code, Diagnostics, Location, did_you_mean
from generator.model.fields import ID
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    BriefingDocument,
    EventDocument,
    FigureDocument,
    IssueDocument,
)
from generator.model.source import BriefingSources, SourceFile, Sources
from generator.reading.characters import printable
from generator.reading.single import FileReader

DocumentT = TypeVar("DocumentT", bound=BaseModel)

_KINDS = ("articles", "events", "figures", "issues")
RESERVED = {"actors", "assets", "search", "index"}
"""Names that the site itself needs at its top, so that no briefing may have them."""


def content_folder_of(file: Path) -> Path | None:
    """Return the content folder that a file belongs to by its place, or None where it belongs to none."""
    file = Path(os.path.normpath(file.absolute()))
    levels = 2 if file.name == "index.md" or file.parent.name == "actors" else 3
    folder = file.parents[min(levels, len(file.parents)) - 1]
    return folder if (folder / "actors").is_dir() or any(folder.glob("*/index.md")) else None


def read_folder(folder: Path, diagnostics: Diagnostics, shown: Path | None = None) -> Sources:
    """Read every file of the content folder; whatever cannot be read is told and left out.

    `shown` is the folder as the maintainer knows it, with which every path in a diagnostic begins; without it, those
    paths begin with the folder's own name.
    """
    return FolderReader(FileReader()).read(folder, diagnostics, shown)


@dataclass(frozen=True, slots=True)
class FolderReader:
    """Knows which files belong where in a content folder, and has each of them read."""

    files: FileReader

    def read(self, folder: Path, diagnostics: Diagnostics, shown: Path | None = None) -> Sources:
        """Read every file of the content folder, as `read_folder` says."""
        shown = Path(printable(str(shown or folder.name)))
        folder = folder.resolve()  # the folder itself may be a link, nothing in it
        if not folder.is_dir():
            message = f"there is no folder '{shown}'"
            diagnostics.error(Location(str(shown)), Code.MISSING_FILE, message, "create it, or set 'content_dir'")
            return Sources(actors=(), briefings=(), unreadable=frozenset())
        briefings = []
        for child in _children(folder):
            name = shown / printable(child.name)
            if not child.is_dir() or child.is_symlink():
                _stray(name.as_posix(), diagnostics, "only 'actors' and one folder a briefing belong here")
            elif child.name != "actors" and _named_well(name.name, f"{name.as_posix()}/", diagnostics):
                briefings.append(self._briefing(child, name, diagnostics))
        actors, unreadable = self._kind(folder, shown, "actors", ActorDocument, diagnostics)
        return Sources(actors=actors, briefings=tuple(briefings), unreadable=unreadable)

    def _briefing(self, folder: Path, shown: Path, diagnostics: Diagnostics) -> BriefingSources:
        for child in _children(folder):
            name = printable(child.name)
            if child.name not in {*_KINDS, "index.md"}:
                hint = did_you_mean(name, _KINDS) or f"known here: index.md, {', '.join(_KINDS)}"
                _stray((shown / name).as_posix(), diagnostics, hint)
            elif child.name in _KINDS and (child.is_symlink() or not child.is_dir()):
                _stray((shown / name).as_posix(), diagnostics, "a folder of that name belongs here")
        index_path = folder / "index.md"
        index = None
        if index_path.is_file():
            index = self.files.read(index_path, (shown / "index.md").as_posix(), BriefingDocument, diagnostics)
        else:
            message = f"the briefing '{folder.name}' has no index.md"
            location = Location((shown / "index.md").as_posix())
            diagnostics.error(location, Code.MISSING_FILE, message, "add one with its title, question and scope")
        articles, unread_articles = self._kind(folder, shown, "articles", ArticleDocument, diagnostics)
        figures, unread_figures = self._kind(folder, shown, "figures", FigureDocument, diagnostics)
        events, unread_events = self._kind(folder, shown, "events", EventDocument, diagnostics)
        issues, unread_issues = self._kind(folder, shown, "issues", IssueDocument, diagnostics)
        return BriefingSources(
            id=folder.name,
            index=index,
            articles=articles,
            figures=figures,
            events=events,
            issues=issues,
            unreadable=unread_articles | unread_figures | unread_events | unread_issues,
        )

    def _kind(
        self, folder: Path, shown: Path, name: str, kind: type[DocumentT], diagnostics: Diagnostics
    ) -> tuple[tuple[SourceFile[DocumentT], ...], frozenset[str]]:
        """Return the files of one kind that could be read, and the names of those that could not."""
        files, unreadable = [], set()
        for path in _children(folder / name):
            path_shown = shown / name / printable(path.name)
            unreadable.add(f"{name}/{path.stem}")
            if path.suffix != ".md":
                _stray(path_shown.as_posix(), diagnostics, "only files that end in .md belong here")
            elif _named_well(path_shown.stem, path_shown.as_posix(), diagnostics):
                file = self.files.read(path, path_shown.as_posix(), kind, diagnostics)
                if file:
                    files.append(file)
        return tuple(files), frozenset(unreadable - {f"{name}/{file.id}" for file in files})


def _children(folder: Path) -> Iterator[Path]:
    """Yield what the folder holds, by name; hidden files belong to other tools, and links are not followed."""
    if folder.is_dir() and not folder.is_symlink():
        yield from sorted(child for child in folder.iterdir() if not child.name.startswith("."))


def _named_well(name: str, shown: str, diagnostics: Diagnostics) -> bool:
    if name in RESERVED:
        message = f"the name '{name}' is the site's own"
        diagnostics.error(Location(shown), Code.BAD_FILE_NAME, message, "choose another")
    elif not ID.fullmatch(name):
        message = f"'{name}' is not an id: lower-case letters, digits and single hyphens"
        diagnostics.error(Location(shown), Code.BAD_FILE_NAME, message, "rename it; the name is the id")
    else:
        return True
    return False


def _stray(shown: str, diagnostics: Diagnostics, hint: str) -> None:
    diagnostics.error(Location(shown), Code.STRAY_FILE, "this does not belong here", hint)
