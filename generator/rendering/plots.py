"""The geometry of plots: one row a voice, and series over time. No colour, no markup: templates draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.briefing import Figure, Observation
from generator.model.units import canonical
from generator.rendering.scales import Scale, Tick, day_scale, number_scale

WIDTH = 360
"""The width of every plot, in units that are pixels on the narrowest phone."""
_MARGIN = 12
_ROW = 52
_SERIES_HEIGHT = 200
_AXIS = 26
_LONGEST_NAME = 24
_LONGEST_VALUE = 20
"""In characters: side by side they just fit the width."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One value on a row: its bounds, and its own number where the source gives one."""

    low: float
    high: float
    best: float | None
    is_open: bool
    """Whether the value may lie anywhere above."""
    is_from_zero: bool
    """Whether only an upper bound is stated."""
    style: str
    """`value`, `projection`, `doubtful` or `struck`."""
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What one voice says."""

    y: int
    name: str
    value: str
    as_of: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RangePlot:
    """A row for each voice on one axis."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    is_logarithmic: bool
    height: int
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One voice's values over time, told apart from others by the shape of its points."""

    name: str
    shape: str
    points: tuple[tuple[float, float, str], ...]
    """Where each point stands, and its value in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesPlot:
    """Values over time, one line a voice."""

    lines: tuple[Line, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    is_logarithmic: bool
    height: int
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One observation to be drawn, under the name of its voice."""

    name: str
    observation: Observation
    is_struck: bool = False
    is_doubtful: bool = False
    """Whether it is probably a slip: shown, and left out of the series."""


def range_plot(figure: Figure, entries: Sequence[Entry]) -> RangePlot | None:
    """Return the plot of what each voice says; None where fewer than two values have a number."""
    drawn = [entry for entry in entries if entry.observation.interval is not None]
    numbers = [number for entry in drawn for number in _numbers(figure, entry.observation)]
    if len(drawn) < 2 or not numbers:  # noqa: PLR2004 - one value alone needs no plot
        return None
    scale = number_scale(numbers, _MARGIN, WIDTH - _MARGIN)
    by_name: dict[str, list[Entry]] = {}
    for entry in drawn:
        by_name.setdefault(entry.name, []).append(entry)
    rows = tuple(_row(figure, scale, at, name, own) for at, (name, own) in enumerate(by_name.items()))
    return RangePlot(
        rows=rows,
        ticks=scale.ticks,
        is_logarithmic=scale.is_logarithmic,
        height=len(rows) * _ROW + _AXIS,
        description="; ".join(f"{row.name}: {row.value}, {row.as_of}" for row in rows) + ".",
    )


def series_plot(figure: Figure, entries: Sequence[Entry]) -> SeriesPlot | None:
    """Return the plot of values over time; None where no voice has two values with a number and a day."""
    by_name: dict[str, list[tuple[date, Decimal, Observation]]] = {}
    for entry in entries:
        day = entry.observation.as_of.latest
        numbers = _numbers(figure, entry.observation)
        if day and numbers and entry.observation.as_of_given and not (entry.is_struck or entry.is_doubtful):
            by_name.setdefault(entry.name, []).append((day, numbers[0], entry.observation))
    if not any(len({day for day, _, _ in told}) > 1 for told in by_name.values()):
        return None
    everything = [each for told in by_name.values() for each in told]
    scale = number_scale([number for _, number, _ in everything], _SERIES_HEIGHT - _AXIS, _MARGIN)
    days, place = day_scale([day for day, _, _ in everything], _MARGIN, WIDTH - _MARGIN)
    shapes = ("circle", "square", "triangle", "diamond")
    lines = tuple(
        Line(
            name=name,
            shape=shapes[at % len(shapes)],
            points=tuple(
                (place(day), scale.place(number), f"{each.entry.printed}, {each.as_of.display()}")
                for day, number, each in sorted(told, key=lambda point: (point[0], point[1], point[2].id))
            ),
        )
        for at, (name, told) in enumerate(by_name.items())
    )
    return SeriesPlot(
        lines=lines,
        days=days,
        values=scale.ticks,
        is_logarithmic=scale.is_logarithmic,
        height=_SERIES_HEIGHT,
        description="; ".join(f"{line.name}: {_told(line)}" for line in lines) + ".",
    )


def _told(line: Line) -> str:
    return ", then ".join(words for _, _, words in line.points)


def _row(figure: Figure, scale: Scale, at: int, name: str, own: Iterable[Entry]) -> Row:
    entries = list(own)
    last = entries[-1].observation
    return Row(
        y=at * _ROW,
        name=_shortened(name, _LONGEST_NAME),
        value=_shortened(
            ", ".join(dict.fromkeys(entry.observation.entry.printed or "" for entry in entries)), _LONGEST_VALUE
        ),
        as_of=f"as of {last.as_of.display()}" if last.as_of_given else f"by {last.as_of.display()}",
        marks=tuple(_mark(figure, scale, entry) for entry in entries),
    )


def _mark(figure: Figure, scale: Scale, entry: Entry) -> Mark:
    observation = entry.observation
    numbers = _numbers(figure, observation)
    low, high = scale.place(min(numbers)), scale.place(max(numbers))
    interval = observation.interval
    factor = _factor(figure, observation)
    best = observation.entry.value.best if observation.entry.value else None
    is_open = (interval is not None and interval.high is None) or observation.is_floor
    style = "projection" if observation.entry.basis == "projection" else "value"
    style = "doubtful" if entry.is_doubtful else style
    return Mark(
        low=low,
        high=WIDTH - 2 if is_open else high,
        best=scale.place(best * factor) if best is not None else None,
        is_open=is_open,
        is_from_zero=interval is not None and interval.low == 0 and len(numbers) == 1,
        style="struck" if entry.is_struck else style,
        words=f"{entry.name}: {observation.entry.printed}",
    )


def _numbers(figure: Figure, observation: Observation) -> list[Decimal]:
    """Return the finite numbers of a value in the figure's own unit, its own number first."""
    value = observation.entry.value
    if value is None or value.interval is None:
        return []
    low = None if value.interval.low == 0 and value.best != 0 else value.interval.low
    factor = _factor(figure, observation)
    found = [number for number in (value.best, low, value.interval.high) if number is not None]
    return [number * factor for number in dict.fromkeys(found)]


def _factor(figure: Figure, observation: Observation) -> Decimal:
    """Return how many of the figure's units make one of the value's."""
    value = observation.entry.value
    written = (value.unit if value else None) or observation.entry.unit or figure.document.unit
    return canonical(written)[1] / canonical(figure.document.unit)[1]


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
