"""Drafts of everything but articles: what the maintainer says is filled in, each further key explains itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.maintaining.drafting.keys import Key, keys_of
from generator.maintaining.drafting.templates import render_draft
from generator.model.files import (
    ActorDocument,
    BriefingDocument,
    Document,
    EventDocument,
    FigureDocument,
    IssueDocument,
)

KINDS: Final[Mapping[str, type[Document]]] = {
    "actor": ActorDocument,
    "briefing": BriefingDocument,
    "event": EventDocument,
    "figure": FigureDocument,
    "issue": IssueDocument,
}
"""The kinds of file that can be drafted from nothing, and their classes."""

ROOMLESS: Final = frozenset(["actor", "briefing"])
"""Kinds of file that stand in no briefing."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A drafted file, and the keys that it still needs."""

    text: str
    undecided: tuple[str, ...]


def place_of(kind: str, name: str, briefing: str = "") -> PurePosixPath:
    """Return the path of a file of this kind and id inside the content folder."""
    if kind == "briefing":
        return PurePosixPath(name, "index.md")
    return PurePosixPath("actors" if kind == "actor" else f"{briefing}/{kind}s", f"{name}.md")


def askable(kind: str) -> tuple[Key, ...]:
    """Return the keys of a kind of file that can be given when it is drafted: those needed, choices and lists."""
    return tuple(key for key in keys_of(KINDS[kind]) if key.needed or key.choices or key.shape == "[…]")


def draft_definition(kind: str, values: Mapping[str, str | Sequence[str]], templates: Path) -> Definition:
    """Return the draft of a file with these values by key; what is needed and not among them is left to be decided."""
    keys = keys_of(KINDS[kind])
    given = {key.name: values.get(key.name) or "" for key in keys}
    shown = [key for key in keys if key.needed or given[key.name]]
    text = render_draft(
        templates,
        "definition.md.j2",
        shown=[(key, given[key.name], isinstance(given[key.name], str)) for key in shown],
        further=[key for key in keys if key not in shown],
    )
    return Definition(text, tuple(key.name for key in shown if not given[key.name]))
