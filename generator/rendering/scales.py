"""Axes: numbers and days onto a line of so many units."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.date_words import short_day
from generator.model.language import Language, message

_LOG_FROM = 25
"""From this ratio of the largest to the smallest number on, equal ratios take equal lengths."""
_MOST_TICKS = 5
_SIZES = {
    Decimal(10) ** 12: message("{number} trillion"),
    Decimal(10) ** 9: message("{number} billion"),
    Decimal(10) ** 6: message("{number} million"),
}


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A line with ticks, and where on it a number stands."""

    ticks: tuple[Tick, ...]
    is_logarithmic: bool
    place: Callable[[Decimal], float]


def number_scale(numbers: Sequence[Decimal], start: float, end: float, language: Language) -> Scale:
    """Return the axis for some numbers between two ends; `start` may lie above `end` for an upright axis."""
    low, high = min(numbers), max(numbers)
    if low > 0 and high / low >= _LOG_FROM:
        return _logarithmic(low, high, start, end, language)
    if low == high:
        low, high = low - abs(low) / 10 - 1, high + abs(high) / 10 + 1
        low = max(low, Decimal(0)) if numbers[0] >= 0 else low
    step = _step(high - low)
    first, last = math.floor(low / step) * step, math.ceil(high / step) * step

    def place(number: Decimal) -> float:
        return start + float((number - first) / (last - first)) * (end - start)

    count = int((last - first) / step)
    ticks = tuple(Tick(place(first + step * at), number_label(first + step * at, language)) for at in range(count + 1))
    return Scale(ticks, is_logarithmic=False, place=place)


def day_scale(
    days: Sequence[date], start: float, end: float, language: Language
) -> tuple[tuple[Tick, ...], Callable[[date], float]]:
    """Return the ticks for some days, and where each stands."""
    first, last = min(days), max(days)
    length = max((last - first).days, 1)

    def place(day: date) -> float:
        return start + (day - first).days / length * (end - start)

    chosen = [first, last] if length > 1 else [first]
    return tuple(Tick(place(day), short_day(day, language)) for day in chosen), place


def number_label(number: Decimal, language: Language) -> str:
    """Return a number as people write it: `25,000`, `1.5`, `2 million`."""
    for size, text in _SIZES.items():
        if abs(number) >= size:
            return language.gettext(text).format(number=_plain(number / size, language))
    return _plain(number, language)


def _plain(number: Decimal, language: Language) -> str:
    text = f"{number.normalize():,f}"
    return language.digits(text.rstrip("0").rstrip(".") if "." in text else text)


def _step(span: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 5, 10, … that makes few enough ticks."""
    size = Decimal(10) ** (span / _MOST_TICKS).adjusted()
    return next(size * factor for factor in (1, 2, 5, 10, 20) if span / (size * factor) <= _MOST_TICKS - 1)


def _logarithmic(low: Decimal, high: Decimal, start: float, end: float, language: Language) -> Scale:
    bottom, top = low.adjusted(), high.adjusted() + 1
    first = max(number for number in _rungs(bottom, top) if number <= low)
    last = min(number for number in _rungs(bottom, top) if number >= high)
    span = math.log10(last / first)

    def place(number: Decimal) -> float:
        return start + math.log10(number / first) / span * (end - start)

    rungs = [number for number in _rungs(bottom, top) if first <= number <= last]
    if len(rungs) > _MOST_TICKS + 1:
        rungs = [number for number in rungs if number.as_tuple().digits[0] == 1]
        rungs = rungs[:: len(rungs) // (_MOST_TICKS + 1) + 1]
    ticks = tuple(Tick(place(number), number_label(number, language)) for number in rungs)
    return Scale(ticks, is_logarithmic=True, place=place)


def _rungs(bottom: int, top: int) -> Iterator[Decimal]:
    for exponent in range(bottom, top + 1):
        yield from (Decimal(digit).scaleb(exponent) for digit in (1, 2, 5))
