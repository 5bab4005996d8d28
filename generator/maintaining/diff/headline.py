"""The first line of a diff: what a reviewer wants to know before all else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.maintaining.diff.rows import Change, Diff, Field, Row, What
from generator.maintaining.diff.wording import counted
from generator.model.diagnosis import STRIKING, FindingKind

_COUNTED: Final = (
    *(What.BRIEFING, What.ARTICLE, What.OBSERVATION, What.STATEMENT, What.REPORT),
    *(What.FIGURE, What.EVENT, What.ISSUE, What.ACTOR),
)
_DERIVED: Final = frozenset({What.FIGURE, What.EVENT, What.ISSUE})
_FINDINGS: Final = frozenset(FindingKind) - STRIKING
_DATES: Final = re.compile(r" \((?:as of|published) [^()]*\)")
_MOST_MOVES: Final = 5
_TURNS: Final = ("state", "status", "dates")
_FEW: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def headline(diff: Diff) -> str:
    """Return a diff in one line: what was added and taken away, then what holds otherwise because of it."""
    if not diff.differs:
        return "nothing differs"
    rows = diff.rows
    parts = ["everything is new"] if diff.base_is_empty else []
    parts += [", ".join(counts)] if (counts := [*_counts(rows), *_notices(rows), *_reads(rows)]) else []
    moves = [] if diff.base_is_empty else [told for row in rows if (told := _moved(row))]
    parts += moves[:_MOST_MOVES]
    if len(moves) > _MOST_MOVES:
        parts.append(f"{len(moves) - _MOST_MOVES} more moved")
    if texts := sum(row.is_text_only for row in rows):
        parts.append(f"{_number(texts)} {'text' if texts == 1 else 'texts'} edited")
    return "; ".join(parts) or "some files could not be read"


def _counts(rows: tuple[Row, ...]) -> Iterator[str]:
    for change in Change:
        for what in _COUNTED:
            # What only moved is told by itself, and a text that was edited is no change of what is known.
            told = [each for each in rows if each.what is what and each.change is change and not each.is_text_only]
            number = sum(bool(each.fields) or change is not Change.CHANGED for each in told)
            if number:
                yield counted(number, what, str(change))


def _notices(rows: tuple[Row, ...]) -> Iterator[str]:
    given: Counter[tuple[What, str]] = Counter()
    for row in rows:
        notice = row.written("notice")
        if notice and notice.after and row.change is not Change.REMOVED:
            kind = next((each for each in ("withdrawn", "corrected", "deleted") if f"kind: {each}" in notice.after), "")
            given[row.what, kind] += 1
    for (what, kind), number in sorted(given.items()):
        yield f"{counted(number, what)} {kind}"


def _reads(rows: tuple[Row, ...]) -> Iterator[str]:
    read = Counter(
        field.after
        for row in rows
        if row.what is What.ARTICLE and row.change is Change.CHANGED and (field := row.written("read"))
    )
    for how, number in sorted(read.items(), key=str):
        yield f"{counted(number, What.ARTICLE)} now read as {how}"


def _moved(row: Row) -> str:
    """Return how a figure, an event or an issue moved; nothing where its state and its voices are as they were."""
    if row.what not in _DERIVED or row.change is not Change.CHANGED:
        return ""
    turns = [f"{each.before or 'none'} → {each.after or 'none'}" for key in _TURNS if (each := row.move(key))]
    turns += _voices(row)
    ranges = [each for each in row.moves if each.key == "range" and each.before and each.after]
    if ranges and not turns:
        turns.append(_range(ranges[0]) if len(ranges) == 1 else f"{_number(len(ranges))} ranges moved")
    turns += sorted({f"now {each.key}" for each in row.moves if each.key in _FINDINGS and each.before is None})
    turns += ["a reversal"] if any(each.key == "reversal" and each.after for each in row.moves) else []
    return f"{row.title}: {', '.join(turns)}" if turns else ""


def _voices(row: Row) -> Iterator[str]:
    """Yield how many voices are gained and how many lost, and whose a single one is."""
    voices = [each for each in row.moves if each.key == "voice"]
    for told, how in (
        ([each.after for each in voices if each.after], "more"),
        ([each.before for each in voices if each.before], "fewer"),
    ):
        if told:
            yield f"one {how} voice ({told[0]})" if len(told) == 1 else f"{_number(len(told))} {how} voices"


def _range(move: Field) -> str:
    """Return how one range moved, without the dates where the values alone tell it."""
    before, after = (_DATES.sub("", value or "") for value in (move.before, move.after))
    return f"{move.name}: {before} → {after}" if before != after else f"{move.name}: {move.before} → {move.after}"


def _number(number: int) -> str:
    return _FEW[number] if number < len(_FEW) else str(number)
