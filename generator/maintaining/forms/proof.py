"""A draft checked as if it stood in its place already."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics import Diagnostic, Diagnostics
from generator.maintaining.checking import Checker


def faults_of(text: str, path: Path, content: Path) -> list[Diagnostic]:
    """Return what the check says of a file's text at a path below the content folder; nothing is written there."""
    with TemporaryDirectory() as folder:
        copied = Path(folder) / "content"
        shutil.copytree(content, copied, symlinks=True)
        place = copied / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
        diagnostics = Diagnostics()
        Checker().check(copied, diagnostics, content)
    return [each for each in diagnostics if each.location.path == (content / path).as_posix()]
