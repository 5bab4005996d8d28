"""Drafts of articles: nothing invented, nothing copied, and one step from a file that passes the check."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostics
from generator.maintaining.checking import Checker
from generator.maintaining.drafting.article import ArticleDraft, Desk, Given, draft_article
from generator.maintaining.drafting.ids import id_of
from generator.maintaining.drafting.pages import SavedPage, read_page
from generator.reading.frontmatter import front_matter_of
from tests.builders import write_content
from tests.drafts import desk_with

PARAGRAPHS = (
    "LOWMARSH (The Wire) — Ada Moor said on Tuesday that the river had never been so high, and that nobody was to "
    "blame for what the night had brought to the people of the town.\n"
    "At least 214 people died at Low Bridge, Relief Now said, and 12 of the dead were visitors who had come on "
    "3 March. The Council spoke of deaths, at Low Bridge alone, of some 120.\n"
    "Ada Moor left after eight hours."
).split("\n")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk in the sound content folder; no draft changes anything in it."""
    return desk_with(tmp_path_factory.mktemp("desk"))


def page_of(*paragraphs: str, head: str = "") -> SavedPage:
    """Return an English page of the Wire's with these paragraphs."""
    body = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    link = '<link rel="canonical" href="https://wire.example.org/flood"><title>The flood</title>'
    dated = '<meta property="article:published_time" content="2026-03-04">'
    return SavedPage(f'<html lang="en"><head>{link}{dated}{head}</head><body><article>{body}</article></body></html>')


@pytest.fixture
def draft(desk: Desk) -> ArticleDraft:
    """Return the draft of a sound page, read whole, its text kept."""
    given = Given(accessed="2026-03-09", read="whole", kept=True)
    return draft_article(page_of(*PARAGRAPHS), desk, given)


def test_a_sound_page_needs_no_decision(tmp_path: Path, draft: ArticleDraft) -> None:
    """Where the page tells all and the maintainer what was read, the draft passes the check as it is."""
    content = write_content(tmp_path / "checked", {f"flood/articles/{draft.id}.md": draft.text})
    diagnostics = Diagnostics()
    Checker().check(content, diagnostics)
    told = [each.code for each in diagnostics if draft.id in each.location.path]
    assert (draft.id, draft.undecided, told) == ("wire-2026-03-04", (), [Code.MISSING_ARCHIVE])


def test_stubs_become_observations(tmp_path: Path, draft: ArticleDraft) -> None:
    """Without their marks, and with a figure, the stubs are observations that pass the check, values and all."""
    stubs = draft.text.partition("# figures:")[2].partition("\n\n")[0]
    lines = [line.removeprefix("# ") for line in f"# figures:{stubs}".splitlines()]
    decided = "\n".join(re.sub(r"(- figure:).*", r"\1 deaths", line) for line in lines)
    file = draft.text.replace(
        f"# figures:{stubs}", decided.replace("at:", "of: total\n    at:").replace("eight hours", "8")
    )
    content = write_content(tmp_path / "checked", {f"flood/articles/{draft.id}.md": file})
    diagnostics = Diagnostics()
    checked = Checker().check(content, diagnostics)
    assert {each.code for each in diagnostics if draft.id in each.location.path} == {
        Code.MISSING_ARCHIVE,
        Code.MISSING_AS_OF,
    }
    article = next(each for each in checked.sources.briefings[0].articles if each.id == draft.id)
    assert [(each.printed, each.at) for each in article.document.figures] == [
        ("At least 214 people", "¶2"),
        ("12", "¶2"),
        ("some 120", "¶2"),
        ("8", "¶3"),
    ]
    assert draft.numbers == 4


def test_figures_and_voices_are_suggested_in_comments(draft: ArticleDraft) -> None:
    """A figure whose words are near, and the actors of the sentence, are named for a person to decide."""
    assert "#   - figure:  # perhaps deaths\n#     printed: some 120" in draft.text
    assert "#     # by: [river-council]  # named in the sentence; keep whoever says so" in draft.text


def test_known_actors_are_listed(draft: ArticleDraft) -> None:
    """Each known actor in the text stands in a comment, with the paragraphs that name it."""
    listed = draft.text.partition("# Known actors in the text:\n")[2].partition("\n\n")[0]
    assert listed.splitlines() == [
        "#   wire: The Wire, ¶1",
        "#   ada-moor: Ada Moor, ¶1 ¶3",
        "#   relief: Relief Now, ¶2",
        "#   river-council: River Council, ¶2",
    ]


def test_the_sum_ties_the_draft_to_its_text(draft: ArticleDraft) -> None:
    """The sum is that of the bytes which are kept, and those are the article's words and no others."""
    assert f"source_sha256: {hashlib.sha256(draft.source).hexdigest()}" in draft.text
    assert draft.source.decode() == "\n\n".join(PARAGRAPHS) + "\n"


def test_no_body(draft: ArticleDraft) -> None:
    """The summary is a person's to write: there is none."""
    assert draft.text.endswith("\n---\n")
    assert draft.text.count("\n---\n") == 1


@given(
    st.lists(
        st.sampled_from("many 12 people died 40 homes. Then, in 3 days, at least two of them".split()), max_size=90
    )
)
def test_law_of_short_fragments(desk: Desk, words: list[str]) -> None:
    """No thirteen words of the article stand in the draft as they stand in the article."""
    numbered = [f"{word}{'' if any(map(str.isdigit, word)) else index}" for index, word in enumerate(words)]
    draft = draft_article(page_of(" ".join(numbered) or "Nothing."), desk, Given(accessed="2026-03-09"))
    runs = [" ".join(numbered[start : start + 13]) for start in range(len(numbered) - 12)]
    assert [run for run in runs if run in draft.text] == []


TEXTS = st.text(max_size=80) | st.text(alphabet=":#-?{}[],&*!|>'\"%@` \n\\ab\u202e", max_size=40)


@given(
    st.fixed_dictionaries(dict.fromkeys("headline author publisher datePublished inLanguage dateline".split(), TEXTS))
)
def test_law_of_hostile_pages(desk: Desk, said: dict[str, str]) -> None:
    """Whatever a page says of itself, the draft has the keys of every other draft, and is YAML."""
    script = json.dumps({"@type": "Article", **said}).replace("</", "<\\/")
    page = page_of(said["headline"], head=f'<script type="application/ld+json">{script}</script>')
    draft = draft_article(page, desk, Given(accessed="2026-03-09"))
    diagnostics = Diagnostics()
    front = front_matter_of(draft.text.encode(), "draft.md", diagnostics)
    assert front is not None
    assert set(front.data) <= {*"title outlet url published accessed language read dateline".split()}
    assert {each.code for each in diagnostics} <= {"missing-key"}
    assert (front.data["read"], front.body) == ("", "")


@given(st.binary(max_size=400))
def test_law_of_any_bytes(desk: Desk, content: bytes) -> None:
    """Whatever bytes follow the head of a page, there is a draft or a sentence."""
    page = read_page(b"<html lang=en><title>Rain</title><p>" + content.replace(b"\0", b" "))
    draft = draft_article(page, desk, Given(accessed="2026-03-09"))
    assert draft.text.startswith("---\n")


def test_a_taken_name_is_counted_on(desk: Desk) -> None:
    """A second article of one outlet and day has a number behind its name; without a name or a date it is said so."""
    taken = replace(desk, taken={"wire-2026-03-04", "wire-2026-03-04-2"})
    assert draft_article(page_of("Rain."), taken, Given(accessed="2026-03-09")).id == "wire-2026-03-04-3"
    assert draft_article(SavedPage("<p>Rain."), desk, Given(accessed="2026-03-09")).id == "article-undated"


def test_too_many_numbers_are_counted_and_left_off(desk: Desk) -> None:
    """A page full of numbers is listed as far as a person can decide on them, and the rest is told."""
    page = page_of(*(f"There were {number} people there." for number in range(100, 200)))
    draft = draft_article(page, desk, Given(accessed="2026-03-09"))
    assert draft.numbers == 60
    assert "#   # Sentences with numbers that are not listed here: 40." in draft.text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Daily O'Hare", "the-daily-ohare"),
        ("People’s Daily", "peoples-daily"),
        ("Süd & Nord", "sud-nord"),
        ("روزنامه", ""),
        ("x" * 90, "x" * 60),
    ],
)
def test_ids_of_names(name: str, expected: str) -> None:
    """A name becomes an id by its Latin letters and digits, and by nothing else."""
    assert expected == id_of(name)
