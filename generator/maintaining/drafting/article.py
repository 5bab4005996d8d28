"""The draft of an article: what its page says of itself is filled in, the rest is left to a person."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.assembling.registry import Names
from generator.maintaining.drafting.datelines import dateline_of
from generator.maintaining.drafting.days import day_in_address
from generator.maintaining.drafting.ids import free_id, id_of
from generator.maintaining.drafting.keys import Key, keys_of
from generator.maintaining.drafting.metadata import Metadata, read_metadata
from generator.maintaining.drafting.outlets import find_outlets, host_of
from generator.maintaining.drafting.pages import SavedPage
from generator.maintaining.drafting.stubs import find_mentions, find_stubs
from generator.maintaining.drafting.templates import render_draft
from generator.maintaining.drafting.text import ArticleText, extract_text
from generator.model.files import ArticleDocument, Document, EventEntry, ObservationEntry, StatementEntry
from generator.model.sameness import page_of
from generator.model.source import BriefingSources, Sources

_STUBBED: Final = frozenset(["figure", "printed", "value", "at"])
"""The keys of an observation that its stub has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What the maintainer says of the article; whatever is empty is left to the page."""

    accessed: str
    """The day on which the page was read."""
    reason: str = ""
    """How that day is known."""
    id: str = ""
    read: str = ""
    kept: bool = False
    """Whether the article's text is kept beside the draft."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleDraft:
    """A drafted file, and what remains to be done with it."""

    id: str
    text: str
    source: bytes
    """The article's text, to be kept where that is wanted; empty if there is none."""
    numbers: int
    """How many stubs of observations it has."""
    undecided: tuple[str, ...]
    """The keys that the format needs and the page does not tell."""
    known: tuple[str, ...] = ()
    """The paths of the briefing's articles that have the same page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What a draft is written with: all files, the briefing it is for, and the names that are taken in it."""

    sources: Sources
    briefing: BriefingSources
    taken: Container[str]
    templates: Path


def draft_article(page: SavedPage, desk: Desk, given: Given) -> ArticleDraft:
    """Return the draft of an article from its page.

    Raises UnusableError where the text is too long, ImportError where the extra `new` is not installed.
    """
    metadata = read_metadata(page)
    text = extract_text(page, metadata.title)
    outlets = find_outlets(desk.sources.actors, metadata.site, metadata.address)
    names = Names(desk.sources)
    stubs, left_off = find_stubs(text, metadata.language, desk.briefing, names)
    known = _known(metadata, given, outlets)
    draft = render_draft(
        desk.templates,
        "article.md.j2",
        metadata=metadata,
        known=known,
        outlets=outlets,
        outlet_id=_outlet_id(metadata, desk),
        given=given,
        dateline=metadata.dateline or dateline_of(text.opening).place,
        agencies=_agencies(text, desk),
        address_day=day_in_address(metadata.address),
        text=text,
        mentioned=find_mentions(text, desk.sources, names),
        stubs=stubs,
        left_off=left_off,
        **_explained(),
    )
    return ArticleDraft(
        id=given.id or free_id(_name(metadata, known, outlets), desk.taken),
        text=draft,
        source=text.kept if text.blocks else b"",
        numbers=sum(len(stub.numbers) for stub in stubs),
        undecided=tuple(key for key, value in known.items() if not value),
        known=_of_page(metadata.address, desk.briefing),
    )


def _of_page(address: str, briefing: BriefingSources) -> tuple[str, ...]:
    """Return the paths of the articles of a page."""
    named = [(file.path, file.document.url) for file in briefing.articles if address]
    return tuple(path for path, url in named if url and page_of(url) == page_of(address))


def _known(metadata: Metadata, given: Given, outlets: Sequence[str]) -> dict[str, str]:
    """Return what is known of the keys that the format needs; empty where it is left to be decided."""
    site = metadata.site or host_of(metadata.address)
    return {
        "title": metadata.title,
        "outlet": site if not outlets else outlets[0] if len(outlets) == 1 else "",
        "published": metadata.published[0].day if metadata.published else "",
        "accessed": given.accessed,
        "language": metadata.language,
        "read": given.read,
    }


def _explained() -> dict[str, object]:
    """Return the keys that a draft explains, by what the template calls them."""
    return {
        "keys": {key.name: key for key in keys_of(ArticleDocument)},
        "further": [key for key in keys_of(ObservationEntry) if key.name not in _STUBBED],
        "event_keys": _shown(EventEntry, "date", "place"),
        "statement_keys": _shown(StatementEntry, "issue", "stance"),
    }


def _name(metadata: Metadata, known: Mapping[str, str], outlets: Sequence[str]) -> str:
    """Return the id that an article is given: its outlet and its day."""
    outlet = outlets[0] if len(outlets) == 1 else id_of(metadata.site) or id_of(host_of(metadata.address)) or "article"
    return f"{outlet}-{known['published'] or 'undated'}"


def _outlet_id(metadata: Metadata, desk: Desk) -> str:
    """Return the id that an outlet nobody knows might be given, or nothing."""
    name = id_of(metadata.site) or id_of(host_of(metadata.address))
    return free_id(name, {file.id for file in desk.sources.actors}) if name else ""


def _agencies(text: ArticleText, desk: Desk) -> tuple[str, ...]:
    """Return the known agencies that the text's dateline may mean."""
    agency = dateline_of(text.opening).agency
    return find_outlets(desk.sources.actors, agency, "") if agency else ()


def _shown(kind: type[Document], *wanted: str) -> tuple[Key, ...]:
    """Return the keys that a stub shows: those needed, a few that are mostly known, who says it, and where."""
    return tuple(key for key in keys_of(kind) if key.needed or key.name in {*wanted, "by", "at"})
