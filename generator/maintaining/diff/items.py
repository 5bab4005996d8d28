"""The items of an article as rows: what they say, by whom, and what of it is written otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.assembling.attribution import carrying_voices
from generator.assembling.references import sections_of
from generator.diagnostics import Location
from generator.maintaining.diff.matching import Pair, matched
from generator.maintaining.diff.names import Names
from generator.maintaining.diff.rows import Change, Field, Row, Said, What
from generator.maintaining.diff.sides import Side
from generator.maintaining.diff.written import differing
from generator.model.briefing import EventReport, Observation, Statement
from generator.model.files import ArticleDocument, EventEntry, Item, ObservationEntry, StatementEntry
from generator.model.source import SourceFile

ArticleFile = SourceFile[ArticleDocument]
Resolved = Observation | EventReport | Statement

SECTIONS: Final = {"figures": What.OBSERVATION, "events": What.REPORT, "statements": What.STATEMENT}


def items_of(side: Side, briefing: str) -> dict[Location, Resolved]:
    """Return every item of a briefing as it was resolved, by where it stands."""
    assembled = side.briefing(briefing)
    articles = assembled.articles.values() if assembled else ()
    found: dict[Location, Resolved] = {}
    for article in articles:
        items: tuple[Resolved, ...] = (*article.observations, *article.events, *article.statements)
        found |= {item.location: item for item in items}
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemRows:
    """Makes rows of the items of one article, in two states of it; None where there is none."""

    before: ArticleFile | None
    after: ArticleFile | None
    resolved: tuple[Mapping[Location, Resolved], Mapping[Location, Resolved]]
    names: Names

    def rows(self) -> Iterator[Row]:
        """Yield a row for each item that is new, removed or written otherwise."""
        for section, pair in self._pairs():
            row = self._row(section, pair)
            if row.fields or row.moves:
                yield row

    def same(self) -> dict[str, str]:
        """Return, by an observation's id before, its id now; of one that is gone, a name that nothing has now."""
        pairs = ((self._id(0, section, one), self._id(1, section, other)) for section, (one, other) in self._pairs())
        return {one: other or f"{one} (gone)" for one, other in pairs if one}

    def _pairs(self) -> Iterator[tuple[str, Pair]]:
        for section in SECTIONS:
            for pair in matched(_items(self.before, section), _items(self.after, section)):
                yield section, pair

    def _id(self, side: int, section: str, at: int | None) -> str | None:
        file = (self.before, self.after)[side]
        found = self.resolved[side].get(file.at(section, at)) if file and at is not None else None
        return found.id if found else None

    def _row(self, section: str, pair: Pair) -> Row:
        one, other = pair
        before = _items(self.before, section)[one] if one is not None else None
        after = _items(self.after, section)[other] if other is not None else None
        file, at, item = (self.after, other, after) if after else (self.before, one, before)
        assert file is not None and at is not None and item is not None  # noqa: PT018, S101 - of the two, one exists
        ids = (self._id(0, section, one), self._id(1, section, other))
        is_renamed = section == "figures" and None not in ids and ids[0] != ids[1]
        return Row(
            what=SECTIONS[section],
            change=Change.CHANGED if before and after else Change.NEW if after else Change.REMOVED,
            id=ids[1] or ids[0] or f"{file.id}--{section}-{at + 1}",
            title=_title(item, self.names),
            location=file.at(section, at),
            said=_said(item, file, self.names),
            about=_about(item),
            fields=differing(before, after),
            moves=(Field(key="id", before=ids[0], after=ids[1]),) if is_renamed else (),
        )


def _items(file: ArticleFile | None, section: str) -> Sequence[Item]:
    return dict(sections_of(file.document))[section] if file else ()


def _said(item: Item, file: ArticleFile, names: Names) -> Said:
    match item:
        case ObservationEntry():
            moment = item.as_of
        case EventEntry():
            moment = item.date or item.start or item.end
        case StatementEntry():
            moment = item.date
        case _:
            moment = None
    return Said(
        voices=names.chain((*item.by, *carrying_voices(file.document))),
        moment=moment.text if moment else None,
        published=file.document.published.text,
        article=file.id,
        at=item.at,
    )


def _about(item: Item) -> str:
    match item:
        case ObservationEntry():
            return item.figure
        case EventEntry():
            return item.id
        case StatementEntry():
            return item.issue or ""
        case _:
            return ""


def _title(item: Item, names: Names) -> str:
    """Return an item in a few words, beginning with what it says."""
    match item:
        case ObservationEntry():
            return _value(item, names)
        case EventEntry():
            return f"{item.title} ({item.status})"
        case StatementEntry():
            position = item.stance or item.answer
            said = f"{names.voice(item.actor)}: {item.says}"
            return f"{said} ({position})" if position else said
        case _:
            return ""


def _value(item: ObservationEntry, names: Names) -> str:
    if item.value and item.printed:
        words = " ".join(item.printed.split())
        return words if words == item.value.text else f"{item.value.text} (“{words}”)"
    rejects = item.rejects
    whose = f" by {names.voice(rejects.by)}" if rejects and rejects.by else ""
    return f"rejects {rejects.value.text if rejects and rejects.value else 'a number'}{whose}"
