"""Days in their time zones: two dates differ only if no instant belongs to both."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.model.dates import PartialDate

_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")


def disjoint(one: PartialDate, zone: str | None, other: PartialDate, other_zone: str | None) -> bool:
    """Return whether two dates cannot mean the same moment.

    Where both zones are known the instants are compared, so that 21 June in New York and 22 June in Tehran may be
    one moment; where one is not, the days are compared as written.
    """
    if not (zone and other_zone) or zone == other_zone:
        return not one.overlaps(other)
    first, last = _instants(one, zone)
    other_first, other_last = _instants(other, other_zone)
    return last <= other_first or other_last <= first


def _instants(day: PartialDate, zone: str) -> tuple[datetime, datetime]:
    """Return the first instant of a date and the first one after it, in universal time."""
    clock = _CLOCK.fullmatch(day.time or "")
    if clock and day.earliest:
        moment = datetime.fromisoformat(f"{day.earliest.isoformat()}T{clock[0].replace('Z', '+00:00')}")
        start = (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
        return start, start + timedelta(minutes=1)
    # Open ends stand for the ends of the calendar, kept a day inside so that no zone pushes them out.
    first = day.earliest or date.min + timedelta(days=1)
    last = min(day.latest or date.max, date.max - timedelta(days=2))
    return _midnight(first, zone), _midnight(last + timedelta(days=1), zone)


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
