"""Texts of strangers as YAML: whatever a page calls itself, it stays one value of one key."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generator.reading.characters import bad_characters

_PLAIN = re.compile(r"[^\W_](?:[\w .’'“”«»()/;?+–—-]*[\w.’”»()?])?")
"""What needs no quotation marks in a mapping of lines as in one in braces: no mark of YAML's is among it."""

_ADDRESS = re.compile(r"https?://[\w./?=&%~+-]+")

_MOST_MARKS: Final = 30
"""Most marks that one letter bears (Unicode, UAX #15, "Stream-Safe Text Format"): to put more of them in order takes
time with the square of their number."""


def readable(text: str) -> str:
    """Return a text in one line, in normal form, without what cannot be seen: as the strict reader takes it."""
    line = _few_marks(text)
    while True:
        line = unicodedata.normalize("NFC", " ".join(line.split()))
        # What is taken out may leave a joiner alone, or two letters side by side that make one: hence the loop.
        unseen = {offset for offset, _, _ in bad_characters(line)}
        if not unseen:
            return line
        line = "".join(character for offset, character in enumerate(line) if offset not in unseen)


def scalar(text: str) -> str:
    """Return a text as one value of YAML, made readable, and quoted where that is needed or in doubt."""
    line = readable(text)
    if _PLAIN.fullmatch(line) or _ADDRESS.fullmatch(line):
        return line
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _few_marks(text: str) -> str:
    if text.isascii():
        return text
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
