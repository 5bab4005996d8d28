"""Dates in plain English, without a clock or a locale."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.model.edtf import Moment, Reading

_MONTHS: Final = "January February March April May June July August September October November December"
_QUALIFIERS: Final = {"": "", "~": "about ", "?": "probably ", "%": "perhaps about "}


def in_words(reading: Reading) -> str:
    """Return a date in words, such as `about 3 February 2026` or `13–24 June 2025`."""
    before, after = ("from", "until") if reading.shape == "span" else ("no earlier than", "no later than")
    match reading.moments:
        case (Moment() as start, None):
            return f"{before} {_label(start)}"
        case (None, Moment() as end):
            return f"{after} {_label(end)}"
    moments = [moment for moment in reading.moments if moment]
    if len(set(moments)) == 1:
        return _label(moments[0]) + _described_time(reading.time)
    return _described_together(reading.shape, moments)


def day_in_words(day: date) -> str:
    """Return a day in words, such as `3 February 2026`."""
    return " ".join(_day_words(day))


def month_in_words(day: date) -> str:
    """Return the month of a day in words, such as `February 2026`."""
    return " ".join(_day_words(day)[1:])


def _described_together(shape: str, moments: list[Moment]) -> str:
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


def _label(moment: Moment) -> str:
    qualifier = _QUALIFIERS[moment.qualifier]
    if words := _words(moment):
        return qualifier + " ".join(words)
    first, last = _shortened([_day_words(moment.first), _day_words(moment.last)])
    return f"between {qualifier}{first} and {last}"


def _words(moment: Moment) -> list[str]:
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
