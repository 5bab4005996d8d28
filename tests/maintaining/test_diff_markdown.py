"""A diff as a comment on GitHub: strangers' words do nothing there, and it is never too long."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.maintaining.diff import as_markdown, compare
from generator.maintaining.diff.as_markdown import LONGEST, escaped
from tests.builders import article
from tests.maintaining.diff_sides import side_of

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""What GitHub reads, but for what it makes of single words."""

ACTIVE = [
    "@octocat",
    "(@octocat)",
    "#12",
    "octo/cat#12",
    "GH-12",
    "https://evil.example/x",
    "www.evil.example",
    "a@evil.example",
    ":tada:",
    "$x^2$",
    "deadbeefdeadbeef",
]


@pytest.mark.parametrize("word", ACTIVE)
def test_what_github_would_act_on_stands_as_code(word: str) -> None:
    """A mention, a reference, an address, a commit or a formula in strangers' words is shown and not acted on."""
    assert escaped(f"see {word} there") == f"see `{word}` there"


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "<!-- x", "&lt;", "![x](y)", "[x](y)", "**x**", "`x`", "| a |", "~~x~~"]
)
def test_marks_are_shown_as_they_are(text: str) -> None:
    """Nothing in strangers' words is HTML, a link, an image or an emphasis."""
    shown = GITHUB.render(escaped(text)).strip()
    assert not re.search(r"<(?!/?(p|code)>)", shown)
    assert html.unescape(re.sub(r"<[^>]*>", "", shown)) == text


@pytest.mark.parametrize("text", ["- x", "+ x", "1. x", "12) x"])
def test_no_line_begins_a_list(text: str) -> None:
    """Words that begin as a list does begin none."""
    assert GITHUB.render(escaped(text)).startswith("<p>")


@given(st.text(st.sampled_from("ab 12`@#:$<>*_[]()!\\\n-."), max_size=30))
def test_code_ends_where_it_should(text: str) -> None:
    """However many backticks a word has, all that GitHub would act on stands between longer runs of them."""
    outside = re.sub(r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)", "", escaped(text))
    assert not re.search(r"[@#$]", outside)


def test_a_long_diff_says_how_much_it_leaves_out(tmp_path: Path) -> None:
    """What there is no room for is counted; nothing is folded that does not unfold."""
    statement = "  - {actor: ada-moor, says: 'Number %d %s', account: reported}\n"
    items = "".join(statement % (at, "and on " * 120) for at in range(250))
    told = as_markdown(
        compare(side_of(tmp_path, "base", {}), side_of(tmp_path, "head", article(f"statements:\n{items}")))
    )
    shown = told.count("\n- **new**")
    assert len(told) <= LONGEST
    assert told.endswith(f"… and {251 - shown} more: `briefing diff` on the command line tells them all.\n")
    assert told.count("<details>") == told.count("</details>") > 0


def test_the_headline_stands_first(tmp_path: Path) -> None:
    """The first line says what a reviewer wants to know; the rest is folded, each kind with its number."""
    told = as_markdown(
        compare(side_of(tmp_path, "base", {}), side_of(tmp_path, "head", article("note: x\n", "Said @octocat.\n")))
    )
    assert told.splitlines()[:5] == ["**1 new article**", "", "base → head", "", "#### The flood at Low Bridge"]
    assert "<details><summary>Articles (1)</summary>" in told
    assert "@" not in told


def test_what_was_not_compared_is_counted(tmp_path: Path) -> None:
    """Of many files that cannot be read some are named, and the rest are told by their number."""
    spoilt = {f"flood/articles/spoilt-{at}.md": "no fence" for at in range(23)}
    told = as_markdown(compare(side_of(tmp_path, "base", {}), side_of(tmp_path, "head", spoilt)))
    assert told.count("- not compared") == 20
    assert "\n- … and 3 more that could not be read\n" in told
