"""The settings for VS Code fit what the program says and reads."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.diagnostics import Code, Diagnostic, Location, Severity
from generator.language_server.places import spot_at
from generator.model.schemas import file_schema

FOLDER = Path(__file__).parent.parent / ".vscode"
SECTIONS = {"An event": "events", "An observation": "figures", "A statement": "statements"}
HEAD = "title: A\noutlet: a\npublished: '2026'\naccessed: '2026'\nlanguage: en\nread: whole\n"


def read(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what a file of settings says; they are JSON without comments."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def expanded(lines: list[str]) -> str:
    """Return a snippet with its first choice or its default in every place."""
    text = "\n".join(lines)
    return re.sub(r"\$\{\d+(?:\|([^,|]+)[^|]*\||:([^}]*))\}", lambda place: place[1] or place[2], text)


@pytest.mark.parametrize("name", [path.name for path in sorted(FOLDER.iterdir())])
def test_settings_are_json(name: str) -> None:
    """Every file of settings can be read."""
    assert read(name)


@pytest.mark.parametrize("severity", Severity)
def test_the_editor_understands_our_lines(severity: Severity) -> None:
    """The task's pattern takes file, line, column, severity, message and code from a line of `briefing check`."""
    pattern = read("tasks.json")["tasks"][0]["problemMatcher"]["pattern"]
    told = Diagnostic(Location("briefings/a.md", 7, 3), Code.BAD_DATE, "'x: [y]' is no date", "Do.", severity)
    found = re.search(pattern["regexp"], str(told).split("\n")[0])
    assert found
    groups = [found[pattern[part]] for part in ("file", "line", "column", "severity", "message", "code")]
    assert groups == ["briefings/a.md", "7", "3", severity.value, "'x: [y]' is no date", "bad-date"]


@pytest.mark.parametrize(("name", "section"), SECTIONS.items())
def test_a_snippet_is_an_item_of_its_list(name: str, section: str) -> None:
    """What a snippet writes is accepted below its key, and offers all words of a choice."""
    lines = read("briefings.code-snippets")[name]["body"]
    data = yaml.load(f"{HEAD}{section}:\n{expanded(lines)}\n", Loader=yaml.BaseLoader)  # noqa: S506 - text only
    jsonschema.validate(data, file_schema("article"), jsonschema.Draft202012Validator)
    choices = {
        key: tuple(words.split(",")) for key, words in re.findall(r"(\w+): \$\{\d+\|([^|]*)\|\}", "\n".join(lines))
    }
    assert choices == {key: spot_at("article", (section, 0, key)).words for key in choices}


def test_a_described_source_is_a_voice() -> None:
    """The snippet for a source without a name is a voice of the format."""
    lines = read("briefings.code-snippets")["A source without a name"]["body"]
    data = yaml.load(HEAD.replace("outlet: a", f"outlet: {expanded(lines)}"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    jsonschema.validate(data, file_schema("article"), jsonschema.Draft202012Validator)
