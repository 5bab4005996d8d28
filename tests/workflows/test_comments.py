"""The two scripts whose token may write: they write one comment, where it belongs, whatever they are given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.workflows.files import GITHUB, read_yaml
from tests.workflows.host import HEAD, Host, running, zipped

TOKEN = "Bearer secret"  # noqa: S105 - one that opens nothing
SOUND = {"number": b"7\n", "diff.txt": "base → head: one more voice\n\nFlood\n".encode()}
OPENING = f"<!-- briefing-diff -->\nFrom the check of {HEAD[:10]}, which runs the change's own code:\n\n"


def run_step(file: str, job: str, folder: Path, host: Host, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a job against a host, as GitHub would."""
    script = folder / "script.py"
    steps = read_yaml(GITHUB / "workflows" / file)["jobs"][job]["steps"]
    script.write_text(next(step["run"] for step in steps if "run" in step), encoding="utf-8")
    with running(host) as api:
        known = {"GITHUB_API_URL": api, "GITHUB_REPOSITORY": "ada/site", "TOKEN": "secret"}
        return subprocess.run(
            [sys.executable, str(script)],
            cwd=folder,
            env={**os.environ, **known, **environment},
            capture_output=True,
            text=True,
            check=False,
        )


def comment(folder: Path, host: Host, head: str = HEAD) -> subprocess.CompletedProcess[str]:
    """Run the step of `comment.yml`."""
    return run_step("comment.yml", "comment", folder, host, RUN="5", HEAD=head)


def test_a_check_is_told_below_its_pull_request(tmp_path: Path) -> None:
    """What the check has kept becomes a comment, which is brought up to date when it runs again."""
    host = Host(artifact=zipped(SOUND))
    assert comment(tmp_path, host).returncode == 0
    told = "    base → head: one more voice\n    \n    Flood"
    assert [each["body"] for each in host.comments] == [f"{OPENING}{told}"]
    host.artifact = zipped({**SOUND, "diff.txt": b"Nothing\n"})
    assert comment(tmp_path, host).returncode == 0
    assert [each["body"] for each in host.comments] == [f"{OPENING}    Nothing"]


def test_the_token_goes_to_the_host_alone(tmp_path: Path) -> None:
    """The server from which an artifact is downloaded does not get the token."""
    host = Host(artifact=zipped(SOUND))
    comment(tmp_path, host)
    assert {token for _, path, token in host.asked if path == "/stored"} == {None}
    assert {token for _, path, token in host.asked if path != "/stored"} == {TOKEN}


def test_somebody_elses_comment_is_left_alone(tmp_path: Path) -> None:
    """Whoever copies our hidden mark keeps their comment, and so does the bot without it."""
    mark = "<!-- briefing-diff -->\nmine"
    theirs = [(1, "ada", mark), (2, "github-actions[bot]", "see <!-- briefing-diff -->")]
    host = Host(zipped(SOUND), [{"id": number, "user": {"login": who}, "body": body} for number, who, body in theirs])
    comment(tmp_path, host)
    assert [each["body"] for each in host.comments[:2]] == [body for _, _, body in theirs]
    assert len(host.comments) == 3


@pytest.mark.parametrize(
    "number", [b"7; rm -rf /", b"../7", b"", b"7\n8", b"\xd9\xa7", b"-7", b"7" * 1000, b"\xff", b"0"]
)
def test_what_is_no_number_is_refused(tmp_path: Path, number: bytes) -> None:
    """A number that the change's code has spoilt is asked for nowhere, and the run fails."""
    host = Host(artifact=zipped({**SOUND, "number": number}))
    assert comment(tmp_path, host).returncode == 1
    assert (host.comments, [path for _, path, _ in host.asked if "pulls" in path and "777" not in path]) == ([], [])


def test_another_pull_request_is_left_alone(tmp_path: Path) -> None:
    """The number of a pull request whose head is not what was checked, or of none, gets no comment."""
    host = Host(artifact=zipped(SOUND))
    assert comment(tmp_path, host, head="cd" * 20).returncode == 0
    host.artifact = zipped({**SOUND, "number": b"8"})
    assert comment(tmp_path, host).returncode == 1
    assert host.comments == []


def test_a_run_that_kept_nothing_is_no_failure(tmp_path: Path) -> None:
    """A check that ended before it had something to tell is passed over."""
    host = Host()
    assert (comment(tmp_path, host).returncode, host.comments) == (0, [])


@pytest.mark.parametrize(
    "text",
    [
        "@ada &#64;ada #1 https://evil.example",
        "<!--",
        "```\n@ada",
        "~~~\r@ada\r\n@ada",
        "</details>\n\n# Merge this\n\n> @ada\n\n<b>",
        "\n\n\n\t@ada\n\n- @ada\n1. @ada",
        "\x0c@ada\x85@ada\u2028@ada",
        "`" * 70_000,
        "@" * 70_000,
        "\n@" * 70_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_a_stranger_speaks_in_a_block_of_code(tmp_path: Path, text: str) -> None:
    """Whatever the text, the comment is our line and then one block of code, and no longer than a comment may be."""
    host = Host(artifact=zipped({**SOUND, "diff.txt": text.encode()}))
    assert comment(tmp_path, host).returncode == 0
    (body,) = [str(each["body"]) for each in host.comments]
    tokens = [token for token in MarkdownIt("commonmark").parse(body) if token.level == 0]
    assert [token.type for token in tokens] == ["html_block", "paragraph_open", "paragraph_close", "code_block"]
    assert (body.startswith(OPENING), len(body) < 65_536) == (True, True)


def test_a_text_that_is_cut_says_so(tmp_path: Path) -> None:
    """A long text is cut, broken characters are replaced, other files are not looked at."""
    host = Host(artifact=zipped({**SOUND, "diff.txt": b"\xff" + "é".encode() * 500_000, "../evil": b"x"}))
    assert comment(tmp_path, host).returncode == 0
    (body,) = [str(each["body"]) for each in host.comments]
    assert body.removeprefix(OPENING)[:7] == "    \ufffdéé"
    assert body.endswith("é\n    … cut: what the check has kept, 'review', has the rest")
    assert not (tmp_path.parent / "evil").exists()


def test_a_draft_is_answered_below_its_form(tmp_path: Path) -> None:
    """The reply becomes a comment, which changes with the form, and nothing else does."""
    for text in ("One", "Two é"):
        (tmp_path / "reply.md").write_text(text, encoding="utf-8")
        host = Host(comments=[{"id": 1, "user": {"login": "ada"}, "body": "<!-- briefing-draft -->"}])
        assert run_step("draft.yml", "reply", tmp_path, host, NUMBER="7").returncode == 0
        assert run_step("draft.yml", "reply", tmp_path, host, NUMBER="7").returncode == 0
        assert [each["body"] for each in host.comments] == [
            "<!-- briefing-draft -->",
            f"<!-- briefing-draft -->\n{text}",
        ]
