"""What each voice says, one row a voice, on one axis. No colour, no markup: templates draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.briefing import Figure
from generator.model.language import OR, Language
from generator.rendering.plotting import AXIS, CEILINGS, MARGIN, WIDTH, Entry, best_of, bounds_of, by_voice, described
from generator.rendering.scales import Scale, Tick, number_scale
from generator.rendering.values import brief

_ROW = 52
_LONGEST_VALUE = 26
_LONGEST_ROW = 46
"""In characters: a name and a value side by side, which just fit the width."""


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What one voice says."""

    voice: str
    """The key by which its entries were told from others."""
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


def range_plot(figure: Figure, entries: Sequence[Entry], language: Language) -> RangePlot | None:
    """Return the plot of what each voice says, in some language; None where fewer than two values have a number."""
    drawn = [entry for entry in entries if entry.observation.interval is not None]
    numbers = [number for entry in drawn for number in bounds_of(figure, entry.observation)]
    if len(drawn) < 2 or not numbers:  # noqa: PLR2004 - one value alone needs no plot
        return None
    scale = number_scale(numbers, MARGIN, WIDTH - MARGIN, language)
    rows = tuple(_row(figure, scale, at, own, language) for at, own in enumerate(by_voice(drawn)))
    return RangePlot(
        rows=rows,
        ticks=scale.ticks,
        is_logarithmic=scale.is_logarithmic,
        height=len(rows) * _ROW + AXIS,
        description=described([_told(own, language) for own in by_voice(drawn)], language),
    )


def _told(own: Sequence[Entry], language: Language) -> str:
    printed = list(dict.fromkeys(entry.observation.entry.printed or "" for entry in own))
    values = language.joined([language.joined(printed, OR), _as_of(own[-1], language)])
    return f"{own[-1].name}: {values}"


def _as_of(entry: Entry, language: Language) -> str:
    given = language.gettext("as of {date}") if entry.observation.as_of_given else language.gettext("by {date}")
    return given.format(date=entry.observation.as_of.display(language))


def _row(figure: Figure, scale: Scale, at: int, own: Sequence[Entry], language: Language) -> Row:
    # Our reading, not the print: it is short, and in one language; the table beside the plot has both.
    values = [brief(each.observation.entry.value, language) for each in own if each.observation.entry.value]
    value = _shortened(language.joined(list(dict.fromkeys(values)), OR), _LONGEST_VALUE)
    return Row(
        voice=own[-1].voice,
        y=at * _ROW,
        name=_shortened(own[-1].name, _LONGEST_ROW - len(value)),
        value=value,
        as_of=_as_of(own[-1], language),
        marks=tuple(_mark(figure, scale, entry) for entry in own),
    )


def _mark(figure: Figure, scale: Scale, entry: Entry) -> Mark:
    observation = entry.observation
    numbers = bounds_of(figure, observation)
    best = best_of(figure, observation)
    value = observation.entry.value
    is_open = (value is not None and value.interval is not None and value.interval.high is None) or observation.is_floor
    return Mark(
        low=scale.place(min(numbers)),
        high=WIDTH - 2 if is_open else scale.place(max(numbers)),
        best=scale.place(best) if best is not None else None,
        is_open=is_open,
        is_from_zero=value is not None and value.form in CEILINGS,
        style=_style(entry),
    )


def _style(entry: Entry) -> str:
    if entry.is_struck:
        return "struck"
    if entry.is_doubtful:
        return "doubtful"
    return "projection" if entry.observation.entry.basis == "projection" else "value"


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
