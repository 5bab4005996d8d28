"""Who took which stance, or gave which answer, in which month: actors against time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.attribution import Voice
from generator.model.briefing import Issue, Statement


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One speaker's statements, a cell a month, earliest first in each."""

    speaker: Voice
    cells: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StanceGrid:
    """Every speaker's stances on one issue over time."""

    months: tuple[str, ...]
    """Those in which anything was said, such as `2026-02`, earliest first."""
    rows: tuple[Row, ...]
    """By the first statement of the speaker."""


def stance_grid(issue: Issue) -> StanceGrid | None:
    """Return the grid of an issue; None where all was said in one month, and a grid would show no time.

    A statement stands in the month by which it was surely made.
    """
    said = [each for each in issue.statements if each.entry.stance or each.entry.answer]
    months = sorted({_month(each) for each in said})
    if len(months) < 2:  # noqa: PLR2004 - one month is no course of time
        return None
    speakers: dict[str, list[Statement]] = {}
    for each in said:
        speakers.setdefault(each.speaker.originator.known_actor or each.id, []).append(each)
    return StanceGrid(months=tuple(months), rows=tuple(_row(own, months) for own in speakers.values()))


def _row(own: Sequence[Statement], months: Sequence[str]) -> Row:
    cells = tuple(tuple(each for each in own if _month(each) == month) for month in months)
    return Row(speaker=own[0].speaker.originator, cells=cells)


def _month(statement: Statement) -> str:
    # A source was published by some day, so that one of the two always has an end.
    day = statement.moment.latest or statement.published.latest
    return f"{day:%Y-%m}" if day else ""
