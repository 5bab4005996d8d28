"""A Persian site in a real browser: laid out from right to left, with numbers that still run to the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.persian import make_persian_project
from tests.projects import build
from tests.site.watching import watch

PAGES = [
    "index.html",
    "legend.html",
    "actors/azar-noori.html",
    "seyl/index.html",
    "seyl/timeline.html",
    "seyl/figures/koshtegan.html",
    "seyl/issues/hoshdar.html",
    "seyl/articles/peyk-1.html",
    "seyl/coverage.html",
    "seyl/history.html",
]
FIGURE = "seyl/figures/koshtegan.html"


@pytest.fixture(scope="module")
def persian_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the Persian site, and return its folder."""
    return build(make_persian_project(tmp_path_factory.mktemp("persian")))


@pytest.fixture
def persian_page(browser: Browser, persian_site: Path) -> Iterator[Page]:
    """Open the Persian site from disk with the network off; the test fails if anything goes wrong in the browser."""
    origin = persian_site.as_uri() + "/"
    context = browser.new_context(base_url=origin, offline=True)
    faults = watch(context, origin)
    yield context.new_page()
    context.close()
    assert faults == []


def middle(page: Page, selector: str) -> float:
    """Return how far to the right the middle of the first such thing stands."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("address", PAGES)
def test_a_page_begins_at_the_right(persian_page: Page, address: str) -> None:
    """The page says so, its title stands in the right half, and the navigation to the right of the text."""
    persian_page.goto(address)
    marked = persian_page.evaluate("[document.documentElement.lang, document.body.dir]")
    title = persian_page.evaluate("getComputedStyle(document.querySelector('h1')).direction")
    assert (marked, title) == (["fa", "rtl"], "rtl")
    assert middle(persian_page, ".md-sidebar--primary") > middle(persian_page, ".md-content")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_sticks_out_on_a_phone(persian_page: Page, address: str) -> None:
    """At 360 pixels no page scrolls sideways."""
    persian_page.set_viewport_size({"width": 360, "height": 800})
    persian_page.goto(address)
    assert persian_page.evaluate("document.documentElement.scrollWidth") == 360


def test_numbers_of_a_plot_grow_to_the_right(persian_page: Page) -> None:
    """Labels of the axis rise from left to right; who speaks stands where a line begins, at the right."""
    persian_page.goto(FIGURE)
    labels = persian_page.locator(".plot--range .plot__axis text").all()
    places = [box["x"] for label in labels if (box := label.bounding_box())]
    assert [label.text_content() for label in labels][:2] == ["۶۰۰", "۸۰۰"]
    assert places == sorted(places)
    assert middle(persian_page, ".plot__name") > middle(persian_page, ".plot__value")


def test_a_day_on_an_axis_reads_from_its_right(persian_page: Page) -> None:
    """The number of a day stands to the right of its month, as Persian is read."""
    persian_page.goto(FIGURE)
    day = persian_page.locator(".plot--series .plot__axis text").last
    first, month = (day.evaluate("(text, at) => text.getExtentOfChar(at).x", place) for place in (0, 2))
    assert (day.text_content(), first > month) == ("۳ مارس ۲۰۲۶", True)


def test_english_words_keep_their_order(persian_page: Page) -> None:
    """An English wording inside a Persian sentence reads from left to right."""
    persian_page.goto("seyl/history.html")
    link = persian_page.get_by_role("link", name="30 hours").first
    left, right = link.evaluate(
        """(link) => [0, 3].map((at) => {
             const range = document.createRange();
             range.setStart(link.firstChild, at);
             range.setEnd(link.firstChild, at + 1);
             return range.getBoundingClientRect().x;
           })"""
    )
    assert left < right


def test_search_speaks_persian_and_reads_every_digit(persian_page: Page) -> None:
    """A number is found whichever digits it is asked for in, and what is told of it is told in Persian."""
    persian_page.goto("seyl/index.html")
    persian_page.keyboard.press("/")
    field = persian_page.get_by_role("combobox", name="جست‌وجو")
    for asked in ("1200", "۱۲۰۰", "۱٬۲۰۰"):
        field.fill(asked)
        found = persian_page.get_by_role("option", name="دست‌کم ۱۲۰۰ نفر · شمار کشتگان")
        found.wait_for()
    assert "نتیجه‌ها" in persian_page.locator(".search__told").inner_text()
