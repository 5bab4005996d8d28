"""Numbers in the text of an article: found as printed, shown with few words, and never guessed at."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.maintaining.drafting.numbers import find_numbers
from generator.model.quantities import Quantity

CASES = yaml.safe_load((Path(__file__).parent / "number_cases.yml").read_text(encoding="utf-8"))
OTHERS = yaml.safe_load((Path(__file__).parent / "number_cases_of_other_languages.yml").read_text(encoding="utf-8"))
WORDS = st.sampled_from(
    "the a dead 12 3,919 at least in 2025 Dec. 28 two-thirds U.S. half. 40 % more than one — ۲۱۴ $3 million. Of".split()
)


@pytest.mark.parametrize("sentence", CASES)
def test_numbers(sentence: str) -> None:
    """Each number is found with what qualifies it; dates, names and ordinals are not among them."""
    found = [{each.text: each.value} for every in find_numbers([(1, sentence)], "en") for each in every.numbers]
    assert CASES[sentence] == found


def test_words_are_read_in_english_alone() -> None:
    """In a text of another language, only digits are known to be numbers."""
    found = list(find_numbers([(4, "Der six war dort, 12 ten weit.")], "de"))
    assert [(each.paragraph, [number.text for number in each.numbers]) for each in found] == [(4, ["12"])]


@pytest.mark.parametrize(("language", "sentence"), [(each, line) for each in OTHERS for line in OTHERS[each]])
def test_numbers_of_other_languages(language: str, sentence: str) -> None:
    """A number with a power of ten or a qualifier is printed whole and left open; days and years are no numbers."""
    found = [{each.text: each.value} for every in find_numbers([(1, sentence)], language) for each in every.numbers]
    assert OTHERS[language][sentence] == found


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_law_of_twelve_words(text: str) -> None:
    """A sentence is shown by one fragment of its own words, twelve at most, around its first number."""
    for each in find_numbers([(1, text)], "en"):
        fragment = each.fragment.removeprefix("…").removesuffix("…")
        assert len(fragment.split()) <= 12
        assert fragment in " ".join(each.text.split())


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_law_of_print(text: str) -> None:
    """A number stands in the text as it is printed, and its value is one of the grammar."""
    for each in find_numbers([(1, text)], "en"):
        for number in each.numbers:
            assert number.text in text
            assert number.value is None or Quantity.parse(number.value).text == number.value


def test_a_table_without_cells_is_no_number() -> None:
    """What is longer than any number is left aside, in no time."""
    assert list(find_numbers([(1, "1," * 50_000)], "en")) == []
