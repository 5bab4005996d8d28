"""A day in the address shows what was known on it, and nothing that came later."""

import re

import pytest
from playwright.sync_api import Page, expect

FIGURE = "iran-us-talks-2026-02/figures/protest-deaths.html"
HISTORY = "iran-us-talks-2026-02/history.html"
DAY = "2026-01-21"


def known_from(page: Page) -> list[str]:
    """Return the days on which what is shown became known."""
    shown = page.locator("tr[data-known-from]:not([hidden])").all()
    return [row.get_attribute("data-known-from") or "" for row in shown]


def test_a_figure_hides_what_came_later(page: Page) -> None:
    """On a figure's page no value published after the day is left, nor the state that it led to."""
    page.goto(f"{FIGURE}?as-of={DAY}")
    assert max(known_from(page)) <= DAY
    assert known_from(page) != []
    expect(page.locator(".snapshot:visible")).to_have_count(1)
    assert "7,002" not in page.locator("main").inner_text()


def test_now_shows_everything(page: Page) -> None:
    """Without a day in the address every value stands, and no snapshot."""
    page.goto(FIGURE)
    assert max(known_from(page)) > DAY
    expect(page.locator(".snapshot:visible")).to_have_count(0)


def test_choosing_a_day_puts_it_into_the_address(page: Page) -> None:
    """The control on the overview leads to the states of that day."""
    page.goto("iran-us-talks-2026-02/index.html")
    page.get_by_label("What was known on").select_option(DAY)
    page.wait_for_url(re.compile(rf"history\.html\?as-of={DAY}"))
    assert max(known_from(page)) <= DAY


def test_each_thing_has_one_state_on_a_day(page: Page) -> None:
    """On the history page each figure, event and issue is shown with its last state up to the day."""
    page.goto(f"{HISTORY}?as-of={DAY}")
    shown = page.locator("tr[data-target]:not([hidden])").all()
    targets = [row.get_attribute("data-target") for row in shown]
    assert len(targets) == len(set(targets))
    assert "figure:protest-deaths" in targets


@pytest.mark.parametrize("asked", ["%3Cscript%3E", "2026-13-01", "2026-01-00", "2026-02-30", "0000-00-00"])
def test_something_else_in_the_address_is_no_day(page: Page, asked: str) -> None:
    """What is no day of any calendar leaves the page as it is."""
    page.goto(f"{HISTORY}?as-of={asked}")
    assert len(known_from(page)) == page.locator("tr[data-known-from]").count()
