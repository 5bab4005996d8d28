"""Slips made on purpose in a copy of the real briefings, and what is then told of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from generator.diagnostics import Diagnostic, Diagnostics, Location
from generator.maintaining.checking import Checker

_BRIEFING: Final = Path("iran-us-talks-2026-02")
_HERE: Final = "☞"
"""Stands in a slip's text before what the message is to point at; it is not written into the file."""
_SAVED: Final = {"with CRLF": ("utf-8", "\r\n"), "as Windows-1252": ("cp1252", "\n"), "as UTF-16": ("utf-16", "\n")}


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """One slip: what is made wrong, what is to be told of it, and the way out that this tells."""

    name: str
    told: str
    """Severity, message and code; the hint after a bar."""
    file: str
    """The file in which it is made, from the briefing's folder."""
    right: str = ""
    """What stands in the file; nothing where the slip is a file more."""
    wrong: str = ""
    """What is written in its place."""
    mended: str | None = None
    """What the way out puts in place of `wrong`; where nothing is said, `right`."""
    moved_to: str = ""
    """Under which name the file is saved instead."""
    saved: str = ""
    """How the file is saved, if not as UTF-8 with LF."""
    deleted: bool = False
    """That the file is deleted."""
    points: str = ""
    """Where the message points, if not to a place in `wrong`."""
    told_in: str = ""
    """The file to which it points, if not that of the slip."""
    also: tuple[str, ...] = ()
    """What else is told, because it follows."""
    fix: bool = False
    """That the message carries a repair which does what the way out says."""


def slips_below(folder: Path) -> Iterator[Slip]:
    """Yield every slip in the YAML files of a folder."""
    for path in sorted(folder.glob("*.yml")):
        for name, slip in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield _slip(f"{path.stem}: {name}", slip)


def _slip(name: str, slip: Mapping[str, Any]) -> Slip:
    return Slip(name=name, **{**slip, "also": tuple(slip.get("also", ()))})


@dataclass(frozen=True, slots=True)
class Desk:
    """A content folder in which slips are made and taken back, and one checker of it."""

    content: Path
    _checker: Checker = field(default_factory=Checker)

    def report(self) -> list[Diagnostic]:
        """Return everything that is told of the folder as it stands."""
        found = Diagnostics()
        self._checker.check(self.content, found, Path(self.content.name))
        return list(found)

    @contextmanager
    def slipped(self, slip: Slip) -> Iterator[Path]:
        """Make a slip, yield the file in which it now stands, and put everything back."""
        path = self._path(slip.file)
        before = path.read_bytes() if path.exists() else None
        made = self._path(slip.moved_to or slip.file)
        made.parent.mkdir(exist_ok=True)
        try:
            if before is not None:
                path.unlink()
            if not slip.deleted:
                made.write_bytes(_encoded(self._wrong(slip, before), slip.saved))
            yield made
        finally:
            _take_away(made)
            if before is not None:
                path.write_bytes(before)

    def mend(self, slip: Slip, made: Path, before: str) -> None:
        """Do what the way out says."""
        path = self._path(slip.file)
        if slip.mended is None:
            _take_away(made)
            if before:
                path.write_text(before, encoding="utf-8")
        else:
            wrong = slip.wrong.replace(_HERE, "")
            made.write_text(_replaced(made.read_text(encoding="utf-8"), wrong, slip.mended), encoding="utf-8")

    def text(self, slip: Slip) -> str:
        """Return the text of a slip's file before the slip, or nothing where there is no such file."""
        path = self._path(slip.file)
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def place(self, slip: Slip) -> Location:
        """Return where a slip's message is to point, while the slip stands."""
        told_in = slip.told_in or slip.moved_to or slip.file
        path = Path(self.content.name) / os.path.normpath(_BRIEFING / told_in)
        if not slip.points and _HERE not in slip.wrong:
            return Location(path.as_posix())
        marked = slip.points or slip.wrong
        mark = marked.index(_HERE)
        file = self._path(told_in)
        text = file.read_bytes().decode("utf-8", errors="replace")
        offset = _offset(text, marked.replace(_HERE, "", 1)) + mark
        return Location(path.as_posix(), text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    def _path(self, file: str) -> Path:
        return Path(os.path.normpath(self.content / _BRIEFING / file))

    @staticmethod
    def _wrong(slip: Slip, before: bytes | None) -> str:
        wrong = slip.wrong.replace(_HERE, "", 1)
        text = "" if before is None else before.decode("utf-8")
        return _replaced(text, slip.right, wrong) if slip.right else (text or wrong)


def _take_away(made: Path) -> None:
    made.unlink(missing_ok=True)
    if made.parent.exists() and not any(made.parent.iterdir()):
        made.parent.rmdir()


def told(diagnostic: Diagnostic) -> str:
    """Return what a diagnostic says, without its place."""
    return str(diagnostic).removeprefix(f"{diagnostic.location}: ").replace("\n    hint: ", " | ")


def words(report: list[Diagnostic], slip: Slip) -> Counter[tuple[str, str]]:
    """Return what a report says of which file; a file keeps its name there when a slip moves it."""
    return Counter((_kept_name(each.location.path, slip), told(each)) for each in report)


def _kept_name(path: str, slip: Slip) -> str:
    return path.replace(Path(slip.moved_to).stem, Path(slip.file).stem) if slip.moved_to else path


def _encoded(text: str, saved: str) -> bytes:
    encoding, line_end = _SAVED.get(saved, ("utf-8", "\n"))
    return text.replace("\n", line_end).encode(encoding)


def _replaced(text: str, old: str, new: str) -> str:
    _offset(text, old)
    return text.replace(old, new)


def _offset(text: str, part: str) -> int:
    assert text.count(part) == 1, f"{part!r} stands {text.count(part)} times in the file"
    return text.index(part)
