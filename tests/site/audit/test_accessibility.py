"""Nobody is kept from reading: WCAG 2.2 AA, by axe, on every kind of page in every dress."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.site.audit.accessibility import ALL, COLOURS, find_violations
from tests.site.views import VIEWS, View

DRESSES = [(scheme, width) for scheme in ("light", "dark") for width in (360, 1280)]


@pytest.fixture(params=DRESSES, ids=lambda dress: f"{dress[0]}-{dress[1]}")
def dressed_page(browser: Browser, served_site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page that will be light or dark, on a phone or on a desk."""
    scheme, width = request.param
    window = ViewportSize(width=width, height=800)
    with browser.new_context(
        base_url=served_site, color_scheme=scheme, reduced_motion="reduce", viewport=window
    ) as context:
        yield context.new_page()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_violation(dressed_page: Page, view: View) -> None:
    """A page has no violation, light or dark, on a phone or on a desk."""
    view.show(dressed_page)
    dark = dressed_page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert find_violations(dressed_page, COLOURS if dark else ALL, view.part) == []  # nothing else differs in the dark


def test_violations_are_found(browser: Browser, tmp_path: Path) -> None:
    """The checker finds what is wrong, and does so under a policy that forbids all scripts."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><meta charset='utf-8'>"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
        "<title>A page</title><main><h1>A page</h1><img src='data:,'></main>",
        encoding="utf-8",
    )
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        found = find_violations(page)
    assert [each.split()[0] for each in found] == ["html-has-lang", "image-alt"]
