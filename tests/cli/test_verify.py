"""`briefing verify`: what it prints, and how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.builders import article, write_content
from tests.commands import briefing

OBSERVATION = "figures:\n  - {figure: deaths, printed: '7', value: '7', of: total}\n"


def test_all_is_found(tmp_path: Path) -> None:
    """Where everything stands in its text it says how much that was, and ends with 0."""
    content = write_content(tmp_path, article(OBSERVATION))
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/case.txt").write_text("There were 7 dead.", encoding="utf-8")
    done = briefing("verify", content, "--sources", tmp_path / "kept")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "1 of 3 articles have a kept text; 1 of 1 quotations and values were found in theirs\n"


def test_something_is_missing(tmp_path: Path) -> None:
    """A value that is not there is told like every other problem, and ends it with 1."""
    content = write_content(tmp_path, article(OBSERVATION))
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/case.txt").write_text("There were 17 dead.", encoding="utf-8")
    done = briefing("verify", content, "--sources", tmp_path / "kept", "--list")
    assert done.exit_code == 1
    assert "articles/case.md:9:31: error: the value '7' is not in the kept text case.txt [not-in-source]" in done.stdout
    assert f"no text is kept of {content}/flood/articles/wire-1.md" in done.stdout.splitlines()


def test_no_folder_of_texts(tmp_path: Path) -> None:
    """A folder that is not there is told in a sentence with a way out."""
    done = briefing("verify", write_content(tmp_path, {}), "--sources", tmp_path / "kept")
    assert (done.exit_code, done.stderr.startswith(f"Error: there is no folder '{tmp_path}/kept'")) == (3, True)


def test_a_wrong_locator_is_a_warning(tmp_path: Path) -> None:
    """A value that stands in another paragraph is told, and ends it with 0; files of other kinds are counted."""
    content = write_content(tmp_path, article(OBSERVATION.replace("of: total", "of: total, at: ¶3")))
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/case.txt").write_text("It rose.\n\nThere were 7 dead.\n\nIt fell.\n", encoding="utf-8")
    (tmp_path / "kept/case.pdf").write_bytes(b"7")
    done = briefing("verify", content, "--sources", tmp_path / "kept", "--list")
    assert done.exit_code == 0
    assert "warning: the value '7' is not in ¶3 of the kept text case.txt [wrong-locator]" in done.stdout
    assert "1 other file was not read, for texts end in .txt, .html or .htm\n" in done.stderr
    assert f"not read: {tmp_path}/kept/case.pdf\n" in done.stdout
