"""A finished page on its way into a book, without what only a screen has a use for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.rendering.page import Page

_FOR_SCREENS = "form, button, script, svg.mark, .path, .more, [hidden], [data-screen]"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the site as a page of a book."""

    page: Page
    body: LexborNode
    anchors: frozenset[str]
    """Every place on the leaf that a link can lead to."""

    @classmethod
    def of(cls, page: Page, briefing: str) -> Leaf:
        """Return a page's leaf in the book of a briefing, without what it says about others."""
        (body,) = LexborHTMLParser(page.html).css("body")
        for node in body.css(f'{_FOR_SCREENS}, [data-briefing]:not([data-briefing="{briefing}"])'):
            node.decompose()
        return cls(page, body, frozenset(node.id for node in body.css("[id]") if node.id))

    @property
    def address(self) -> str:
        """The place of the leaf in the book: pages keep their places to each other."""
        return address_in_book(self.page.address)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a drawing on the leaf, which a book has to tell of."""
        return self.body.css_first("svg") is not None

    def targets(self) -> tuple[str, ...]:
        """Return every address, from the site's top, that the leaf links to, each at its first place."""
        links = ((node.attributes["href"] or "").partition("#")[0] for node in self.body.css("a[href]"))
        return tuple(dict.fromkeys(address_of(link, self.page.address) for link in links))


@lru_cache(maxsize=10_000)
def address_of(link: str, page: str) -> str:
    """Return what a link on a page leads to, from the site's top."""
    return urljoin(page, link)


def address_in_book(page: str) -> str:
    """Return the address in a book of the page that has this address on the site."""
    return page.removesuffix(".html") + ".xhtml"
