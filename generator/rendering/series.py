"""A figure's answers as pages lay them out: what counts the same together, one series a voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model.attribution import Attribution
from generator.model.briefing import Briefing, Figure, Observation
from generator.model.measures import TOTAL, Measure


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """What one voice answers to one measure, earliest first."""

    observations: tuple[Observation, ...]
    current: tuple[Observation, ...]
    """Those that no later one of the voice takes the place of, each value once, latest first."""

    @property
    def latest(self) -> Observation:
        """The current answer with the latest moment."""
        return self.current[0]

    @property
    def attribution(self) -> Attribution:
        """The chain of the latest answer; its root is that of all."""
        return self.latest.attribution


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureTable:
    """Every answer that counts the same: population, place, period and unit."""

    measure: Measure
    series: tuple[Series, ...]
    """By their latest values, low to high; what is not a number comes last."""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The answers of all voices."""
        return tuple(observation for series in self.series for observation in series.observations)

    def spread(self, limit: int) -> tuple[Series, ...]:
        """Return at most so many series with a value, in their order: lowest, highest, then those with most answers."""
        valued = [series for series in self.series if series.latest.entry.value]
        ends = [series for series in valued if series in (valued[0], valued[-1])]
        rest = sorted((each for each in valued if each not in ends), key=lambda each: -len(each.observations))
        chosen = [*ends, *rest][:limit]
        return tuple(series for series in valued if series in chosen)


def tabulate(figure: Figure) -> tuple[MeasureTable, ...]:
    """Return the figure's answers by measure, the whole before its parts, and within one by voice."""
    found: dict[Measure, dict[str, list[Observation]]] = {}
    for observation in figure.observations:
        voices = found.setdefault(observation.measure, {})
        voices.setdefault(observation.attribution.root.key, []).append(observation)
    return tuple(
        MeasureTable(
            measure=measure,
            series=tuple(sorted((_series(each, figure) for each in voices.values()), key=_by_value)),
        )
        for measure, voices in sorted(found.items(), key=lambda item: _whole_first(item[0], figure))
    )


def by_disagreement(briefing: Briefing) -> list[tuple[Figure, tuple[MeasureTable, ...]]]:
    """Return every answered figure with its tables, those first whose voices differ most in the whole."""
    figures = [(figure, tabulate(figure)) for figure in briefing.figures.values() if figure.observations]
    return sorted(figures, key=lambda item: _disagreement(item[1]))


def _series(observations: Sequence[Observation], figure: Figure) -> Series:
    stays = figure.document.changes == "fixed" or figure.document.kind == "age"
    current = {
        (each.interval or each.entry.printed): each
        for each in observations
        if stays or not any(other.as_of_given and each.as_of.before(other.as_of) for other in observations)
    }
    return Series(observations=tuple(observations), current=tuple(reversed(current.values())))


def _whole_first(measure: Measure, figure: Figure) -> tuple[Any, ...]:
    populations = [*figure.document.populations]
    known = ["", TOTAL, *(each for each in populations if each != TOTAL), None]
    period = figure.document.period.text if figure.document.period else ""
    return known.index(measure.population), measure.period != period, measure.period, measure.place, measure.unit


def _by_value(series: Series) -> tuple[Any, ...]:
    interval = series.latest.interval
    low = interval.low if interval else Decimal(0)
    return interval is None, low, series.latest.as_of.sort_key, series.latest.id


def _disagreement(tables: Sequence[MeasureTable]) -> tuple[Any, ...]:
    whole = tables[0].series
    values = {series.latest.interval for series in whole if series.latest.interval}
    return -len(values), -len(whole), -sum(len(table.observations) for table in tables), tables[0].measure.figure
