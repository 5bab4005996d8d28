"""Values over time, one line a voice, told apart by the shape of its points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.briefing import Figure
from generator.model.language import Language, message
from generator.rendering.plotting import AXIS, MARGIN, WIDTH, Entry, best_of, bounds_of, by_voice, described
from generator.rendering.scales import Tick, day_scale, number_scale

_HEIGHT = 200
_THEN = message("{before}, then {next}")
_SHAPES = ("circle", "square", "triangle", "diamond")


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One value of a line: its own number where the source gives one, else the bounds."""

    x: float
    best: float | None
    low: float
    high: float
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One voice's values, by day."""

    name: str
    shape: str
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesPlot:
    """Values over time, one line a voice."""

    lines: tuple[Line, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    is_logarithmic: bool
    height: int
    description: str


def series_plot(figure: Figure, entries: Sequence[Entry], language: Language) -> SeriesPlot | None:
    """Return the plot of values over time, in some language; None where no voice has two of them by day."""
    voices = by_voice(entry for entry in entries if _is_drawn(figure, entry))
    if not any(len({_day(entry) for entry in own}) > 1 for own in voices):
        return None
    drawn = [entry for own in voices for entry in own]
    scale = number_scale(
        [number for entry in drawn for number in _numbers(figure, entry)], _HEIGHT - AXIS, MARGIN, language
    )
    days, place = day_scale([_day(entry) for entry in drawn], MARGIN, WIDTH - MARGIN, language)

    def point(entry: Entry) -> Point:
        best, numbers = best_of(figure, entry.observation), _numbers(figure, entry)
        return Point(
            x=place(_day(entry)),
            best=scale.place(best) if best is not None else None,
            low=scale.place(min(numbers)),
            high=scale.place(max(numbers)),
            words=language.joined([entry.observation.entry.printed or "", entry.observation.as_of.display(language)]),
        )

    lines = tuple(
        Line(
            name=own[0].name,
            shape=_SHAPES[at % len(_SHAPES)],
            points=tuple(point(entry) for entry in sorted(own, key=lambda each: (_day(each), each.observation.id))),
        )
        for at, own in enumerate(voices)
    )
    return SeriesPlot(
        lines=lines,
        days=days,
        values=scale.ticks,
        is_logarithmic=scale.is_logarithmic,
        height=_HEIGHT,
        description=described(
            [f"{line.name}: {language.joined([each.words for each in line.points], _THEN)}" for line in lines], language
        ),
    )


def _is_drawn(figure: Figure, entry: Entry) -> bool:
    observation = entry.observation
    sound = not (entry.is_struck or entry.is_doubtful)
    return sound and observation.as_of_given and bool(observation.as_of.latest and _numbers(figure, entry))


def _day(entry: Entry) -> date:
    return entry.observation.as_of.latest or date.max


def _numbers(figure: Figure, entry: Entry) -> list[Decimal]:
    """Return what is drawn of a value: its own number, or else its bounds."""
    best = best_of(figure, entry.observation)
    return [best] if best is not None else bounds_of(figure, entry.observation)
