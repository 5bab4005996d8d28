"""The catalogues hold every message of the interface, whole, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from generator.diagnostics import Diagnostics
from generator.model.briefing import Library
from generator.model.reasons import Joined, Phrase, Reason, Value
from generator.pipeline import load
from tools.messages import CATALOGUES, collect, update

ROOT = Path(__file__).parent.parent
_PLACE = re.compile(r"\{\w*\}|%\(\w+\)s|%%")

LANGUAGES = sorted(CATALOGUES.glob("*.po"))


@pytest.fixture(scope="module")
def messages() -> Catalog:
    """Return every message of the program and its templates."""
    return collect()


def catalogue(path: Path) -> Catalog:
    """Return a catalogue of translations."""
    with path.open("rb") as text:
        return read_po(text, abort_invalid=True)


def keys(catalogue: Catalog) -> set[object]:
    """Return what tells the messages of a catalogue apart."""
    return {(message.context, message.id) for message in catalogue if message.id}


def texts(message: Message) -> list[str]:
    """Return the translations of a message: one, or one for each form of the plural."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def places(text: str) -> set[str]:
    """Return the places of values in a message."""
    return set(_PLACE.findall(text))


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_nothing_is_missing_and_nothing_is_left_over(path: Path, messages: Catalog) -> None:
    """A catalogue has the very messages that are said; `make messages` brings it there."""
    own = catalogue(path)
    assert (keys(messages) ^ keys(own), list(own.obsolete)) == (set(), [])


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_message_is_translated_for_certain(path: Path) -> None:
    """No translation is empty or marked as a guess."""
    own = catalogue(path)
    unsure = [each.id for each in own if each.id and (each.fuzzy or not all(texts(each)))]
    assert unsure == []


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_value_keeps_its_place(path: Path) -> None:
    """A translation has the places of its source: one more would fail, one less would lose what was said."""
    differing = []
    for each in catalogue(path):
        source = each.id if isinstance(each.id, str) else each.id[-1]  # one thing may be told without its number
        allowed = [places(source), places(source) - {"{count}", "%(num)s"}]
        differing += [text for text in texts(each) if each.id and text and places(text) not in allowed]
    assert differing == []


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_updating_a_catalogue_that_is_up_to_date_changes_nothing(path: Path, messages: Catalog, tmp_path: Path) -> None:
    """What is written depends on the messages alone, not on the day."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    update(copy, messages)
    assert copy.read_bytes() == path.read_bytes()


def reasons(library: Library) -> list[Reason]:
    """Return every reason that a library gives."""
    assessments = [briefing.assessment for briefing in library.briefings.values()]
    diagnoses = [each for assessment in assessments for each in assessment.figures.values()]
    return [
        *(each.summary for each in diagnoses),
        *(finding.reason for each in diagnoses for finding in each.findings),
        *(relation.reason for each in diagnoses for relation in each.relations),
        *(change.reason for assessment in assessments for change in assessment.history.changes),
        *(shift.reason for each in assessments for issue in each.issues.values() for shift in issue.shifts),
    ]


def said(value: Value) -> set[str]:
    """Return every message in a value."""
    if isinstance(value, Reason):
        return {message for sentence in value.sentences for message in said(sentence)}
    if isinstance(value, Phrase):
        return {value.message}.union(*(said(each) for _, each in value.values))
    if isinstance(value, Joined):
        return {value.joint}.union(*map(said, value.values))
    return set()


def test_no_reason_is_said_in_words_that_nobody_could_translate(messages: Catalog) -> None:
    """Each message of the briefings' reasons is found by those who collect messages."""
    library = load(ROOT / "briefings", Diagnostics())
    known = {each.id if isinstance(each.id, str) else each.id[0] for each in messages}
    told = {message for reason in reasons(library) for message in said(reason)}
    assert (len(told) > 20, told - known) == (True, set())
