"""Beside every permalink a button copies a citation: its words, the site's name, and the lasting address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.firefox import FirefoxPage

BRIEFING = "iran-us-talks-2026-02"
PLACES = {
    f"{BRIEFING}/timeline.html": "june-war",
    f"{BRIEFING}/figures/protest-deaths.html?as-of=2026-02-12": "daijiworld-2026-02-12--protest-deaths",
    f"{BRIEFING}/articles/link4din-2026-02-03.html": "link4din-2026-02-03--statement-1",
}
PASTED = (
    """() => document.body.appendChild(Object.assign(document.createElement("textarea"), {id: "pasted"})).focus()"""
)


def pasted(page: Page) -> str:
    """Return what is pasted from the clipboard."""
    page.evaluate(PASTED)
    page.keyboard.press("Control+v")
    return page.locator("#pasted").input_value()


@pytest.mark.parametrize("address", PLACES)
def test_a_citation_is_copied(page: Page, address: str) -> None:
    """What is copied says the words of the page, the briefing, the site, and the address without a question in it."""
    page.goto(address)
    permalink = page.locator(f"a[data-citation][href='#{PLACES[address]}']")
    permalink.locator("+ button").click()
    words, here = permalink.get_attribute("data-citation"), re.sub(r"\?.*", "", page.url)
    expect(permalink.locator("+ button")).to_have_text("Copied")
    expect(page.locator("[data-copying-told]")).to_have_text("Copied")
    assert pasted(page) == f"{words} Iran–US talks, February 2026, Briefings: {here}#{PLACES[address]}"


def test_a_title_is_no_pattern(page: Page) -> None:
    """A briefing whose title looks like a place to fill is cited by that title, letter for letter."""
    page.goto(f"{BRIEFING}/timeline.html")
    page.locator("template[data-copying]").evaluate("(each) => { each.dataset.briefing = 'The {address} of {site}'; }")
    page.locator("#june-war a[data-citation] + button").click()
    expect(page.locator("[data-copying-told]")).to_have_text("Copied")
    assert " The {address} of {site}, Briefings: " in pasted(page)


def test_every_thing_has_a_permalink_that_leads_to_it(page: Page) -> None:
    """On each of these pages all things of a kind have a permalink and a button."""
    for address, things in zip(PLACES, (".event", "tr[id]", ".statement, #events ~ ul .row[id]"), strict=True):
        page.goto(address.partition("?")[0])
        anchors = page.locator(things).evaluate_all("(all) => all.map((each) => '#' + each.id)")
        links = page.locator("a[data-citation]").evaluate_all("(all) => all.map((each) => each.getAttribute('href'))")
        assert anchors
        assert sorted(set(anchors) - set(links)) == []
        assert page.locator("a[data-citation] + button").count() == len(links)


def test_it_copies_where_the_clipboard_is_out_of_reach(served_page: Page) -> None:
    """A page without the clipboard, as on a server without encryption, copies all the same."""
    served_page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    served_page.goto(f"{BRIEFING}/timeline.html")
    button = served_page.locator("#june-war a[data-citation] + button")
    button.focus()
    served_page.keyboard.press("Enter")
    expect(button).to_have_text("Copied")
    expect(button).to_be_focused()
    assert pasted(served_page).startswith("The June 2025 war (held), ")


def test_the_button_is_itself_again(page: Page) -> None:
    """After a while the button offers what it offered before."""
    page.goto(f"{BRIEFING}/timeline.html")
    button = page.locator("a[data-citation] + button").first
    button.click()
    expect(button).to_have_text("Copied")
    expect(button).to_have_text("Cite")
    expect(page.locator("[data-copying-told]")).to_be_empty()


def test_without_scripts_or_on_paper_there_is_no_button(browser: Browser, built_site: Path) -> None:
    """Without scripts the permalink stands by itself; on paper there is neither."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / f"{BRIEFING}/timeline.html").as_uri())
    expect(page.locator("#june-war a[data-citation]")).to_be_visible()
    assert page.locator("#june-war button").count() == 0
    page.emulate_media(media="print")
    expect(page.locator("#june-war a[data-citation]")).to_be_hidden()
    context.close()


def test_firefox_copies_too(firefox_page: FirefoxPage) -> None:
    """In Firefox a press copies, and says so."""
    firefox_page.goto(f"{BRIEFING}/timeline.html")
    firefox_page.click("#june-war a[data-citation] + button")
    firefox_page.wait_until("document.querySelector('[data-copying-told]').textContent === 'Copied'")
