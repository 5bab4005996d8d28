"""A figure's answers as pages lay them out: what counts the same in one table, voice by voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from generator.model.attribution import Attribution
from generator.model.briefing import Briefing, Figure, Observation
from generator.model.diagnosis import Diagnosis, Series, State
from generator.model.measures import TOTAL, Measure


@dataclass(frozen=True, kw_only=True, slots=True)
class VoiceAnswers:
    """What one voice answers to one measure, earliest first."""

    current: tuple[Observation, ...]
    """What it says now: one value, or several where none can be preferred."""
    earlier: tuple[Observation, ...]
    """What it said before, or said again."""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """All of its answers."""
        return self.earlier + self.current

    @property
    def latest(self) -> Observation:
        """The current answer with the latest moment."""
        return self.current[-1]

    @property
    def attribution(self) -> Attribution:
        """The chain of the latest answer; its root is that of all."""
        return self.latest.attribution


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureTable:
    """Every answer that counts the same: population, place, period and unit."""

    measure: Measure
    voices: tuple[VoiceAnswers, ...]
    """By their latest values, low to high; what is not a number comes last."""

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The answers of all voices."""
        return tuple(observation for voice in self.voices for observation in voice.observations)

    def spread(self, limit: int) -> tuple[VoiceAnswers, ...]:
        """Return at most so many voices with a value, in their order: lowest, highest, then those with most answers."""
        valued = [voice for voice in self.voices if voice.latest.entry.value]
        numbers = [voice for voice in valued if voice.latest.interval]
        by_answers = sorted(valued, key=lambda each: (each.latest.interval is None, -len(each.observations)))
        chosen = dict.fromkeys(voice.latest.id for voice in [*numbers[:1], *numbers[-1:], *by_answers])
        return tuple(voice for voice in valued if voice.latest.id in list(chosen)[:limit])


def tabulate(figure: Figure, diagnosis: Diagnosis) -> tuple[MeasureTable, ...]:
    """Return the figure's answers by measure, the whole before its parts, and within one by voice.

    Who is one voice and what is one measure is the diagnosis's to say; projections for another time stand in
    rows of their own beside what they project.
    """
    observations = {each.id: each for each in figure.observations}
    in_force = {name for each in diagnosis.ranges for name in each.observations}
    found: dict[tuple[Any, ...], list[Series]] = {}
    for series in diagnosis.series:
        period = observations[series.observations[0]].entry.period or figure.document.period
        # A period counts by its days, not by its wording.
        key = replace(series.measure, period=""), period.bounds if period else None
        found.setdefault(key, []).append(series)
    tables = [
        MeasureTable(
            measure=alike[0].measure,
            voices=tuple(
                sorted(
                    (_answers([observations[name] for name in each.observations], in_force) for each in alike),
                    key=_by_value,
                )
            ),
        )
        for alike in found.values()
    ]
    return tuple(sorted(tables, key=lambda table: _whole_first(table.measure, figure)))


def by_disagreement(briefing: Briefing) -> list[tuple[Figure, tuple[MeasureTable, ...]]]:
    """Return every answered figure with its tables, those first whose state tells of the strongest difference."""
    diagnoses = briefing.assessment.figures
    figures = [(figure, tabulate(figure, diagnoses[figure.id])) for figure in briefing.figures.values()]
    answered = [(figure, tables) for figure, tables in figures if tables]
    return sorted(answered, key=lambda item: _strength(item[0], diagnoses[item[0].id]))


def _strength(figure: Figure, diagnosis: Diagnosis) -> tuple[Any, ...]:
    return list(State).index(diagnosis.state), -len(figure.observations), figure.id


def _answers(observations: Sequence[Observation], in_force: set[str]) -> VoiceAnswers:
    current = [each for each in observations if each.id in in_force] or [observations[-1]]
    return VoiceAnswers(current=tuple(current), earlier=tuple(each for each in observations if each not in current))


def _whole_first(measure: Measure, figure: Figure) -> tuple[Any, ...]:
    populations = [*figure.document.populations]
    known = ["", TOTAL, *(each for each in populations if each != TOTAL), None]
    period = figure.document.period.text if figure.document.period else ""
    return known.index(measure.population), measure.period != period, measure.period, measure.place, measure.unit


def _by_value(voice: VoiceAnswers) -> tuple[Any, ...]:
    interval = voice.latest.interval
    low = interval.low if interval else Decimal(0)
    return interval is None, low, voice.latest.as_of.sort_key, voice.latest.id
