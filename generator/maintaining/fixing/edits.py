"""One diagnostic's repair as edits of the file's text, each proved before it is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Code, Diagnostic, Diagnostics, Location, Repair
from generator.maintaining.fixing.moving import moved_lines
from generator.model.source import KeyPath
from generator.reading.frontmatter import FrontMatter, front_matter_of

LINE_END = Repair("\r\n", "\n")
"""Is made at every line end of the file, not only where it stands."""


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """What takes the place of the characters from `start` up to `end`, counted from 0."""

    start: int
    end: int
    right: str


def edits_of(text: str, diagnostic: Diagnostic) -> tuple[Edit, ...]:
    """Return the edits that mend what a diagnostic tells of a file with this text; none where that cannot be proved.

    After them the strict reader reads what was meant, and everything else as before.
    """
    repair = diagnostic.repair
    start = offset_of(text, diagnostic.location)
    if repair is None or start is None:
        return ()
    if repair == LINE_END:
        return tuple(Edit(found.start(), found.end(), "\n") for found in re.finditer("\r\n", text))
    if diagnostic.code is Code.BAD_CHARACTER:
        return _plain_edit(text, start, repair)
    before = read(text)
    if before and diagnostic.location.line >= before.body_line:
        return _plain_edit(text, start, repair)
    make = _moves if diagnostic.code is Code.KEY_ORDER else _scalar_edit
    return make(text, diagnostic, before) if before else ()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made in it, of which no two overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.right + text[edit.end :]
    return text


def offset_of(text: str, location: Location) -> int | None:
    """Return where in a file's text a location is, or None where it is not."""
    lines = text.split("\n")
    if location.line > len(lines) or location.column > len(lines[location.line - 1]) + 1:
        return None
    return sum(len(line) + 1 for line in lines[: location.line - 1]) + location.column - 1


def location_of(text: str, offset: int, path: str) -> Location:
    """Return the place of an offset of a file's text."""
    return Location(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def read(text: str) -> FrontMatter | None:
    """Return the front matter as the strict reader reads it, or None where it cannot."""
    return front_matter_of(text.encode(), "", Diagnostics())


def _plain_edit(text: str, start: int, repair: Repair) -> tuple[Edit, ...]:
    if not text.startswith(repair.written, start):
        return ()
    return (Edit(start, start + len(repair.written), repair.right),)


def _scalar_edit(text: str, diagnostic: Diagnostic, before: FrontMatter) -> tuple[Edit, ...]:
    repair = diagnostic.repair
    start = offset_of(text, diagnostic.location)
    expected = _mended(before, diagnostic)
    if repair is None or start is None or expected is None:
        return ()
    mark = text[start] if text[start : start + 1] in {"'", '"'} else ""
    written = f"{mark}{repair.written}{mark}"
    # What is plain may have to be quoted to be the same text still.
    for right in dict.fromkeys((f"{mark}{repair.right}{mark}", repair.right, f'"{repair.right}"')):
        edits = _plain_edit(text, start, Repair(written, right))
        if edits and _reads(edited(text, edits), expected, text):
            return edits
    return ()


def _reads(text: str, expected: dict[str, Any], before: str) -> bool:
    """Return whether the strict reader reads what is expected, with nothing else to tell than before."""
    old, new = Diagnostics(), Diagnostics()
    former, front = front_matter_of(before.encode(), "", old), front_matter_of(text.encode(), "", new)
    is_expected = front is not None and former is not None and (front.data, front.body) == (expected, former.body)
    return is_expected and len(new) <= len(old)


def _mended(before: FrontMatter, diagnostic: Diagnostic) -> dict[str, Any] | None:
    """Return what is to be read once the repair is made, or None where nothing of the kind stands there."""
    repair = diagnostic.repair
    place = (diagnostic.location.line, diagnostic.location.column)
    key = next((path for path, stands in before.positions.keys.items() if stands == place), None)
    paths = [path for path, stands in before.positions.values.items() if stands == place] if key is None else [key]
    if repair is None or not paths or not paths[-1]:
        return None
    data = deepcopy(before.data)
    *_, path = paths
    holder: Any = _held(data, path[:-1])
    if key is not None:
        if path[-1] != repair.written or repair.right in holder:
            return None
        holder[repair.right] = holder.pop(path[-1])
    elif holder[path[-1]] == repair.written:
        is_item = diagnostic.code is Code.WRONG_SHAPE
        holder[path[-1]] = [repair.written] if is_item else repair.right
    else:
        return None
    return data


def _held(data: Any, path: KeyPath) -> Any:  # noqa: ANN401 - a nested tree
    for step in path:
        data = data[step]
    return data


def _moves(text: str, diagnostic: Diagnostic, before: FrontMatter) -> tuple[Edit, ...]:
    repair = diagnostic.repair
    place = (diagnostic.location.line, diagnostic.location.column)
    path = next((path[:-1] for path, stands in before.positions.keys.items() if stands == place), None)
    if repair is None or path is None:
        return ()
    moved = moved_lines(text, before.positions, path, repair.right.split(", "))
    if moved is None:
        return ()
    first, last, lines = moved
    every = text.split("\n")
    start = sum(len(line) + 1 for line in every[:first])
    edit = Edit(start, start + len("\n".join(every[first:last])), "\n".join(lines))
    return (edit,) if _reads(edited(text, [edit]), before.data, text) else ()
