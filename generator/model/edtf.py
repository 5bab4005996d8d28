"""The notation of dates: EDTF read into days, with nothing invented.

It is the Library of Congress's Extended Date/Time Format, https://www.loc.gov/standards/datetime/:
level 1 without seasons and longer years, and the sets `[a..b]` and `[a,b]` of level 2.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, NoReturn

from persiantools.jdatetime import JalaliDate

Precision = Literal["day", "month", "year", "decade", "century"]

PRECISIONS: Final[tuple[Precision, ...]] = ("day", "month", "year", "decade", "century")
_MONTHS_IN: Final[dict[Precision, int]] = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SEASONS: Final = range(21, 42)

_CALENDARS: Final = {"gregorian": range(1000, 3000), "persian": range(1200, 1501)}
"""The years read in each calendar, told apart so that a year of the wrong one is noticed."""

_EXAMPLES: Final = {
    "gregorian": "'2026-02-03', '2026-02~', '2026-02-03T10:00', '2026-02-03/2026-02-05' or '[2026-02-03,2026-02-05]'",
    "persian": "'1404-11-14', '1404-11~', '1404-11-14T10:00', '1404-11-14/1404-11-16' or '[1404-11-14,1404-11-16]'",
}

_MAX_LENGTH: Final = 100
_ONE_DAY: Final = timedelta(days=1)

_MOMENT: Final = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})|-XX)?|(?:-XX){1,2})?|(?P<years>[0-9]{2}[0-9X]X))"
    r"(?P<qualifier>[~?%]?)"
)
_TIMED: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T"
    r"(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?)"
)


class Moment(NamedTuple):
    """One date: the days it names, and the same widened by its qualifier."""

    first: date
    last: date
    earliest: date
    latest: date
    precision: Precision
    qualifier: str


class Reading(NamedTuple):
    """What a text says; a None among the moments is an end that is open or unknown."""

    shape: Literal["moment", "span", "between", "among"]
    moments: tuple[Moment | None, ...]
    time: str | None = None

    @property
    def earliest(self) -> date | None:
        """The first day that the text allows."""
        if self.shape == "among":
            return min(moment.earliest for moment in self.moments if moment)
        return self.moments[0].earliest if self.moments[0] else None

    @property
    def latest(self) -> date | None:
        """The last day that the text allows."""
        if self.shape == "among":
            return max(moment.latest for moment in self.moments if moment)
        return self.moments[-1].latest if self.moments[-1] else None


def read_edtf(text: str, calendar: str) -> Reading:
    """Read a date, a span or a set; raise ValueError, one sentence with a correct example, for any other text."""
    if calendar not in _CALENDARS:
        raise ValueError(f"{calendar!r} is not a calendar that is read; write 'gregorian' or 'persian'")
    plain = text.strip()
    if len(plain) > _MAX_LENGTH:
        _refuse(plain, "is too long for a date", calendar)
    if plain.startswith("[") and plain.endswith("]"):
        return _read_set(plain[1:-1], calendar)
    if "/" in plain:
        first, _, last = plain.partition("/")
        return Reading("span", _ends("" if first == ".." else first, "" if last == ".." else last, calendar))
    timed = _TIMED.fullmatch(plain)
    day, time = timed.group("day", "time") if timed else (plain, None)
    return Reading("moment", (_moment(day, calendar),), time)


def _read_set(members: str, calendar: str) -> Reading:
    if ".." in members:
        first, _, last = members.partition("..")
        return Reading("between", _ends(first, last, calendar))
    among = tuple(_moment(member.strip(), calendar) for member in members.split(","))
    if len(among) == 1:
        _refuse(f"[{members}]", "is a set of one date", calendar)
    return Reading("among", among)


def _ends(first: str, last: str, calendar: str) -> tuple[Moment | None, Moment | None]:
    """Read the two ends of a span or a set, of which one may be missing."""
    start = _moment(first, calendar) if first else None
    end = _moment(last, calendar) if last else None
    if start is None and end is None:
        _refuse("..", "has neither start nor end", calendar)
    if start and end and start.first > end.last:
        _refuse(f"{first} to {last}", "ends before it starts", calendar)
    return start, end


def _moment(text: str, calendar: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None:
        _refuse(text, "is not a date", calendar)
    if match["month"] and int(match["month"]) in _SEASONS:
        _refuse(text, "is a season, whose days are not agreed on", calendar)
    years = _CALENDARS[calendar]
    if not all(year in years for year in _years(match)):
        reason = f"is not in the years {years[0]} to {years[-1]} of the {calendar.capitalize()} calendar"
        _refuse(text, reason, calendar)
    qualifier = match["qualifier"]
    try:
        first, last = _bounds(match, calendar, widening=0)
        earliest, latest = _bounds(match, calendar, widening=1 if qualifier else 0)
    except ValueError:
        _refuse(text, f"does not exist in the {calendar.capitalize()} calendar", calendar)
    return Moment(first, last, earliest, latest, _precision(match), qualifier)


def _bounds(match: re.Match[str], calendar: str, *, widening: int) -> tuple[date, date]:
    """Return the first and last day, moved apart by so many units of precision; raise ValueError if there is none."""
    first_year, last_year = _years(match)
    if match["day"]:
        day = _day(first_year, int(match["month"]), int(match["day"]), calendar)
        return day - widening * _ONE_DAY, day + widening * _ONE_DAY
    # Months are counted through from year 0, so that a year is twelve of them in either calendar.
    first = _month_start(first_year, int(match["month"] or 1), -widening * _MONTHS_IN[_precision(match)], calendar)
    after = _month_start(last_year, int(match["month"] or 12), 1 + widening * _MONTHS_IN[_precision(match)], calendar)
    return first, after - _ONE_DAY


def _years(match: re.Match[str]) -> tuple[int, int]:
    digits = match["year"] or match["years"]
    return int(digits.replace("X", "0")), int(digits.replace("X", "9"))


def _precision(match: re.Match[str]) -> Precision:
    if match["years"]:
        return "century" if match["years"].endswith("XX") else "decade"
    return "day" if match["day"] else "month" if match["month"] else "year"


def _month_start(year: int, month: int, later: int, calendar: str) -> date:
    """Return the first day of the month that comes so many months later."""
    _day(year, month, 1, calendar)  # A month 13 is refused, never carried over into the next year.
    years, months = divmod(year * 12 + month - 1 + later, 12)
    return _day(years, months + 1, 1, calendar)


def _day(year: int, month: int, day: int, calendar: str) -> date:
    if calendar == "persian":
        return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # its constructor is bare
    return date(year, month, day)


def _refuse(text: str, reason: str, calendar: str) -> NoReturn:
    raise ValueError(f"{text[:_MAX_LENGTH]!r} {reason}; write for example {_EXAMPLES[calendar]}") from None
