"""Every fact of the three primary articles is on the site, with who said it, when, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.documents import Element, read_html

BRIEFING = "iran-us-talks-2026-02"
LONGEST = 1600
"""Longest text, in characters, whose words stand together: a row, an item or a card, never a whole page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Words that stand together on a page."""

    page: str
    words: tuple[str, ...]


def articles() -> dict[str, dict[str, Any]]:
    """Return the primary articles by id."""
    text = (Path(__file__).parent / "facts.yml").read_text(encoding="utf-8")
    listed: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return listed


def facts() -> list[Fact]:
    """Return every fact, once for each page that it stands on."""
    found = []
    for article, listed in articles().items():
        for fact in listed["facts"]:
            where = fact.get("where", f"articles/{article}.html")
            found.append(Fact(page=where, words=tuple(fact["words"])))
            if "also" in fact:
                found.append(Fact(page=fact["also"], words=(*fact["words"], *([fact["by"]] if "by" in fact else []))))
    return found


@cache
def texts(path: Path) -> tuple[str, list[str]]:
    """Return the title of a page, and the text of every element that holds no more than belongs together."""
    elements = list(read_html(path.read_text(encoding="utf-8")).walk())
    title = next(each.text.casefold() for each in elements if each.tag == "h1")
    return title, [text for text in (each.text.casefold() for each in elements) if text and len(text) <= LONGEST]


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: f"{fact.page.rpartition('/')[2]}: {' · '.join(fact.words)}")
def test_every_fact_is_told(fact: Fact, built_site: Path) -> None:
    """The words of the fact stand together on its page."""
    is_actor = fact.page.startswith("actors/")
    title, together = texts(built_site / (fact.page if is_actor else f"{BRIEFING}/{fact.page}"))
    words = [word.casefold() for word in fact.words]
    assert any(all(word in text or (is_actor and word in title) for word in words) for text in together)


@pytest.mark.parametrize("article", articles())
def test_every_article_has_its_card(article: str, built_site: Path) -> None:
    """The article's page says whose report it is, who carries it and when it appeared, and links to its address."""
    listed = articles()[article]
    page: Element = read_html((built_site / BRIEFING / "articles" / f"{article}.html").read_text(encoding="utf-8"))
    assert [words for words in listed["page"] if words not in page.text] == []
    assert listed["address"] in {each.attributes.get("href") for each in page.walk()}
