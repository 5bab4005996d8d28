"""Keys put in order by moving their lines, with the comments above them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.key_order import keys_by_line
from generator.model.source import KeyPath, Positions


def moved_lines(
    text: str, positions: Positions, path: KeyPath, order: Sequence[str]
) -> tuple[int, int, list[str]] | None:
    """Return from which line up to which (from 0) the keys of a mapping stand, and those lines in the right order.

    A key takes with it the comments directly above it, and the blank lines above those. None stands for a mapping in
    braces, for other keys than those of `order`, and for comments above the first key that may be about all of them.
    """
    keys = keys_by_line(positions).get(path, ())
    if sorted(keys) != sorted(order):
        return None
    lines = text.split("\n")
    starts = [positions.keys[(*path, key)][0] - 1 for key in keys]
    indent = positions.keys[(*path, keys[0])][1] - 1
    if order[0] != keys[0] and _is_comment(lines[starts[0] - 1]) and not lines[starts[0]][:indent].strip():
        return None
    first, *others = starts
    tops = [first, *(_top(lines, start, above) for above, start in zip(starts, others, strict=False))]
    end = _end(lines, starts[-1], indent)
    blocks = {
        key: (lines[top:start], lines[start:after])
        for key, top, start, after in zip(keys, tops, starts, [*tops[1:], end], strict=True)
    }
    dash, blank = lines[first][:indent], " " * indent
    moved: list[str] = []
    for key in order:
        above, (line, *below) = blocks[key]
        moved += [*above, (blank if moved else dash) + line[indent:], *below]
    return first, end, moved


def _top(lines: Sequence[str], start: int, above: int) -> int:
    """Return the first of the blank lines and comments that belong to the key on line `start`."""
    top = start
    while top - 1 > above and _is_comment(lines[top - 1]):
        top -= 1
    while top - 1 > above and not lines[top - 1].strip():
        top -= 1
    return top


def _end(lines: Sequence[str], start: int, indent: int) -> int:
    """Return the line after the last one that belongs to the value of the key on line `start`."""
    end = start + 1
    for at in range(start + 1, len(lines)):
        line = lines[at]
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and not _is_comment(line):
            if depth < indent or (depth == indent and not line[depth:].startswith("- ")) or line == "---":
                break
            end = at + 1
    return end


def _is_comment(line: str) -> bool:
    return line.lstrip(" ").startswith("#")
