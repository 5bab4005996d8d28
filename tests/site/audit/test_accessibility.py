"""Nobody is kept from reading: WCAG 2.2 AA, by axe, on every kind of page in every dress."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.projects import build, make_project
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


def test_sections_of_several_briefings_are_told_apart(browser: Browser, tmp_path: Path) -> None:
    """Where the navigation has more than one section with a page of its own, each has a name."""
    project = make_project(tmp_path / "project")
    shutil.copytree(project / "briefings/flood", project / "briefings/other")
    index = project / "briefings/other/index.md"
    index.write_text(index.read_text("utf-8").replace("title: The flood", "title: Another flood"), encoding="utf-8")
    settings = project / "mkdocs.yml"
    features = "features: [navigation.indexes, navigation.sections, "
    settings.write_text(settings.read_text("utf-8").replace("features: [", features), encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((build(project) / "flood/index.html").as_uri())
        assert find_violations(page, ("landmark-unique",), ".md-sidebar--primary") == []
        names = page.locator(".md-sidebar--primary nav nav").evaluate_all("all => all.map((each) => each.ariaLabel)")
    assert len(names) == len(set(names)) == 2
