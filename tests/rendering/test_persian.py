"""The pages of a Persian briefing: in Persian throughout, on a Persian site and on an English one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, shipped_templates
from generator.rendering.frame import Frames
from generator.rendering.page import Page
from tests.persian import persian_library
from tools.messages import collect

_TAGS = re.compile(r"<[^>]*>")
_WORDS_IN_TAGS = re.compile(r'(?:aria-label|title|placeholder|data-label|data-told)="([^"]*)"')


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """Return the pages of a Persian site."""
    return build_pages(persian_library(), shipped_templates(), Diagnostics(), "fa")


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Return every message and term, in English; those without a word say nothing in any language."""
    return {
        text
        for message in collect()
        for text in ([message.id] if isinstance(message.id, str) else message.id)
        if re.search("[A-Za-z]{2}", re.sub(r"%\(\w+\)s|\{\w*\}|p\.", "", text))
    }


def texts(html: str) -> Iterator[str]:
    """Yield every stretch of text of a page, and every label."""
    yield from (unescape(text).strip() for text in _TAGS.split(html))
    yield from (unescape(text) for text in _WORDS_IN_TAGS.findall(html))


def test_no_page_says_in_english_what_could_be_said_in_persian(pages: tuple[Page, ...], english: set[str]) -> None:
    """No text of a page, of a card or of the frame is an English message, or one with its values filled in."""
    frame = Frames(shipped_templates()).around("", "fa")
    shown = {page.address: [str(page.html), *map(str, page.cards.values())] for page in pages}
    shown |= {name: [str(part)] for name, part in frame.items()}
    filled = re.compile("|".join(_with_anything(text) for text in sorted(english)))
    found = {(name, text) for name, parts in shown.items() for html in parts for text in texts(html)}
    printed = {"about 700", "some 650", "30 hours", "Stone Bridge counts its dead", "The dam breaks"}
    assert {(name, text) for name, text in found if text not in printed and filled.fullmatch(text)} == set()


def _with_anything(message: str) -> str:
    """Return the pattern of a message with anything in its places."""
    return ".+".join(map(re.escape, re.split(r"%\(\w+\)s|\{\w*\}", message)))


def test_titles_and_descriptions_are_persian(pages: tuple[Page, ...]) -> None:
    """What a browser's tab and a search engine show of a page is in its language, too."""
    told = [text for page in pages for text in (page.full_title, page.description)]
    assert [text for text in told if not re.search("[آ-ی]", text) and text != "The Ledger"] == []


def test_every_page_runs_to_the_left(pages: tuple[Page, ...]) -> None:
    """Each page of a Persian site is marked as Persian, and as running from right to left."""
    assert {(page.language, page.direction) for page in pages} == {("fa", "rtl")}


def test_on_an_english_site_the_briefing_alone_is_persian() -> None:
    """A briefing keeps its language wherever it is built; what is not about it alone is in the site's."""
    pages = build_pages(persian_library(), shipped_templates(), Diagnostics(), "en")
    assert {page.address.startswith("seyl/") for page in pages if page.language == "fa"} == {True}
    assert {page.address.startswith("seyl/") for page in pages if page.language == "en"} == {False}


def test_values_of_the_pages_language_need_no_reading(pages: tuple[Page, ...]) -> None:
    """Neither a Persian wording nor an English one has our reading beside it; a plot tells both in Persian digits."""
    figure = next(page for page in pages if page.address == "seyl/figures/koshtegan.html")
    assert "(at least 1,200" not in figure.html
    assert ("≥ ۱٬۲۰۰" in figure.html, "≈ ۷۰۰" in figure.html) == (True, True)
