"""Reports of events tied into events: one id is one event, however many articles tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.briefing import Event, EventReport, EventTiming
from generator.model.dates import PartialDate
from generator.model.edtf import PRECISIONS
from generator.model.files import EventDocument
from generator.model.prose import Kind, Prose, Target
from generator.model.source import SourceFile

_HAPPENED = {"held", "ongoing"}


def tie_events(
    files: Sequence[SourceFile[EventDocument]],
    reports: Mapping[str, Sequence[EventReport]],
    prose: Mapping[Target, Prose],
) -> dict[str, Event]:
    """Return every event that a file curates or an article reports, by id."""
    curated = {file.id: file for file in files}
    return {
        name: _event(name, curated.get(name), sorted(reports.get(name, ()), key=report_order), prose)
        for name in sorted({*curated, *reports})
    }


def report_order(report: EventReport) -> tuple[Any, ...]:
    """Return the key that orders reports of one event: by publication, then id."""
    return report.published.sort_key, report.id


def _event(
    name: str,
    file: SourceFile[EventDocument] | None,
    reports: Sequence[EventReport],
    prose: Mapping[Target, Prose],
) -> Event:
    places = [report.entry.place for report in reports if report.entry.place]
    timings = _timings(reports)
    return Event(
        id=name,
        title=file.document.title if file else reports[0].entry.title,
        is_span=file.document.kind == "span" if file else any(each.entry.start for each in reports),
        place=(file.document.place if file else None) or (places[-1] if places else ""),
        body=prose.get(Target(Kind.EVENT, name), Prose(text="")),
        reports=tuple(reports),
        timings=timings,
        moment=_moment(timings),
    )


def _timings(reports: Sequence[EventReport]) -> tuple[EventTiming, ...]:
    """Return the different answers to "when", each with the reports that give it."""
    groups: dict[tuple[str, ...], list[EventReport]] = {}
    for report in reports:
        entry = report.entry
        dates = (entry.date, entry.start, entry.end)
        if any(dates):
            groups.setdefault(tuple(day.text if day else "" for day in dates), []).append(report)
    timings = [
        EventTiming(start=told[0].entry.date or told[0].entry.start, end=told[0].entry.end, reports=tuple(told))
        for told in groups.values()
    ]
    return tuple(sorted(timings, key=_timing_order))


def _timing_order(timing: EventTiming) -> tuple[Any, ...]:
    day = timing.start or timing.end
    return (day.sort_key if day else (), timing.reports[0].id)


def _moment(timings: Sequence[EventTiming]) -> PartialDate | None:
    """Return the date that gives an event its place in the timeline.

    What happened outweighs what was planned, an exact date a vague one, and then the earliest comes first.
    """
    happened = [timing for timing in timings if any(each.entry.status in _HAPPENED for each in timing.reports)]
    days = [timing.start or timing.end for timing in happened or timings]
    return min(
        (day for day in days if day), key=lambda day: (PRECISIONS.index(day.precision), day.sort_key), default=None
    )
