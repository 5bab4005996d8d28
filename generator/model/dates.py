"""Dates as sources know them: EDTF, with the bounds that the text allows and no day invented.

The notation is the Library of Congress's Extended Date/Time Format, https://www.loc.gov/standards/datetime/:
level 1 without seasons and longer years, and the sets `[a..b]` and `[a,b]` of level 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple, NoReturn

from persiantools.jdatetime import JalaliDate

Precision = Literal["day", "month", "year", "decade", "century"]

PRECISIONS: Final[tuple[Precision, ...]] = ("day", "month", "year", "decade", "century")
_MONTHS_IN: Final[dict[Precision, int]] = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_MONTHS: Final = "January February March April May June July August September October November December"
_SEASONS: Final = range(21, 42)
_QUALIFIERS: Final = {"": "", "~": "about ", "?": "probably ", "%": "perhaps about "}

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
_DAYS: Final = re.compile(r"(?P<number>[0-9]{1,4}) (?P<unit>day|week)s?")


@dataclass(frozen=True, kw_only=True, slots=True)
class PartialDate:
    """A date, a span or a set of dates, as exact as its source and no more.

    A qualifier widens the bounds of its date by one unit of that date's precision on both sides:
    `2026-02-03~` lies between 2 and 4 February 2026, `2026-02?` between 1 January and 31 March 2026.
    """

    text: str
    """As written, byte for byte."""
    calendar: str = "gregorian"
    """The calendar of the text: `gregorian` or `persian`, the Solar Hijri one. All days are Gregorian."""
    earliest: date | None
    """The first day that the text allows; None where the start is open or unknown."""
    latest: date | None
    """The last day that the text allows; None where the end is open or unknown."""
    approximate: bool = False
    """Whether a date in it is marked `~` or `%`."""
    uncertain: bool = False
    """Whether a date in it is marked `?` or `%`."""
    precision: Precision = "day"
    """The coarsest precision of a date in it."""
    is_span: bool = False
    """Whether it lasts from one date to another; a set is one date among several."""
    time: str | None = None
    """The time of day, with its offset where one is given; it never moves the bounds."""

    @classmethod
    @lru_cache(maxsize=10_000)
    def parse(cls, text: str, calendar: str = "gregorian") -> PartialDate:
        """Read a date; raise ValueError, one sentence with a correct example, for any other text."""
        reading = _read(text, calendar)
        moments = [moment for moment in reading.moments if moment]
        qualifiers = {moment.qualifier for moment in moments}
        return cls(
            text=text,
            calendar=calendar,
            earliest=reading.earliest,
            latest=reading.latest,
            approximate=not qualifiers.isdisjoint("~%"),
            uncertain=not qualifiers.isdisjoint("?%"),
            precision=max((moment.precision for moment in moments), key=PRECISIONS.index),
            is_span=reading.shape == "span",
            time=reading.time,
        )

    @classmethod
    def day(cls, day: date) -> PartialDate:
        """Return the date that is exactly this day."""
        return cls(text=day.isoformat(), earliest=day, latest=day)

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """The first and the last day that the text allows."""
        return self.earliest, self.latest

    @property
    def sort_key(self) -> tuple[date, date, str, str, str]:
        """A key for one order of all dates: by first day, an open start first, then by last day, an open end last."""
        return self.earliest or date.min, self.latest or date.max, self.time or "", self.text, self.calendar

    def before(self, other: PartialDate) -> bool:
        """Return whether this is surely over before the other begins: the bounds do not overlap."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def overlaps(self, other: PartialDate) -> bool:
        """Return whether both may be, or last over, one day."""
        return not self.before(other) and not other.before(self)

    def display(self) -> str:
        """Return the date in plain English, such as `about 3 February 2026` or `13–24 June 2025`."""
        return _display(self.text, self.calendar)


@lru_cache(maxsize=10_000)
def _display(text: str, calendar: str) -> str:
    return _described(_read(text, calendar))


def parse_days(text: str) -> int:
    """Read a number of days or weeks, such as `7 days`; raise ValueError for any other text."""
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text[:_MAX_LENGTH]!r} is not a number of days; write for example '7 days' or '2 weeks'")
    return int(match["number"]) * (7 if match["unit"] == "week" else 1)


class _Moment(NamedTuple):
    """One date: the days it names, and the same widened by its qualifier."""

    first: date
    last: date
    earliest: date
    latest: date
    precision: Precision
    qualifier: str


class _Reading(NamedTuple):
    """What a text says; a None among the moments is an end that is open or unknown."""

    shape: Literal["moment", "span", "between", "among"]
    moments: tuple[_Moment | None, ...]
    time: str | None = None

    @property
    def earliest(self) -> date | None:
        if self.shape == "among":
            return min(moment.earliest for moment in self.moments if moment)
        return self.moments[0].earliest if self.moments[0] else None

    @property
    def latest(self) -> date | None:
        if self.shape == "among":
            return max(moment.latest for moment in self.moments if moment)
        return self.moments[-1].latest if self.moments[-1] else None


def _read(text: str, calendar: str) -> _Reading:
    if calendar not in _CALENDARS:
        raise ValueError(f"{calendar!r} is not a calendar that is read; write 'gregorian' or 'persian'")
    plain = text.strip()
    if len(plain) > _MAX_LENGTH:
        _refuse(plain, "is too long for a date", calendar)
    if plain.startswith("[") and plain.endswith("]"):
        return _read_set(plain[1:-1], calendar)
    if "/" in plain:
        first, _, last = plain.partition("/")
        return _Reading("span", _ends("" if first == ".." else first, "" if last == ".." else last, calendar))
    timed = _TIMED.fullmatch(plain)
    day, time = timed.group("day", "time") if timed else (plain, None)
    return _Reading("moment", (_moment(day, calendar),), time)


def _read_set(members: str, calendar: str) -> _Reading:
    if ".." in members:
        first, _, last = members.partition("..")
        return _Reading("between", _ends(first, last, calendar))
    among = tuple(_moment(member.strip(), calendar) for member in members.split(","))
    if len(among) == 1:
        _refuse(f"[{members}]", "is a set of one date", calendar)
    return _Reading("among", among)


def _ends(first: str, last: str, calendar: str) -> tuple[_Moment | None, _Moment | None]:
    """Read the two ends of a span or a set, of which one may be missing."""
    start = _moment(first, calendar) if first else None
    end = _moment(last, calendar) if last else None
    if start is None and end is None:
        _refuse("..", "has neither start nor end", calendar)
    if start and end and start.first > end.last:
        _refuse(f"{first} to {last}", "ends before it starts", calendar)
    return start, end


def _moment(text: str, calendar: str) -> _Moment:
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
    return _Moment(first, last, earliest, latest, _precision(match), qualifier)


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


# In plain English.


def _described(reading: _Reading) -> str:
    before, after = ("from", "until") if reading.shape == "span" else ("no earlier than", "no later than")
    match reading.moments:
        case (_Moment() as start, None):
            return f"{before} {_label(start)}"
        case (None, _Moment() as end):
            return f"{after} {_label(end)}"
    moments = [moment for moment in reading.moments if moment]
    if len(set(moments)) == 1:
        return _label(moments[0]) + _described_time(reading.time)
    return _described_together(reading.shape, moments)


def _described_together(shape: str, moments: list[_Moment]) -> str:
    worded = [_words(moment) for moment in moments]
    alike = len({len(words) for words in worded}) == 1 and all(worded) and not any(each.qualifier for each in moments)
    parts = _shortened(worded) if alike else [_label(moment) for moment in moments]
    if shape == "among":
        return f"{', '.join(parts[:-1])} or {parts[-1]}"
    if shape == "between":
        return f"between {parts[0]} and {parts[-1]}"
    if alike:
        return (" – " if " " in parts[0] else "–").join(parts)
    return f"from {parts[0]} to {parts[-1]}"


def _label(moment: _Moment) -> str:
    qualifier = _QUALIFIERS[moment.qualifier]
    if words := _words(moment):
        return qualifier + " ".join(words)
    first, last = _shortened([_day_words(moment.first), _day_words(moment.last)])
    return f"between {qualifier}{first} and {last}"


def _words(moment: _Moment) -> list[str]:
    """Return the words of a date; none for a century, or for a Solar Hijri month, which begins within one of ours."""
    if moment.precision == "day":
        return _day_words(moment.first)
    if moment.precision == "century" or moment.first.day != 1:
        return []
    if moment.precision == "month":
        return _day_words(moment.first)[1:]
    return [f"the {moment.first.year}s" if moment.precision == "decade" else str(moment.first.year)]


def _day_words(day: date) -> list[str]:
    return [str(day.day), _MONTHS.split()[day.month - 1], str(day.year)]


def _shortened(worded: list[list[str]]) -> list[str]:
    """Join the words of each date, without those at its end that the last date repeats."""
    last = worded[-1]
    shortened = [next(words[:end] for end in range(1, len(words) + 1) if words[end:] == last[end:]) for words in worded]
    return [" ".join(words) for words in [*shortened[:-1], last]]


def _described_time(time: str | None) -> str:
    if time is None:
        return ""
    return f", {time[:-1]} UTC" if time.endswith("Z") else f", {re.sub('(?=[+-])', ' UTC', time)}"
