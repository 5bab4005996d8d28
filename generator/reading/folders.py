"""The content folder: which files there are, and each of them read and validated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from generator.reading.frontmatter import read_front_matter
from generator.reading.prose import scan_body
from generator.reading.validation import validate

DocumentT = TypeVar("DocumentT", bound=BaseModel)

_KINDS = ("articles", "events", "figures", "issues")
_RESERVED = {"actors", "assets", "search", "index"}
"""Names that the site itself needs at its top, so that no briefing may have them."""


def read_folder(folder: Path, diagnostics: Diagnostics, shown: Path | None = None) -> Sources:
    """Read every file of the content folder; whatever cannot be read is told and left out.

    `shown` is the folder as the maintainer knows it, with which every path in a diagnostic begins; without it, those
    paths begin with the folder's own name.
    """
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
            briefings.append(_read_briefing(child, name, diagnostics))
    actors = _read_files(folder / "actors", shown / "actors", ActorDocument, diagnostics)
    return Sources(
        actors=actors,
        briefings=tuple(briefings),
        unreadable=_unreadable(folder, {"actors": actors}),
    )


def _read_briefing(folder: Path, shown: Path, diagnostics: Diagnostics) -> BriefingSources:
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
        index = _read_file(index_path, shown / "index.md", BriefingDocument, diagnostics, file_id=folder.name)
    else:
        message = f"the briefing '{folder.name}' has no index.md"
        location = Location((shown / "index.md").as_posix())
        diagnostics.error(location, Code.MISSING_FILE, message, "add one with its title, question and scope")
    articles = _read_files(folder / "articles", shown / "articles", ArticleDocument, diagnostics)
    figures = _read_files(folder / "figures", shown / "figures", FigureDocument, diagnostics)
    events = _read_files(folder / "events", shown / "events", EventDocument, diagnostics)
    issues = _read_files(folder / "issues", shown / "issues", IssueDocument, diagnostics)
    read = {"articles": articles, "figures": figures, "events": events, "issues": issues}
    return BriefingSources(
        id=folder.name,
        index=index,
        articles=articles,
        figures=figures,
        events=events,
        issues=issues,
        unreadable=_unreadable(folder, read),
    )


def _unreadable(folder: Path, read: Mapping[str, Sequence[SourceFile[BaseModel]]]) -> frozenset[str]:
    """Return the files below the kinds' folders that are not among those read, such as `figures/deaths`."""
    present = {f"{kind}/{path.stem}" for kind in read for path in _children(folder / kind)}
    return frozenset(present - {f"{kind}/{file.id}" for kind, files in read.items() for file in files})


def _read_files(
    folder: Path, shown: Path, kind: type[DocumentT], diagnostics: Diagnostics
) -> tuple[SourceFile[DocumentT], ...]:
    files = []
    for path in _children(folder):
        name = shown / printable(path.name)
        if path.suffix != ".md":
            _stray(name.as_posix(), diagnostics, "only files that end in .md belong here")
        elif _named_well(name.stem, name.as_posix(), diagnostics):
            file = _read_file(path, name, kind, diagnostics, file_id=path.stem)
            if file:
                files.append(file)
    return tuple(files)


def _read_file(
    path: Path, shown: Path, kind: type[DocumentT], diagnostics: Diagnostics, *, file_id: str
) -> SourceFile[DocumentT] | None:
    front_matter = read_front_matter(path, shown.as_posix(), diagnostics)
    if front_matter is None:
        return None
    body = scan_body(front_matter.body, front_matter.body_line, shown.as_posix(), diagnostics)
    document = validate(kind, front_matter.data, front_matter.positions, diagnostics)
    if document is None:
        return None
    return SourceFile(id=file_id, document=document, body=body, positions=front_matter.positions)


def _children(folder: Path) -> Iterator[Path]:
    """Yield what the folder holds, by name; hidden files belong to other tools, and links are not followed."""
    if folder.is_dir() and not folder.is_symlink():
        yield from sorted(child for child in folder.iterdir() if not child.name.startswith("."))


def _named_well(name: str, shown: str, diagnostics: Diagnostics) -> bool:
    if name in _RESERVED:
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
