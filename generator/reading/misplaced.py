"""Files that lie in the folder of another kind: told once, and not key by key."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from pydantic import BaseModel

from generator.diagnostics import Code, Diagnostics
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    BriefingDocument,
    EventDocument,
    FigureDocument,
    IssueDocument,
)
from generator.model.source import Positions

_PLACES: Final[dict[type[BaseModel], tuple[str, str]]] = {
    ActorDocument: ("an actor", "the folder 'actors' beside the briefings"),
    ArticleDocument: ("an article", "the folder 'articles'"),
    BriefingDocument: ("a briefing", "the briefing's own folder, as index.md"),
    EventDocument: ("an event", "the folder 'events'"),
    FigureDocument: ("a figure", "the folder 'figures'"),
    IssueDocument: ("an issue", "the folder 'issues'"),
}
_STRANGE = 2
"""So many unknown keys are no slip of the pen."""


def is_misplaced(kind: type[BaseModel], keys: Collection[str], positions: Positions, diagnostics: Diagnostics) -> bool:
    """Return whether a file with these keys is surely of another kind than the one read here, after telling so."""
    if sum(key not in kind.model_fields for key in keys) < _STRANGE:
        return False
    others = [other for other in _PLACES if other is not kind and _fits(other, keys)]
    if len(others) != 1:
        return False
    (found, place), (expected, _) = _PLACES[others[0]], _PLACES[kind]
    message = f"these are the keys of {found}, and {expected} is read here"
    diagnostics.error(positions.of_value(()), Code.WRONG_KIND, message, f"move the file to {place}")
    return True


def _fits(kind: type[BaseModel], keys: Collection[str]) -> bool:
    needed = {name for name, field in kind.model_fields.items() if field.is_required()}
    return needed <= set(keys) <= set(kind.model_fields)
