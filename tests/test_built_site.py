"""The project's own site, as built: every link leads somewhere, every value stands where it belongs."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from generator.diagnostics import Diagnostics
from generator.model.briefing import Briefing, Library
from generator.pipeline import build_pages, load, shipped_templates
from generator.rendering.page import Page
from tests.documents import Element, nesting_faults, read_html
from tests.links import MARKUP, links_of
from tests.search_pieces import shown_entries

ROOT = Path(__file__).parent.parent
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
}
LOADING |= {"object": "data", "use": "href", "image": "href", "track": "src"}
LOADING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


@cache
def library() -> Library:
    """Return what the project's own files say."""
    return load(ROOT / "briefings", Diagnostics())


@cache
def pages() -> tuple[Page, ...]:
    """Return the pages that the generator makes of it."""
    return build_pages(library(), shipped_templates(), Diagnostics())


@cache
def element(path: Path) -> Element:
    """Return a page of the site, read once."""
    return read_html(path.read_text(encoding="utf-8"))


@cache
def anchors(path: Path) -> frozenset[str]:
    """Return every place on a page that a link can lead to."""
    return frozenset(each.attributes["id"] for each in element(path).walk() if "id" in each.attributes)


def briefings() -> list[Briefing]:
    """Return the briefings, one after the other."""
    return list(library().briefings.values())


def test_every_link_leads_somewhere(built_site: Path) -> None:
    """Every link inside the site leads to a file that is there, and to a place that is on it."""
    lost = []
    for path in sorted(built_site.rglob("*")):
        address = path.relative_to(built_site).as_posix()
        for link in sorted(links_of(path)):
            if urlsplit(link).scheme or (address == "404.html" and link.startswith("/")):
                continue
            target, _, anchor = urljoin(address, link).partition("#")
            there = built_site / unquote(target.partition("?")[0])
            there = there / "index.html" if there.is_dir() else there
            if not there.is_file() or (anchor and there.suffix in MARKUP and unquote(anchor) not in anchors(there)):
                lost.append((address, link))
    assert lost == []


@pytest.mark.parametrize(
    ("name", "text", "links"),
    [
        ("a.html", '<a href="b.html#c">x</a><form action="d.html"></form><video poster="p.png" src="v.mp4">', 4),
        ("a.html", '<img src="1.png" srcset="2.png 2x, 3.png 640w"><object data="o.svg"></object>', 4),
        ("a.html", '<svg><use href="#a"/><use xlink:href="i.svg#b"/><path fill="url(#f)" mask="url(#m)"/></svg>', 4),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="a.png"/></svg>', 1),
        ("a.css", "@import 'b.css'; p { background: url(a.png), url( 'b.png' ), url(\"c.png\") }", 4),
        ("a.txt", 'href="b.html"', 0),
    ],
)
def test_links_are_found_wherever_they_stand(tmp_path: Path, name: str, text: str, links: int) -> None:
    """Pages, drawings and style sheets are read for addresses of every kind."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(links_of(tmp_path / name)) == links


def test_every_id_is_unique(built_site: Path) -> None:
    """No page has the same id twice."""
    for path in sorted(built_site.rglob("*.html")):
        ids = [each.attributes["id"] for each in element(path).walk() if "id" in each.attributes]
        assert sorted({each for each in ids if ids.count(each) > 1}) == [], path.name


def test_nothing_is_loaded_from_elsewhere(built_site: Path) -> None:
    """No script, style, font, picture or frame comes from another host."""
    for path in sorted(built_site.rglob("*.html")):
        for each in element(path).walk():
            address = each.attributes.get(LOADING.get(each.tag, ""), "")
            if each.tag == "link" and LOADING_LINKS & set(each.attributes.get("rel", "").split()):
                address = each.attributes.get("href", "")
            assert not urlsplit(address).netloc, (path.name, address)
            assert "//" not in re.sub(r"\bdata:[^)\"']*", "", each.attributes.get("style", ""))
    for path in sorted(built_site.rglob("*.css")):
        loaded = re.findall(r"@import[^;]*|url\(\s*[\"']?(?!data:)([^)\"']*)", path.read_text(encoding="utf-8"))
        assert [each for each in loaded if "//" in each] == [], path.name


def test_no_path_of_this_machine_is_told(built_site: Path) -> None:
    """No file of the site names the folder it was built from or in."""
    for path in sorted(built_site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            assert str(ROOT).encode() not in content, path.name
            assert str(built_site.parent).encode() not in content, path.name


def test_search_entries_lead_somewhere(built_site: Path) -> None:
    """Every entry of the search index leads to a place on the site, and every value has one of its own."""
    found = {entry.address for entry in shown_entries(built_site)}
    for location in sorted(found):
        address, _, anchor = location.partition("#")
        there = built_site / address.partition("?")[0]
        assert there.is_file(), location
        assert not anchor or anchor in anchors(there), location
    for briefing in briefings():
        for figure in briefing.figures.values():
            for observation in figure.observations:
                assert f"{briefing.id}/figures/{figure.id}.html#{observation.id}" in found


def test_every_page_is_found(built_site: Path) -> None:
    """Search finds every page of the site, those that the generator did not make too, but not the tutorial's paper."""
    found = {re.split("[?#]", entry.address)[0] for entry in shown_entries(built_site)}
    there = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")}
    assert there - found == {"404.html", "tutorial/arven-courier.html"}


@pytest.mark.parametrize("briefing", briefings(), ids=lambda briefing: briefing.id)
def test_every_value_stands_on_its_pages(briefing: Briefing, built_site: Path) -> None:
    """Each value stands as printed at its permalink, and on its article's page with a link to it."""
    for figure in briefing.figures.values():
        page = element(built_site / briefing.id / "figures" / f"{figure.id}.html")
        for observation in figure.observations:
            place = page.find(observation.id).text
            assert " ".join((observation.entry.printed or "rejects").split()) in place, observation.id
            article = element(built_site / briefing.id / "articles" / f"{observation.article}.html")
            links = [each for each in article.walk() if each.tag == "a"]
            permalinks = [each for each in links if each.attributes.get("href", "").endswith(f"#{observation.id}")]
            assert permalinks or observation.entry.printed is None, observation.id


@pytest.mark.parametrize("briefing", briefings(), ids=lambda briefing: briefing.id)
def test_every_event_and_statement_stands_on_its_pages(briefing: Briefing, built_site: Path) -> None:
    """Each event is on the timeline with every report's title; each statement is on its article's page."""
    timeline = element(built_site / briefing.id / "timeline.html")
    for event in briefing.events.values():
        text = timeline.find(event.id).text
        assert [report.id for report in event.reports if report.entry.title not in text] == []
    for article in briefing.articles.values():
        page = element(built_site / briefing.id / "articles" / f"{article.id}.html")
        assert [each.id for each in article.statements if each.entry.says not in page.find(each.id).text] == []
        assert [each.id for each in article.events if each.entry.title not in page.find(each.id).text] == []


def test_every_article_leads_to_its_source(built_site: Path) -> None:
    """Each article's page links to the address it was read at."""
    for briefing in briefings():
        for article in briefing.articles.values():
            page = element(built_site / briefing.id / "articles" / f"{article.id}.html")
            links = {each.attributes.get("href") for each in page.walk() if each.tag == "a"}
            assert {address for address in (article.document.url, article.document.archive_url) if address} <= links


def test_names_stand_in_their_own_script(built_site: Path) -> None:
    """A native name stands on its actor's page, marked with its language and kept apart from its surroundings."""
    for actor in library().actors.values():
        if actor.document.native:
            page = element(built_site / "actors" / f"{actor.id}.html")
            names = [each for each in page.walk() if each.attributes.get("lang") == actor.document.native.lang]
            assert actor.document.native.text in [each.text for each in names]
            assert {each.tag for each in names if each.text == actor.document.native.text} == {"bdi"}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.address)
def test_html_is_sound(page: Page) -> None:
    """What the generator writes closes all it opens, and nests as HTML allows."""
    assert nesting_faults(page.html) == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.address)
def test_headings_are_in_order(page: Page) -> None:
    """A page has one heading of the first level, and no level is skipped."""
    levels = [int(each.tag[1]) for each in read_html(page.html).walk() if re.fullmatch(r"h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert [after for before, after in pairwise(levels) if after > before + 1] == []
