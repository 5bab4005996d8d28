"""Dates as people write them, in the notation of the format, where no other day can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model.dates import PartialDate
from generator.model.language import ENGLISH
from generator.model.respelling import with_plain_digits

_MONTHS: Final = {name[:3].lower(): number for number, name in enumerate(ENGLISH.months, start=1)}
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()

_YEAR: Final = "(?P<year>[0-9]{4})"
_MONTH: Final = rf"(?P<month>{'|'.join(ENGLISH.months)}|(?:{'|'.join(_MONTHS)}|sept)\.?)"
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_WEEKDAY: Final = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),? )?"
_WORDED: Final = tuple(
    re.compile(f"(?ai:{_WEEKDAY}{order})")
    for order in (f"{_DAY} {_MONTH},? {_YEAR}", f"{_MONTH} {_DAY},? {_YEAR}", f"{_MONTH},? {_YEAR}")
)
_FIRST_YEAR: Final = "1600"
"""A Gregorian year before it may well be one of the Solar Hijri calendar; whoever means it writes it as the format."""
_YEAR_FIRST: Final = re.compile(r"(?P<year>[0-9]{4})([-/.–])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})")
_YEAR_LAST: Final = re.compile(r"(?P<one>[0-9]{1,2})([-/.])(?P<other>[0-9]{1,2})\2(?P<year>[0-9]{4})")
_TIMED: Final = re.compile(r"(?P<day>\S.*?[0-9])[T ](?P<time>[0-9]{2}:[0-9]{2}\S*)")
_MARKED: Final = re.compile(r"(?P<before>[~?%]?) ?(?P<date>.*?) ?(?P<after>[~?%]?)")


def respelt_date(written: str, calendar: str) -> str | None:
    """Return a date that the format refuses as it writes it, such as `2024-05-06` for `6 May 2024`.

    A date of three numbers is read where the year comes first, or where but one of the other two can be a month. Marks
    of doubt are kept. None stands for whatever might be two days, or none.
    """
    text = " ".join(with_plain_digits(written).split())
    parts = re.split(" ?/ ?", text) if " / " in text else [text]
    moments = [_moment(part, calendar) for part in parts]
    right = "/".join(moment or "" for moment in moments)
    try:
        PartialDate.parse(right, calendar)
    except ValueError:
        return None
    return right if all(moments) else None


def _moment(text: str, calendar: str) -> str | None:
    marked = _MARKED.fullmatch(text)
    if marked is None or (marked["before"] and marked["after"]):
        return None
    text = marked["date"]
    mark = marked["before"] + marked["after"]
    if timed := _TIMED.fullmatch(text):
        day = _day(timed["day"], calendar)
        return f"{day}T{timed['time']}" if day and not mark else None
    day = _day(text, calendar)
    return day + mark if day else None


def _day(text: str, calendar: str) -> str | None:
    """Return the one day or month that a text without marks may name, or None."""
    if text == ".." or _is_date(text.upper(), calendar):
        return text.upper()
    found = {day for day in _readings(text, calendar) if _is_date(day, calendar)}
    if calendar == "gregorian":
        found = {day for day in found if day >= _FIRST_YEAR}
    return found.pop() if len(found) == 1 else None


def _readings(text: str, calendar: str) -> Iterator[str]:
    if match := _YEAR_FIRST.fullmatch(text):
        yield _written(match["year"], int(match["month"]), int(match["day"]))
    if match := _YEAR_LAST.fullmatch(text):
        # A point parts day and month in this order alone, but whoever writes English may not know that.
        yield _written(match["year"], int(match["one"]), int(match["other"]))
        yield _written(match["year"], int(match["other"]), int(match["one"]))
    for pattern in _WORDED if calendar == "gregorian" else ():
        if match := pattern.fullmatch(text):
            yield from _worded(match.groupdict())


def _worded(named: dict[str, str | None]) -> Iterator[str]:
    year, month = named["year"] or "", _MONTHS[(named["month"] or "")[:3].lower()]
    if not named.get("day"):
        yield f"{year}-{month:02}"
        return
    written = _written(year, month, int(named["day"] or ""))
    weekday = named["weekday"]
    if weekday is None or (_is_date(written, "gregorian") and _weekday(written) == weekday.lower()):
        yield written


def _weekday(day: str) -> str:
    return _WEEKDAYS[date.fromisoformat(day).weekday()]


def _written(year: str, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}"


def _is_date(text: str, calendar: str) -> bool:
    try:
        PartialDate.parse(text, calendar)
    except ValueError:
        return False
    return True
