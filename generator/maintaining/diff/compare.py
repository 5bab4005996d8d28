"""The one way from two content folders to their diff."""

from __future__ import annotations

from collections.abc import Iterator

from generator.maintaining.diff.file_rows import file_row, paired
from generator.maintaining.diff.matter import Matter
from generator.maintaining.diff.rows import Diff, Group, Row, What, in_order
from generator.maintaining.diff.sides import Side, comparable


def compare(base: Side, head: Side) -> Diff:
    """Return everything in which two content folders differ: in what they say, and in what holds because of it."""
    earlier, later, unread = comparable(base, head)
    briefings = {each.id for side in (base, head) for each in side.sources.briefings}
    groups = [
        Group(id=name, title=_title(base, head, name), rows=in_order(Matter(earlier, later, name).rows()))
        for name in sorted(briefings)
    ]
    groups.append(Group(id="", title="The whole site", rows=in_order(_actors(earlier, later))))
    return Diff(
        base=base.name,
        head=head.name,
        base_is_empty=base.is_empty,
        base_errors=base.errors,
        head_errors=head.errors,
        uncompared=unread,
        groups=tuple(group for group in groups if group.rows),
    )


def _actors(base: Side, head: Side) -> Iterator[Row]:
    for before, after in paired(base.sources.actors, head.sources.actors):
        row = file_row(What.ACTOR, before, after)
        if row.fields:
            yield row


def _title(base: Side, head: Side, briefing: str) -> str:
    index = head.briefing_sources(briefing).index or base.briefing_sources(briefing).index
    return index.document.title if index else briefing
