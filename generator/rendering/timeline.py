"""The timeline: events by period, and what a reader can choose among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import get_args

from generator.model.briefing import Briefing, Event, EventReport
from generator.model.differences import EventState
from generator.model.files import EventStatus
from generator.rendering.addresses import Links


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineEvent:
    """One event with what it can be found by."""

    event: Event
    status: str
    """What became of it, as far as is known; empty where nobody says."""
    state: EventState
    taking_part: tuple[str, ...]
    invited: tuple[str, ...]
    outlets: tuple[str, ...]
    """The known outlets whose articles report it."""
    known_from: date
    """The first day on which an article had reported it; the last of all days where none has."""
    timings_known_from: tuple[date, ...]
    """The same of each of its datings."""

    @property
    def actors(self) -> tuple[str, ...]:
        """Who takes part or is invited, each once."""
        return tuple(dict.fromkeys(self.taking_part + self.invited))

    @property
    def dates_differ(self) -> bool:
        """Whether its dates are disputed or given in more than one way."""
        return self.state is EventState.DISPUTED or len(self.event.timings) > 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """All events of a briefing by period, earliest first, and the choices of its filters."""

    periods: tuple[tuple[str, tuple[TimelineEvent, ...]], ...]
    """By month such as `2026-02`, by year where no month is known, those without a date under an empty name."""
    actors: tuple[str, ...]
    """By name."""
    outlets: tuple[str, ...]
    """By name."""
    statuses: tuple[str, ...]
    """In the order in which things come to pass."""
    days: tuple[date, ...]
    """Every day on which a report of an event became known."""

    @property
    def count(self) -> int:
        """How many events there are."""
        return sum(len(events) for _, events in self.periods)


def timeline(briefing: Briefing, events: Iterable[Event], links: Links) -> Timeline:
    """Return the timeline of events that come in their order."""
    found = [_timeline_event(event, briefing) for event in events]
    grouped = groupby(found, key=lambda each: _period(each.event))
    statuses = {each.status for each in found}
    return Timeline(
        periods=tuple((period, tuple(group)) for period, group in grouped),
        actors=_by_name((name for each in found for name in each.actors), links),
        outlets=_by_name((name for each in found for name in each.outlets), links),
        statuses=tuple(status for status in get_args(EventStatus) if status in statuses),
        days=tuple(sorted({day for each in found for day in _days(each.event.reports, briefing)})),
    )


def _timeline_event(event: Event, briefing: Briefing) -> TimelineEvent:
    diagnosis = briefing.assessment.events[event.id]
    carriers = [report.attribution.chain[-1].known_actor for report in event.reports]
    return TimelineEvent(
        event=event,
        status=diagnosis.status,
        state=diagnosis.state,
        taking_part=tuple(dict.fromkeys(name for each in event.reports for name in each.entry.actors)),
        invited=tuple(dict.fromkeys(name for each in event.reports for name in each.entry.invited)),
        outlets=tuple(dict.fromkeys(name for name in carriers if name)),
        known_from=min(_days(event.reports, briefing), default=date.max),
        timings_known_from=tuple(min(_days(each.reports, briefing)) for each in event.timings),
    )


def _days(reports: Iterable[EventReport], briefing: Briefing) -> list[date]:
    return [briefing.articles[report.article].known_from for report in reports]


def _by_name(actors: Iterable[str], links: Links) -> tuple[str, ...]:
    return tuple(sorted(set(actors), key=lambda actor: (links.actor(actor).text.casefold(), actor)))


def _period(event: Event) -> str:
    """Return the month, or the year where no month is known, in which an event stands on the timeline."""
    first = event.moment and (event.moment.earliest or event.moment.latest)
    if not event.moment or not first:
        return ""
    return f"{first:%Y-%m}" if event.moment.precision in {"day", "month"} else f"{first:%Y}"
