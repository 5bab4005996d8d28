"""Readers find what is on the site by typing it, on the hosted site and in the folder on their disk."""

import re

import pytest
from playwright.sync_api import Page, expect


def search(page: Page, query: str) -> list[str]:
    """Return the addresses that the site's search finds for a query, best first."""
    page.goto("index.html")
    box = page.locator("[data-md-component=search-query]")
    told = page.locator(".md-search-result__meta")
    box.click()
    expect(told).to_have_text("Type to start searching")  # the index stands
    box.fill(query)
    box.press("End")  # Material listens for keys, not for changes
    expect(told).to_have_text(re.compile("matching document"))
    found = [link.get_attribute("href") or "" for link in page.locator("a.md-search-result__link").all()]
    return [re.sub(r"\?h=[^#]*", "", address) for address in found]


@pytest.mark.parametrize(
    ("query", "page_id"),
    [
        pytest.param("6,430", "protest-deaths", id="a figure as printed, comma and all"),
        pytest.param("Araqchi", "abbas-araghchi", id="an alias"),
        pytest.param("عباس عراقچی", "abbas-araghchi", id="a name in its own script"),
        pytest.param("negotiat", "iran-us-talks", id="the beginning of a word"),
        pytest.param("US", "iran-us-talks", id="a name that is a common word elsewhere"),
    ],
)
def test_search_finds_the_page(page: Page, query: str, page_id: str) -> None:
    """A query leads to the page it is about, wherever the site is read."""
    assert [address for address in search(page, query) if page_id in address] != []


def test_search_owns_up_to_nothing(page: Page) -> None:
    """A word that stands nowhere finds nothing."""
    assert search(page, "xylophonist") == []
