"""The command `briefing`: what it prints, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.builders import article, write_content
from tests.projects import make_project, run, tree


def briefing(*words: object) -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(main, [str(word) for word in words])


def test_check_of_sound_files(tmp_path: Path) -> None:
    """Where nothing is wrong, that is all it says."""
    done = briefing("check", write_content(tmp_path, {}))
    assert (done.exit_code, done.stderr) == (0, "0 errors, 0 warnings\n")
    assert done.stdout == ""


def test_check_looks_in_the_usual_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder to check, it is the one called `briefings`."""
    write_content(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    assert briefing("check").exit_code == 0


def test_check_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A folder that does not exist is told like any other error."""
    done = briefing("check", tmp_path / "briefings")
    assert (done.exit_code, done.stdout.partition(" [")[0], done.stderr) == (
        1,
        f"{tmp_path}/briefings:1:1: error: there is no folder '{tmp_path}/briefings'",
        "1 error, 0 warnings\n",
    )


def test_check_tells_paths_as_they_were_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path in a message leads to the file from where the command was typed."""
    write_content(tmp_path / "deep", {"flood/notes.txt": "x"})
    monkeypatch.chdir(tmp_path)
    assert briefing("check", "deep/briefings").stdout.startswith("deep/briefings/flood/notes.txt:1:1: error")
    monkeypatch.chdir(tmp_path / "deep/briefings")
    assert briefing("check", ".").stdout.startswith("flood/notes.txt:1:1: error")


def test_check_tells_warnings_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is told and does not fail the check."""
    write_content(tmp_path, {"flood/events/party.md": "---\ntitle: A party\n---\n"})
    monkeypatch.chdir(tmp_path)
    done = briefing("check")
    assert (done.exit_code, done.stderr) == (0, "0 errors, 1 warning\n")
    assert done.stdout.startswith("briefings/flood/events/party.md:2:1: warning: no article annotates")


def test_check_sorts_what_it_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors come by file, line and column, each with its hint below it."""
    files = {"actors/zoe.md": "---\nkind: nobody\nname: [Zoe]\n---\n", "actors/yan.md": "---\nname: Yan\n---\n"}
    write_content(tmp_path, files | article(body="<b>\n"))
    monkeypatch.chdir(tmp_path)
    done = briefing("check")
    assert [line.partition(" ")[0] for line in done.stdout.splitlines() if not line.startswith("    hint: ")] == [
        "briefings/actors/yan.md:2:1:",
        "briefings/actors/zoe.md:2:7:",
        "briefings/actors/zoe.md:3:7:",
        "briefings/flood/articles/case.md:9:1:",
    ]
    assert (done.exit_code, done.stderr) == (1, "4 errors, 0 warnings\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_any_terminal_will_do(tmp_path: Path, encoding: str) -> None:
    """What cannot be printed on a terminal is written out; nothing fails for it."""
    content = write_content(tmp_path, {"actors/zoe.md": "---\nname: Zoe\nkind: «شخص» ¶ 😀\n---\n"})
    done = run(content.parent, "briefing", "check", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stdout.startswith("briefings/actors/zoe.md:3:7: error")


def test_build(tmp_path: Path) -> None:
    """`briefing build` builds the site where it is told to, from wherever it is called."""
    project = make_project(tmp_path / "project", bare=True)
    done = run(tmp_path, "briefing", "build", "-f", "project/mkdocs.yml", "-d", "here/public")
    assert done.returncode == 0
    assert {"index.html", "flood/index.html", "actors/ada-moor.html"} <= set(tree(tmp_path / "here" / "public"))
    assert not (project / "site").exists()


def test_build_without_settings(tmp_path: Path) -> None:
    """Without settings there is nothing to build, and it is said in a sentence."""
    done = run(tmp_path, "briefing", "build")
    assert (done.returncode != 0, "Traceback" in done.stderr, "mkdocs.yml" in done.stderr) == (True, False, True)


def test_version_and_help() -> None:
    """The command tells its version and its commands; a command that is not one is refused."""
    told = [briefing("--version"), briefing("--help"), briefing("bild")]
    assert [done.exit_code for done in told] == [0, 0, 2]
    assert "check" in told[1].stdout
    assert "build" in told[1].stdout
