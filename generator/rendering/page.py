"""A page as the generator hands it on: plain HTML that any site builder can frame."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchEntry:
    """What search finds: where it leads, its title and its words, all plain text."""

    address: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of the site."""

    address: str
    """From the site's top, such as `actors/hrana.html`."""
    title: str
    full_title: str
    """With the briefing that the page belongs to, for a browser's tab."""
    description: str
    html: Markup
    headings: tuple[Heading, ...]
    search: tuple[SearchEntry, ...]
    source: str = ""
    """The file that a maintainer edits to change the page; empty where there is no single one."""
