"""A page as the generator hands it on: plain HTML that any site builder can frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents."""

    level: int
    anchor: str
    text: str


class SearchKind(StrEnum):
    """What search finds, in the order in which equals are listed."""

    BRIEFING = "briefing"
    ACTOR = "actor"
    FIGURE = "figure"
    ISSUE = "issue"
    EVENT = "event"
    DAY = "day"
    """What was known on it."""
    ARTICLE = "article"
    STATEMENT = "statement"
    OBSERVATION = "observation"
    PAGE = "page"
    """A page about the rest, or a section of one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchEntry:
    """What search finds: where it leads, its title and its words, all plain text."""

    address: str
    """From the site's top, with the place on the page."""
    title: str
    kind: SearchKind = SearchKind.PAGE
    names: tuple[str, ...] = ()
    """What it is known by besides its title: aliases, a name in its own script, a value as a number."""
    when: str = ""
    """The date it speaks about, in words."""
    context: str = ""
    """The briefing it belongs to, or the page that a section is of; shown, and not searched."""
    text: str = ""
    """The words of which those around a match are shown."""
    weight: int = 0
    """Of its kind, what weighs more comes first where words match alike."""


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
    language: str
    """The BCP 47 tag of its own words: the briefing's, or the site's."""
    direction: str
    """`ltr` or `rtl`."""
    headings: tuple[Heading, ...]
    search: tuple[SearchEntry, ...]
    """Where there are none, the page itself can be found, section by section."""
    source: str = ""
    """The file that a maintainer edits to change the page; empty where there is no single one."""
    cards: Mapping[str, Markup] = field(default_factory=dict)
    """What a link to this page shows when it is looked at: by the anchor it leads to, the page itself under ``""``."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page, such as a part of the search index."""

    address: str
    """From the site's top."""
    content: bytes
