"""The page on hosting: its recipes can be read by machines, and name what there is."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests.commands import briefing
from tests.workflows.files import ROOT, WORKFLOWS, read_yaml

PAGE = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r'^```[a-z]+ title="([^"]+)"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL))
BLOCKS = "\n".join(re.findall(r"^```[^\n]*\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def gitlab() -> dict[str, Any]:
    """Return the recipe for GitLab."""
    found = yaml.safe_load(RECIPES[".gitlab-ci.yml"])
    assert isinstance(found, dict)
    return found


def test_the_recipe_for_gitlab_is_one() -> None:
    """Each job has a script, waits for jobs that there are, and puts the site where GitLab Pages takes it from."""
    jobs = {name: job for name, job in gitlab().items() if name not in {"image", "workflow"}}
    assert [name for name, job in jobs.items() if not all(isinstance(line, str) for line in job["script"])] == []
    assert {needed for job in jobs.values() for needed in job.get("needs", [])} <= set(jobs)
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert "briefing build -d public" in jobs["check"]["script"][-1]


def test_the_job_with_a_token_has_no_code() -> None:
    """The job that writes a note has nothing of the repository, and runs where there is a token alone."""
    note = gitlab()["note"]
    assert (note["variables"], "$NOTE_TOKEN" in note["rules"][0]["if"]) == ({"GIT_STRATEGY": "none"}, True)


def test_the_recipe_for_netlify_is_one() -> None:
    """Netlify builds with a command there is, and serves the folder that it makes."""
    recipe = tomllib.loads(RECIPES["netlify.toml"])
    assert recipe["build"] | {"environment": {}} == {"command": "make site", "publish": "site", "environment": {}}
    assert [header["for"] for header in recipe["headers"]] == ["/*"]
    assert recipe["headers"][0]["values"]["X-Content-Type-Options"] == "nosniff"


def test_the_hook_that_is_named_is_ours() -> None:
    """The example names a hook that the project has."""
    (hook,) = yaml.safe_load(RECIPES[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] in {each["id"] for each in ours}


@pytest.mark.parametrize("command", sorted(set(re.findall(r"\.venv/bin/briefing ([a-z]+)", BLOCKS))))
def test_the_commands_are_ours(command: str) -> None:
    """Every command of the page is one of `briefing`, with the options that it shows."""
    known = briefing(command, "--help").stdout
    options = re.findall(rf"\.venv/bin/briefing {command}\b.*?(?=[|#]|$)", BLOCKS, re.MULTILINE)
    named = {option for line in options for option in re.findall(r" (--?[a-z]+)", line)}
    assert {option for option in named if option not in known} == set()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]\S*[a-z])", BLOCKS))))
def test_the_targets_are_ours(target: str) -> None:
    """Every `make` of the page has its target in the Makefile."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_page_tells_every_workflow() -> None:
    """Each workflow is told, and has its line in the table of rights."""
    table = "\n".join(line for line in PAGE.splitlines() if line.startswith("| "))
    names = [read_yaml(path)["name"] for path in WORKFLOWS]
    assert [name for name in names if name not in table] == []
    assert [name for name in names if f"**{name}**" not in PAGE and name != "Draft"] == []
