"""A link that is looked at shows a card: by pointer, by keyboard, by touch; on a server and in a folder on a disk."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.firefox import FirefoxPage
from tests.site.views import BRIEFING
from tests.site.watching import watch

OVERVIEW = f"{BRIEFING}/index.html"
FIGURE = f"{BRIEFING}/figures/protest-deaths.html"


@pytest.fixture
def reader(page: Page) -> Page:
    """Open the overview, where time passes when a test says so."""
    page.clock.install(time=0)
    page.goto(OVERVIEW)
    page.clock.pause_at(60)
    return page


@pytest.fixture
def finger(browser: Browser, built_site: Path) -> Iterator[Page]:
    """Open the overview on a phone without a network; the test fails on any fault."""
    origin = built_site.as_uri() + "/"
    with browser.new_context(
        base_url=origin, offline=True, has_touch=True, viewport={"width": 390, "height": 800}
    ) as context:
        faults = watch(context, origin)
        page = context.new_page()
        page.goto(OVERVIEW)
        yield page
    assert faults == []


def card(page: Page) -> Locator:
    """Return the card."""
    return page.locator("#frame__card")


def link(page: Page, address: str) -> Locator:
    """Return the first link of the page's text to an address that ends so."""
    return page.locator(f'.md-content__inner a[href$="{address}"]:visible').first


def look_at(page: Page, address: str) -> Locator:
    """Rest the pointer on a link for as long as it takes, and return the link."""
    found = link(page, address)
    found.hover()
    page.clock.run_for(1_000)
    return found


SHOWN = {
    "actors/abbas-araghchi.html": ["person", "عباس عراقچی", "Foreign minister"],
    "figures/protest-deaths.html": ["disputed", "How many people", "3,117", "HRANA"],
    "timeline.html#muscat-talks": ["held", "Muscat", "voices in"],
    "issues/talks-with-the-us.html": ["stances differ", "for", "against"],
    "protest-deaths.html#daijiworld-2026-02-12--protest-deaths": ["at least 7,002", "HRANA", "As of", "disputed"],
}
"""Some words of the card of each kind of link on the overview."""


def test_a_link_that_is_looked_at_shows_what_it_leads_to(reader: Page) -> None:
    """A pointer that rests on a link brings up its card, which then describes the link."""
    for address, words in SHOWN.items():
        described = look_at(reader, address)
        expect(described).to_have_attribute("aria-describedby", "frame__card-body")
        for word in words:
            expect(card(reader)).to_contain_text(word)
        reader.keyboard.press("Escape")  # or the card may lie on the next link


def test_an_anchor_is_never_taken_for_what_every_object_has(reader: Page) -> None:
    """A place that the cards do not know shows the page's card; one whose letters are none shows none, nor a fault."""
    address = "figures/protest-deaths.html"
    link(reader, address).evaluate("(link) => { link.hash = '#toString'; }")
    look_at(reader, f"{address}#toString")
    expect(card(reader)).to_contain_text("How many people")
    reader.keyboard.press("Escape")
    reader.mouse.move(0, 0)
    link(reader, f"{address}#toString").evaluate("(link) => { link.hash = '#%E0%A4%A'; }")
    look_at(reader, f"{address}#%E0%A4%A")
    expect(card(reader)).to_be_hidden()


def test_nothing_is_read_before_a_link_is_looked_at(reader: Page) -> None:
    """A page comes without cards; those of the page that a link leads to are read once, when they are asked for."""
    requested: list[str] = []
    reader.on("request", lambda request: requested.append(request.url))
    reader.reload()
    assert [url for url in requested if ".cards.js" in url] == []
    for _ in range(2):
        look_at(reader, "actors/hrana.html")
        expect(card(reader)).to_be_visible()
        reader.keyboard.press("Escape")
        reader.mouse.move(0, 0)
    assert [url.rsplit("/", 2)[1:] for url in requested if ".cards.js" in url] == [["actors", "hrana.cards.js"]]


def test_a_pointer_that_passes_opens_nothing(reader: Page) -> None:
    """Only a pointer that rests means to look."""
    link(reader, "actors/hrana.html").hover()
    reader.clock.run_for(100)
    reader.mouse.move(0, 0)
    reader.clock.run_for(5_000)
    expect(card(reader)).to_be_hidden()


def test_the_pointer_may_move_into_the_card(reader: Page) -> None:
    """The card stays while the pointer is on it, and goes when the pointer has left."""
    look_at(reader, "actors/hrana.html")
    card(reader).hover()
    reader.clock.run_for(5_000)
    expect(card(reader)).to_be_visible()
    reader.mouse.move(0, 0)
    reader.clock.run_for(1_000)
    expect(card(reader)).to_be_hidden()


def test_the_focus_shows_the_card_at_once(reader: Page) -> None:
    """Who goes from link to link by keyboard sees the card of each without waiting, until the focus moves on."""
    reader.keyboard.press("Tab")
    link(reader, "actors/hrana.html").focus()
    expect(card(reader)).to_contain_text("HRANA")
    reader.locator("select[name='as-of']").first.focus()
    expect(card(reader)).to_be_hidden()


def test_escape_closes_the_card_and_leaves_the_focus(reader: Page) -> None:
    """Escape takes the card away, whether it came by keyboard or by pointer, and moves nothing."""
    reader.keyboard.press("Tab")
    focused = link(reader, "actors/hrana.html")
    focused.focus()
    expect(card(reader)).to_be_visible()
    reader.keyboard.press("Escape")
    expect(card(reader)).to_be_hidden()
    expect(focused).to_be_focused()
    look_at(reader, "figures/protest-deaths.html")
    expect(card(reader)).to_be_visible()
    reader.keyboard.press("Escape")
    expect(card(reader)).to_be_hidden()
    expect(focused).to_be_focused()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_card_stands_beside_the_link(offline_page: Page, width: int, direction: str) -> None:
    """The card lies inside the window and never on the link, wherever in the window the link is."""
    page = offline_page
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(OVERVIEW)
    page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
    page.keyboard.press("Tab")
    for address, block in product(("figures/protest-deaths.html", "actors/hrana.html"), ("start", "center", "end")):
        found = link(page, address)
        found.evaluate("(link, block) => { link.blur(); link.scrollIntoView({ block }); link.focus(); }", block)
        expect(found).to_have_attribute("aria-describedby", "frame__card-body")
        inside, outer = card(page).bounding_box(), found.bounding_box()
        assert inside
        assert outer
        assert min(inside["x"], inside["y"]) >= 0
        assert inside["x"] + inside["width"] <= width
        assert inside["y"] + inside["height"] <= 640
        assert inside["y"] >= outer["y"] + outer["height"] or inside["y"] + inside["height"] <= outer["y"]


def test_a_link_to_its_own_place_has_no_card(page: Page) -> None:
    """A value in its own row needs no card; the same value further up the page has one."""
    page.goto(FIGURE)
    page.keyboard.press("Tab")
    page.locator("tr[id] a.value:visible").first.focus()
    expect(card(page)).to_be_hidden()
    page.locator(".diagnosis a.to-observation").first.focus()
    expect(card(page)).to_contain_text("As of")


def test_the_past_shows_no_cards(page: Page) -> None:
    """Cards tell what is known now, so that a page as of a day does without them."""
    page.goto(f"{FIGURE}?as-of=2026-01-21")
    page.keyboard.press("Tab")
    page.locator(".md-content__inner a.to-actor:visible").first.focus()
    expect(card(page)).to_be_hidden()


def test_the_first_tap_shows_the_card_and_the_second_follows_the_link(finger: Page) -> None:
    """A finger cannot rest on a link: one tap looks, another goes, and a tap elsewhere closes."""
    tapped = link(finger, "actors/hrana.html")
    tapped.tap()
    expect(card(finger)).to_contain_text("HRANA")
    finger.locator("h1").tap()
    expect(card(finger)).to_be_hidden()
    tapped.tap()
    expect(card(finger)).to_be_visible()
    tapped.tap()
    finger.wait_for_url(re.compile(r"actors/hrana\.html$"))


def test_the_card_of_a_tap_leads_on(finger: Page) -> None:
    """The card that a tap brings up has the link's own address in it."""
    link(finger, "actors/hrana.html").tap()
    card(finger).get_by_role("link", name="Open").tap()
    finger.wait_for_url(re.compile(r"actors/hrana\.html$"))


def test_cards_can_be_turned_off_and_on(reader: Page) -> None:
    """One press in a card ends them on all pages, the switch at the foot brings them back."""
    look_at(reader, "actors/hrana.html")
    card(reader).get_by_role("button").click()
    expect(card(reader)).to_contain_text("no cards")
    reader.reload()
    look_at(reader, "actors/hrana.html")
    expect(card(reader)).to_be_hidden()
    reader.get_by_role("switch").click()
    look_at(reader, "actors/hrana.html")
    expect(card(reader)).to_contain_text("HRANA")


def test_turning_off_can_be_undone_at_once(reader: Page) -> None:
    """The card that says goodbye can be asked back."""
    look_at(reader, "actors/hrana.html")
    button = card(reader).get_by_role("button")
    button.click()
    expect(reader.get_by_role("switch")).not_to_be_checked()
    button.click()
    expect(card(reader)).to_be_hidden()
    expect(reader.get_by_role("switch")).to_be_checked()


def test_the_card_is_not_printed_and_does_not_move_against_a_wish(reader: Page) -> None:
    """Paper has no cards, and who wants no motion gets none."""
    reader.emulate_media(reduced_motion="reduce")
    look_at(reader, "actors/hrana.html")
    expect(card(reader)).to_be_visible()
    assert card(reader).evaluate("card => card.getAnimations().length") == 0
    reader.emulate_media(media="print")
    expect(card(reader)).to_be_hidden()


def test_firefox_shows_cards(firefox_page: FirefoxPage) -> None:
    """In Firefox, too, a pointer that rests on a link brings up its card, and Escape takes it away."""
    firefox_page.goto(OVERVIEW)
    firefox_page.evaluate("document.querySelector('#actors').scrollIntoView()")
    firefox_page.hover("#actors ~ * a[href$='actors/hrana.html'], #actors a[href$='actors/hrana.html']")
    firefox_page.wait_until("document.querySelector('#frame__card:popover-open') !== null")
    assert "HRANA" in firefox_page.text("#frame__card")
    firefox_page.press("Escape")
    firefox_page.wait_until("document.querySelector('#frame__card:popover-open') === null")
