"""`briefing diff`: over a made-up history, and where there is none."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.builders import ARTICLE, article
from tests.maintaining.diff_sides import write_files

COUNT = """\
figures:
  - {figure: deaths, printed: "400", value: 400, by: [river-council], as_of: 2026-03-01, basis: estimate, of: total}
"""
DISPUTED = (
    "1 new article, 1 new observation; "
    "Deaths at Low Bridge: not the same measure → disputed, one more voice (River Council)"
)


def diff(*words: object) -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(main, ["diff", *map(str, words)])


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, with nobody's settings, and return what it says."""
    settings = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgSign=false"]
    command = ["git", "-C", str(folder), *settings, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository: a commit without content, `first` with the sound folder, and `second` with one more count."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=Begin")
    git(tmp_path, "tag", "nothing")
    content = write_files(tmp_path, {})
    for name, files in (("first", {}), ("second", article(COUNT))):
        for path, text in files.items():
            (content / path).write_text(text, encoding="utf-8")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message=More")
        git(tmp_path, "tag", name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_commits(history: Path) -> None:
    """What a commit changes in meaning is told, whatever the work tree holds, and nothing is touched for it."""
    (history / "briefings" / ARTICLE).unlink()
    before = git(history, "status", "--porcelain")
    done = diff("first", "second")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == f"first → second: {DISPUTED}"
    assert git(history, "status", "--porcelain") == before


def test_the_work_tree(history: Path) -> None:
    """Without HEAD, the files as they are now are looked at, saved or not committed."""
    (history / "briefings" / ARTICLE).unlink()
    assert diff("second").stdout.startswith("second → briefings: 1 removed article, 1 removed observation")


def test_from_a_folder_below(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The content folder is named from where the command is typed, and so are the paths that it tells."""
    monkeypatch.chdir(history / "briefings")
    done = diff("first", "second", "--content", ".")
    assert done.stdout.splitlines()[0] == f"first → second: {DISPUTED}"
    assert f"[{ARTICLE}:9]" in done.stdout


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--exit-code",), 1)])
def test_exit_codes(history: Path, words: tuple[str, ...], code: int) -> None:
    """A difference is no fault, unless it is asked for by the exit code."""
    assert history.is_dir()
    assert diff("first", "second", *words).exit_code == code
    assert diff("first", "first", *words).exit_code == 0


def test_all_is_new(history: Path) -> None:
    """Where BASE has no content, everything is new, and that is said."""
    assert history.is_dir()
    done = diff("nothing", "first")
    assert (done.exit_code, done.stderr) == (0, "There is no 'briefings' in nothing: everything is new.\n")
    assert done.stdout.startswith("nothing → first: everything is new; 1 new briefing, 2 new articles, ")


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders are compared without git."""
    write_files(tmp_path / "old", {})
    write_files(tmp_path / "new", article(COUNT))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert diff("old/briefings", "new/briefings").stdout.startswith(f"old/briefings → new/briefings: {DISPUTED}\n")


def test_json(history: Path) -> None:
    """Every row of the JSON form has its place, and every item who says it."""
    assert history.is_dir()
    told = json.loads(diff("first", "second", "--format", "json").stdout)
    assert (told["version"], told["differs"], told["headline"]) == (1, True, DISPUTED)
    rows = {row["what"]: row for row in told["groups"][0]["rows"]}
    assert rows["observation"]["said"] == {
        "voices": ["River Council", "Gazette"],
        "moment": "2026-03-01",
        "published": "2026-03-03",
        "article": "case",
        "at": None,
    }
    assert rows["observation"]["at"] == "briefings/flood/articles/case.md:9"
    assert rows["figure"]["moves"][0] == {
        "key": "state",
        "name": "",
        "before": "not the same measure",
        "after": "disputed",
    }


def test_attributes_hide_nothing(history: Path) -> None:
    """What a commit would keep out of an archive is compared like everything else."""
    (history / "briefings" / ".gitattributes").write_text("*.md export-ignore\n", encoding="utf-8")
    git(history, "add", "--all")
    git(history, "commit", "--quiet", "--message=Hide")
    assert diff("first", "HEAD").stdout.splitlines()[0] == f"first → HEAD: {DISPUTED}"


def test_errors_are_told(history: Path) -> None:
    """What is wrong with HEAD is told as by a check, and what could be read is compared."""
    (history / "briefings/flood/figures/deaths.md").write_text("---\ntitle: x\n", encoding="utf-8")
    done = diff("first")
    assert done.exit_code == 0
    assert "not compared, for it could not be read: briefings/flood/figures/deaths.md" in done.stdout
    assert "briefings/flood/figures/deaths.md:1:1: error: " in done.stderr
    assert "1 new article, 1 new observation" in done.stdout


def test_links_are_not_followed(history: Path) -> None:
    """A link in a commit is told as a stray file and leads nowhere."""
    (history / "briefings/actors/zoe.md").symlink_to("/etc/hostname")
    git(history, "add", "--all")
    git(history, "commit", "--quiet", "--message=Link")
    done = diff("second", "HEAD")
    assert (done.exit_code, "[stray-file]" in done.stderr) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "'nowhere' is not a commit of this repository"),
        (("--", "--all"), "'--all' is not a commit of this repository"),
        (("",), "'' is not a commit of this repository"),
        (("first", "nothing"), "there is no 'briefings' in nothing"),
        (("first", "--content", "absent"), "there is no folder 'absent'"),
    ],
)
def test_a_side_that_cannot_be_had(history: Path, words: tuple[str, ...], said: str) -> None:
    """What stands in the way is told in a sentence, with a way out."""
    assert history.is_dir()
    done = diff(*words)
    assert done.exit_code == 3
    assert done.stderr.startswith(f"Error: {said}\n    hint: ")


def test_a_folder_that_is_a_revision_too(history: Path) -> None:
    """A name that means two things is refused, with the way to say which."""
    (history / "first").mkdir()
    done = diff("first")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (3, "Error: 'first' is a revision and a folder")


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, it says so."""
    write_files(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = diff("main")
    assert (done.exit_code, "not a git repository" in done.stderr, "hint: " in done.stderr) == (3, True, True)
