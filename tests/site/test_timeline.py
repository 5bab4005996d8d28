"""The timeline's filters: what is shown, what is counted, and the address in which a choice is kept."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.firefox import FirefoxPage

BRIEFING = "iran-us-talks-2026-02"
TIMELINE = f"{BRIEFING}/timeline.html"
DAY = "2026-01-26"
SHOWN = ".event:not([hidden])"
OWN = """(events, kind) => events.map((event) =>
    [event, ...event.querySelectorAll("li")].map((each) => each.dataset[kind] || "").join(" "))"""
CHOICES = ["actor=iran", "outlet=gsdn", "status=held", "status=announced&status=scheduled", "disputed=1"]


def chip(page: Page, name: str) -> None:
    """Press the chip of a status, as a pointer does."""
    page.locator(f".chip:has(input[value='{name}'])").click()


def shown(page: Page) -> int:
    """Return how many events the page says that it shows."""
    return int(page.locator("[data-shown]").inner_text())


def test_without_scripts_all_is_there(browser: Browser, built_site: Path) -> None:
    """A reader without scripts has every event and every period, and no control that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / TIMELINE).as_uri())
    assert page.locator(".event:visible").count() == page.locator(".event").count() > 40
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".periods a").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("query", CHOICES)
def test_an_address_says_what_is_shown(page: Page, query: str) -> None:
    """Of each kind in the address, what is shown has one of the values; the rest, and empty periods, are hidden."""
    page.goto(f"{TIMELINE}?{query}")
    for kind, values in parse_qs(query).items():
        for own in page.locator(SHOWN).evaluate_all(OWN, kind):
            assert set(own.split()) & set(values)
        for own in page.locator(".event[hidden]").evaluate_all(OWN, kind):
            assert not set(own.split()) & set(values)
    assert page.locator(SHOWN).count() == shown(page)
    for period in page.locator(".period").all():
        assert period.is_visible() == (period.locator(SHOWN).count() > 0)
    assert page.locator(".periods li:visible").count() == page.locator(".period:visible").count()


def test_something_else_in_the_address_is_no_choice(page: Page) -> None:
    """An actor whom no event has, and a word that is none of ours, leave everything as it is."""
    page.goto(f"{TIMELINE}?actor=nobody&colour=red")
    assert shown(page) == page.locator(".event").count()


def test_a_choice_goes_into_the_address(page: Page) -> None:
    """Choices, several of one kind among them, stand in the address, and there is no step of the history for each."""
    page.goto(f"{BRIEFING}/index.html")
    page.goto(TIMELINE)
    chip(page, "announced")
    chip(page, "scheduled")
    page.get_by_label("With").select_option("iran")
    assert urlsplit(page.url).query == "actor=iran&status=announced&status=scheduled"
    before = page.locator(SHOWN).count()
    page.reload()
    assert page.locator(SHOWN).count() == before == shown(page)
    page.go_back()
    assert page.url.endswith("index.html")


def test_each_count_is_what_the_choice_leaves(page: Page) -> None:
    """Beside each status stands how many events are shown once it is chosen, whatever else is."""
    page.goto(f"{TIMELINE}?actor=iran")
    for box in page.locator(".chip").all():
        count = int(box.locator(".chip__count").inner_text())
        if count:
            box.click()
            assert shown(page) == count
            box.click()
    option = page.get_by_label("Reported by").locator("option:not([disabled])").nth(1)
    found = re.fullmatch(r".+ \((\d+)\)", option.inner_text())
    assert found is not None
    page.get_by_label("Reported by").select_option(option.get_attribute("value"))
    assert shown(page) == int(found[1])


def test_nothing_can_be_chosen_that_leaves_nothing(page: Page) -> None:
    """A choice that would leave no event is told so, and cannot be made."""
    page.goto(f"{TIMELINE}?disputed=1")
    for box in page.locator(".chip").all():
        nothing = box.locator(".chip__count").inner_text() == "0"
        assert box.locator("input").is_disabled() == nothing


def test_show_all_shows_all(page: Page) -> None:
    """One button takes every choice back, and keeps the day."""
    page.goto(f"{TIMELINE}?as-of={DAY}")
    known = page.locator(SHOWN).count()
    page.get_by_label("With").select_option("israel")
    assert page.locator(SHOWN).count() < known
    page.get_by_role("button", name="Show all").click()
    assert page.locator(SHOWN).count() == known
    assert urlsplit(page.url).query == f"as-of={DAY}"
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


def test_a_link_to_a_hidden_event_shows_it(page: Page) -> None:
    """A link leads to its event whatever is chosen, on the page and from elsewhere."""
    page.goto(f"{TIMELINE}?status=proposed")
    expect(page.locator("#june-war")).to_be_hidden()
    page.evaluate("location.hash = 'june-war'")
    expect(page.locator("#june-war")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{TIMELINE}?status=proposed#june-war")
    expect(page.locator("#june-war")).to_be_in_viewport()


def test_the_way_back_brings_back_the_choice(page: Page) -> None:
    """Going back from a period to where one came from also goes back to what was chosen there."""
    page.goto(f"{TIMELINE}?status=held")
    held = shown(page)
    page.locator(".periods a:visible").last.click()
    chip(page, "held")
    assert shown(page) > held
    page.go_back()
    expect(page.locator("[data-shown]")).to_have_text(str(held))
    assert page.locator("input[value='held']").is_checked()


def test_on_a_day_only_what_was_known_can_be_chosen(page: Page) -> None:
    """With a day in the address, events and reports of later articles are neither shown nor counted."""
    page.goto(f"{TIMELINE}?as-of={DAY}&actor=iran&status=held")
    visible = page.locator(".event:not([hidden]), .event:not([hidden]) [data-known-from]:not([hidden])").all()
    assert shown(page) > 0
    assert max(each.get_attribute("data-known-from") or "" for each in visible) <= DAY
    expect(page.locator(".filters__chips")).to_be_hidden()
    assert page.locator(SHOWN).count() == shown(page)


def test_choosing_a_day_keeps_the_rest(page: Page) -> None:
    """The choice of a day opens the page anew, with what else was chosen and nothing empty in the address."""
    page.goto(f"{TIMELINE}?actor=iran")
    page.get_by_label("Known on").select_option(DAY)
    page.wait_for_url(re.compile(rf"\?actor=iran&as-of={DAY}$"))


def test_it_works_by_keyboard_and_is_told(page: Page) -> None:
    """A status is chosen with the space bar, and the new count stands where it is announced."""
    page.goto(TIMELINE)
    page.locator("input[value='announced']").focus()
    page.keyboard.press("Space")
    expect(page.locator(".filters [role='status']")).to_have_text(re.compile(r"^2 of \d+ events$"))


def test_firefox_filters_too(firefox_page: FirefoxPage) -> None:
    """In Firefox a choice goes into the address, and what is in the address is shown."""
    firefox_page.goto(TIMELINE)
    firefox_page.click(".chip:has(input[value='announced'])")
    firefox_page.wait_until("location.search === '?status=announced'")
    firefox_page.wait_until("document.querySelectorAll('.event:not([hidden])').length === 2")
