"""The cards of links, in scripts beside the pages that the links lead to: a page on a disk can read nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.publishing.scripts import data_script
from generator.rendering.page import Page, SiteFile


def card_files(pages: Iterable[Page]) -> Iterator[SiteFile]:
    """Yield a script for every page that has cards: `actors/hrana.cards.js` beside `actors/hrana.html`."""
    for page in pages:
        if page.cards:
            yield SiteFile(page.address.removesuffix(".html") + ".cards.js", data_script("briefingCards", page.cards))
