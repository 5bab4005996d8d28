"""The colours that the reader chose last are set before the page is painted, and nothing else is."""

from playwright.sync_api import Page

STORED = {
    "index": 1,
    "color": {"media": "", "scheme": "slate", "primary": "teal", "accent": 5, "toggle": "x", "<": "y"},
}


def test_only_colours_are_taken_from_the_store(page: Page) -> None:
    """What else stands in the store, where another page of the same host may write, is left there."""
    page.goto("index.html")
    page.evaluate("(stored) => __md_set('__palette', stored)", STORED)
    page.reload()
    names = page.locator("body").evaluate("(body) => body.getAttributeNames()")
    parts = {name.removeprefix("data-md-color-") for name in names if name.startswith("data-md-color-")}
    assert parts == {"media", "scheme", "primary", "accent"}
