"""The dateline that opens an article, and the agency that it names: `DUBAI, United Arab Emirates (AP) —`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_DATELINE: Final = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:, (?:[A-Z][a-z'’.]+ ?){1,4}?)??)"
    r"(?:, [A-Z][a-z]{2,8}\.? [0-9]{1,2})? ?\((?P<agency>[A-Z][\w ]{1,30})\) ?[—–-]{1,2} "
)


class Dateline(NamedTuple):
    """Where an article was written, and whose report it says that it is; each empty if it is not plain to see."""

    place: str = ""
    agency: str = ""


def dateline_of(first_paragraph: str) -> Dateline:
    """Return the dateline with which a text opens; only one that names its agency in brackets is told from a shout."""
    found = _DATELINE.match(first_paragraph)
    return Dateline(found["place"].strip(), found["agency"]) if found else Dateline()
