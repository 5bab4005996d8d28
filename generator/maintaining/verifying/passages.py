"""Where words stand in a text: exactly, as words and numbers of their own, and in which paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from generator.model.wordings import EXPONENTS
from generator.reading.characters import printable

_CONTEXT: Final = 30
"""How many characters of the nearest passage are shown on each side."""
_LIKENESS: Final = 60.0
"""Least similarity, in per cent, of a passage that is worth showing."""

_SCALES: Final = "|".join(EXPONENTS)
_NUMBER_BEFORE: Final = re.compile(r"(?:[-−]|[\d\s]–|(?:\d|\s)[.,٫٬]|\d[/:%'’])\Z")
"""A sign, the beginning of a range or a fraction, an hour: what follows is no number of its own."""
_NUMBER_AFTER: Final = re.compile(rf"[-–−/:.,٫٬%'’]\d|[ -](?:{_SCALES})s?\b| \d+/\d", re.IGNORECASE)
_GROUP_BEFORE: Final = re.compile(r"(?<![\w.,])\d{1,3} \Z")
_GROUP: Final = re.compile(r"\d{3}(?!\d)")
"""Of digits grouped by spaces, as in '6 430', every group but the first."""
_NEAR: Final = 16
"""How many characters on each side of a number may make it another."""

_CLOSED: Final = re.compile(r"[.؟۔][”’\"'»)]*$")
_LONGEST_HEADING: Final = 200
_WIDEST_LINE: Final = 160
"""A longer line was not broken to fit a window: it is a paragraph."""


def folded(text: str) -> str:
    """Return a text in one line, its white space folded."""
    return " ".join(text.split())


def stands_in(words: str, text: str) -> bool:
    """Return whether the words stand in a folded text, and not as a part of a longer word or number."""
    sought = folded(words)
    found = re.finditer(rf"(?<!\w)(?<!\d[.,]){re.escape(sought)}(?!\w)(?![.,]\d)", text)
    return any(_is_whole(sought, text, *each.span()) for each in found)


def _is_whole(sought: str, text: str, start: int, end: int) -> bool:
    """Return whether digits at the ends of the words begin and end their number."""
    if sought[:1].isdecimal():
        before = text[max(0, start - _NEAR) : start]
        if _NUMBER_BEFORE.search(f" {before}") or (_GROUP.match(sought) and _GROUP_BEFORE.search(before)):
            return False
    if sought[-1:].isdecimal():
        after = text[end : end + _NEAR]
        return not (_NUMBER_AFTER.match(after) or (after[:1] == " " and _GROUP.match(after, 1)))
    return True


def nearest(words: str, text: str) -> str:
    """Return a hint with the passage of a folded text that is most like the words."""
    near = fuzz.partial_ratio_alignment(words, text, score_cutoff=_LIKENESS)
    if near is None:
        return "nothing like it stands there; see whether it is the right text"
    start, end = max(0, near.dest_start - _CONTEXT), near.dest_end + _CONTEXT
    return f"the nearest passage is: … {printable(text[start:end])} …"


class Paragraphs:
    """The paragraphs of a plain text, by every way of counting them that its line breaks allow."""

    def __init__(self, text: str) -> None:
        lines = [folded(line) for line in text.splitlines() if line.strip()]
        blocks = [folded(block) for block in re.split(r"\n[^\S\n]*\n\s*", text.strip())]
        self._countings: list[Sequence[str]] = []
        if any(len(line) > _WIDEST_LINE for line in lines):
            self._countings.append(lines)
        if len(blocks) > 1:
            self._countings.append(blocks)

    def of(self, words: str) -> list[tuple[int, int]]:
        """Return the least and the greatest number of each paragraph in which the words stand.

        They differ by how many headings may stand before it, for headings may be counted or not. Nothing is returned
        where the words stand in no one paragraph, or paragraphs cannot be told.
        """
        return [span for counting in self._countings for span in _spans(words, counting)]


def _spans(words: str, parts: Sequence[str]) -> list[tuple[int, int]]:
    spans, before = [], 0
    for number, part in enumerate(parts, 1):
        if stands_in(words, part):
            spans.append((before + 1, number))
        before += not _may_be_heading(part)
    return spans


def _may_be_heading(part: str) -> bool:
    return len(part) <= _LONGEST_HEADING and not _CLOSED.search(part)
