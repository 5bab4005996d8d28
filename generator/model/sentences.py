"""Where sentences end, in prose and in the text of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"(?<=[.!?…؟])[”»’\"')\]]*\s+(?=[\"“«‘(\[]*[\w])|\n\s*\n|\n(?=\s{0,3}([-*+>#]|[0-9]+\.))")
_ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Adm|Gen|Sen|Rep|U\.S|U\.N|U\.K|No|vs|e\.g|i\.e)\.$")

_LONGEST: Final = 8
"""Before a boundary, an abbreviation is looked for within so many characters, more than the longest has."""


def sentence_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text ends and the next begins, by offsets; an abbreviation ends none."""
    start = 0
    for boundary in _END.finditer(text):
        last, end = max(start, boundary.start() - _LONGEST), boundary.start()
        if boundary[0].strip(" ") or not _ABBREVIATION.search(text, last, end):
            yield boundary.span()
            start = boundary.end()
