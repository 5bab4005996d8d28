"""What is in the book of a briefing, in which order, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.model.briefing import Briefing
from generator.publishing.epub.leaf import Leaf, address_in_book, address_of
from generator.publishing.epub.xhtml import to_xhtml
from generator.rendering.addresses import ACTORS, briefing_page
from generator.rendering.environment import Templates
from generator.rendering.page import Page
from generator.rendering.site import LEGEND

_SECTIONS = ("index", "timeline", "figures", "issues", "articles")
"""Of a briefing's pages; the wide tables of the others need a screen."""


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf, and those that stand under it in the contents."""

    head: Leaf
    inside: tuple[Leaf, ...] = ()


@dataclass(frozen=True)
class Book:
    """The leaves of a book."""

    briefing: Briefing
    parts: tuple[Part, ...]

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf, in the order of reading."""
        return tuple(leaf for part in self.parts for leaf in (part.head, *part.inside))

    @cached_property
    def _anchors(self) -> Mapping[str, frozenset[str]]:
        return {leaf.page.address: leaf.anchors for leaf in self.leaves}

    def xhtml(self, leaf: Leaf) -> Markup:
        """Return what a leaf says; what it links to outside the book, but on the site, it only names."""
        return to_xhtml(leaf.body, lambda link: self._follow(link, leaf.page.address))

    def _follow(self, link: str, page: str) -> str | None:
        path, _, anchor = link.partition("#")
        anchors = self._anchors.get(address_of(path, page))
        if anchors is None:
            return link if urlsplit(link).scheme else None
        place = f"#{anchor}" if anchor in anchors else ""
        return f"{address_in_book(path) if path else ''}{place}" or None


def bind(briefing: Briefing, pages: Mapping[str, Page], templates: Templates) -> Book:
    """Return the book of a briefing: its own pages, the actors they lead to, and the legend.

    `pages` are all of the site, by address.
    """
    parts = [_section(briefing, name, pages) for name in _SECTIONS]
    named = {target for part in parts for leaf in (part.head, *part.inside) for target in leaf.targets()}
    actors = [page for page in _below("actors/", pages) if page.address in named]
    actors.sort(key=lambda page: page.title.casefold())
    parts.append(_part(briefing, _list_of(actors, pages[ACTORS], templates), actors))
    parts.append(_part(briefing, pages[LEGEND], ()))
    return Book(briefing, tuple(parts))


def _list_of(actors: Sequence[Page], everybody: Page, templates: Templates) -> Page:
    """Return the site's page on everybody with the actors of a book alone."""
    language = templates.language(everybody.language)
    return replace(
        everybody, html=templates.render("epub/actors.html.j2", language, title=everybody.title, actors=actors)
    )


def _section(briefing: Briefing, name: str, pages: Mapping[str, Page]) -> Part:
    alone = pages.get(briefing_page(briefing.id, name))
    head = alone or pages[briefing_page(briefing.id, f"{name}/index")]
    return _part(briefing, head, _below(f"{briefing.id}/{name}/", pages))


def _below(folder: str, pages: Mapping[str, Page]) -> list[Page]:
    index = f"{folder}index.html"
    return [page for address, page in pages.items() if address.startswith(folder) and address != index]


def _part(briefing: Briefing, head: Page, inside: Iterable[Page]) -> Part:
    """Return a part with its leaves in the order in which the first of them links to the others."""
    first = Leaf.of(head, briefing.id)
    places = {address: place for place, address in enumerate(first.targets())}
    inside = sorted(inside, key=lambda page: places.get(page.address, len(places)))
    return Part(first, tuple(Leaf.of(page, briefing.id) for page in inside))
