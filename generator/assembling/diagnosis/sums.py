"""Probable slips inside one observation: parts that do not make their total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.assembling.diagnosis.points import Point, above
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.wording import slip, value
from generator.model.diagnosis import Finding
from generator.model.intervals import Interval
from generator.model.language import message
from generator.model.reasons import Value, say
from generator.model.units import canonical

_EXACTLY = message("The parts, {parts}, make {number}; the total printed is {value}.")
_AT_LEAST = message("The parts, {parts}, make at least {number}; the total printed is {value}.")
_AT_MOST = message("The parts, {parts}, make at most {number}; the total printed is {value}.")

Parts = Mapping[str, Interval | None]
"""The bounds of each part in the total's unit; None where it is not quantified or in another unit."""


def wrong_sums(question: Question, point: Point) -> tuple[Finding, ...]:
    """Return what is wrong with a total that its parts exceed, or fall short of though they are said to be complete.

    A part of a part is not added twice.  Parts that overlap are not added, but none of them may exceed the total.
    """
    if point.printed is None or not point.observation.entry.parts:
        return ()
    parts = _parts(point, question)
    too_large = tuple(_too_large(point, parts, question))
    if too_large or point.observation.entry.parts_overlap:
        return too_large
    return tuple(_wrong_sum(point, point.printed, _outermost(parts, question)))


def _parts(point: Point, question: Question) -> Parts:
    entry = point.observation.entry
    bounds: dict[str, Interval | None] = {}
    for name, quantity in entry.parts.items():
        unit, factor = canonical(quantity.unit or entry.unit or question.figure.document.unit)
        comparable = quantity.interval and unit == point.key.unit
        bounds[name] = quantity.interval.scaled(factor) if quantity.interval and comparable else None
    return bounds


def _outermost(parts: Parts, question: Question) -> Parts:
    return {name: part for name, part in parts.items() if parts.keys().isdisjoint(question.hierarchy.wholes_of(name))}


def _too_large(point: Point, parts: Parts, question: Question) -> Iterator[Finding]:
    """Yield each part that exceeds the total, or another part that includes it."""
    texts = point.observation.entry.parts
    for name, part in parts.items():
        told: dict[str, Value] = {"part": texts[name].text, "population": question.population_name(name)}
        if part and point.printed and above(part, point.printed):
            yield slip(
                point,
                say(
                    "One part alone, {part} ({population}), is more than the total, {value}.",
                    value=value(point),
                    **told,
                ),
            )
        for whole in sorted(parts.keys() & set(question.hierarchy.wholes_of(name))):
            limit = parts[whole]
            if part and limit and above(part, limit):
                said = say(
                    "Of the parts of {value}, {part} ({population}) is more than {whole} ({whole_population}), "
                    "which includes it.",
                    value=value(point),
                    whole=texts[whole].text,
                    whole_population=question.population_name(whole),
                    **told,
                )
                yield slip(point, said)


def _wrong_sum(point: Point, total: Interval, parts: Parts) -> Iterator[Finding]:
    told = [part for part in parts.values() if part]
    highs = [part.high for part in told if part.high is not None]
    low = sum((part.low for part in told), Decimal(0))
    high = sum(highs, Decimal(0)) if len(highs) == len(parts) else None
    made = Interval(low=low, high=high)
    exceeds = bool(told) and above(made, total)
    falls_short = point.observation.entry.parts_complete and above(total, made)
    if not (exceeds or falls_short):
        return
    words = " + ".join(point.observation.entry.parts[name].text for name in parts if parts[name])
    text = _EXACTLY if low == high else _AT_LEAST if exceeds else _AT_MOST
    number = (low if exceeds or high is None else high) / point.factor
    yield slip(point, say(text, parts=words, number=number, value=value(point)))
