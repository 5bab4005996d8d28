"""The form for people without git: any answers make a draft, and the check says what is to be mended in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostics
from generator.maintaining.forms.answers import Field, read_answers
from generator.maintaining.forms.drafts import Draft, draft_article
from generator.maintaining.forms.known import Known, known_in
from generator.maintaining.forms.proof import faults_of
from generator.maintaining.forms.replies import LONGEST, reply_of
from generator.model.files import ArticleDocument
from generator.pipeline import build_pages, load, shipped_templates
from generator.reading.folders import read_folder
from generator.reading.frontmatter import front_matter_of
from generator.reading.validation import validate
from tests.builders import SOUND as CONTENT
from tests.builders import write_content
from tests.maintaining.forms.filled import SOUND, rendered

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
NOBODY = Known(actors={}, figures={}, events={}, articles=frozenset())
STRANGE = st.text() | st.text(alphabet="|\n\r #-'\"\\:{}[]&*!%@`<>~?,0aé\u200b") | st.sampled_from(list(Field))


def known() -> Known:
    """Return what the sound content folder knows."""
    sources = read_folder(CONTENT, Diagnostics())
    return known_in(sources, sources.briefings[0])


def drafted(answers: dict[str, str]) -> Draft:
    """Return the draft of a sound form with these answers in the place of its own."""
    given_answers = dict(SOUND) | {Field(label): answer for label, answer in answers.items()}
    return draft_article(read_answers(rendered(given_answers)), known())


@pytest.mark.parametrize("name", CASES)
def test_a_form_becomes_a_draft(name: str) -> None:
    """The draft has these lines, and this is all that is to be mended in it."""
    case: dict[str, Any] = CASES[name]
    draft = drafted(case["answers"])
    path = Path("flood", "articles", f"{draft.id}.md")
    found = [str(each) for each in faults_of(draft.text, path, CONTENT) if each.severity != "advice"]
    told = [*draft.undecided, *(each.split(f"{path}:")[1].replace("\n    hint: ", " | ") for each in found)]
    assert [line for line in case["draft"] if line not in draft.text.split("\n")] == []
    assert told == case["told"]


def test_a_sound_draft_builds(tmp_path: Path) -> None:
    """The draft of a sound form, put in its place, becomes a page among the others."""
    draft = drafted({})
    content = write_content(tmp_path, {f"flood/articles/{draft.id}.md": draft.text})
    diagnostics = Diagnostics()
    pages = build_pages(load(content, diagnostics), shipped_templates(), diagnostics)
    assert [str(each) for each in diagnostics] == []
    assert f"flood/articles/{draft.id}.html" in {page.address for page in pages}


def test_a_draft_takes_nobodys_place() -> None:
    """An article of the same outlet and day gets a number, and one without a day says so."""
    names = [drafted({"Published": day}).id for day in ("2026-03-05", "2026-03-02", "")]
    taken = {path.stem for path in (CONTENT / "flood/articles").iterdir()}
    assert (names, taken & set(names)) == (["wire-2026-03-05", "wire-2026-03-02", "wire-undated"], set())
    again = draft_article(SOUND, Known({}, {}, {}, frozenset({"the-wire-2026-03-04"})))
    assert again.id == "the-wire-2026-03-04-2"


def test_a_name_that_two_share_means_neither(tmp_path: Path) -> None:
    """Where two actors share an alias, what the form says stays a description."""
    twin = "---\nname: Eve Moor\nkind: person\naliases: [Moor]\n---\n"
    sources = read_folder(write_content(tmp_path, {"actors/eve-moor.md": twin}), Diagnostics())
    found = known_in(sources, sources.briefings[0])
    assert (found.actors.get("moor"), found.actors["eve moor"], found.actors["آدا مور"]) == (
        None,
        "eve-moor",
        "ada-moor",
    )


@given(st.dictionaries(st.sampled_from(list(Field)), STRANGE))
def test_any_answers_make_a_file_of_the_formats_keys(answers: dict[Field, str]) -> None:
    """Whatever strangers write, the draft is YAML with the format's keys: an answer is a value, nothing else."""
    draft = draft_article(read_answers(rendered(answers)), NOBODY)
    diagnostics = Diagnostics()
    front = front_matter_of(draft.text.encode(), "draft.md", diagnostics)
    if front is None:  # nothing was answered that the head has a place for
        assert {each.code for each in diagnostics} <= {Code.MISSING_KEY, Code.TOO_LONG}
        return
    validate(ArticleDocument, front.data, front.positions, diagnostics)
    harmful = {Code.UNKNOWN_KEY, Code.DUPLICATE_KEY, Code.YAML_FEATURE, Code.BAD_YAML, Code.BAD_CHARACTER}
    assert [str(each) for each in diagnostics if each.code in harmful | {Code.WRONG_SHAPE}] == []


@given(st.text())
def test_any_text_is_a_form(text: str) -> None:
    """A text that is no form at all is one in which nothing, or little, is answered."""
    assert set(read_answers(text)) <= set(Field)


@given(st.lists(st.text(alphabet="`~\n <!-@#"), max_size=4), st.text(alphabet="`~\n x"))
def test_a_reply_keeps_strangers_words_between_fences(faults: list[str], text: str) -> None:
    """No line of what was written can close the fence that it stands in."""
    lines = reply_of("a.md", text, faults).split("\n")
    fences = [line for line in lines if line.startswith("```")]
    opened = [line for line in fences if line.strip("`") in {"text", "yaml"} and line.strip("`")]
    for fence in opened:
        length = len(fence) - len(fence.lstrip("`"))
        start = lines.index(fence)
        assert "`" * length in lines[start + 1 :]
        inside = lines[start + 1 : lines.index("`" * length, start + 1)]
        assert all(len(line) - len(line.lstrip("`")) < length for line in inside)


def test_a_reply_fits_into_a_comment() -> None:
    """A draft that is too long for a comment is left out, and the reply says what to do."""
    reply = reply_of("a.md", "x" * LONGEST, ["one"])
    assert ("fill in two forms" in reply, "One thing is to be mended" in reply, len(reply) < 1000) == (True,) * 3
