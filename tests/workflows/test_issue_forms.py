"""The forms that people fill in, and the other files of `.github/` that a code host reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from generator.diagnostics import Diagnostics, Severity
from generator.maintaining.forms.answers import Field, read_answers
from generator.maintaining.forms.drafts import draft_article
from generator.maintaining.forms.known import known_in
from generator.maintaining.forms.proof import faults_of
from generator.model.files import ArticleDocument
from generator.reading.folders import read_folder
from tests.commands import briefing
from tests.workflows.files import FORMS, GITHUB, ROOT, read_yaml

CONTENT = ROOT / "briefings"
ARTICLE = {
    entry["attributes"]["label"]: entry
    for entry in read_yaml(GITHUB / "ISSUE_TEMPLATE/article.yml")["body"]
    if entry["type"] != "markdown"
}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
}
"""What each kind of question may have: https://docs.github.com/communities, "Syntax for GitHub's form schema"."""


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_one(path: Path) -> None:
    """A form has a name, a description and questions of known kinds, each with an id and label of its own."""
    form = read_yaml(path)
    questions = [each for each in form["body"] if each["type"] != "markdown"]
    assert set(form) == {"name", "description", "labels", "body"}
    assert [each for each in form["body"] if not set(each["attributes"]) <= ATTRIBUTES[each["type"]]] == []
    assert [each for each in form["body"] if not set(each) <= {"type", "id", "attributes", "validations"}] == []
    for names in ([each["id"] for each in questions], [each["attributes"]["label"] for each in questions]):
        assert (len(set(names)), all(names)) == (len(questions), True)


def test_the_questions_are_those_we_read() -> None:
    """The form asks, under the same labels and in the same order, what is read out of it."""
    assert list(ARTICLE) == list(Field)


def test_what_the_format_needs_is_asked_for() -> None:
    """An answer is required where the format requires the key, and for the briefing; nowhere else."""
    needed = {name for name, field in ArticleDocument.model_fields.items() if field.is_required()}
    required = {entry["id"] for entry in ARTICLE.values() if entry.get("validations", {}).get("required") == "true"}
    assert required == needed | {"briefing"}


def test_the_choices_are_the_formats() -> None:
    """What was read is one of the format's words, and a briefing one of those there are."""
    sources = read_folder(CONTENT, Diagnostics())
    titles = [each.index.document.title for each in sources.briefings if each.index]
    assert ARTICLE[Field.READ]["attributes"]["options"] == list(
        get_args(ArticleDocument.model_fields["read"].annotation)
    )
    assert ARTICLE[Field.BRIEFING]["attributes"]["options"] == titles


def test_the_forms_own_examples_make_a_sound_article() -> None:
    """Who fills in what the form shows as examples gets a draft with nothing to mend."""

    def example(entry: dict[str, Any]) -> str:
        return str(entry["attributes"].get("placeholder") or entry["attributes"]["options"][0])

    answers = read_answers("\n\n".join(f"### {label}\n\n{example(entry)}" for label, entry in ARTICLE.items()))
    sources = read_folder(CONTENT, Diagnostics())
    draft = draft_article(answers, known_in(sources, sources.briefings[0]))
    found = faults_of(draft.text, Path(sources.briefings[0].id, "articles", f"{draft.id}.md"), CONTENT)
    assert [str(each) for each in found if each.severity is not Severity.ADVICE] == []
    assert (draft.undecided, len(answers)) == ((), len(Field))
    ids = re.findall(r"  - figure: (.*)", draft.text)
    assert set(ids) <= {figure.id for figure in sources.briefings[0].figures}


def test_a_label_starts_the_draft() -> None:
    """The label that the form gives is the one on which the draft is made."""
    labels = read_yaml(GITHUB / "ISSUE_TEMPLATE/article.yml")["labels"]
    condition = read_yaml(GITHUB / "workflows/draft.yml")["jobs"]["draft"]["if"]
    assert set(re.findall(r"'([a-z]+)'", condition)) == {*labels, "edited"}


def test_owners_are_named_for_what_there_is() -> None:
    """Each line of CODEOWNERS begins with a file or folder of the project; who follows is an account or a team."""
    lines = [line.split() for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()]
    rules = [line for line in lines if line and not line[0].startswith("#")]
    assert [path for path, *_ in rules if not (ROOT / path.removeprefix("/")).exists()] == []
    assert [who for _, *owners in rules for who in owners if not re.fullmatch(r"@[\w-]+(/[\w-]+)?", who)] == []


@pytest.mark.parametrize("name", [".pre-commit-config.yaml", ".pre-commit-hooks.yaml"])
def test_a_hook_runs_a_command_there_is(name: str) -> None:
    """The hook for our files, and the one that other sites take, check briefings."""
    text = (ROOT / name).read_text(encoding="utf-8")
    (command,) = re.findall(r"entry: (?:\.venv/bin/)?briefing (\w+)", text)
    assert briefing(command, "--help").exit_code == 0


def test_the_container_is_one_of_a_python_we_support() -> None:
    """The machine for developing has a Python that the package says it runs on, and makes the site when it is made."""
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    python = re.fullmatch(r"python:(3\.\d+)-\w+", container["image"])
    assert python
    assert f"Python :: {python[1]}" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert container["postCreateCommand"].endswith(" && make site")
