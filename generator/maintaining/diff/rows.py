"""What two states of a content folder differ in, as rows that every form of a diff is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Diagnostic, Location


class What(StrEnum):
    """The kinds of thing that differ, in the order in which they are told."""

    FIGURE = "figure"
    EVENT = "event"
    ISSUE = "issue"
    ARTICLE = "article"
    OBSERVATION = "observation"
    REPORT = "report"
    """An event as one article tells it."""
    STATEMENT = "statement"
    BRIEFING = "briefing"
    ACTOR = "actor"


class Change(StrEnum):
    """How a thing differs."""

    NEW = "new"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One thing that is said otherwise than before; None stands for a side that says nothing."""

    key: str
    """A key of the format, as the file writes it, or what holds of a thing: `state`, `range`, `voice`, …"""
    name: str = ""
    """Whose or which it is, where a key may hold of several: the range *of HRANA*."""
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Who says an item, when and where, so that no item is ever told without its attribution."""

    voices: tuple[str, ...]
    """The chain of attribution: who says it first, then through whom it came."""
    moment: str | None
    """The moment spoken of, in EDTF as written; None where the article gives none."""
    published: str
    """When the article was published, in EDTF as written."""
    article: str
    """The article's id."""
    at: str | None
    """Where in the article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One thing that differs: what the files say of it, and what holds of it because of that."""

    what: What
    change: Change
    id: str
    title: str
    """What a person knows it by."""
    location: Location
    """Where it stands in HEAD; of what is removed, where it stood in BASE."""
    said: Said | None = None
    """The attribution of an observation, a report or a statement."""
    about: str = ""
    """The id of the figure, event or issue that such an item is about."""
    fields: tuple[Field, ...] = ()
    """What is written otherwise; of new and removed things, everything that is written."""
    moves: tuple[Field, ...] = ()
    """What holds otherwise: states, ranges by root, voices, findings, dates, stances."""
    followed: tuple[Row, ...] = ()
    """What moved because of a notice that is new on this."""

    @property
    def is_text_only(self) -> bool:
        """Whether nothing but prose differs."""
        return self.change is Change.CHANGED and not self.moves and all(each.key == "text" for each in self.fields)

    def move(self, key: str) -> Field | None:
        """Return the move of a key that holds once, such as `state`."""
        return next((each for each in self.moves if each.key == key), None)

    def written(self, key: str) -> Field | None:
        """Return what is written otherwise under a key."""
        return next((each for each in self.fields if each.key == key), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The rows of one briefing, or of what all briefings share."""

    id: str
    """The briefing's id; empty for what all share."""
    title: str
    rows: tuple[Row, ...]
    """By kind and id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Diff:
    """Everything in which two states of a content folder differ."""

    base: str
    """What the earlier side is called."""
    head: str
    """What the later side is called."""
    base_is_empty: bool
    """Whether there was no content at all, so that everything is new."""
    base_errors: tuple[Diagnostic, ...]
    head_errors: tuple[Diagnostic, ...]
    uncompared: tuple[Location, ...]
    """Files that could not be read on one side or the other, and so are not compared."""
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of every group."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def differs(self) -> bool:
        """Whether anything differs, as far as can be known."""
        return bool(self.groups or self.uncompared)


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows by kind, then id, then place."""
    kinds = list(What)
    return tuple(sorted(rows, key=lambda row: (kinds.index(row.what), row.id, row.change, row.location)))
