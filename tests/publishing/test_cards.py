"""The scripts that bring cards to pages: beside the page, whole, and nothing but data."""

import json

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.fields import ID
from generator.publishing.cards import card_files
from generator.rendering.page import Page

OPENING, CLOSING = "briefingCards(", ");\n"
IDS = st.from_regex(ID, fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8")).map(Markup)


def page(cards: dict[str, Markup]) -> Page:
    """Return a page with these cards."""
    return Page(
        address="a/b.html",
        title="A",
        full_title="A",
        description="",
        html=Markup("<h1>A</h1>"),
        headings=(),
        search=(),
        language="en",
        direction="ltr",
        cards=cards,
    )


def test_a_page_without_cards_has_no_script() -> None:
    """Only pages with cards have a script, which stands beside them under their name."""
    assert list(card_files([page({})])) == []
    assert [file.address for file in card_files([page({"": Markup("x")})])] == ["a/b.cards.js"]


@given(st.dictionaries(IDS, TEXTS, min_size=1))
def test_a_script_holds_the_cards_and_cannot_be_left(cards: dict[str, Markup]) -> None:
    """What goes in comes out, and no letter is left that ends a script or a line, or opens a tag."""
    [file] = card_files([page(cards)])
    text = file.content.decode()
    assert text.startswith(OPENING)
    assert text.endswith(CLOSING)
    data = text.removeprefix(OPENING).removesuffix(CLOSING)
    assert json.loads(data) == cards
    assert not set("<>&\u2028\u2029\n") & set(data)
