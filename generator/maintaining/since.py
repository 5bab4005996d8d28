"""What of the problems found a change has brought about, or stands on lines that it touched."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Diagnostics
from generator.maintaining.checking import Checker
from generator.maintaining.revisions import opened
from generator.reading.characters import MAX_BYTES


class Since:
    """Tells problems that a change brought about from those that were there before it."""

    def __init__(self, content: Path, shown: Path, revision: str) -> None:
        """Look at a content folder as it is and as it was at a revision, or in the folder of that path.

        Raises:
            GitError: if git cannot answer.
        """
        self._shown = shown
        before = Diagnostics()
        with opened(revision, content) as (folder, _):
            if folder:
                Checker().check(folder, before, shown)
            files = [path for path in sorted(content.rglob("*")) if path.is_file() and not path.is_symlink()]
            names = [path.relative_to(content).as_posix() for path in files]
            self._touched = {
                name: _touched(path, folder / name if folder else None) for name, path in zip(names, files, strict=True)
            }
        self._before = Counter(_name(each) for each in before)

    def brought_about(self, found: Diagnostics) -> Diagnostics:
        """Return the problems that were not there before, and those on lines that were touched."""
        left = self._before.copy()
        chosen = Diagnostics()
        for each in found:
            was_there = left[_name(each)] > 0
            left[_name(each)] -= 1
            if not was_there or self._is_touched(each):
                chosen.add(each)
        return chosen

    def _is_touched(self, diagnostic: Diagnostic) -> bool:
        path = Path(diagnostic.location.path)
        inside = path.relative_to(self._shown) if path.is_relative_to(self._shown) else path
        return diagnostic.location.line in self._touched.get(inside.as_posix(), ())


def _name(diagnostic: Diagnostic) -> tuple[str, Code, str]:
    """Return what makes a problem the same one though its line has moved."""
    return diagnostic.location.path, diagnostic.code, diagnostic.message


def _touched(path: Path, before: Path | None) -> frozenset[int]:
    """Return the lines of a file, from 1, that are not as they were before; all, where there was no such file."""
    if path.stat().st_size > MAX_BYTES:
        return frozenset()  # that it is too long is an error, which is told in any case
    now = path.read_bytes()
    then = before.read_bytes() if before and before.is_file() else b""
    if now == then:
        return frozenset()
    blocks = SequenceMatcher(None, then.split(b"\n"), now.split(b"\n")).get_opcodes()
    return frozenset(line + 1 for kind, _, _, start, end in blocks if kind != "equal" for line in range(start, end))
