"""The command `briefing init`: a site that checks and builds at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from tests.projects import run, tree
from tests.workflows.files import WORKFLOWS
from tests.workflows.test_workflows import actionlint, zizmor


def briefing(*words: object) -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_new_site_checks_and_builds(tmp_path: Path) -> None:
    """What was started has no error, no warning and no advice, and becomes a site with a dispute to look at."""
    done = briefing("init", tmp_path / "mine")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        f"Written: {len(tree(tmp_path / 'mine'))} files in {tmp_path / 'mine'}",
        f"Next: `cd {tmp_path / 'mine'}`, then `briefing check` and `briefing build`; README.md says the rest.",
    ]
    checked = run(tmp_path / "mine", "briefing", "check")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "0 errors, 0 warnings\n")
    built = run(tmp_path / "mine", "briefing", "build")
    assert (built.returncode, "WARNING" in built.stderr) == (0, False), built.stderr
    site = tree(tmp_path / "mine/site")
    assert {"index.html", "about.html", "harbour-bridge/timeline.html", "our-briefings.zip"} <= set(site)
    assert b"cannot both be true" in site["harbour-bridge/figures/repair-cost.html"]


def test_a_new_site_can_be_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that git has begun, too, the next file is drafted without a further word."""
    (tmp_path / ".git").mkdir()
    assert briefing("init", tmp_path).exit_code == 0
    monkeypatch.chdir(tmp_path)
    assert briefing("new", "event", "reopening", "--title", "The bridge is opened").exit_code == 0
    assert Path("briefings/harbour-bridge/events/reopening.md").is_file()


@pytest.mark.parametrize("name", ["Ours", "A: b # c", '"', "{{ x }}", "- -"])
def test_a_site_is_called_what_it_is_called(tmp_path: Path, name: str) -> None:
    """Whatever the site is called, its settings hold it as it is."""
    assert briefing("init", tmp_path / "mine", "--name", name).exit_code == 0
    settings = yaml.safe_load((tmp_path / "mine/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_name"] == name
    assert f"*{name}*" in (tmp_path / "mine/docs/about.md").read_text(encoding="utf-8")


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds anything, and a file, are refused; nothing is written."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    for folder, told in (("mine", "is not empty"), ("mine/notes.txt", "is no folder")):
        done = briefing("init", tmp_path / folder)
        assert (done.exit_code, told in done.stderr) == (3, True), done.stderr
    assert before == tree(tmp_path)


def test_the_same_site_each_time(tmp_path: Path) -> None:
    """Two new sites are the same, byte for byte."""
    for name in ("one", "two"):
        briefing("init", tmp_path / name)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_workflow_is_sound(tmp_path: Path) -> None:
    """The shipped workflow passes both auditors, and pins each action as the project's own workflows do."""
    briefing("init", tmp_path)
    workflow = tmp_path / ".github/workflows/site.yml"
    for done in (zizmor(workflow), actionlint(workflow)):
        assert done.returncode == 0, done.stdout + done.stderr
    own = {action for path in WORKFLOWS for action in _actions(path)}
    assert set(_actions(workflow)) <= own


def _actions(workflow: Path) -> list[str]:
    return re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
