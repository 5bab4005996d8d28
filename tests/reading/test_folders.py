"""The content folder: what belongs there, and everything else told by name."""

import os
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.reading.folders import read_folder
from tests.builders import SOUND, write_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a sound content folder."""
    return write_content(tmp_path, {})


def told(content: Path) -> list[str]:
    """Return place and code of all that is told of a content folder."""
    diagnostics = Diagnostics()
    read_folder(content, diagnostics)
    return [f"{each.location} {each.code}" for each in diagnostics]


def test_sound_folder(content: Path) -> None:
    """Every file of a sound folder is read, each kind by name, whatever order the disk has them in."""
    sources = read_folder(content, Diagnostics())
    briefing = sources.briefings[0]
    read = [file.path for file in sources.actors + briefing.articles + briefing.figures + briefing.events]
    read += [file.path for file in briefing.issues]
    kinds = ["actors", "flood/articles", "flood/figures", "flood/events", "flood/issues"]
    assert read == [f"briefings/{kind}/{path.name}" for kind in kinds for path in sorted((SOUND / kind).iterdir())]


def test_no_folder(tmp_path: Path) -> None:
    """A content folder that does not exist, or is a file, is told."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert told(tmp_path / "none") == ["none:1:1 missing-file"]
    assert told(tmp_path / "file") == ["file:1:1 missing-file"]


@pytest.mark.parametrize(
    ("name", "place", "code"),
    [
        ("notes.md", "notes.md", "stray-file"),
        ("flood/notes.txt", "flood/notes.txt", "stray-file"),
        ("flood/article/a.md", "flood/article", "stray-file"),
        ("flood/articles/a.txt", "flood/articles/a.txt", "stray-file"),
        ("flood/articles/a.MD", "flood/articles/a.MD", "stray-file"),
        ("flood/articles/deep/a.md", "flood/articles/deep", "stray-file"),
        ("flood/articles/Wire.md", "flood/articles/Wire.md", "bad-file-name"),
        ("flood/articles/a b.md", "flood/articles/a b.md", "bad-file-name"),
        ("flood/articles/a--b.md", "flood/articles/a--b.md", "bad-file-name"),
        ("flood/articles/-a.md", "flood/articles/-a.md", "bad-file-name"),
        ("flood/articles/a.b.md", "flood/articles/a.b.md", "bad-file-name"),
        ("flood/articles/عباس.md", "flood/articles/عباس.md", "bad-file-name"),
        ("flood/articles/index.md", "flood/articles/index.md", "bad-file-name"),
        ("actors/index.md", "actors/index.md", "bad-file-name"),
        ("actors/a\nb.md", "actors/a\\nb.md", "bad-file-name"),
        ("actors/\x1b[31m.md", "actors/\\x1b[31m.md", "bad-file-name"),
        ("actors/\u202eton.md", "actors/\\u202eton.md", "bad-file-name"),
        ("Flood/index.md", "Flood/", "bad-file-name"),
        ("assets/index.md", "assets/", "bad-file-name"),
        ("search/index.md", "search/", "bad-file-name"),
        ("storm/articles/a.txt", "storm/index.md", "missing-file"),
    ],
)
def test_files_that_do_not_belong(content: Path, name: str, place: str, code: str) -> None:
    """A file in the wrong place or with a bad name is told, by a name that a terminal can show."""
    (content / name).parent.mkdir(parents=True, exist_ok=True)
    (content / name).write_text("x", encoding="utf-8")
    assert f"briefings/{place}:1:1 {code}" in told(content)


def test_names_that_are_no_text(content: Path) -> None:
    """A name that is not UTF-8 is told in characters that can be printed."""
    (content / os.fsdecode(b"actors/\xff\xfe.md")).write_text("x", encoding="utf-8")
    found = told(content)
    assert found == ["briefings/actors/\\udcff\\udcfe.md:1:1 bad-file-name"]
    assert "\n".join(found).encode("utf-8") != b""


def test_links_are_not_followed(content: Path) -> None:
    """A link to a file or a folder is told wherever it stands."""
    (content / "flood/events/link.md").symlink_to(SOUND / "flood/events/dam-break.md")
    (content / "storm").symlink_to(SOUND / "flood")
    (content / "flood/issues").rename(content.parent / "issues")
    (content / "flood/issues").symlink_to(content.parent / "issues")
    assert told(content) == [
        "briefings/flood/events/link.md:1:1 stray-file",
        "briefings/flood/issues:1:1 stray-file",
        "briefings/storm:1:1 stray-file",
    ]


def test_nothing_behind_a_link_is_read(content: Path) -> None:
    """What lies behind a link in the content folder is no part of it; the folder itself may be reached by one."""
    for name in ("actors", "flood/articles"):
        (content / name).rename(content.parent / Path(name).name)
        (content / name).symlink_to(content.parent / Path(name).name)
    sources = read_folder(content, Diagnostics())
    assert (sources.actors, sources.briefings[0].articles) == ((), ())
    (content.parent / "link").symlink_to(content)
    assert read_folder(content.parent / "link", Diagnostics()).briefings[0].index is not None


@pytest.mark.parametrize("shown", ["deep/down/briefings", "../briefings", "/srv/briefings"])
def test_paths_are_those_the_maintainer_knows(content: Path, shown: str) -> None:
    """Every path, of a file read and of a message, begins with the folder as it was given."""
    (content / "notes.txt").write_text("x", encoding="utf-8")
    diagnostics = Diagnostics()
    sources = read_folder(content, diagnostics, Path(shown))
    assert [each.location.path for each in diagnostics] == [f"{shown}/notes.txt"]
    assert sources.actors[0].path == f"{shown}/actors/ada-moor.md"


def test_a_file_where_a_folder_belongs(content: Path) -> None:
    """A file that has the name of a folder is told, and so is a folder that has that of a file."""
    (content / "flood/events/dam-break.md").unlink()
    (content / "flood/events").rmdir()
    (content / "flood/events").write_text("x", encoding="utf-8")
    (content / "flood/index.md").unlink()
    (content / "flood/index.md").mkdir()
    (content / "flood/articles/case.md").mkdir()
    assert told(content) == [
        "briefings/flood/articles/case.md:1:1 stray-file",
        "briefings/flood/events:1:1 stray-file",
        "briefings/flood/index.md:1:1 missing-file",
    ]


def test_hidden_files_belong_to_others(content: Path) -> None:
    """What begins with a point is left alone: editors and systems leave such files everywhere."""
    (content / ".DS_Store").write_bytes(b"\xff")
    (content / "actors/.zoe.md.swp").write_bytes(b"\xff")
    assert told(content) == []
