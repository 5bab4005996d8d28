"""The cards of links: what each says, that every link has one, and that none could break a page."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, load, shipped_templates
from generator.rendering.page import Page
from tests.builders import write_content
from tests.documents import nesting_faults, read_html

LEADS_TO_A_THING = re.compile(r"(actors|articles|figures|issues)/(?!index\.)|timeline\.html#(?!in--)")

CARDS = {
    "actors/ada-moor.html": (
        "person Ada Moor آدا مور Chair of the council, River Council Speaks for River Council"
        " Who was warned? nobody 2 March 2026 1 statement 1 event"
    ),
    "actors/river-council.html": (
        "organisation River Council Should the dam be rebuilt? for by 2 March 2026 1 statement 2 values 1 event"
    ),
    "actors/gazette.html": "outlet Gazette 1 article",
    "flood/figures/deaths.html": (
        "Figure not the same measure Deaths at Low Bridge How many people died in the flood at Low Bridge?"
        " at least 1,200 Relief Now documented count"
        " The numbers do not measure the same: at least 1,200 from Relief Now (Everyone, as of 1 March 2026)"
        " and 870 from an unnamed source (“a rescuer”) (Residents, published 2 March 2026)."
        " 3 voices in 2 articles 1 more voice 1 other measure"
    ),
    "flood/figures/deaths.html#wire-1--deaths": (
        "Deaths at Low Bridge at least 1,200 Everyone documented count Who Relief Now → by way of The Wire"
        " As of 1 March 2026 Article Twelve dead at Low Bridge 2 March 2026 , ¶2 at least 1,200 people"
        " not the same measure at least 1,200 and 870 do not measure the same: another population"
        " (Everyone; Residents)."
    ),
    "flood/figures/deaths.html#gazette-1--deaths": (
        "Deaths at Low Bridge about 700 Everyone official tally"
        " Who River Council → by way of The Wire → by way of Gazette"
        " As of 2 March 2026 Article Dam breaks at Low Bridge about 3 March 2026"
        " withdrawn about 700 was withdrawn on 5 March 2026. It is kept and compared with nothing."
    ),
    "flood/timeline.html#dam-break": (
        "1 March 2026 held The dam at Low Bridge breaks The dam broke while Ada Moor slept."
        " 1 March 2026 The Wire 2 March 2026 The Wire Low Bridge 1 voice in 2 articles"
    ),
    "flood/issues/rebuilding.html": (
        "Issue one voice Should the dam be rebuilt? for River Council 2 statements 2 voices in 2 articles"
    ),
    "flood/articles/gazette-1.html": (
        "about 3 March 2026 corrected Dam breaks at Low Bridge The Wire → by way of Gazette (rewrite)"
        " The Gazette carries what The Wire wrote. 2 values 1 event 1 statement"
    ),
    "flood/articles/gazette-1.html#gazette-1--statement-1": (
        "by 4 March 2026 against reported corrected an official (one) The dam is not worth rebuilding."
        " On Should the dam be rebuilt? Told by Gazette → by way of The Wire → by way of Gazette"
        " Article Dam breaks at Low Bridge about 3 March 2026"
    ),
}
"""The whole text of some cards of the sound content folder, by the address that a link to them has."""

ODD = 'A <b>B</b> & "C"\'</script>'


def built(folder: Path, files: dict[str, str]) -> dict[str, Page]:
    """Return the pages of the sound content folder with these files, by address."""
    diagnostics = Diagnostics()
    pages = build_pages(load(write_content(folder, files), diagnostics), shipped_templates(), diagnostics)
    assert [str(each) for each in diagnostics] == []
    return {page.address: page for page in pages}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the pages of the sound content folder."""
    return built(tmp_path_factory.mktemp("cards"), {})


def card_behind(address: str, pages: dict[str, Page]) -> Markup:
    """Return the card of a link to an address: that of the anchor, else that of the page."""
    page, _, anchor = address.partition("#")
    cards = pages[page].cards
    return cards[anchor] if anchor in cards else cards.get("", Markup())


@pytest.mark.parametrize("address", CARDS)
def test_a_card_says_what_its_link_leads_to(pages: dict[str, Page], address: str) -> None:
    """Each kind of card says who, when, on what ground and, where values differ, why."""
    assert CARDS[address] == read_html(card_behind(address, pages)).text


def test_every_link_to_a_thing_has_a_card(pages: dict[str, Page]) -> None:
    """Wherever a page links to an actor, an article, an event, a figure, an issue or a part of one, a card exists."""
    links = {
        urljoin(page.address, each.attributes.get("href", ""))
        for page in pages.values()
        for each in read_html(page.html).walk()
        if each.tag == "a"
    }
    to_things = {address for address in links if LEADS_TO_A_THING.match(address.removeprefix("flood/"))}
    assert len(to_things) > len(CARDS)
    assert {address for address in to_things if not card_behind(address, pages)} == set()


def test_cards_are_kept_by_ids(pages: dict[str, Page]) -> None:
    """The key of a card is an id, or several in a row: never a name that scripts have uses for, as `__proto__`."""
    anchors = {anchor for page in pages.values() for anchor in page.cards}
    assert [anchor for anchor in anchors if not re.fullmatch("[a-z0-9-]*", anchor)] == []


def test_a_value_taken_back_is_struck(pages: dict[str, Page]) -> None:
    """A card strikes a value through that a notice took back, and no other."""
    cards = pages["flood/figures/deaths.html"].cards
    assert [anchor for anchor, card in cards.items() if "<s>" in card] == ["gazette-1--deaths"]


def test_what_the_speaker_said_since_stands(tmp_path: Path) -> None:
    """An actor's card tells of the latest stance alone, and of no stance that somebody attributes to another."""
    later = """\
---
title: The council thinks again
outlet: wire
published: 2026-04-01
accessed: 2026-04-02
language: en
read: whole
statements:
  - actor: river-council
    says: Leave it.
    issue: rebuilding
    stance: against
    account: inferred
    date: 2026-04-01
    at: ¶1
---
"""
    cards = built(tmp_path, {"flood/articles/wire-2.md": later})["actors/river-council.html"].cards
    assert "Should the dam be rebuilt? against inferred 1 April 2026 2 statements" in read_html(cards[""]).text


def test_cards_are_whole_and_hold_nothing_to_press(tmp_path: Path) -> None:
    """A card is sound HTML on one line, without links, buttons or places of its own, whatever things are called."""
    files = {
        "actors/ada-moor.md": f"---\nname: {ODD!r}\nkind: person\nroles: [{{title: {ODD!r}, of: {ODD!r}}}]\n---\n",
        "flood/events/dam-break.md": f"---\ntitle: {ODD!r}\nplace: {ODD!r}\n---\nA & B\n\nC\n",
        "flood/issues/warning.md": f"---\ntitle: {ODD!r}\nkind: fact\nanswers: [nobody]\n---\n",
    }
    texts = {name: text.replace(repr(ODD), "'" + ODD.replace("'", "''") + "'") for name, text in files.items()}
    for page in built(tmp_path, texts).values():
        for card in page.cards.values():
            assert nesting_faults(card) == []
            assert "\n" not in card
            for each in read_html(card).walk():
                assert each.tag not in {"a", "button", "input", "script"}
                assert not {"id", "href", "style", "onclick"} & set(each.attributes)
