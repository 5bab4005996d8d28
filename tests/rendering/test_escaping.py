"""Whatever strangers write into a file, every page shows it as text."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, load, shipped_templates
from generator.rendering.page import Page
from tests.builders import write_content
from tests.documents import read_html

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}{%x%}javascript:alert(3)&lt;b&gt;</title>"
"""What an attacker would try, in one line; each field carries its own copy, told apart by a number."""

FILES = {
    "actors/evil.md": """\
name: {0}
kind: person
aliases: [{1}]
native: {{text: {2}, lang: fa}}
born: {{date: 1970-05-01, source: "https://example.org/"}}
roles: [{{title: {3}, of: {4}, from: 2020}}]
""",
    "flood/index.md": """\
title: {5}
question: {6}
scope: {7}
maintainers: [{8}]
status: closed
""",
    "flood/figures/deaths.md": """\
title: {9}
question: {10}
kind: count
changes: grows
unit: people
place: {11}
populations: {{total: {{title: {12}}}, residents: {{title: {13}, part_of: total}}, visitors: {{part_of: total}}}}
""",
    "flood/events/dam-break.md": """\
title: {14}
place: {15}
""",
    "flood/issues/warning.md": """\
title: {16}
kind: fact
answers: [nobody, {17}]
""",
    "flood/articles/case.md": """\
title: {18}
outlet: {{descriptor: {19}, count: {20}, identified_as: gazette, reason: {21}}}
carries: {{descriptor: {22}}}
carried_as: copy
published: 2026-03-03
accessed: 2026-03-09
language: en
dateline: {23}
read: whole
note: {24}
notice: {{kind: corrected, date: 2026-03-05, by: {{descriptor: {25}}}, note: {26}}}
events:
  - id: dam-break
    title: {27}
    status: held
    date: 2026-03-01
    zone: Europe/Berlin
    place: {28}
    by: [{{descriptor: {29}, count: {30}, identified_as: evil, reason: {31}}}]
    at: ¶1
    quote: {32}
    note: {33}
    notice: {{kind: deleted, date: 2026-03-05, note: {34}}}
  - {{id: quake, title: {35}, status: announced, actors: [evil], invited: [evil], at: ¶1}}
figures:
  - figure: deaths
    printed: {36}
    value: about 5
    by: [{{descriptor: {37}, count: {38}, identified_as: evil, reason: {39}}}]
    of: total
    place: {40}
    method: {41}
    basis: projection
    horizon: {42}
    parts: {{residents: "3"}}
    caveat: {43}
    quote: {44}
    note: {45}
    notice: {{kind: withdrawn, date: 2026-03-05, by: {{descriptor: {46}}}, note: {47}}}
    at: ¶1
  - {{figure: deaths, rejects: {{by: {{descriptor: {48}}}, value: "5"}}, of: total, at: ¶2}}
  - {{figure: deaths, printed: {49}, value: several thousand people, of: residents, at: ¶2}}
statements:
  - actor: {{descriptor: {50}, count: {51}}}
    says: {52}
    issue: warning
    answer: {17}
    account: own words
    quote: {53}
    note: {54}
    notice: {{kind: corrected, date: 2026-03-05, note: {55}}}
    at: ¶1
  - {{actor: evil, says: {56}, issue: rebuilding, stance: for, account: inferred, through: evil, to: evil, at: ¶3}}
""",
}
"""Every text of every kind of file, by number."""

FIELDS = 57


def hostile(number: int) -> str:
    """Return the text that stands in the field of this number, short enough for any."""
    return f"x{number}x{HOSTILE}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """Return every page of a site in whose files every text is hostile."""
    texts = [f"'{hostile(number).replace(chr(39), chr(39) * 2)}'" for number in range(FIELDS)]
    files = {name: f"---\n{text.format(*texts)}---\n" for name, text in FILES.items()}
    files["flood/articles/case.md"] += (
        "[[evil]], [[figure:deaths]], [[event:quake]], [[issue:warning]], [[article:case]]\n"
    )
    files["flood/index.md"] += "[[evil|&lt;script&gt;]] and AT&amp;T.\n"
    diagnostics = Diagnostics()
    content = write_content(tmp_path_factory.mktemp("hostile"), files)
    built = build_pages(load(content, diagnostics), shipped_templates(), diagnostics)
    assert [str(each) for each in diagnostics] == []
    return built


def test_no_text_becomes_markup(pages: tuple[Page, ...]) -> None:
    """No page has a script, a picture or a handler, nor an address that would run something."""
    for element in (element for page in pages for element in read_html(page.html).walk()):
        assert element.tag not in {"script", "img", "iframe", "object", "embed", "base", "meta"}
        assert [name for name in element.attributes if name.startswith("on")] == []
        for name in {"href", "src", "action"} & set(element.attributes):
            assert not re.search("javascript|<", element.attributes[name])


def test_every_text_is_shown_as_written(pages: tuple[Page, ...]) -> None:
    """Each field's text stands on some page, character by character, neither unescaped nor escaped twice."""
    read = [read_html(page.html) for page in pages]
    shown = [page.text for page in read]
    shown += [value for page in read for element in page.walk() for value in element.attributes.values()]
    everything = "\n".join(shown)
    assert [number for number in range(FIELDS) if hostile(number) not in everything] == []
    assert [page.address for page in pages if HOSTILE in page.html] == []
    assert "49" not in everything.replace("x49x", "")  # what {{7*7}} would be


def test_titles_and_search_entries_are_plain_text(pages: tuple[Page, ...]) -> None:
    """Titles and what search finds are the words themselves, for the shell to escape."""
    entries = [text for page in pages for entry in page.search for text in (entry.title, entry.text)]
    titles = [page.title for page in pages]
    assert any(hostile(9) in text for text in entries)
    assert hostile(0) in titles
    assert [text for text in [*titles, *entries] if "&lt;script" in text or "&amp;" in text] == []


def test_headings_of_the_contents_are_plain_text(pages: tuple[Page, ...]) -> None:
    """The table of contents has the words of the headings, not their marks."""
    assert any(hostile(12) in heading.text for page in pages for heading in page.headings)
