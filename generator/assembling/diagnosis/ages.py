"""Ages and days of birth: an age on a day allows the days of birth of a year, and the other way round."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import ROUND_CEILING, Decimal

from generator.model.dates import PartialDate
from generator.model.intervals import Interval


def possible_births(age: Interval, granularity: Decimal, moment: PartialDate) -> Interval | None:
    """Return the days of birth, counted from 1 January of the year 1, that an age at some moment allows.

    `age` is in months, of which `granularity` complete ones count as the next: twelve where it is told in years.
    None is returned where the moment has no bounds.
    """
    if moment.earliest is None or moment.latest is None:
        return None
    last = _months_before(moment.latest, int(age.low)).toordinal()
    if age.high is None:
        return Interval(low=Decimal(0), high=Decimal(last))
    months = int(age.high.to_integral_value(ROUND_CEILING)) + (0 if age.high_open else int(granularity))
    first = _months_before(moment.earliest, months).toordinal() + 1
    return Interval(low=Decimal(first), high=Decimal(max(first, last)))


def ages_on(moment: PartialDate, born: PartialDate) -> tuple[int, int] | None:
    """Return the least and the greatest age in complete years at some moment; None where bounds are missing."""
    if moment.earliest is None or moment.latest is None or born.earliest is None or born.latest is None:
        return None
    return _complete_years(born.latest, moment.earliest), _complete_years(born.earliest, moment.latest)


def complete_months(first: date, last: date) -> int:
    """Return how many whole months lie between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < min(first.day, monthrange(last.year, last.month)[1]))


def _complete_years(born: date, day: date) -> int:
    return complete_months(born, day) // 12


def _months_before(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < 1:
        return date.min
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
