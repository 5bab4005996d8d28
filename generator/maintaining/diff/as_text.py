"""A diff for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.maintaining.diff.headline import headline
from generator.maintaining.diff.rows import Diff, Group, Row
from generator.maintaining.diff.wording import PLURALS, SIGNS, detailed, headed


def as_text(diff: Diff) -> str:
    """Return a diff as lines of text, the headline first; what is new stands after `+`, what is gone after `−`."""
    lines = [f"{diff.base} → {diff.head}: {headline(diff)}"]
    lines += [f"not compared, for it could not be read: {each.path}" for each in diff.uncompared]
    for group in diff.groups:
        lines += ["", group.title, "=" * len(group.title), *_rows(group)]
    return "\n".join(lines) + "\n"


def _rows(group: Group) -> Iterator[str]:
    told = [row for row in group.rows if not row.is_text_only]
    for what, rows in groupby(told, key=lambda row: row.what):
        yield f"{PLURALS[what].capitalize()}"
        for row in rows:
            yield from _row(row)
    if texts := [row for row in group.rows if row.is_text_only]:
        yield "Text only"
        yield from (f"  ~ {row.what} {headed(row)}" for row in texts)


def _row(row: Row) -> Iterator[str]:
    yield f"  {SIGNS[row.change]} {headed(row)}  [{row.location.path}:{row.location.line}]"
    yield from (f"      {line}" for line in detailed(row))
