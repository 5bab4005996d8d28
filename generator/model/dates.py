"""Dates as sources know them: as written, with the bounds that the text allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from generator.model.date_words import day_in_words, in_words
from generator.model.edtf import PRECISIONS, Precision, read_edtf
from generator.model.language import ENGLISH, Language

_MAX_LENGTH: Final = 100
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
        reading = read_edtf(text, calendar)
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

    def display(self, language: Language = ENGLISH) -> str:
        """Return the date in plain words, such as `about 3 February 2026` or `13–24 June 2025`."""
        # A day may be reckoned, and then lie just outside the years that are read.
        if self.earliest and self.text == self.earliest.isoformat():
            return day_in_words(self.earliest, language)
        return _display(self.text, self.calendar, language)


@lru_cache(maxsize=10_000)
def _display(text: str, calendar: str, language: Language) -> str:
    return in_words(read_edtf(text, calendar), language)


def parse_days(text: str) -> int:
    """Read a number of days or weeks, such as `7 days`; raise ValueError for any other text."""
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text[:_MAX_LENGTH]!r} is not a number of days; write for example '7 days' or '2 weeks'")
    return int(match["number"]) * (7 if match["unit"] == "week" else 1)
