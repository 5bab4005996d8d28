"""`briefing form`: what it writes, prints and answers, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.maintaining.forms.answers import Field
from tests.builders import write_content
from tests.commands import briefing
from tests.maintaining.forms.filled import SOUND, rendered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the sound content and a filled form, which is where commands are typed."""
    write_content(tmp_path, {})
    (tmp_path / "form.md").write_text(rendered(SOUND), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_form_is_written_as_an_article(folder: Path) -> None:
    """The draft gets its place, the command says where, and the check finds nothing wrong with it."""
    done = briefing("form", "form.md")
    path = "briefings/flood/articles/wire-2026-03-04.md"
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[0] == f"Written: {path}"
    assert (folder / path).read_text(encoding="utf-8").startswith("---\ntitle: Low Bridge buries its dead\n")
    assert briefing("check", "--least", "warning").exit_code == 0


def test_a_second_form_overwrites_nothing(folder: Path) -> None:
    """The same form once more is a file of its own."""
    briefing("form", "form.md")
    assert "wire-2026-03-04-2.md" in briefing("form", "form.md").stderr
    assert len(list((folder / "briefings/flood/articles").glob("wire-2026-03-04*.md"))) == 2


def test_a_form_is_printed(folder: Path) -> None:
    """With --print, the article goes to stdout and no file is written."""
    before = sorted(folder.rglob("*"))
    done = briefing("form", "form.md", "--print")
    assert (done.exit_code, done.stdout.splitlines()[1]) == (0, "title: Low Bridge buries its dead")
    assert sorted(folder.rglob("*")) == before


def test_a_form_is_answered(folder: Path) -> None:
    """With --reply, thanks, what is to be mended and the draft go to stdout, and the command ends with 1."""
    (folder / "form.md").write_text(rendered({**SOUND, Field.PUBLISHED: "soon"}), encoding="utf-8")
    done = briefing("form", "form.md", "--reply")
    assert done.exit_code == 1
    thanks, told, way_out, place, draft = done.stdout.split("\n\n", 4)
    assert thanks == "Thank you. Before this can become an article, one thing is to be mended:"
    assert told.startswith("```text\nbriefings/flood/articles/wire-undated.md:4:12: error: 'soon' is not a date")
    assert way_out.startswith("Edit your answers above")
    assert place == "For whoever takes it on: the file would be `briefings/flood/articles/wire-undated.md`."
    assert draft.startswith("```yaml\n---\ntitle: Low Bridge buries its dead\n")
    assert not (folder / "briefings/flood/articles/wire-undated.md").exists()


@pytest.mark.parametrize("name", ["flood", "The flood at Low Bridge", "the FLOOD at low bridge"])
def test_a_briefing_is_named(folder: Path, name: str) -> None:
    """A briefing goes by its id or its title, in the form or in the command, which counts more."""
    (folder / "form.md").write_text(rendered({**SOUND, Field.BRIEFING: name}), encoding="utf-8")
    assert briefing("form", "form.md", "--print").exit_code == 0
    (folder / "form.md").write_text(rendered({**SOUND, Field.BRIEFING: "another"}), encoding="utf-8")
    assert briefing("form", "form.md", "--print", "--briefing", name).exit_code == 0


@pytest.mark.parametrize("text", ["", "### Briefing\n\nanother\n", "Hello, I have a question."])
def test_a_form_without_a_briefing(folder: Path, text: str) -> None:
    """Where the form names no briefing, the answer lists them, and nothing is written."""
    (folder / "form.md").write_text(text, encoding="utf-8")
    done = briefing("form", "form.md", "--reply")
    assert (done.exit_code, "write one of flood" in done.stdout) == (1, True)
    assert briefing("form", "form.md").stdout == ""


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x80"])
def test_a_form_that_is_no_text(folder: Path, content: bytes) -> None:
    """A file that is not UTF-8 is told in a sentence with a way out."""
    (folder / "form.md").write_bytes(content)
    done = briefing("form", "form.md")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "cannot be read" in done.stderr
    assert "hint: " in done.stderr


def test_a_form_for_a_folder_that_is_not_there(folder: Path) -> None:
    """Without a content folder there is no briefing to draft for, which is told as such."""
    done = briefing("form", "form.md", "--content", folder / "nowhere")
    assert (done.exit_code, "there is no folder" in done.stderr) == (3, True)


@pytest.mark.parametrize("words", [[], ["--reply"], ["--print"]])
def test_nothing_is_written_through_a_link(folder: Path, words: list[str]) -> None:
    """A folder that is a symbolic link leads elsewhere: nothing is written there, not even to be checked."""
    (folder / "outside").mkdir()
    (folder / "briefings/flood/articles").rename(folder / "articles")
    (folder / "briefings/flood/articles").symlink_to(folder / "outside")
    done = briefing("form", "form.md", *words)
    assert (done.exit_code, "is a symbolic link" in done.stderr) == (3, True), done.stderr
    assert list((folder / "outside").iterdir()) == []
