"""In which order the keys of a mapping are written, so that every file reads alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from generator.model.files import ArticleDocument, Document, EventEntry, IssueDocument, ObservationEntry, StatementEntry
from generator.model.source import KeyPath, Positions

_FIRST: Final[Mapping[type[Document], str]] = {
    IssueDocument: "title kind event overtaken_by answers",
    ArticleDocument: (
        "title outlet carries carried_as report url archive_url published accessed language dateline read "
        "source_sha256 note notice"
    ),
    EventEntry: ("id title calendar date start end zone status actors invited place by at quote note notice"),
    ObservationEntry: (
        "figure id printed value by calendar as_of basis horizon of place period unit method parts parts_complete "
        "parts_overlap complete replaces rejects at quote caveat note notice"
    ),
    StatementEntry: ("actor says issue stance answer account calendar date by through to at quote note notice"),
}
"""Where files are written in another order than that of a class: what it is, who says so, when, where, remarks."""


@cache
def key_order(kind: type[Document]) -> tuple[str, ...]:
    """Return every key of a mapping in the order in which it is written."""
    first = _FIRST.get(kind, "").split()
    own = (field.alias or name for name, field in kind.model_fields.items())
    return (*first, *(key for key in own if key not in first))


def in_order(kind: type[Document], keys: Iterable[str]) -> list[str]:
    """Return the keys of a mapping as they are to be written."""
    return sorted(keys, key=key_order(kind).index)


def keys_by_line(positions: Positions) -> Mapping[KeyPath, tuple[str, ...]]:
    """Return the keys, as written, of each mapping that is not in braces and has each on a line of its own."""
    groups: defaultdict[KeyPath, dict[str, tuple[int, int]]] = defaultdict(dict)
    for (*path, key), place in positions.keys.items():
        groups[tuple(path)][str(key)] = place
    return {
        path: tuple(places)
        for path, places in groups.items()
        if positions.values.get(path) == next(iter(places.values()))  # a mapping in braces begins with its brace
        and len({line for line, _ in places.values()}) == len(places)
    }
