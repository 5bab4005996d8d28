"""Prose becomes HTML that is on the allow-list, or it is refused; nothing vanishes and nothing slips through."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.model.prose import Prose, Target
from generator.pipeline import build_pages, load, shipped_templates
from generator.reading.prose import scan_body
from generator.rendering.addresses import Links
from generator.rendering.prose import UnsafeProseError, render_prose
from tests.builders import article, load_content, write_content
from tests.strategies import soups


def address(target: Target) -> str:
    """Return where a link to this would lead."""
    return f"{target.kind}s/{target.id}.html"


ALLOWED = {
    **{tag: set[str]() for tag in "p em strong pre blockquote ul li hr br table thead tbody tr".split()},
    **{tag: {"id"} for tag in "h2 h3 h4 h5 h6".split()},
    **{tag: {"align"} for tag in ("th", "td")},
    "a": {"href", "title"},
    "code": {"class"},
    "ol": {"start"},
}
"""What prose may become, said a second time and in another way than the code says it."""

PIECES = (
    *(
        "<",
        ">",
        "/",
        "!",
        "?",
        "&",
        ";",
        "&lt;",
        "&#60;",
        "&#x3c;",
        "&colon;",
        "&amp;",
        "&#",
        "&\\#",
        "1;",
        "&#x202e;",
        "&#xFFFE;",
        "&shy;",
        "\\",
        "`",
        "``",
        "```\n",
        "~~~\n",
    ),
    *("<b>", "</b>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<img src=x onerror=alert(1)>"),
    *("<svg/onload=x>", "<a href='javascript:x'>", "<div", " class=x", " style='x'", "<style>", "<h1>", "<iframe"),
    *(
        "javascript:",
        "JaVaScRiPt:",
        "data:text/html,",
        "https://e.org/",
        "http://e.org",
        "//e.org",
        "x.html",
        "ftp://e.org",
    ),
    *("[", "](", ")", "]", "][", "]: ", "[x]", "[x]: ", "![", "[[", "]]", "|", ' "', '"', "'", "(", "{", "}", ": "),
    *(
        "\n",
        "\n\n",
        "    ",
        "  ",
        "- ",
        "1. ",
        "> ",
        "# ",
        "## ",
        "---\n",
        "===\n",
        "| a | b |\n|---|:-:|\n",
        "zebra",
        "x",
    ),
    *(
        "<https://e.org>",
        "<javascript:x>",
        "<a@e.org>",
        "*",
        "**",
        "_",
        "{: #id .class onclick=x }",
        "[TOC]",
        "*[x]: y\n",
    ),
)


class Parts(HTMLParser):
    """Collects what a piece of HTML is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rest: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """Note a comment, which prose has none of."""
        self.rest.append(data)

    def handle_decl(self, decl: str) -> None:
        """Note a declaration, which prose has none of."""
        self.rest.append(decl)

    def handle_pi(self, data: str) -> None:
        """Note an instruction, which prose has none of."""
        self.rest.append(data)


def rendered(text: str) -> str | None:
    """Return the HTML of a text, or None where it is refused by the scanner or by the converter."""
    diagnostics = Diagnostics()
    scan_body(text, 1, "a.md", diagnostics)
    if diagnostics.errors:
        return None
    try:
        return str(render_prose(Prose(text=text), address))
    except UnsafeProseError:
        return None


@given(soups(*PIECES))
@example("[a [b] c](x.html)")
@example("[a [b] c](javascript:alert(1))")
@example("[x]:\n  javascript:alert(1)\n\n[x]")
@example("> [x]: page.html\n\n[x][x]")
@example("- a\n\n    <script>alert(1)</script>\n")
@example("a ` <b> \n\n ` c")
@example("\\`<b>\\`")
@example("![x]\n\n[x]: https://e.org/a.png")
@example("``` {#id .class onclick=x}\n<b>\n```")
@example("*[HTML]: <script>\n\nHTML")
@example("a &\\#1; b")
@example("- a\n\n    &#1;\n")
@example("```\n&#x202E;")
def test_prose_is_safe(text: str) -> None:
    """No text gives an element, attribute or address off the allow-list: it is safe, or refused."""
    html = rendered(text)
    if html is None:
        return
    parts = Parts(html)
    assert {each for each in html if unicodedata.category(each) in ("Cc", "Cf", "Cn")} <= {"\n", *text}
    assert parts.rest == []
    for tag, attributes in parts.elements:
        assert tag in ALLOWED
        assert set(attributes) <= ALLOWED[tag]
        assert re.fullmatch(r"https?://.*", attributes.get("href") or "https://", re.DOTALL)
        assert not str(attributes.get("id", "text-")).startswith("__")


@given(soups(*(piece for piece in PIECES if ":" not in piece and "(" not in piece)))
def test_nothing_vanishes(text: str) -> None:
    """What a maintainer writes is on the page, word for word, wherever it is not refused."""
    html = rendered(text)
    if html is not None:
        assert Parts(html).text.count("zebra") == text.count("zebra")


@given(st.text(max_size=60))
def test_any_text_is_safe(text: str) -> None:
    """So it is with characters of any kind."""
    html = rendered(text)
    assert html is None or {tag for tag, _ in Parts(html).elements} <= set(ALLOWED)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c<d>`", "<p><em>a</em> <strong>b</strong> <code>c&lt;d&gt;</code></p>"),
        ("## A heading", '<h2 id="text-a-heading">A heading</h2>'),
        ("## A\n\n## A", '<h2 id="text-a">A</h2>\n<h2 id="text-a_1">A</h2>'),
        ("## گفت‌وگو", '<h2 id="text-گفت-وگو">گفت‌وگو</h2>'),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("[x](https://e.org/?a=b&c=d)", '<p><a href="https://e.org/?a=b&amp;c=d">x</a></p>'),
        ("AT&amp;T &lt;b&gt; 5 < 6", "<p>AT&amp;T &lt;b&gt; 5 &lt; 6</p>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_markdown(text: str, html: str) -> None:
    """Plain Markdown is converted as everywhere."""
    assert rendered(text) == html


def test_headings_of_many_texts_on_a_page(tmp_path: Path) -> None:
    """Two events whose texts have one heading give a page two anchors, each with its event's id."""
    heads = {"dam-break": "title: The dam breaks", "relief": "title: Relief comes"}
    files = {
        f"flood/events/{event}.md": f"---\n{head}\n---\n## Background\n\nText.\n\n## Background\n"
        for event, head in heads.items()
    }
    files |= article("events:\n  - {id: relief, title: Relief comes, status: held}\n")
    diagnostics = Diagnostics()
    pages = build_pages(load_content(tmp_path, files), shipped_templates(), diagnostics)
    html = next(page.html for page in pages if page.address == "flood/timeline.html")
    anchors = [f"text-{event}--background{nth}" for event in heads for nth in ("", "_1")]
    assert sorted(re.findall(r'id="(text-[^"]*)"', html)) == sorted(anchors)


def test_tables_keep_their_alignment() -> None:
    """A column of numbers may stand at the right."""
    assert '<td align="right">1</td>' in str(rendered("| a | b |\n|---|--:|\n| x | 1 |"))


def test_what_only_the_converter_sees_is_told(tmp_path: Path) -> None:
    """Raw HTML that the scanner takes for code ends the build, and names its file."""
    content = write_content(tmp_path, article(body="- item\n\n    <script>alert(1)</script>\n"))
    diagnostics = Diagnostics()
    pages = build_pages(load(content, diagnostics), shipped_templates(), diagnostics)
    assert [(each.location.path, each.code) for each in diagnostics] == [
        ("briefings/flood/articles/case.md", "raw-html")
    ]
    assert pages == () or diagnostics.errors == 1


@pytest.mark.parametrize("kind", ["actors/zoe.md", "flood/events/dam-break.md", "flood/index.md"])
def test_it_names_the_file_of_every_kind(kind: str, tmp_path: Path) -> None:
    """Whatever page the prose goes to, the message names the file that a maintainer has to mend."""
    heads = {
        "actors/zoe.md": "name: Zoe\nkind: person",
        "flood/events/dam-break.md": "title: The dam breaks",
        "flood/index.md": "title: T\nquestion: Q?\nscope: S\nmaintainers: [M]\nstatus: closed",
    }
    content = write_content(tmp_path, {kind: f"---\n{heads[kind]}\n---\n- item\n\n    <script>x</script>\n"})
    diagnostics = Diagnostics()
    build_pages(load(content, diagnostics), shipped_templates(), diagnostics)
    assert [each.location.path for each in diagnostics] == [f"briefings/{kind}"]


def test_links_in_prose_lead_to_their_pages(tmp_path: Path) -> None:
    """Names and links by hand become relative links, and marks in a label are shown, not obeyed."""
    files = {"actors/odd.md": "---\nname: '*Odd* [name] `x`'\nkind: group\n---\n"}
    body = "Ada Moor, [[odd]] and [[figure:deaths|the *dead*]].\n"
    briefing = (library := load_content(tmp_path, files | article(body=body))).briefings["flood"]
    links = Links(library, "flood/articles/case.html", briefing)
    html = render_prose(briefing.articles["case"].body, lambda target: links.target(target).href)
    assert html == (
        '<p><a href="../../actors/ada-moor.html">Ada Moor</a>, '
        '<a href="../../actors/odd.html">*Odd* [name] `x`</a> and '
        '<a href="../../flood/figures/deaths.html">the *dead*</a>.</p>'
    )
