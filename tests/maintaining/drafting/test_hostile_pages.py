"""Pages made to do harm: each is drafted from or refused, in a time that grows as the page does.

Nothing here looks at a clock. What took time with the square of the length, or worse, would not end before the test run
is given up: each text is so long.
"""

from __future__ import annotations

import json
import re

import pytest

from generator.maintaining.drafting import datelines, days, metadata, numbers, pages, plain, scalars
from generator.maintaining.drafting.article import Desk, Given, draft_article
from generator.maintaining.drafting.pages import SavedPage, UnusableError, read_page
from generator.maintaining.drafting.text import extract_text
from tests.drafts import desk_with

TITLED = "<html lang=en><head><title>{}</title><meta property=og:site_name content=Wire></head><body><p>Rain.</p>"
DATA = '<html lang=en><head><title>Rain</title><script type="application/ld+json">{}</script></head><p>Rain.</p>'
NAMES = [{"@id": f"#{number}"} for number in range(40_000)]
DRAFTED = {
    "lines like an archive's": "a: b\r\n" * 5_000,
    "abbreviations": "<html lang=en><title>Rain</title><p>" + "A. " * 30_000,
    "marks on one letter": "<html lang=en><title>Rain</title><p>a" + "\u0301\u0327" * 200_000,
    "an encoding named late": "<meta " * 300 + "charset=" + " " * 2_000,
    "a title of hyphens": TITLED.format(" - a" * 400_000 + " |"),
    "data in data": DATA.format('{"@type": "NewsArticle", "author": ' + "[" * 900 + '"Ada"' + "]" * 900 + "}"),
    "many names": DATA.format(json.dumps([{"@type": "NewsArticle", "author": NAMES}, *NAMES])),
    "a sentence of numbers": "<html lang=en><title>Rain</title><p>" + "7 people and " * 20_000,
}
DRAFTED |= {
    f"an archive with a {name}": f"MIME-Version: 1.0\n{header}\n\n<html lang=en><title>Rain</title><p>Rain."
    for name, header in {
        "header in brackets": "Content-Type: text/html; charset=" + "(" * 5_000,
        "coding in brackets": "Content-Type: text/html\nContent-Transfer-Encoding: " + "(" * 5_000,
        "header without end": "Content-Type: text/html;" + " a=b;" * 40_000,
    }.items()
}
REFUSED = {
    "archives in an archive": (
        "MIME-Version: 1.0\n"
        + "".join(f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n" for depth in range(1_500)),
        "this archive has too many archives in it",
    ),
}
SEEDS = (
    "A",
    " ",
    "\n",
    "1",
    ".",
    ",",
    "-",
    "[",
    "A. ",
    "a: b\r\n",
    "one ",
    "1,",
    "1 to ",
    "between 1 and ",
    " - a",
    "May 1 ",
)
PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": pattern
    for module in (datelines, days, metadata, numbers, pages, plain, scalars)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern)
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk in the sound content folder; no draft changes anything in it."""
    return desk_with(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("name", DRAFTED)
def test_hostile_pages_are_drafted(desk: Desk, name: str) -> None:
    """However a page is made, its draft is made from it, and says no more than what can be read."""
    draft = draft_article(read_page(DRAFTED[name].encode()), desk, Given(accessed="2026-03-09"))
    assert draft.text.startswith("---\ntitle:")


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_pages_are_refused(name: str) -> None:
    """What cannot be taken apart is told in a sentence, with a way out."""
    page, told = REFUSED[name]
    with pytest.raises(UnusableError) as refused:
        read_page(page.encode())
    assert (refused.value.message, bool(refused.value.hint)) == (told, True)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (SavedPage("<p>It rained." * 6_000), "the page's text has more than 5,000 paragraphs"),
        (SavedPage("It rained.\n" * 6_000, plain=b""), "the page's text has more than 5,000 paragraphs"),
        (SavedPage("It rained. " * 60_000, plain=b"It rained. " * 60_000), "the page's text is longer than 512 KiB"),
    ],
)
def test_more_than_an_article(page: SavedPage, told: str) -> None:
    """More than an article's text is refused before anything is looked for in it."""
    with pytest.raises(UnusableError) as refused:
        extract_text(page)
    assert (refused.value.message, "page.txt" in refused.value.hint) == (told, True)


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("seed", SEEDS)
def test_patterns_end(name: str, seed: str) -> None:
    """No pattern tries a text in ever more ways: each is through with one that repeats itself, then breaks off."""
    text = seed * 2_000 + "\0"
    pattern = PATTERNS[name]
    pattern.match(text.encode() if isinstance(pattern.pattern, bytes) else text)
    pattern.fullmatch(text.encode() if isinstance(pattern.pattern, bytes) else text)
