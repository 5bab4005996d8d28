"""Tables are sorted by their columns: by numbers and days, upward, downward and back, voice by voice."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

ARTICLES = "iran-us-talks-2026-02/articles/index.html"
FIGURE = "iran-us-talks-2026-02/figures/protest-deaths.html"
VALUES = """(table, column) => [...table.tBodies].map((body) => [...body.rows]
    .filter((row) => row.cells.length > 1)
    .map((row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim()))"""
VOICES = """(table) => [...table.tBodies].map((body) => [...body.rows].map((row) => row.id || row.className))"""


def values(table: Locator, column: int) -> list[list[str]]:
    """Return the values of a column, body by body."""
    found: list[list[str]] = table.evaluate(VALUES, column)
    return found


def in_order(given: list[str], *, downward: bool) -> list[str]:
    """Return values in the order of numbers or, where they are none, of letters; what is missing last."""

    def key(value: str) -> Any:  # noqa: ANN401 - numbers or text
        return float(value) if all(each.replace(".", "", 1).isdigit() for each in given if each) else value

    return [*sorted(filter(None, given), key=key, reverse=downward), *(each for each in given if not each)]


@pytest.mark.parametrize(("name", "column"), [("Published", 0), ("Values", 2), ("Statements", 4)])
def test_a_column_is_sorted_three_ways(page: Page, name: str, column: int) -> None:
    """A press sorts upward, the next one downward, the third brings the table back as it was."""
    page.goto(ARTICLES)
    table = page.locator("table.articles")
    header, button = table.locator("th").nth(column), table.get_by_role("button", name=name)
    before = table.evaluate(VOICES), values(table, column)
    for direction in ("ascending", "descending"):
        button.click()
        expect(header).to_have_attribute("aria-sort", direction)
        assert values(table, column)[0] == in_order(before[1][0], downward=direction == "descending")
    button.click()
    expect(header).to_have_attribute("aria-sort", "none")
    assert (table.evaluate(VOICES), values(table, column)) == before


@pytest.mark.parametrize("downward", [False, True])
@pytest.mark.parametrize(("name", "column"), [("Value", 0), ("As of", 1)])
def test_a_voice_keeps_its_rows(page: Page, name: str, column: int, *, downward: bool) -> None:
    """A figure's rows are sorted within each voice, the voices by their first; name and fold stay where they are."""
    page.goto(FIGURE)
    table = page.locator("table.observations").first
    before = table.evaluate(VOICES)
    button = table.get_by_role("button", name=name).first
    for _ in range(1 + downward):
        button.click()
    after = table.evaluate(VOICES)
    assert sorted(map(sorted, after)) == sorted(map(sorted, before))
    assert [(rows[0], [each for each in rows if each == "observations__earlier"]) for rows in after] == [
        ("observations__voice", [each for each in rows[-1:] if each == "observations__earlier"]) for rows in after
    ]
    found = values(table, column)
    assert found == [in_order(each, downward=downward) for each in found]
    firsts = [each[0] for each in found]
    assert firsts == in_order(firsts, downward=downward)


def test_one_column_at_a_time(page: Page) -> None:
    """A column that is sorted by the keyboard is the only one that is."""
    page.goto(ARTICLES)
    page.get_by_role("button", name="Values").click()
    page.get_by_role("button", name="Article", exact=True).focus()
    page.keyboard.press("Enter")
    assert [each.get_attribute("aria-sort") for each in page.locator("th").all()] == [
        "none",
        "ascending",
        "none",
        "none",
        "none",
    ]


def test_on_a_phone_the_buttons_are_in_sight(page: Page) -> None:
    """Where rows have become cards, the columns can still be chosen."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(ARTICLES)
    page.get_by_role("button", name="Statements").click()
    expect(page.get_by_role("button", name="Statements")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
