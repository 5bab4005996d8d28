"""Names in prose become links, once a section, and what a text mentions is told with its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.briefing import Briefing
from generator.model.prose import Kind, Target
from tests.builders import article, load_content

ACTORS = {
    "actors/iran.md": "---\nname: Iran\nkind: state\naliases: [Tehran, I.R.I.]\nnative: {text: ایران, lang: fa}\n---\n",
    "actors/iran-human-rights.md": "---\nname: Iran Human Rights\nkind: organisation\n---\n",
    "actors/ali.md": "---\nname: Ali\nkind: person\nnative: {text: علی, lang: fa}\n---\n",
    "actors/ali-reza.md": "---\nname: Ali Reza\nkind: person\nnative: {text: علی‌رضا, lang: fa}\n---\n",
    "actors/us.md": "---\nname: United States\nkind: state\naliases: [US, '@potus', U.S.]\n---\n",
}


def assemble(folder: Path, body: str) -> Briefing:
    """Return the briefing in which an article has this body."""
    return load_content(folder, ACTORS | article(body=body)).briefings["flood"]


def linked(folder: Path, body: str) -> str:
    """Return a body with each link in it as `<words>`, by name or by hand."""
    prose = assemble(folder, body).articles["case"].body
    pieces, end = [], 0
    for link in prose.links:
        pieces += [prose.text[end : link.start], f"<{link.label}>"]
        end = link.end
    return "".join([*pieces, prose.text[end:]])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("Iran and Iran.", "<Iran> and Iran.", id="the first mention alone"),
        pytest.param("Tehran, Iran.", "<Tehran>, Iran.", id="an alias is the same actor"),
        pytest.param(
            "Iran.\n\n## A\n\nIran.\n\n### B\n\nIran.",
            "<Iran>.\n\n## A\n\n<Iran>.\n\n### B\n\n<Iran>.",
            id="each section",
        ),
        pytest.param("Iran.\n\nB\n---\n\nIran.", "<Iran>.\n\nB\n---\n\n<Iran>.", id="each section underlined"),
        pytest.param("Iran's, US’s", "<Iran>'s, <US>’s", id="possessives"),
        pytest.param(
            "Iranian, USA, us, iran, Iran_x, IranIran", "Iranian, USA, us, iran, Iran_x, IranIran", id="parts of words"
        ),
        pytest.param("(Iran), *US*, Iran-backed", "(<Iran>), *<US>*, Iran-backed", id="beside marks"),
        pytest.param("US-Iran talks", "<US>-<Iran> talks", id="beside a hyphen"),
        pytest.param("Iran Human Rights and Iran", "<Iran Human Rights> and <Iran>", id="the longest name wins"),
        pytest.param("by Iran Human\nRights, Iran", "by <Iran Human Rights>, <Iran>", id="over the end of a line"),
        pytest.param("- by Iran\n  Human Rights", "- by <Iran Human Rights>", id="over the end of a line in a list"),
        pytest.param("Iran\n\nHuman Rights", "<Iran>\n\nHuman Rights", id="not over that of a paragraph"),
        pytest.param("The U.S. and @potus.", "The <U.S.> and @potus.", id="points in a name"),
        pytest.param("By @potus", "By @<potus>", id="a mark before a name"),
        pytest.param("ایران و ایرانی", "<ایران> و ایرانی", id="a Persian name"),
        pytest.param("علی‌رضا و علی", "<علی‌رضا> و <علی>", id="a joiner is part of the word"),
        pytest.param("علی‌ها", "علی‌ها", id="a word that a joiner continues is another"),
        pytest.param("Ali Reza", "<Ali Reza>", id="a name that begins with another"),
        pytest.param("`Iran`, ``US``", "`Iran`, ``US``", id="not in code"),
        pytest.param("```\nIran\n```\n\n    US\n", "```\nIran\n```\n\n    US\n", id="not in blocks of code"),
        pytest.param("> Iran\nUS\n\nAli", "> Iran\nUS\n\n<Ali>", id="not in block quotations"),
        pytest.param('“Iran”, "US", «Ali»', '“Iran”, "US", «Ali»', id="not in quotation marks"),
        pytest.param("“the\nIran of old” Iran", "“the\nIran of old” <Iran>", id="not in quotations over lines"),
        pytest.param(
            'an inch" here\n\nIran a " there', 'an inch" here\n\n<Iran> a " there', id="a mark alone quotes nothing"
        ),
        pytest.param("## Iran\n\nAli", "## Iran\n\n<Ali>", id="not in headings"),
        pytest.param("Iran and US\n-----\n\nAli", "Iran and US\n-----\n\n<Ali>", id="not in headings underlined"),
        pytest.param("[Iran](https://e.org/Iran)", "[Iran](https://e.org/Iran)", id="not in links"),
        pytest.param("[the\nIran](https://e.org/)", "[the\nIran](https://e.org/)", id="not in links over lines"),
        pytest.param(
            "[Iran][r]\n\n[r]: https://e.org/Iran", "[Iran][r]\n\n[r]: https://e.org/Iran", id="not in references"
        ),
        pytest.param("<https://e.org/Iran>", "<https://e.org/Iran>", id="not in addresses"),
        pytest.param("[[us|Iran]] Iran", "<Iran> <Iran>", id="not in links by hand"),
        pytest.param("[[iran]] [[us|the\nStates]]", "<Iran> <the States>", id="links by hand"),
        pytest.param("[[event:dam-break]]", "<The dam at Low Bridge breaks>", id="a link by hand has the thing's name"),
    ],
)
def test_links(body: str, expected: str, tmp_path: Path) -> None:
    """Names and aliases become links where they are words of the text itself."""
    assert linked(tmp_path, body) == expected


def test_nobody_links_to_itself(tmp_path: Path) -> None:
    """An actor's own page does not link to itself; a thing that has an actor's id is another thing."""
    files = {"actors/iran.md": "---\nname: Iran\nkind: state\n---\nIran is a state; Ada Moor is none.\n"}
    files["flood/events/iran.md"] = "---\ntitle: An event\n---\nIran is a state.\n"
    files |= article("events:\n  - {id: iran, title: An event, status: held}\n")
    library = load_content(tmp_path, files)
    assert [link.target.id for link in library.actors["iran"].body.links] == ["ada-moor"]
    event = library.briefings["flood"].events["iran"]
    assert [link.target for link in event.body.links] == [Target(Kind.ACTOR, "iran")]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("One. Two has Iran in it! Three.", "Two has Iran in it!"),
        ("One, and Mr. X of the U.S. Army met Iran. Three.", "One, and Mr. X of the U.S. Army met Iran."),
        ("A paragraph\nwith Iran in\ntwo lines\n\nanother", "A paragraph with Iran in two lines"),
        ("- one\n- *Iran* is `two`\n- three", "Iran is two"),
        ("See [it](https://e.org/a_b) at **Iran** & [[ada-moor|her]] ([[figure:deaths]]).",
         "See it at Iran & her (Deaths at Low Bridge)."),
        ("AT&amp;T met Iran, a_b_c and _d_; 5 &lt; 6.", "AT&T met Iran, a_b_c and d; 5 < 6."),
        ("Iran: It&#39;s C# issue #5 at 5 * 3, 5*3, 2**10, a > b, 2 | 3, a _ b.",
         "Iran: It's C# issue #5 at 5 * 3, 5*3, 2**10, a > b, 2 | 3, a _ b."),
        ("## **2026** and *[[iran]]*\n\nnothing", "2026 and Iran"),
        ("> - [[iran]], _“so”_ \\*x\\*, at <https://e.org/a>", "Iran, “so” *x*, at https://e.org/a"),
        ("a | b\n---|---\nc. Iran | 5 \\| 6", "Iran 5 | 6"),
        ("He said “no.” Iran said yes.", "Iran said yes."),
        ("ایران گفت؟ نه.", "ایران گفت؟"),
    ],
)  # fmt: skip
def test_sentences(body: str, sentence: str, tmp_path: Path) -> None:
    """A mention is told with its sentence, in plain words as a reader sees them."""
    mentions = assemble(tmp_path, body).mentions
    source, target = Target(Kind.ARTICLE, "case"), Target(Kind.ACTOR, "iran")
    assert [each.sentence for each in mentions if (each.source, each.target) == (source, target)] == [sentence]


def test_mentions_of_every_kind_of_text(tmp_path: Path) -> None:
    """Overview, articles, figures, events and issues all count, each once a target."""
    files = {"flood/issues/warning.md": "---\ntitle: Who?\nkind: fact\nanswers: [nobody]\n---\nAda Moor. Ada Moor.\n"}
    mentions = load_content(tmp_path, files).briefings["flood"].mentions
    found = [(each.source.kind, each.source.id) for each in mentions if each.target == Target(Kind.ACTOR, "ada-moor")]
    assert found == [("article", ""), ("article", "wire-1"), ("event", "dam-break"), ("issue", "warning")]
