"""`briefing check`: what it prints, in which form, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ARTICLE, article, write_content
from tests.commands import briefing, commit
from tests.projects import run

WRONG = article(
    "figures:\n  - {figure: deths, printed: '7', value: '7', by: [wire], of: total}\n", "Says <b>50 % :: more</b>\n"
)


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
        "1 error, 0 warnings\nMore about a message: briefing explain missing-file\n",
    )


def test_check_tells_paths_as_they_were_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path in a message leads to the file from where the command was typed."""
    write_content(tmp_path / "deep", {"flood/notes.txt": "x"})
    monkeypatch.chdir(tmp_path)
    assert briefing("check", "deep/briefings").stdout.startswith("deep/briefings/flood/notes.txt:1:1: error")
    monkeypatch.chdir(tmp_path / "deep/briefings")
    assert briefing("check", ".").stdout.startswith("flood/notes.txt:1:1: error")


def test_fix_tells_what_it_mended_and_what_it_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every repair is told in its place, and so is a file that may not be written anew."""
    content = write_content(tmp_path, {**WRONG, "flood/articles/other.md": WRONG[ARTICLE]})
    (content / "flood/articles/other.md").chmod(0o440)
    monkeypatch.chdir(tmp_path)
    told = briefing("check", "--fix").stderr
    assert f"briefings/{ARTICLE}:9:14: fixed: 'deths' → 'deaths' [unknown-reference]\n" in told
    assert "briefings/flood/articles/other.md: not mended: the file is read-only\n" in told


def test_check_tells_warnings_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is told and does not fail the check."""
    write_content(tmp_path, {"flood/events/party.md": "---\ntitle: A party\n---\n"})
    monkeypatch.chdir(tmp_path)
    done = briefing("check")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (0, "0 errors, 1 warning")
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
    assert (done.exit_code, done.stderr.splitlines()[0]) == (1, "4 errors, 0 warnings")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_any_terminal_will_do(tmp_path: Path, encoding: str) -> None:
    """What cannot be printed on a terminal is written out; nothing fails for it."""
    content = write_content(tmp_path, {"actors/zoe.md": "---\nname: Zoe\nkind: «شخص» ¶ 😀\n---\n"})
    done = run(content.parent, "briefing", "check", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stdout.startswith("briefings/actors/zoe.md:3:7: error")


def test_the_form_for_github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each problem is a workflow command of its own, in which no file's words can begin another."""
    write_content(tmp_path, WRONG)
    monkeypatch.chdir(tmp_path)
    assert briefing("check", "--format", "github").stdout.splitlines()[:2] == [
        (
            f"::error file=briefings/{ARTICLE},line=9,col=14,title=unknown-reference::"
            "'deths' is not a known figure%0Adid you mean 'deaths'?"
        ),
        (
            f"::error file=briefings/{ARTICLE},line=11,col=6,title=raw-html::"
            "raw HTML is not allowed%0Ause Markdown; write &lt; for a '<' that is meant as such"
        ),
    ]


def test_a_github_annotation_escapes_what_files_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A per cent sign, a colon or a comma in a name does not end the property it stands in."""
    write_content(tmp_path, {"flood/a%,b:c.txt": ""})
    monkeypatch.chdir(tmp_path)
    line = briefing("check", "--format", "github").stdout
    assert line.startswith("::error file=briefings/flood/a%25%2Cb%3Ac.txt,line=1,col=1,title=stray-file::")


def test_the_form_for_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON has the counts, and each problem part by part."""
    write_content(tmp_path, WRONG)
    monkeypatch.chdir(tmp_path)
    told = json.loads(briefing("check", "--format", "json", "--least", "warning").stdout)
    assert told["summary"] == {"error": 3, "warning": 0, "advice": 0}
    assert told["problems"][0] == {
        "path": f"briefings/{ARTICLE}",
        "line": 9,
        "column": 14,
        "severity": "error",
        "code": "unknown-reference",
        "message": "'deths' is not a known figure",
        "hint": "did you mean 'deaths'?",
    }


def test_the_form_for_code_hosts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SARIF log names its tool and rules, and gives each problem its rule, level, message and region."""
    write_content(tmp_path, WRONG | {"flood/odd name.txt": ""})
    monkeypatch.chdir(tmp_path)
    log = json.loads(briefing("check", "--format", "sarif").stdout)
    (made,) = log["runs"]
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert (log["version"], made["tool"]["driver"]["name"], rules == sorted(set(rules))) == ("2.1.0", "briefing", True)
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in made["results"])
    places = [
        (each["locations"][0]["physicalLocation"], each["level"], each["message"]["text"]) for each in made["results"]
    ]
    assert (
        {
            "artifactLocation": {"uri": f"briefings/{ARTICLE}"},
            "region": {"startLine": 9, "startColumn": 14},
        },
        "error",
        "'deths' is not a known figure (did you mean 'deaths'?)",
    ) in places
    assert "briefings/flood/odd%20name.txt" in [place["artifactLocation"]["uri"] for place, _, _ in places]


def test_only_what_weighs_enough(tmp_path: Path) -> None:
    """With a least weight, what weighs less is not told, and is counted even so."""
    content = write_content(tmp_path, {"flood/events/party.md": "---\ntitle: A party\n---\n"})
    done = briefing("check", content, "--least", "error")
    assert (done.stdout, done.stderr.splitlines()[0].startswith("0 errors, 1 warning")) == ("", True)


def test_only_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of warnings, those on lines changed since a commit are told, new files included; errors are told all."""
    unused = "---\ntitle: {title}\n---\n"
    content = write_content(tmp_path, {"flood/events/party.md": unused.format(title="A party")})
    before = commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = briefing("check", "--since", before, "--least", "warning")
    assert (done.stdout, done.stderr.splitlines()[0].startswith("0 errors, 1 warning")) == ("", True)
    (content / "flood/events/ball.md").write_text(unused.format(title="A ball"), encoding="utf-8")
    (content / "flood/events/party.md").write_text(unused.format(title="The party"), encoding="utf-8")
    (content / "stray.txt").write_text("", encoding="utf-8")
    commit(tmp_path)
    (content / "flood/events/feast.md").write_text(unused.format(title="A feast"), encoding="utf-8")
    told = briefing("check", "--since", before, "--least", "warning").stdout.splitlines()
    assert [line.partition(":")[0] for line in told if not line.startswith("    ")] == [
        f"briefings/{name}" for name in ("flood/events/ball.md", "flood/events/feast.md", "flood/events/party.md")
    ] + ["briefings/stray.txt"]


def test_what_a_deletion_brings_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning that comes about elsewhere than on a changed line is told as well; what was there before is not."""
    unused = "---\ntitle: A party\n---\n"
    told_of = article("events:\n  - {id: party, title: A party, status: held}\n")
    content = write_content(tmp_path, told_of | {"flood/events/party.md": unused, "flood/events/ball.md": unused})
    before = commit(tmp_path)
    (content / ARTICLE).unlink()
    monkeypatch.chdir(tmp_path)
    told = briefing("check", "--since", before, "--least", "warning").stdout.splitlines()
    assert [line.partition(":")[0] for line in told if not line.startswith("    ")] == [
        "briefings/flood/events/party.md"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(".gitattributes", "*.md -diff\n", id="files that are called binary"),
        pytest.param("briefings/flood/events/odd.md", "++ b/x\n", id="a line like the head of a file"),
    ],
)
def test_nothing_hides_from_review(name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither attributes nor lines of a change keep its own warnings from being told."""
    content = write_content(tmp_path, {})
    before = commit(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    (content / "flood/events/party.md").write_text("---\ntitle: A party\n---\n", encoding="utf-8")
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    told = briefing("check", "--since", before, "--least", "warning").stdout
    # Where a file cannot be read, nobody knows whether an event is told of in it.
    assert "briefings/flood/events/party.md:2:1: warning" in told or "odd.md:1:1: error" in told


def test_since_among_odd_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links that lead nowhere and folders in the place of files are told as what they are, without a traceback."""
    content = write_content(tmp_path, {})
    before = commit(tmp_path)
    (content / "flood/events/gone.md").symlink_to("nowhere")
    (content / "flood/articles/folder.md").mkdir()
    monkeypatch.chdir(tmp_path)
    done = briefing("check", "--since", before, "--least", "warning")
    assert (done.exit_code, done.stdout.count("not a regular file [stray-file]")) == (1, 2)


def test_a_repositorys_settings_run_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Filters, hooks, monitors and helpers that a repository names are not run by any command that asks git."""
    content = write_content(tmp_path, {})
    before = commit(tmp_path)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (tmp_path / ".gitattributes").write_text("* filter=evil diff=evil\n", encoding="utf-8")
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        shutil.copy(trap, tmp_path / ".git/hooks" / hook)
    with (tmp_path / ".git/config").open("a", encoding="utf-8") as settings:
        settings.write(
            f'[filter "evil"]\n clean = {trap}\n smudge = {trap}\n'
            f'[diff "evil"]\n textconv = {trap}\n command = {trap}\n[diff]\n external = {trap}\n'
            f"[core]\n fsmonitor = {trap}\n pager = {trap}\n"
        )
    (content / ARTICLE).write_text("changed", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert briefing("check", "--since", before).exit_code == 1
    assert briefing("diff", before).exit_code == 0
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("folder", [".", "briefings", "briefings/flood/articles"])
def test_one_file(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one file, named from wherever one stands, its own problems are told, and they decide how it ends."""
    content = write_content(tmp_path, WRONG | {"stray.txt": ""})
    monkeypatch.chdir(tmp_path / folder)
    named = Path(os.path.relpath(content / ARTICLE))
    done = briefing("check", named)
    assert (done.exit_code, done.stdout.count(": error: ")) == (1, 3)
    shown, _, rest = done.stdout.partition(":")
    assert Path(shown).resolve() == (content / ARTICLE).resolve()
    assert rest.startswith("9:14: error: 'deths' is not a known figure")
    assert done.stderr.startswith("4 errors, 0 warnings in all; told here: 3\n")
    assert briefing("check", named.parent / "wire-1.md").exit_code == 0


def test_a_file_of_no_content_folder(tmp_path: Path) -> None:
    """A file that lies anywhere else is refused; nothing around it is read."""
    (tmp_path / "notes.md").write_text("", encoding="utf-8")
    done = briefing("check", tmp_path / "notes.md")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(f"Error: '{tmp_path}/notes.md' is no file of a content folder\n    hint: ")


@pytest.mark.parametrize("commit_name", ["nothing", "--output=x", "HEAD~1"])
def test_since_a_commit_that_is_not_there(tmp_path: Path, commit_name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit that git does not know is told in a sentence with a way out, and nothing is written."""
    write_content(tmp_path, {})
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = briefing("check", f"--since={commit_name}")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(f"Error: '{commit_name}' is not a commit of this repository\n    hint: ")
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["briefings"]


def test_watching(tmp_path: Path) -> None:
    """With --watch, every change of a file is followed by a new report."""
    content = write_content(tmp_path, {})
    command = [str(Path(sys.executable).with_name("briefing")), "check", "--watch", "--least", "warning"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watcher:
        assert watcher.stdout
        assert watcher.stderr
        assert watcher.stderr.readline().startswith("0 errors, 0 warnings")
        assert watcher.stderr.readline() == "Watching briefings; Ctrl+C ends it\n"
        (content / "stray.txt").write_text("", encoding="utf-8")
        assert watcher.stderr.readline() == "--\n"
        assert watcher.stdout.readline().startswith("briefings/stray.txt:1:1: error")
        assert watcher.stderr.readline().startswith("1 error, 0 warnings")
        watcher.stderr.readline()
        (content / "stray.txt").unlink()
        assert watcher.stderr.readline() == "--\n"
        assert watcher.stderr.readline().startswith("0 errors, 0 warnings")
        watcher.send_signal(signal.SIGINT)
        assert watcher.wait() == 0
        assert "Traceback" not in watcher.stderr.read()
