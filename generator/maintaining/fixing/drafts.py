"""Files as they would be after their repairs, held in memory until they are written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkstemp

from generator.diagnostics import Code, Diagnostic, Diagnostics, Location, Severity
from generator.maintaining.fixing.edits import LINE_END, Edit, edited, edits_of, location_of, offset_of, read

_WRITABLE = 0o222
"""The right to write a file, of its owner, its group or all; root may write without it, which is not asked for."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A repair as it was made, and where nothing may be wrong now."""

    diagnostic: Diagnostic
    places: tuple[Location, ...] = ()
    """The repaired key or value."""
    value: Location | None = None
    """Of a repaired key, its value: it must be of a shape that may stand under that key."""

    def is_wrong(self, after: Diagnostics) -> bool:
        """Return whether what was repaired is among the problems that are found afterwards."""
        return any(
            each.location in self.places or (each.location == self.value and each.code is Code.WRONG_SHAPE)
            for each in after
            if each.severity is not Severity.ADVICE
        )


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of the files of one content folder."""

    root: Path
    """The folder, resolved."""
    shown: Path
    """The folder as diagnostics call it."""
    only: Path | None = None
    """The one file to mend, resolved; None for all of them."""
    contents: dict[Path, bytes] = field(default_factory=dict)
    """What each repaired file would hold."""
    _saved: dict[Path, bytes] = field(default_factory=dict)
    """What each of them holds."""

    def mend(self, shown: str, diagnostics: Iterable[Diagnostic]) -> tuple[Mended, ...]:
        """Make the repairs of one file, and return those that could be made; lines are moved when all else is right."""
        path = self._path(shown)
        if path is None:
            return ()
        self._saved.setdefault(path, path.read_bytes())
        text = self.contents.get(path, self._saved[path]).decode()
        every = list(diagnostics)
        wanted = [each for each in every if each.code is not Code.KEY_ORDER] or every
        chosen = dict(_apart((each, edits_of(text, each)) for each in wanted))
        if not chosen:
            return ()
        edits = sorted(edit for found in chosen.values() for edit in found)
        after = edited(text, edits)
        self.contents[path] = after.encode()
        return tuple(_mended(each, text, after, edits) for each in chosen)

    def bar(self, shown: str) -> str:
        """Return why no other file may take the place of this one, or nothing where one may."""
        path = self._path(shown)
        if path is None:
            return ""
        state = path.stat()
        if not (state.st_mode & _WRITABLE and os.access(path, os.W_OK)):
            return "the file is read-only"
        return (
            "the file has another name by a hard link, under which it would stay as it is" if state.st_nlink > 1 else ""
        )

    def write(self) -> tuple[Path, ...]:
        """Write every draft that differs from its file, and return their paths.

        Raises OSError where a file cannot be written, and where somebody else has written it since it was read.
        """
        changed = [path for path in sorted(self.contents) if self.contents[path] != self._saved[path]]
        for path in changed:
            if path.is_symlink() or path.read_bytes() != self._saved[path]:
                raise OSError(errno.EBUSY, "it was changed while it was being mended", str(path))
        for path in changed:
            _replace(path, self.contents[path])
        return tuple(changed)

    def _path(self, shown: str) -> Path | None:
        if not Path(shown).is_relative_to(self.shown):
            return None
        path = self.root / Path(shown).relative_to(self.shown)
        return path if path.is_file() and path == path.resolve() and self.only in {None, path} else None


def _apart(found: Iterable[tuple[Diagnostic, tuple[Edit, ...]]]) -> Iterator[tuple[Diagnostic, tuple[Edit, ...]]]:
    """Yield the repairs of which no edit touches one of those before it."""
    taken: list[Edit] = []
    for diagnostic, edits in found:
        if edits and not any(edit.start <= other.end and other.start <= edit.end for edit in edits for other in taken):
            taken += edits
            yield diagnostic, edits


def _mended(diagnostic: Diagnostic, before: str, after: str, edits: Iterable[Edit]) -> Mended:
    """Return a repair that was made with others, and where what it repaired stands now."""
    offset = offset_of(before, diagnostic.location)
    if offset is None or diagnostic.repair == LINE_END or diagnostic.code is Code.KEY_ORDER:
        return Mended(diagnostic)
    shift = sum(len(edit.right) - edit.end + edit.start for edit in edits if edit.start < offset)
    place = location_of(after, offset + shift, diagnostic.location.path)
    if diagnostic.code is Code.WRONG_SHAPE:  # the one item of the list must be as sound as the list
        return Mended(diagnostic, (place, replace(place, column=place.column + 1)))
    front = read(after) if diagnostic.code is Code.UNKNOWN_KEY else None
    keys = front.positions.keys.items() if front else ()
    path = next((path for path, stands in keys if stands == (place.line, place.column)), None)
    value = replace(front.positions.of_value(path), path=place.path) if front and path else None
    return Mended(diagnostic, (place,), value)


def _replace(path: Path, content: bytes) -> None:
    """Write a file aside and put it in the place of the old one, so that nobody ever sees half of it."""
    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        aside.chmod(path.stat().st_mode)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
