"""Dates in words, without a clock or a locale."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.model.edtf import Moment, Reading
from generator.model.language import ENGLISH, OR, Language, message

_DAY: Final = message("{day} {month} {year}")
_MONTH: Final = message("{month} {year}")
_QUALIFIERS: Final = {
    "": "{date}",
    "~": message("about {date}"),
    "?": message("probably {date}"),
    "%": message("perhaps about {date}"),
}


def in_words(reading: Reading, language: Language = ENGLISH) -> str:
    """Return a date in words, such as `about 3 February 2026` or `13–24 June 2025`."""
    if open_ended := _open_ended(reading, language):
        return open_ended
    moments = [moment for moment in reading.moments if moment]
    if len(set(moments)) > 1:
        return _described_together(reading.shape, moments, language)
    label = _label(moments[0], language)
    if reading.time is None:
        return label
    return language.gettext("{date}, {time}").format(date=label, time=language.verbatim(_described_time(reading.time)))


def day_in_words(day: date, language: Language = ENGLISH) -> str:
    """Return a day in words, such as `3 February 2026`."""
    return " ".join(_day_words(day, language))


def short_day(day: date, language: Language = ENGLISH) -> str:
    """Return a day in as few letters as are understood, such as `3 Feb 2026`."""
    month, year = language.short_months[day.month - 1], language.digits(str(day.year))
    return language.gettext(_DAY).format(day=language.digits(str(day.day)), month=month, year=year)


def month_in_words(day: date, language: Language = ENGLISH) -> str:
    """Return the month of a day in words, such as `February 2026`."""
    return " ".join(_month_words(day, language))


def _open_ended(reading: Reading, language: Language) -> str:
    """Return the words for a span or a set of which one end is open; nothing for any other date."""
    is_span = reading.shape == "span"
    match reading.moments:
        case (Moment() as start, None):
            text = language.gettext("from {date}") if is_span else language.gettext("no earlier than {date}")
            return text.format(date=_label(start, language))
        case (None, Moment() as end):
            text = language.gettext("until {date}") if is_span else language.gettext("no later than {date}")
            return text.format(date=_label(end, language))
    return ""


def _described_together(shape: str, moments: list[Moment], language: Language) -> str:
    worded = [_words(moment, language) for moment in moments]
    alike = len({len(words) for words in worded}) == 1 and all(worded) and not any(each.qualifier for each in moments)
    parts = _shortened(worded) if alike else [_label(moment, language) for moment in moments]
    if shape == "among":
        return language.listed(parts, OR)
    if shape == "between":
        text = language.gettext("between {first} and {last}")
    elif not alike:
        text = language.gettext("from {first} to {last}")
    else:
        text = language.gettext("{first} – {last}") if " " in parts[0] else language.gettext("{first}–{last}")
    return text.format(first=parts[0], last=parts[-1])


def _label(moment: Moment, language: Language) -> str:
    qualified = language.gettext(_QUALIFIERS[moment.qualifier])
    if words := _words(moment, language):
        return qualified.format(date=" ".join(words))
    first, last = _shortened([_day_words(moment.first, language), _day_words(moment.last, language)])
    return language.gettext("between {first} and {last}").format(first=qualified.format(date=first), last=last)


def _words(moment: Moment, language: Language) -> list[str]:
    """Return the words of a date; none for a century, or for a Solar Hijri month, which begins within one of ours."""
    if moment.precision == "day":
        return _day_words(moment.first, language)
    if moment.precision == "century" or moment.first.day != 1:
        return []
    if moment.precision == "month":
        return _month_words(moment.first, language)
    year = language.digits(str(moment.first.year))
    return [language.gettext("the {year}s").format(year=year) if moment.precision == "decade" else year]


def _day_words(day: date, language: Language) -> list[str]:
    """Return day, month and year, which neighbours may share; as one where the language has another order."""
    number, (month, year) = language.digits(str(day.day)), _month_and_year(day, language)
    pattern = language.gettext(_DAY)
    return [number, month, year] if pattern == _DAY else [pattern.format(day=number, month=month, year=year)]


def _month_words(day: date, language: Language) -> list[str]:
    month, year = _month_and_year(day, language)
    pattern = language.gettext(_MONTH)
    return [month, year] if pattern == _MONTH else [pattern.format(month=month, year=year)]


def _month_and_year(day: date, language: Language) -> tuple[str, str]:
    return language.months[day.month - 1], language.digits(str(day.year))


def _shortened(worded: list[list[str]]) -> list[str]:
    """Join the words of each date, without those at its end that the last date repeats."""
    last = worded[-1]
    shortened = [next(words[:end] for end in range(1, len(words) + 1) if words[end:] == last[end:]) for words in worded]
    return [" ".join(words) for words in [*shortened[:-1], last]]


def _described_time(time: str) -> str:
    return f"{time[:-1]} UTC" if time.endswith("Z") else re.sub("(?=[+-])", " UTC", time)
