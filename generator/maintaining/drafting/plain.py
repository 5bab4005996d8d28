"""An article kept as plain text: what is its title, and what its paragraphs."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from generator.maintaining.drafting.scalars import readable

_MARKUP: Final = re.compile(r"<(?:!doctype|html|head|body|title|meta|article|div|span|h[1-6]|p|a)\b", re.IGNORECASE)
_CLOSED: Final = re.compile(r"[.!?…:;؟،][”’\"'»)]*$")
_LONGEST_TITLE: Final = 200


class PlainText(NamedTuple):
    """What a plain text says."""

    title: str
    """Its first line, where more follows and it is no sentence; else nothing."""
    paragraphs: tuple[str, ...]


def is_plain(text: str) -> bool:
    """Return whether a text is none of HTML's."""
    return _MARKUP.search(text) is None


def read_plain(text: str) -> PlainText:
    """Return the title and the paragraphs of a text: they are parted by blank lines, or else each is a line."""
    lines = text.strip().replace("\r\n", "\n")
    parted = re.split(r"\n[^\S\n]*\n\s*", lines)
    blocks = [readable(block) for block in (parted if len(parted) > 1 else lines.split("\n"))]
    first, *rest = [block for block in blocks if block] or [""]
    if rest and len(first) <= _LONGEST_TITLE and not _CLOSED.search(first):
        return PlainText(first, tuple(rest))
    return PlainText("", tuple(block for block in [first, *rest] if block))
