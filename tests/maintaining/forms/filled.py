"""Filled forms, as GitHub renders them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.maintaining.forms.answers import Field

SOUND: Mapping[Field, str] = {
    Field.BRIEFING: "flood",
    Field.TITLE: "Low Bridge buries its dead",
    Field.OUTLET: "The Wire",
    Field.PUBLISHED: "2026-03-04",
    Field.ACCESSED: "2026-03-09",
    Field.LANGUAGE: "en",
    Field.READ: "excerpt",
    Field.FIGURES: "Deaths at Low Bridge | some 1,300 | about 1,300 | Relief Now | 2026-03-03 | 2",
    Field.EVENTS: "The dam breaks | 2026-03-01 | held | Low Bridge | 1",
    Field.STATEMENTS: "Ada Moor | Nobody was warned. | own words | 2026-03-02 | 4",
    Field.SUMMARY: "Ada Moor speaks at the graves.",
}
"""Answers that make a sound article of the made-up briefing."""


def rendered(answers: Mapping[Field, str]) -> str:
    """Return the form with these answers in the Markdown that GitHub makes of it."""
    return "\n\n".join(f"### {field}\n\n{answers.get(field) or '_No response_'}" for field in Field)
