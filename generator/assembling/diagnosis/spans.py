"""How long an event may have lasted, by every start and end that reports give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_CEILING, Decimal
from itertools import product

from generator.assembling.diagnosis.ages import complete_months
from generator.model.briefing import EventReport
from generator.model.dates import PartialDate
from generator.model.intervals import Interval

_DAY = Decimal(1440)
"""Minutes."""
_NEVER_RUN = {"moved", "denied", "cancelled"}
"""What is reported so has not run from the start to the end given."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A start and an end that reports give, not always the same report."""

    start: PartialDate
    end: PartialDate
    days: tuple[int, int]
    """The least and the greatest number of days: without the last day, and with it."""

    def length(self, unit: str, factor: Decimal) -> Interval | None:
        """Return how long it may have lasted, in the canonical `unit`, as told in a unit of which `factor` make one.

        What is begun may be told as a whole and what is not complete as none: 13 to 24 June are 11 or 12 days, one
        week or two.  Hours are told from a time of day to another, where both are known, and to the nearest hour.
        None is returned for a unit that measures no time.
        """
        if unit == "months":
            months = self._months()
            return None if months is None else _whole(Decimal(months[0]), Decimal(months[1]), factor)
        if unit != "minutes":
            return None
        least, most = self.days
        if factor >= _DAY:
            return _whole(least * _DAY, most * _DAY, factor)
        minutes = self.minutes
        if minutes is None:
            return Interval(low=max(least - 1, 0) * _DAY, high=most * _DAY)
        return Interval(low=max(minutes - factor, Decimal(0)), high=minutes + factor)

    def _months(self) -> tuple[int, int] | None:
        if not (self.start.earliest and self.start.latest and self.end.earliest and self.end.latest):
            return None
        least = complete_months(self.start.latest, max(self.start.latest, self.end.earliest))
        return least, complete_months(self.start.earliest, self.end.latest) + 1

    @property
    def minutes(self) -> Decimal | None:
        """How long it was from a time of day to another; None where one of them is not known."""
        start, end = _instant(self.start), _instant(self.end)
        if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None) or end < start:
            return None
        return Decimal(int((end - start).total_seconds())) / 60


def spans(reports: Iterable[EventReport]) -> tuple[Span, ...]:
    """Return every pair of a start and an end among the reports of an event, the most exact of each.

    A start or end that another report dates more exactly, within it, is no other one.
    """
    dated = [ends for report in reports if report.entry.status not in _NEVER_RUN for ends in _ends(report)]
    starts = _most_exact(start for start, _ in dated if start)
    ends = _most_exact(end for _, end in dated if end)
    return tuple(span for start, end in product(starts, ends) if (span := _span(start, end)))


def _ends(report: EventReport) -> Iterator[tuple[PartialDate | None, PartialDate | None]]:
    entry = report.entry
    if entry.date and entry.date.is_span:
        first, last = entry.date.bounds
        yield PartialDate.day(first) if first else None, PartialDate.day(last) if last else None
    else:
        yield entry.start, entry.end


def _most_exact(moments: Iterable[PartialDate]) -> list[PartialDate]:
    distinct = sorted({(moment.bounds, moment.time): moment for moment in moments}.values(), key=lambda m: m.sort_key)
    return [moment for moment in distinct if not any(_is_finer(other, moment) for other in distinct)]


def _is_finer(fine: PartialDate, coarse: PartialDate) -> bool:
    if fine.bounds == coarse.bounds:
        return fine.time is not None and coarse.time is None
    first = (coarse.earliest or date.min) <= (fine.earliest or date.min)
    return first and (fine.latest or date.max) <= (coarse.latest or date.max)


def _span(start: PartialDate, end: PartialDate) -> Span | None:
    if not (start.earliest and start.latest and end.earliest and end.latest) or end.before(start):
        return None
    least = max((end.earliest - start.latest).days, 0)
    return Span(start=start, end=end, days=(least, (end.latest - start.earliest).days + 1))


def _instant(moment: PartialDate) -> datetime | None:
    return datetime.fromisoformat(moment.text.strip()) if moment.time and moment.calendar == "gregorian" else None


def _whole(low: Decimal, high: Decimal, factor: Decimal) -> Interval:
    """Return an interval widened to complete units."""
    begun = (high / factor).to_integral_value(ROUND_CEILING)
    return Interval(low=low // factor * factor, high=begun * factor)
