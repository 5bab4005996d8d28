"""A checker finds the same as one that starts anew, whatever changed in between."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.maintaining.checking import Checker
from generator.pipeline import build_pages, load, shipped_templates
from tests.builders import ARTICLE, article, write_content

CHANGES = [
    article(),
    article("figures:\n  - {figure: deaths, printed: '7', value: '7', by: [wire], of: total}\n"),
    article("figures:\n  - {figure: deths, printed: '7', value: '7', by: [wire], of: total}\n"),
    article(body="Ada Moor said <b>no</b>.\n"),
    article(body="Ada Moor spoke, see [[figure:deaths]] and [[event:party]].\n"),
    {ARTICLE: "no fence"},
    {"flood/events/party.md": "---\ntitle: A party\n---\n"},
    {"flood/index.md": "---\ntitle: No question\n---\n"},
    {"actors/zoe.md": "---\nname: Ada Moor\nkind: person\n---\n"},
    {"actors/zoe.md": "---\nname: Zoe\nkind: person\nspeaks_for: zoe\n---\n"},
    {"actors/ada-moor.md": "---\nname: Ada Moor\nkind: person\n---\nShe keeps a diary.\n"},
]
"""Files that somebody may save one after the other; some of them are wrong."""


def told(content: Path, checker: Checker) -> list[str]:
    """Return every line that a checker tells of a folder."""
    diagnostics = Diagnostics()
    checker.check(content, diagnostics)
    return [str(each) for each in diagnostics]


def told_by_a_build(content: Path) -> list[str]:
    """Return every line that a build of a folder's pages tells."""
    diagnostics = Diagnostics()
    build_pages(load(content, diagnostics), shipped_templates(), diagnostics)
    return [str(each) for each in diagnostics]


def save(content: Path, files: dict[str, str]) -> None:
    """Write files below the content folder."""
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")


@settings(max_examples=25)
@given(changes=st.lists(st.sampled_from(CHANGES), min_size=1, max_size=5))
def test_a_checker_remembers_nothing_that_is_not_so_any_more(changes: list[dict[str, str]]) -> None:
    """After every change it tells what a checker tells that sees the folder for the first time."""
    with TemporaryDirectory() as folder:
        content = write_content(Path(folder), {})
        checker = Checker()
        for files in changes:
            save(content, files)
            assert told(content, checker) == told(content, Checker())


@pytest.mark.parametrize("files", CHANGES, ids=range(len(CHANGES)))
def test_a_check_finds_what_a_build_finds(files: dict[str, str], tmp_path: Path) -> None:
    """Nothing that ends a build escapes the check, though it makes no page."""
    content = write_content(tmp_path, files)
    assert [line for line in told(content, Checker()) if ": advice: " not in line] == told_by_a_build(content)


def test_prose_that_is_no_page_is_told(tmp_path: Path) -> None:
    """What only the conversion into HTML brings to light, the check brings to light as well."""
    content = write_content(tmp_path, article(body="A [link]: here.\n\n[link]: <javascript:alert(1)>\n"))
    assert told(content, Checker()) != []


def test_what_an_editor_holds_counts(tmp_path: Path) -> None:
    """An unsaved text stands in for its file, for as long as there is one."""
    content = write_content(tmp_path, article())
    unsaved: dict[Path, bytes] = {}
    checker = Checker(unsaved)
    saved = told(content, checker)
    path = (content / ARTICLE).resolve()
    unsaved[path] = b"no fence"
    assert f"briefings/{ARTICLE}:1:1: error" in told(content, checker)[0]
    del unsaved[path]
    assert told(content, checker) == saved


def test_an_unchanged_briefing_is_not_tied_again(tmp_path: Path) -> None:
    """A change in one briefing leaves every other the very object it was."""
    content = write_content(tmp_path, {})
    shutil.copytree(content / "flood", content / "other")
    checker = Checker()
    before = checker.check(content, Diagnostics()).library.briefings
    save(content, article())
    with (content / "actors/ada-moor.md").open("a", encoding="utf-8") as file:
        file.write("\nShe keeps a diary.\n")
    after = checker.check(content, Diagnostics()).library.briefings
    assert (after["other"] is before["other"], after["flood"] is before["flood"]) == (True, False)
