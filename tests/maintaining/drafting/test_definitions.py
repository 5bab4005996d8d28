"""Drafts of actors, figures, events, issues and briefings: sound, and explained by the format itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.diagnostics import Code, Diagnostics
from generator.maintaining.checking import Checker
from generator.maintaining.drafting.definitions import KINDS, askable, draft_definition, place_of
from generator.maintaining.drafting.keys import keys_of
from generator.model.files import FigureDocument, ObservationEntry
from generator.model.schemas import DOCUMENTS
from generator.pipeline import shipped_templates
from tests.builders import write_content


def _values(kind: str) -> dict[str, str | Sequence[str]]:
    """Return a value for each key that a kind of file needs."""
    return {
        key.name: key.choices[0] if key.choices else ["A, B", "C: D"] if key.shape == "[…]" else "people # and: more"
        for key in askable(kind)
        if key.needed
    }


def _told(folder: Path, kind: str, text: str) -> list[str]:
    content = write_content(folder, {str(place_of(kind, "draft", "flood")): text})
    diagnostics = Diagnostics()
    Checker().check(content, diagnostics)
    return [
        str(each).partition(" [")[0]
        for each in diagnostics
        if "draft" in each.location.path and each.code not in {Code.UNUSED_DEFINITION, Code.MISSING_FILE}
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_with_all_that_is_needed_passes(tmp_path: Path, kind: str) -> None:
    """With its keys given, whatever stands in them, a drafted file has no fault."""
    draft = draft_definition(kind, _values(kind), shipped_templates())
    assert (draft.undecided, _told(tmp_path, kind, draft.text)) == ((), [])


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_given_is_named_by_the_check(tmp_path: Path, kind: str) -> None:
    """With nothing given, the check names each key that is needed, on its line."""
    draft = draft_definition(kind, {}, shipped_templates())
    needed = [key.name for key in keys_of(KINDS[kind]) if key.needed]
    path = f"briefings/{place_of(kind, 'draft', 'flood')}"
    expected = [f"{path}:{line}:1: error: the key '{key}' has no value" for line, key in enumerate(needed, 2)]
    assert (list(draft.undecided), _told(tmp_path, kind, draft.text)) == (needed, expected)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained(kind: str) -> None:
    """Each key of the format stands in the draft, with its choices and in the format's own words."""
    text = draft_definition(kind, {}, shipped_templates()).text
    for key in keys_of(KINDS[kind]):
        line = next(line for line in text.splitlines() if line.removeprefix("# ").startswith(f"{key.name}:"))
        assert key.description
        assert line.endswith(key.explained)
        assert all(choice in line for choice in key.choices)


def test_every_kind_of_file_can_be_drafted() -> None:
    """There is a draft of every kind of file that the format has."""
    assert {*KINDS, "article"} == set(DOCUMENTS)


def test_keys_tell_how_they_are_written() -> None:
    """A list, a mapping and a choice are told from a text."""
    figure = {key.name: key for key in keys_of(FigureDocument)}
    assert (figure["title"].shape, figure["title"].needed) == ("…", True)
    assert figure["populations"].shape == "{…: {title: …, part_of: …, union: […]}}"
    assert figure["changes"].choices == ("grows", "varies", "fixed")
    observation = {key.name: key for key in keys_of(ObservationEntry)}
    assert observation["by"].shape == "[…]"
    assert observation["complete"].choices == ("true",)
