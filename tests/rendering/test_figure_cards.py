"""A figure's card shows the ends of the spread, each voice where its number belongs."""

from pathlib import Path

from generator.model.language import ENGLISH
from generator.rendering.figure_cards import FigureCard, figure_cards
from tests.builders import ARTICLE_HEAD, load_content

ANSWER = '  - {{figure: deaths, printed: "{value}", value: "{value}", by: [{voice}], as_of: 2026-03-01, of: total}}\n'


def card_with(folder: Path, limit: int, **answers: str) -> FigureCard:
    """Return the card of the figure with an answer for each of these actors, whose ids have hyphens for underscores."""
    figures = "".join(ANSWER.format(voice=voice.replace("_", "-"), value=value) for voice, value in answers.items())
    library = load_content(folder, {"flood/articles/case.md": f"{ARTICLE_HEAD}figures:\n{figures}---\n"})
    return next(card for card in figure_cards(library.briefings["flood"], limit, ENGLISH) if card.figure.id == "deaths")


def test_the_ends_of_the_spread_are_shown(tmp_path: Path) -> None:
    """However few voices a card has room for, the lowest and the highest are among them, and the rest are counted."""
    card = card_with(tmp_path, 2, ada_moor="10", gazette="800", wire="9,000")
    roots = [answers.attribution.root.key for answers in card.voices]
    assert (roots[0], roots[-1]) == ("river-council", "wire")  # for whom Ada Moor speaks
    assert card.others == len(card.tables[0].voices) - 2


def test_voices_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """On the small axis a higher number never stands before a lower one."""
    card = card_with(tmp_path, 9, ada_moor="10", gazette="800", wire="9,000")
    places = [card.rows[answers.latest.id].marks[0].low for answers in card.voices if answers.latest.id in card.rows]
    assert len(places) > 2
    assert places == sorted(places)


def test_one_number_has_no_axis(tmp_path: Path) -> None:
    """Where only one voice gives a number there is nothing to compare, and no plot."""
    library = load_content(tmp_path, {})
    (card,) = figure_cards(library.briefings["flood"], 1, ENGLISH)
    assert len(card.voices) == 1
    assert card.plot is None
