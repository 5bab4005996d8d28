"""Characters in the words of others: they are told, and nothing is mended there."""

from __future__ import annotations

from time import process_time

import pytest

from generator.diagnostics import Diagnostics
from generator.reading.characters import text_of
from generator.reading.verbatim import verbatim_places

MARK = "\u00ad"
"""A soft hyphen, which is deleted wherever it stands in our own words."""


def mended(text: str) -> str:
    """Return a text with each bad character that carries a repair as `+`, and each that carries none as `-`."""
    found = Diagnostics()
    text_of(text.encode(), "a.md", found)
    lines = [list(line) for line in text.split("\n")]
    for each in found:
        lines[each.location.line - 1][each.location.column - 1] = "+" if each.repair else "-"
    return "\n".join("".join(line) for line in lines)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("quote: a_b", "quote: a-b", id="a quotation"),
        pytest.param("quotes: a_b", "quotes: a+b", id="another key"),
        pytest.param("'printed' : a_b", "'printed' : a-b", id="a key in quotation marks"),
        pytest.param("- {note: a_b, quote: a_b, says: a_b}", "- {note: a+b, quote: a-b, says: a-b}", id="in braces"),
        pytest.param("- {says: a,\n   quote: 'b\n  c_d'}", "- {says: a,\n   quote: 'b\n  c-d'}", id="lines in braces"),
        pytest.param("quote: >-\n  a\n  b_c\nnote: d_e", "quote: >-\n  a\n  b-c\nnote: d+e", id="folded"),
        pytest.param('quote: "a\nsaid: b_c"\nnote: d_e', 'quote: "a\nsaid: b-c"\nnote: d+e', id="as if a key"),
        pytest.param("quote: a\n  b_c\nnote: d_e", "quote: a\n  b-c\nnote: d+e", id="plain, over two lines"),
        pytest.param("_quote: >-\n  a_b\nnote: c_d", "+quote: >-\n  a-b\nnote: c+d", id="a mark in the key itself"),
        pytest.param("note: a_b\nc: ]\nnote: d_e", "note: a+b\nc: ]\nnote: d-e", id="after what is no YAML"),
        pytest.param("a: " + "[" * 50 + "_", "a: " + "[" * 50 + "-", id="too deep to be looked at"),
    ],
)
def test_the_words_of_others_are_left_as_they_are(written: str, told: str) -> None:
    """In a value of `quote` or `printed`, and where it is in doubt, a character carries no repair."""
    assert mended(f"---\n{written.replace('_', MARK)}\n---\n_".replace("_", MARK)) == f"---\n{told}\n---\n+"


def test_marks_around_the_front_matter_are_mended() -> None:
    """Line ends are mended in every line, and a byte order mark before the fence; quotations stay as they are."""
    assert mended("---\r\nquote: >-\r\n  a\u00adb\r\n---\r\nc\u00ad") == ("---+\nquote: >-\r\n  a-b\r\n---\r\nc+")
    assert mended("\ufeff---\nnote: [\n---\n") == "+---\nnote: [\n---\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        pytest.param("note: Cafe\u0301", "note: Caf+\u0301", id="our own"),
        pytest.param("quote: Cafe\u0301", "quote: Caf-\u0301", id="a quotation"),
        pytest.param("- {a: e\u0301, quote: b}", "- {a: -\u0301, quote: b}", id="before a quotation on its line"),
    ],
)
def test_normal_form_is_left_to_the_writer_in_quotations(written: str, told: str) -> None:
    """The rest of a line is put in normal form where nothing of it is a quotation."""
    assert mended(f"---\n{written}\n---\n") == f"---\n{told}\n---\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("👨\u200d👩\u200d👧", "👨-👩-👧"),
        ("❤\ufe0f\u200d🔥", "❤--🔥"),
        ("👩🏽\u200d⚕", "👩🏽-⚕"),
        ("🔥\u200d", "🔥-"),
        ("a\u200db", "a+b"),
        ("👨\u200c👩", "👨+👩"),
    ],
)
def test_a_picture_is_not_taken_apart(written: str, told: str) -> None:
    """A joiner beside a picture carries no repair, for without it there would be two pictures."""
    assert mended(f"---\nnote: {written}\n---\n") == f"---\nnote: {told}\n---\n"


@pytest.mark.parametrize("hostile", ["[", "- ", "{a: ", "quote: ", "printed:\n", '"', "quote: |\n a\n"])
def test_hostile_text_takes_time_in_proportion(hostile: str) -> None:
    """Four times as much of anything takes less than sixteen times as long, as it would if every pair counted."""

    def spent(times: int) -> float:
        text = f"---\n{hostile * times}\n---\n"
        before = process_time()
        verbatim_places(text)
        return process_time() - before

    assert spent(40_000) < 12 * max(spent(10_000), 0.01)
