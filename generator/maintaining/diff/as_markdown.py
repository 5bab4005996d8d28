"""A diff as Markdown, for a comment on a pull request.

Its words are strangers' and GitHub does much with words: it notifies whom they name, links what looks like an address,
an issue or a commit, and typesets what stands between dollar signs.  Backslashes do not stop that, code does; so a word
that might set any of it off stands as code, and every other sign is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Final

from generator.maintaining.diff.headline import headline
from generator.maintaining.diff.rows import Diff, Group, Row
from generator.maintaining.diff.wording import PLURALS, detailed, headed

LONGEST: Final = 60_000
"""Most characters of all: GitHub takes 65,536, of which a workflow may want some."""

_KEPT_FOR_THE_END: Final = 400
_LONGEST_ROW: Final = 6_000
_MOST_UNREAD: Final = 20
_ACTIVE: Final = re.compile(
    r"[@#$]|://|www\.|mailto:|xmpp:|:[\w+-]+:|\bGH-\d|(?<![0-9a-f])[0-9a-f]{7,}(?![0-9a-f])", re.IGNORECASE
)
"""What GitHub makes something of, wherever it stands in a word."""
_MARK: Final = re.compile(r"([\\`*_\[\]|~!])")
_LEADING: Final = re.compile(r"^([0-9]*)([-+.)])")
"""What would begin a list."""


def as_markdown(diff: Diff) -> str:
    """Return a diff as Markdown of GitHub: the headline, then the rest folded, within what a comment may hold."""
    lines = [f"**{escaped(headline(diff))}**", "", f"{escaped(diff.base)} → {escaped(diff.head)}"]
    if diff.head_errors:
        number = len(diff.head_errors)
        lines += ["", f"{number} {'error' if number == 1 else 'errors'} in the files: the comparison may not be whole."]
    unread = diff.uncompared
    lines += [f"- not compared, for it could not be read: {escaped(each.path)}" for each in unread[:_MOST_UNREAD]]
    if len(unread) > _MOST_UNREAD:
        lines.append(f"- … and {len(unread) - _MOST_UNREAD} more that could not be read")
    page = _Page(lines)
    for group in diff.groups:
        page.add_group(group)
    return page.whole()


def escaped(text: str) -> str:
    """Return a text of strangers as Markdown that shows it and does nothing else."""
    return _LEADING.sub(r"\1\\\2", " ".join(map(_word, text.split())))


def _word(word: str) -> str:
    if not _ACTIVE.search(word):
        return escape(_MARK.sub(r"\\\1", word), quote=False)
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", word)), default=0))
    return f"{ticks} {word} {ticks}" if "`" in word else f"`{word}`"


class _Page:
    """Takes rows for as long as there is room, and counts those for which there is none."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._text = "\n".join(lines) + "\n"
        self._left_out = 0

    def add_group(self, group: Group) -> None:
        title = f"\n#### {escaped(group.title)}\n"
        if not self._has_room(title):
            self._left_out += len(group.rows)
            return
        self._text += title
        told = [row for row in group.rows if not row.is_text_only]
        for what, rows in groupby(told, key=lambda row: row.what):
            self._add_folded(PLURALS[what].capitalize(), list(rows))
        self._add_folded("Text only", [row for row in group.rows if row.is_text_only])

    def _add_folded(self, title: str, rows: list[Row]) -> None:
        """Add rows that unfold below a title of our own words."""
        opening, closing = f"\n<details><summary>{title} ({len(rows)})</summary>\n\n", "\n</details>\n"
        if not rows:
            return
        text, taken = opening, 0
        for row in rows:
            told = "".join(f"{line}\n" for line in _row(row))
            if not self._has_room(text + told + closing):
                break
            text, taken = text + told, taken + 1
        self._left_out += len(rows) - taken
        self._text += text + closing if taken else ""

    def _has_room(self, text: str) -> bool:
        return not self._left_out and len(self._text) + len(text) <= LONGEST - _KEPT_FOR_THE_END

    def whole(self) -> str:
        """Return the page, with the number of rows for which there was no room."""
        if not self._left_out:
            return self._text
        return f"{self._text}\n… and {self._left_out} more: `briefing diff` on the command line tells them all.\n"


def _row(row: Row) -> Iterator[str]:
    """Yield the lines of a row; one that is too long for a comment is cut at a line, and says so."""
    place = f"{row.location.path}:{row.location.line}"
    lines = [f"- **{row.change}** {escaped(headed(row))} ({escaped(place)})"]
    lines += [f"  - {escaped(line)}" for line in detailed(row)]
    room = _LONGEST_ROW
    for at, line in enumerate(lines):
        room -= len(line)
        if room < 0 and at:
            yield f"  - … and {len(lines) - at} more lines"
            return
        yield line
