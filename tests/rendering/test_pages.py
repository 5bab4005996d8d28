"""The pages of a small site: sound HTML, unique anchors, and links that lead somewhere, whatever things are called."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from generator.diagnostics import Diagnostics, Severity
from generator.pipeline import build_pages, load, shipped_templates
from generator.rendering.page import Page
from tests.builders import ARTICLE_HEAD, write_content
from tests.documents import nesting_faults, read_html

ODD_NAMES = (
    "undated",
    "month-2026-03",
    "dam-break-title",
    "statement-1",
    "figures",
    "latest",
    "flood",
    "timeline",
    "index-1",
)
"""Ids that a page might want for a place of its own."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """Return the pages of a site in which things of every kind have odd names."""
    files, annotations = {}, {"events": "", "figures": "", "statements": ""}
    for name in ODD_NAMES:
        files[f"actors/{name}.md"] = (
            f"---\nname: Actor {name}\nkind: person\nspeaks_for: relief\n---\n## Says\n\nAda Moor.\n"
        )
        files[f"flood/figures/{name}.md"] = (
            f"---\ntitle: Figure {name}\nquestion: Q?\nkind: count\nchanges: grows\nunit: people\n---\n## Values\n"
        )
        files[f"flood/issues/{name}.md"] = (
            f"---\ntitle: Issue {name}\nkind: position\n---\n[[event:{name}]] [[actor:{name}]]\n"
        )
        files[f"flood/events/{name}.md"] = f"---\ntitle: Event {name}\n---\n[[issue:{name}]] [[figure:{name}]]\n"
        annotations["events"] += f"  - {{id: {name}, title: An event, status: held, by: [{name}], actors: [{name}]}}\n"
        annotations["figures"] += f"  - {{figure: {name}, printed: '5', value: 5, by: [{name}]}}\n" * 2
        annotations["statements"] += (
            f"  - {{actor: {name}, says: No., account: reported, issue: {name}, stance: for}}\n"
            f"  - {{actor: {{descriptor: {name}}}, says: No., account: reported, issue: {name}, stance: against}}\n"
        )
    written = "".join(f"{key}:\n{items}" for key, items in annotations.items())
    for name in ODD_NAMES:
        files[f"flood/articles/{name}.md"] = f"{ARTICLE_HEAD}{written}---\n[[article:{name}]]\n"
    files["flood-said/index.md"] = (
        "---\ntitle: Second\nquestion: Q?\nscope: S\nmaintainers: [M]\nstatus: closed\n---\nAda Moor.\n"
    )
    diagnostics = Diagnostics()
    built = build_pages(
        load(write_content(tmp_path_factory.mktemp("odd"), files), diagnostics), shipped_templates(), diagnostics
    )
    assert [str(each) for each in diagnostics if each.severity is Severity.ERROR] == []
    return built


def test_addresses_are_unique(pages: tuple[Page, ...]) -> None:
    """No two pages have one address."""
    addresses = [page.address for page in pages]
    assert len(set(addresses)) == len(addresses)


def test_anchors_are_unique(pages: tuple[Page, ...]) -> None:
    """No page has an id twice, whatever events, actors and briefings are called."""
    twice = {}
    for page in pages:
        ids = [each.attributes["id"] for each in read_html(page.html).walk() if "id" in each.attributes]
        twice[page.address] = sorted({each for each in ids if ids.count(each) > 1})
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_links_lead_somewhere(pages: tuple[Page, ...]) -> None:
    """Every link inside the site leads to a page that is made, and to a place that is on it."""
    places = {
        page.address: {each.attributes["id"] for each in read_html(page.html).walk() if "id" in each.attributes}
        for page in pages
    }
    lost = set()
    for page in pages:
        for each in read_html(page.html).walk():
            href = each.attributes.get("href", "")
            if each.tag == "a" and not href.startswith(("https://", "http://")):
                address, _, anchor = urljoin(page.address, href).partition("#")
                if address.partition("?")[0] not in places or (anchor and anchor not in places[address]):
                    lost.add((page.address, href))
    assert sorted(each for each in lost if not each[1].endswith(".epub")) == []


def test_search_entries_lead_somewhere(pages: tuple[Page, ...]) -> None:
    """Each entry of the search leads to a place on a page, and no two to the same."""
    places = {page.address: read_html(page.html) for page in pages}
    addresses = [entry.address for page in pages for entry in page.search]
    assert len(set(addresses)) == len(addresses)
    for address, _, anchor in (each.partition("#") for each in addresses):
        assert not anchor or places[address].find(anchor).attributes["id"] == anchor


def test_headings_lead_to_their_places(pages: tuple[Page, ...]) -> None:
    """Each entry of a page's table of contents is an id on that page."""
    for page in pages:
        ids = {each.attributes.get("id") for each in read_html(page.html).walk()}
        assert [heading.anchor for heading in page.headings if heading.anchor not in ids] == []


def test_html_is_sound(pages: tuple[Page, ...]) -> None:
    """Every page closes all it opens, and nests as HTML allows."""
    assert {page.address: faults for page in pages if (faults := nesting_faults(page.html))} == {}
