"""A file as written: what it says, and where in it each thing stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.diagnostics import Location
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    BriefingDocument,
    EventDocument,
    FigureDocument,
    IssueDocument,
)
from generator.model.prose import Body

KeyPath = tuple[str | int, ...]
"""The way to a value inside front matter, such as `("figures", 0, "value")`."""

DocumentT_co = TypeVar("DocumentT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Positions:
    """Line and column, from 1, of every key and of every value of one file."""

    path: str
    keys: Mapping[KeyPath, tuple[int, int]]
    values: Mapping[KeyPath, tuple[int, int]]

    def of_key(self, key: KeyPath) -> Location:
        """Return where the key stands, or what holds it."""
        return self._nearest(self.keys, key)

    def of_value(self, key: KeyPath) -> Location:
        """Return where the value stands, or what holds it."""
        return self._nearest(self.values, key)

    def _nearest(self, places: Mapping[KeyPath, tuple[int, int]], key: KeyPath) -> Location:
        if key in places:
            return Location(self.path, *places[key])
        while key not in self.values and key:
            key = key[:-1]
        return Location(self.path, *self.values.get(key, (1, 1)))


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile(Generic[DocumentT_co]):
    """One validated file: its id, its document, its prose and the positions of both."""

    id: str
    document: DocumentT_co
    body: Body
    positions: Positions

    @property
    def path(self) -> str:
        """The path as the maintainer knows it."""
        return self.positions.path

    def at(self, *key: str | int) -> Location:
        """Return where the value at this key path stands."""
        return self.positions.of_value(key)


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefingSources:
    """The files of one briefing's folder, each kind in the order of its ids."""

    id: str
    index: SourceFile[BriefingDocument] | None
    """None where it could not be read; all the others are looked at even so."""
    articles: tuple[SourceFile[ArticleDocument], ...]
    figures: tuple[SourceFile[FigureDocument], ...]
    events: tuple[SourceFile[EventDocument], ...]
    issues: tuple[SourceFile[IssueDocument], ...]
    unreadable: frozenset[str]
    """Such as `figures/deaths`: files that exist and broke the format, so that no reference to them is "unknown"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """Every file of the content folder that could be read."""

    actors: tuple[SourceFile[ActorDocument], ...]
    briefings: tuple[BriefingSources, ...]
    unreadable: frozenset[str]
    """Such as `actors/hrana`; see there."""
