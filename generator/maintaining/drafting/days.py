"""The day on which a page says it was published: every place that says so, and none beyond them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from generator.maintaining.drafting.linked_data import LinkedData
from generator.model.dates import PartialDate

_DAY: Final = re.compile(r"\s*([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?![0-9])")
_IN_ADDRESS: Final = re.compile(r"/([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(?![0-9])")
_META: Final = (
    *("article:published_time", "og:published_time", "datePublished", "publish-date", "publication_date"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "pubdate", "date"),
)
"""Names under which heads of pages keep the day, after Open Graph, schema.org, Dublin Core and what systems write."""


class Dated(NamedTuple):
    """A day, and where in the page it stands."""

    place: str
    day: str


def day_of(text: str) -> str:
    """Return the day that a machine's date begins with, as it stands there whatever its zone; or nothing."""
    found = _DAY.match(text)
    return _sound("-".join(found.groups())) if found else ""


def day_in_address(address: str) -> str:
    """Return the day that an address has among its folders, which is a hint and no more."""
    found = _IN_ADDRESS.search(address)
    return _sound(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}") if found else ""


def days_in_page(tree: LexborHTMLParser, data: LinkedData) -> tuple[Dated, ...]:
    """Return each place that dates the page's publication, the most trusted first, none twice."""
    found = [Dated(place, day_of(text)) for place, text in _dates(tree, data)]
    if not any(each.day for each in found):
        # An element that bears no word of publication may date anything, unless all of the page agree.
        days = {day_of(node.attributes.get("datetime") or "") for node in tree.css("time[datetime]")} - {""}
        found = [Dated("its only time element", day) for day in days if len(days) == 1]
    return tuple(dict.fromkeys(each for each in found if each.day))


def _dates(tree: LexborHTMLParser, data: LinkedData) -> Iterator[tuple[str, str]]:
    for text in data.texts("datePublished"):
        yield "JSON-LD", text
    for name in _META:
        for key in ("property", "name", "itemprop"):
            for node in tree.css(f'meta[{key}="{name}" i]'):
                yield f"meta {name}", node.attributes.get("content") or ""
    for node in tree.css("time[itemprop=datePublished], time[pubdate]"):
        yield "a time element", node.attributes.get("datetime") or ""


def _sound(day: str) -> str:
    try:
        PartialDate.parse(day)
    except ValueError:
        return ""
    return day
