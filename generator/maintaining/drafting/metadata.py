"""What a page says of itself: its title, who carries it, when, where and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from generator.maintaining.drafting.days import Dated, day_of, days_in_page
from generator.maintaining.drafting.linked_data import LinkedData, read_linked_data
from generator.maintaining.drafting.pages import SavedPage
from generator.maintaining.drafting.plain import read_plain
from generator.maintaining.drafting.scalars import readable
from generator.model.addresses import is_web_address

_ARCHIVED: Final = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}(?:[a-z]{2}_)?/(?P<original>https?:/.+)")
_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?")
_LONGEST: Final = 400
"""Longest title or name, in characters, that the format takes; a longer one is no title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What a page says of itself; what it does not say is empty."""

    title: str = ""
    site: str = ""
    """The name under which the site publishes."""
    bylines: tuple[str, ...] = ()
    address: str = ""
    """The article's own, canonical address."""
    archive_address: str = ""
    """Where the Wayback Machine keeps it, if the page was saved from there."""
    published: tuple[Dated, ...] = ()
    """Each day that some part of the page gives for its publication, what is most to be trusted first."""
    changed: str = ""
    """The day on which it was changed, where the page tells one."""
    language: str = ""
    dateline: str = ""
    broken: int = 0
    """How many blocks of the page's own data could not be read."""


def read_metadata(page: SavedPage) -> Metadata:
    """Return what a page says of itself, in JSON-LD, in its head and in its elements, in this order of trust."""
    if page.plain is not None:
        return Metadata(title=read_plain(page.html).title)
    tree = LexborHTMLParser(page.html)
    own, archived = _addresses(tree, page.address)
    blocks = [node.text() for node in tree.css('script[type="application/ld+json"]')]
    data = read_linked_data(blocks, own)
    own = own or next(filter(is_web_address, map(original_of, data.texts("mainEntityOfPage", "@id"))), "")
    site = _first([*data.texts("publisher"), *_meta(tree, "og:site_name", "application-name")])
    return Metadata(
        title=_title(tree, data, site),
        site=site,
        bylines=tuple(dict.fromkeys(map(readable, data.texts("author") or tuple(_meta(tree, "author", "byl"))))),
        address=own,
        archive_address=archived,
        published=days_in_page(tree, data),
        changed=day_of(data.text("dateModified") or _first(_meta(tree, "article:modified_time"))),
        language=_language(tree, data),
        dateline=_first([data.text("dateline")]),
        broken=data.broken,
    )


def original_of(address: str) -> str:
    """Return the address that the Wayback Machine kept a page from, or the address itself."""
    archived = _ARCHIVED.fullmatch(address)
    # Browsers and archives shorten two slashes inside a path to one.
    return re.sub(r"\A(https?):/+", r"\1://", archived["original"]) if archived else address


def _addresses(tree: LexborHTMLParser, given: str | None) -> tuple[str, str]:
    """Return the article's own address, and its address in the archive."""
    base = given or ""
    named = [node.attributes.get("href") or "" for node in tree.css('link[rel~="canonical"]')]
    found = [_joined(base, each.strip()) for each in [*named, *_meta(tree, "og:url")]]
    sound = [address for address in [*found, base.partition("#")[0]] if is_web_address(original_of(address))]
    archived = next((each for each in [base, *sound] if _ARCHIVED.fullmatch(each)), "")
    return next(map(original_of, sound), ""), archived if is_web_address(archived) else ""


def _joined(base: str, address: str) -> str:
    """Return an address as it is meant on a page at another; nothing where it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _meta(tree: LexborHTMLParser, *names: str) -> Iterator[str]:
    """Yield what the elements `meta` of these names hold, name by name."""
    for name in names:
        for key in ("property", "name", "itemprop"):
            for node in tree.css(f'meta[{key}="{name}"]'):
                content = node.attributes.get("content") or ""
                if content.strip():
                    yield content


def _title(tree: LexborHTMLParser, data: LinkedData, site: str) -> str:
    headings = tree.css("h1")
    heading = [headings[0].text()] if len(headings) == 1 else []
    titles = [node.text() for node in tree.css("head > title")]
    return _first([data.text("headline"), *_meta(tree, "og:title"), *heading, *titles], site)


def _first(texts: Sequence[str] | Iterator[str], site: str = "") -> str:
    """Return the first text that says something, readable, without the name of the site at its end."""
    for text in texts:
        line = readable(unescape(text))
        if site:
            line = re.sub(rf" [|–—·-] {re.escape(site)}\Z", "", line, flags=re.IGNORECASE)
        if 0 < len(line) <= _LONGEST:
            return line
    return ""


def _language(tree: LexborHTMLParser, data: LinkedData) -> str:
    root = tree.css_first("html")
    named = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    for tag in (named, data.text("inLanguage"), *_meta(tree, "og:locale", "content-language")):
        parts = _LANGUAGE.fullmatch(tag.strip())
        if parts:
            language, script, region = parts.groups(default="")
            return "-".join(filter(None, [language.lower(), script.title(), region.upper()]))
    return ""
