"""The book of each briefing, for e-readers, made of the finished pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from generator.model.briefing import Library
from generator.publishing.epub.book import bind
from generator.publishing.epub.package import Package
from generator.rendering.addresses import book_address, briefing_page
from generator.rendering.environment import Templates
from generator.rendering.page import Page, SiteFile


def make_books(library: Library, pages: Iterable[Page], folder: Path, site: str) -> Iterator[SiteFile]:
    """Yield the book of every briefing, made of the site's finished pages.

    `site` is its address, or nothing where it has none. A folder of templates without `epub/` makes no books.
    """
    if not (folder / "epub").is_dir():
        return
    templates = Templates(folder)
    by_address = {page.address: page for page in pages}
    for briefing in library.briefings.values():
        book = bind(briefing, by_address, templates)
        online = urljoin(site, briefing_page(briefing.id)) if site else ""
        yield SiteFile(book_address(briefing.id), Package(book, templates, online).packed())
