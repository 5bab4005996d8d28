"""The cards of links, in scripts beside the pages that the links lead to: a page on a disk can read nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.rendering.page import Page, SiteFile

_UNSAFE = "<>&\u2028\u2029"
"""Letters that could end a script, or a line of one, where a host takes the file for something else."""


def card_files(pages: Iterable[Page]) -> Iterator[SiteFile]:
    """Yield a script for every page that has cards: `actors/hrana.cards.js` beside `actors/hrana.html`."""
    for page in pages:
        if page.cards:
            yield SiteFile(page.address.removesuffix(".html") + ".cards.js", _script(page.cards))


def _script(cards: Mapping[str, str]) -> bytes:
    """Return a call of the function that `cards.js` keeps ready, with the cards by their anchors."""
    data = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    for letter in _UNSAFE:
        data = data.replace(letter, f"\\u{ord(letter):04x}")
    return f"briefingCards({data});\n".encode()
