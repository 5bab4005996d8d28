"""Words are made alike: what readers type and what texts say meet in one form."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.search.tables import FORMS, STOP_WORDS
from generator.publishing.search.words import STOPPED, fold, words

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "nothing")
def test_words(case: dict[str, Any]) -> None:
    """A text has the words that the table says."""
    assert words(case["text"]) == case["words"]


@given(st.text())
def test_words_of_words_are_the_same(text: str) -> None:
    """A word in its one form is found by that form: whatever is looked up is what was put down."""
    found = words(text)
    assert [again for word in found for again in words(word)] == found


@given(st.text(), st.text())
def test_a_gap_divides(one: str, other: str) -> None:
    """What stands on either side of a full gap is read by itself."""
    assert words(f"{one} | {other}") == words(one) + words(other)


@given(st.integers(0, 10**15), st.sampled_from([",", ".", " ", "\u00a0", "\u2009", "\u202f", "'", "’", "٬", ""]))
def test_a_number_is_one_word_in_every_notation(number: int, separator: str) -> None:
    """However its digits are grouped, and in whatever digits it is written, a whole number is one and the same word."""
    grouped = f"{number:,}".replace(",", separator)
    persian = grouped.translate({ord("0") + digit: ord("۰") + digit for digit in range(10)})
    assert words(grouped) == words(persian) == [str(number)]


@given(
    st.decimals(0, 10**9, places=2).filter(lambda number: number % 1 != 0 and number >= 1000),
    st.sampled_from([".,", ",."]),
)
def test_a_decimal_is_one_word_whichever_point_it_has(number: Decimal, points: str) -> None:
    """A number with decimals is the same word with a point as with a comma."""
    printed = f"{number:,}".translate({ord(","): points[1], ord("."): points[0]})
    assert words(printed) == [str(number.normalize())]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded is folded."""
    assert fold(fold(text)) == fold(text)


def test_the_tables_agree() -> None:
    """No word that is stopped stands for another, and what forms stand for is itself in its one form."""
    assert STOPPED & (FORMS.keys() | set(FORMS.values())) == set()
    assert [word for word in FORMS.values() if words(word) != [word]] == []
    assert [word for word in FORMS if words(word) != [FORMS[word]]] == []
    assert len(STOPPED) <= len(STOP_WORDS)
