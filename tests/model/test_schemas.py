"""The JSON Schemas accept what the reader accepts, and refuse what it refuses as far as a schema can."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics import Code, Diagnostics
from generator.model.schemas import DOCUMENTS, VERSION, file_schema
from generator.publishing.schemas import schema_files
from generator.reading.frontmatter import front_matter_of
from generator.reading.validation import validate
from tests.builders import ARTICLE, Case, article, cases_below, write_content

TESTS = Path(__file__).parent.parent
CONTENT = [TESTS.parent / "briefings", *sorted(TESTS.glob("content*"))]
STRUCTURE = {
    Code.UNKNOWN_KEY,
    Code.WRONG_SHAPE,
    Code.BAD_CHOICE,
    Code.BAD_ID,
    Code.BAD_LOCATOR,
    Code.BAD_ADDRESS,
    Code.CONFLICTING_KEYS,
    Code.LONG_QUOTE,
    Code.MISSING_KEY,
    Code.TOO_LONG,
}
"""What a schema can know."""
BEYOND = {"is not a time zone", "has no last day", "a named actor", "does not exist", "/9999"}
"""What in these it cannot know."""


class Guessing(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: https://yaml.org/spec/1.2.2/#103-core-schema."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the class above has it


for tag, pattern, letters in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Guessing.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), letters)


def kind_of(path: Path) -> str:
    """Return the kind of a file by its place."""
    return "briefing" if path.name == "index.md" else path.parent.name.removesuffix("s")


def files() -> Iterator[tuple[str, Path]]:
    """Yield every file of the project's own briefings and of those of its tests, with its kind."""
    for folder in CONTENT:
        for path in sorted(folder.rglob("*.md")):
            yield kind_of(path), path


def faults(kind: str, data: object) -> list[str]:
    """Return what a schema finds wrong."""
    return [error.message for error in jsonschema.Draft202012Validator(file_schema(kind)).iter_errors(data)]


def strictly(path: Path) -> Any:  # noqa: ANN401 - nested strings
    """Return a file's front matter as our reader gives it."""
    found = front_matter_of(path.read_bytes(), path.name, Diagnostics())
    return found.data if found else None


def guessed(path: Path) -> Any:  # noqa: ANN401 - whatever YAML makes of it
    """Return a file's front matter as an editor's reader of YAML gives it."""
    return yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=Guessing)  # noqa: S506 - a safe one


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_schema_is_one(kind: str) -> None:
    """What is published is a JSON Schema of draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(file_schema(kind))


def test_every_sound_file_is_accepted_as_text() -> None:
    """What our reader gives of every file is what the schema of its kind describes."""
    assert {path.name: faults(kind, strictly(path)) for kind, path in files() if faults(kind, strictly(path))} == {}


def test_every_sound_file_is_accepted_as_editors_guess_it() -> None:
    """A value that an editor takes for a number is no fault."""
    assert {path.name: faults(kind, guessed(path)) for kind, path in files() if faults(kind, guessed(path))} == {}


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("article", "figures: [{figure: 1, printed: 6430, value: 6430, of: 2, as_of: 2026, complete: true}]"),
        ("article", "statements: [{actor: 5, says: 7, account: silence, to: 3}]"),
        ("article", "dateline: 7\nnote: true\nsource_sha256: " + "1" * 64),
        ("article", "events: [{id: true, title: 1.10, status: held, actors: [1, 2]}]"),
    ],
)
def test_what_looks_like_a_number_may_stand_where_the_reader_takes_it(kind: str, line: str, tmp_path: Path) -> None:
    """Where our reader accepts a number as the text that it is, the schema accepts the number."""
    path = write_content(tmp_path, article(f"{line}\n")) / ARTICLE
    found = front_matter_of(path.read_bytes(), "", Diagnostics())
    assert found
    assert validate(DOCUMENTS[kind], found.data, found.positions, Diagnostics())
    assert faults(kind, guessed(path)) == []


def structural() -> list[Case]:
    """Return the golden cases in which a schema can see the fault."""
    cases = (case for case in cases_below(TESTS / "reading") if case.name.startswith("validation"))
    return [case for case in cases if any(told_by_schema(line) for line in case.expected)]


def told_by_schema(line: str) -> bool:
    """Return whether a line of a golden case tells what a schema can see."""
    return any(f"[{code}]" in line for code in STRUCTURE) and not any(words in line for words in BEYOND)


@pytest.mark.parametrize("case", structural(), ids=lambda case: case.name)
def test_what_the_reader_refuses_is_refused(case: Case, tmp_path: Path) -> None:
    """Every file in which the reader finds a fault of structure has one by its schema."""
    content = write_content(tmp_path, case.files)
    faulty = {line.split(":")[0].removeprefix("briefings/") for line in case.expected if told_by_schema(line)}
    data = {name: strictly(content / name) for name in sorted(faulty)}
    accepted = [name for name, read in data.items() if read and not faults(kind_of(content / name), read)]
    assert accepted == []


def test_the_version_stands_in_name_and_folder() -> None:
    """A schema lies in the folder of the version that it names."""
    for file in schema_files():
        folder, version, name = file.address.split("/")
        assert (folder, version) == ("schemas", f"v{VERSION}")
        assert json.loads(file.content)["$id"].endswith(f":{version}:{name.removesuffix('.json')}")


def test_every_key_says_what_it_means() -> None:
    """No key of any class is without its description, which ends as a sentence does."""
    schemas = [each for kind in DOCUMENTS for each in (file_schema(kind), *file_schema(kind).get("$defs", {}).values())]
    silent = [
        (schema["title"], key)
        for schema in schemas
        for key, value in schema["properties"].items()
        if not value.get("description", "").endswith(".")
    ]
    assert silent == []


def test_the_command_prints_one_schema() -> None:
    """`briefing schema figure` prints what sites publish."""
    done = CliRunner().invoke(main, ["schema", "figure"])
    assert (done.exit_code, json.loads(done.stdout)) == (0, file_schema("figure"))


def test_the_command_writes_all_schemas(tmp_path: Path) -> None:
    """`briefing schema -o` writes the files of a site, and says so."""
    done = CliRunner().invoke(main, ["schema", "-o", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (0, "")
    assert {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.json")} == {
        file.address: file.content for file in schema_files()
    }


def test_the_command_asks_for_a_kind_or_a_folder() -> None:
    """`briefing schema` alone says what is missing."""
    done = CliRunner().invoke(main, ["schema"])
    assert done.exit_code == 2
    assert "name a kind of file" in done.stderr
