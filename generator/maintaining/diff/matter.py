"""One briefing in two states: its files, its items, and what holds because of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from generator.diagnostics import Location
from generator.maintaining.diff.file_rows import change_of, file_row, paired
from generator.maintaining.diff.items import ItemRows, items_of
from generator.maintaining.diff.names import Names
from generator.maintaining.diff.notices import Lifted
from generator.maintaining.diff.rows import Change, Field, Row, What
from generator.maintaining.diff.sides import Side
from generator.maintaining.diff.standing import Standing, Traits, moved
from generator.model.briefing import Briefing
from generator.model.diagnosis import STRIKING

_Holding = dict[tuple[What, str], Traits]
"""By kind and id, what holds of every figure, event and issue."""


class Matter:
    """Compares one briefing in two states; it may be missing in one of them."""

    def __init__(self, base: Side, head: Side, briefing: str) -> None:
        self._briefing = briefing
        self._base, self._head = base, head
        self._before, self._after = base.briefing_sources(briefing), head.briefing_sources(briefing)
        self._names = Names(base, head, briefing)

    def rows(self) -> Iterator[Row]:
        """Yield every row: of the index, of articles with what followed from their notices, of items, of the rest."""
        if self._before.index or self._after.index:
            yield from self._told(file_row(What.BRIEFING, self._before.index, self._after.index))
        for each in self._articles:
            yield from self._told(self._with_consequences(file_row(What.ARTICLE, each.before, each.after)))
            yield from map(self._with_consequences, each.rows())
        moves = self._moves(self._before_it, self._after_it)
        defined = {(row.what, row.id): row for row in self._definitions()}
        for key in sorted({*defined, *moves}):
            yield from self._told(self._joined(key, defined.get(key), moves.get(key)))

    def _joined(self, key: tuple[What, str], written: Row | None, held: Row | None) -> Row | None:
        """Return what is written and what holds of one thing as one row."""
        if not written:
            return held
        # An event is there as long as somebody reports it, whether or not it has a file.
        change = Change.CHANGED if key in self._before_it and key in self._after_it else written.change
        return replace(written, change=change, moves=held.moves if held else ())

    @staticmethod
    def _told(row: Row | None) -> Iterator[Row]:
        if row and (row.fields or row.moves):
            yield row

    @cached_property
    def _articles(self) -> tuple[ItemRows, ...]:
        resolved = items_of(self._base, self._briefing), items_of(self._head, self._briefing)
        pairs = paired(self._before.articles, self._after.articles)
        return tuple(ItemRows(before=one, after=other, resolved=resolved, names=self._names) for one, other in pairs)

    def _definitions(self) -> Iterator[Row]:
        one, other = self._before, self._after
        yield from (file_row(What.FIGURE, *pair) for pair in paired(one.figures, other.figures))
        yield from (file_row(What.EVENT, *pair) for pair in paired(one.events, other.events))
        yield from (file_row(What.ISSUE, *pair) for pair in paired(one.issues, other.issues))

    @cached_property
    def _before_it(self) -> _Holding:
        same = {one: other for each in self._articles for one, other in each.same().items()}
        return self._holding(self._base.briefing(self._briefing), same)

    @cached_property
    def _after_it(self) -> _Holding:
        return self._holding(self._head.briefing(self._briefing))

    def _holding(self, briefing: Briefing | None, same: Mapping[str, str] | None = None) -> _Holding:
        if briefing is None:
            return {}
        standing = Standing(briefing=briefing, names=self._names, same=same or {})
        return {
            **{(What.FIGURE, name): traits for name, traits in standing.figures().items()},
            **{(What.EVENT, name): traits for name, traits in standing.events().items()},
            **{(What.ISSUE, name): traits for name, traits in standing.issues().items()},
        }

    def _moves(self, before: _Holding, after: _Holding) -> dict[tuple[What, str], Row]:
        """Return a row for everything of which something else holds than before."""
        rows = {}
        for what, name in sorted({*before, *after}):
            one, other = before.get((what, name)), after.get((what, name))
            if moves := moved(one or {}, other or {}):
                rows[what, name] = Row(
                    what=what,
                    change=change_of(one, other),
                    id=name,
                    title=self._names.thing(what, name),
                    location=self._place(what, name),
                    moves=moves,
                )
        return rows

    def _place(self, what: What, name: str) -> Location:
        """Return where a thing stands: its own file, or else the first report of it."""
        for sources, side in ((self._after, self._head), (self._before, self._base)):
            files = {What.FIGURE: sources.figures, What.EVENT: sources.events, What.ISSUE: sources.issues}[what]
            if found := next((file.at() for file in files if file.id == name), None):
                return found
            assembled = side.briefing(self._briefing)
            event = assembled.events.get(name) if assembled and what is What.EVENT else None
            if event and event.reports:
                return event.reports[0].location
        return Location(f"{self._head.shown}/{self._briefing}")

    def _with_consequences(self, row: Row) -> Row:
        """Return a row with what followed from the notice that is new on it, if one is."""
        notice, briefing = row.written("notice"), self._head.briefing(self._briefing)
        if row.change is Change.REMOVED or not notice or not notice.after or not briefing:
            return row
        without = Lifted(row.location).briefing(briefing, self._head.library.actors)
        followed = self._moves(self._holding(without), self._after_it)
        return replace(row, followed=tuple(filter(None, map(_consequence, followed.values()))))


def _consequence(row: Row) -> Row | None:
    """Return what followed, without the finding that is the notice itself."""
    moves: tuple[Field, ...] = tuple(each for each in row.moves if each.key not in STRIKING)
    return replace(row, moves=moves) if moves else None
