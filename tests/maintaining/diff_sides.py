"""The two sides of a diff, made of the sound content folder and what a case changes in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.maintaining.diff import Side, load_side
from tests.builders import SOUND, write_content

Files = Mapping[str, str | list[str] | None]
"""Files by name: their text, `[written, right]` of the sound folder's file, or None for a file that goes away."""


def side_of(folder: Path, name: str, files: Files) -> Side:
    """Write the sound content folder with these files, and return it as a side."""
    return load_side(name, write_files(folder / name, files), Path("briefings"))


def write_files(folder: Path, files: Files) -> Path:
    """Write the sound content folder with these files, and return it."""
    content = write_content(folder, {name: _text(name, given) for name, given in files.items() if given is not None})
    for name in (name for name, given in files.items() if given is None):
        (content / name).unlink()
    return content


def _text(name: str, given: str | list[str]) -> str:
    if isinstance(given, str):
        return given
    written, right = given
    text = (SOUND / name).read_text(encoding="utf-8")
    assert text.count(written) == 1, (name, written)
    return text.replace(written, right)
