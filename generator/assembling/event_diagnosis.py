"""How the reports of one event stand to each other: same treatment for dates as for figures.

What was planned and what happened are compared apart: a talk announced for Friday and held on Saturday has no
disputed date. A report that it moved overtakes every plan published before it, and every plan of its own article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.assembling.known import unstruck
from generator.assembling.reasons import voices
from generator.model.briefing import Article, Event, EventReport
from generator.model.dates import PartialDate
from generator.model.differences import EventDiagnosis, EventState
from generator.model.language import SEMICOLONS, message
from generator.model.moments import disjoint
from generator.model.reasons import NO_REASON, Reason, joined, phrase, say

_PLANNED = frozenset({"proposed", "announced", "scheduled"})
_HAPPENED = frozenset({"ongoing", "held"})
_UNDONE = frozenset({"denied", "cancelled"})
_CORROBORATING = 2
_SIDES = ("start", "end")
_CONFLICTS = {
    ("point", "happened"): message("When it takes place is disputed: {dates}."),
    ("start", "happened"): message("When it begins is disputed: {dates}."),
    ("end", "happened"): message("When it ends is disputed: {dates}."),
    ("point", "planned"): message("When it takes place is planned differently: {dates}."),
    ("start", "planned"): message("When it begins is planned differently: {dates}."),
    ("end", "planned"): message("When it ends is planned differently: {dates}."),
}


def diagnose_event(event: Event, articles: Mapping[str, Article], on: date | None = None) -> EventDiagnosis:
    """Return whether the dates of an event agree, from what was known on a day, or from everything."""
    live = unstruck(event.reports, articles, on)
    dated = [report for report in live if report.entry.status not in _UNDONE and any(_sides(report).values())]
    superseded = frozenset(report.id for report in dated if _overtaken(report, dated))
    standing = [report for report in dated if report.id not in superseded]
    status = next((report.entry.status for report in reversed(live) if report.id not in superseded), "")
    conflicts = [
        _conflict(event, side, phase, differing)
        for side in _SIDES
        for phase, reports in _phases(standing, side).items()
        if (differing := _in_conflict(reports, side))
    ]
    if conflicts:
        reason = conflicts[0]
        for other in conflicts[1:]:
            reason += other
        state = EventState.DISPUTED
    else:
        state, reason = _undisputed(standing)
    return EventDiagnosis(state=state, status=status, reason=reason, superseded=superseded)


def _sides(report: EventReport) -> dict[str, PartialDate | None]:
    entry = report.entry
    return {"start": entry.start or entry.date, "end": entry.end}


def _overtaken(report: EventReport, others: Iterable[EventReport]) -> bool:
    """Return whether a later report of the same root, or one of a move, stands in this report's place.

    Reports have no date of their own; an article that tells a plan and a move tells the plan that was moved.
    """
    for other in others:
        if other.entry.status == "moved" and other.article == report.article and report.entry.status in _PLANNED:
            return True
        later = report.published.before(other.published)
        same_voice = other.attribution.root == report.attribution.root and report.attribution.root.identified
        same_phase = (other.entry.status in _HAPPENED) == (report.entry.status in _HAPPENED)
        moved = other.entry.status == "moved" and report.entry.status not in _HAPPENED
        if later and (moved or (same_voice and same_phase and _replaces(other, report))):
            return True
    return False


def _replaces(later: EventReport, earlier: EventReport) -> bool:
    """Return whether the later report dates everything that the earlier one does."""
    sides = _sides(later)
    return all(sides[side] for side, day in _sides(earlier).items() if day)


def _phases(reports: Sequence[EventReport], side: str) -> dict[str, list[EventReport]]:
    phases: dict[str, list[EventReport]] = {"planned": [], "happened": []}
    for report in reports:
        if _sides(report)[side]:
            phases["happened" if report.entry.status in _HAPPENED else "planned"].append(report)
    return phases


def _in_conflict(reports: Sequence[EventReport], side: str) -> list[EventReport]:
    """Return the reports whose date another voice's excludes."""
    return [one for one in reports if any(_apart(one, other, side) for other in reports)]


def _apart(one: EventReport, other: EventReport, side: str) -> bool:
    if one.attribution.root == other.attribution.root:
        return False
    day, other_day = _sides(one)[side], _sides(other)[side]
    return day is not None and other_day is not None and disjoint(day, one.entry.zone, other_day, other.entry.zone)


def _conflict(event: Event, side: str, phase: str, reports: Sequence[EventReport]) -> Reason:
    answers: dict[str, tuple[PartialDate, list[EventReport]]] = {}
    for report in sorted(reports, key=lambda each: _order(each, side)):
        if day := _sides(report)[side]:
            answers.setdefault(day.display(), (day, []))[1].append(report)
    dates = [
        phrase("{date} by {voices}", date=day, voices=voices(report.attribution for report in giving))
        for day, giving in answers.values()
    ]
    whole = _CONFLICTS[side if event.is_span else "point", phase]
    return say(whole, dates=joined(dates, SEMICOLONS))


def _order(report: EventReport, side: str) -> tuple[object, ...]:
    day = _sides(report)[side]
    return (day.sort_key if day else (), report.id)


def _undisputed(standing: Sequence[EventReport]) -> tuple[EventState, Reason]:
    if not standing:
        return EventState.UNDATED, NO_REASON
    roots = {report.attribution.root for report in standing}
    who = voices(report.attribution for report in standing)
    if len(roots) == 1:
        return EventState.ONE_VOICE, say("Only {voice} dates it.", voice=who)
    if sum(root.identified for root in roots) < _CORROBORATING:
        return EventState.UNCONFIRMED, say(
            "{voices} give dates that agree, but whoever is not named may be one of the others.", voices=who
        )
    return EventState.AGREED, say("{voices} give dates that agree.", voices=who)
