"""Where a file gives the words of others, of which no character is to be mended."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

import yaml

_DEEPEST: Final = 40
"""Files of the format are far from nested so deep; what is below is not looked at, but taken for verbatim."""
_NAMES: Final = {"quote", "printed"}
_Mark = yaml.Mark | yaml._yaml.Mark  # noqa: SLF001 - the stubs name the C parser's own mark
_KEY: Final = re.compile(r"(?<![\w-])(?:quote|printed)['\"]?\s*:")
_CLOSING_FENCE: Final = re.compile(r"\n---\r?\n")
_BLANK: Final = "\ue000"
"""Stands for what a parser of YAML may refuse."""
_BLANKS: Final = {"\r": " ", "\t": " "}


def verbatim_places(text: str) -> set[int]:
    """Return the offsets, from 0, of all that stands in a value of `quote` or `printed`; in doubt, of more.

    The text may be no sound YAML: from the place on where it cannot be read, everything is in doubt. So is what
    follows such a key on its line.
    """
    places: set[int] = set()
    start = 0
    for line in text.split("\n"):
        if found := _KEY.search(line):
            places.update(range(start + found.end(), start + len(line)))
        start += len(line) + 1
    return places | _values(text)


def _values(text: str) -> set[int]:
    first = text.find("\n") + 1
    fence = _CLOSING_FENCE.search(text, first)
    lines = text[first : fence.start() if fence else len(text)]
    front = "".join(each if each == "\n" or each.isprintable() else _BLANKS.get(each, _BLANK) for each in lines)
    places: set[int] = set()
    depth = read = 0
    try:
        for key, value in pairwise(yaml.parse(front, Loader=yaml.CSafeLoader)):
            read = _offset(value.start_mark)
            depth += isinstance(value, yaml.CollectionStartEvent) - isinstance(value, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                break
            is_named = isinstance(key, yaml.ScalarEvent) and key.value.replace(_BLANK, "") in _NAMES
            if is_named and isinstance(value, yaml.ScalarEvent):
                places.update(range(first + read, first + _offset(value.end_mark)))
        else:
            return places
    except yaml.YAMLError:
        pass  # it is told when the characters are in order
    return places | set(range(first + read, first + len(front)))


def _offset(mark: _Mark | None) -> int:
    return mark.index if mark else 0
