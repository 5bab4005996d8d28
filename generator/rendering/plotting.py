"""What every plot starts from: observations with the voice whose they are, and their numbers in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.model.briefing import Figure, Observation
from generator.model.language import SEMICOLONS, Language
from generator.model.units import canonical
from generator.model.wordings import Form

WIDTH: Final = 360
"""The width of every plot, in units that are pixels on the narrowest phone."""
MARGIN: Final = 12
AXIS: Final = 26
"""The height of an axis with its labels."""

CEILINGS: Final = frozenset({Form.UP_TO, Form.AS_HIGH_AS, Form.FEWER_THAN})
"""The wordings that state no lower bound."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One observation to be drawn, in the row of its voice."""

    voice: str
    """What tells rows apart, such as the key of the root: voices of one name are not one voice."""
    name: str
    observation: Observation
    is_struck: bool = False
    is_doubtful: bool = False
    """Whether it is probably a slip: shown, and left out of the series."""


def described(parts: Sequence[str], language: Language) -> str:
    """Return the description of a plot, for who does not see it: a sentence of what each voice says."""
    return language.gettext("{rows}.").format(rows=language.joined(parts, SEMICOLONS))


def by_voice(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return entries by voice, voices and entries in the order given."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.voice, []).append(entry)
    return list(found.values())


def best_of(figure: Figure, observation: Observation) -> Decimal | None:
    """Return the source's own number in the figure's unit, where it gives one."""
    value = observation.entry.value
    return value.best * _factor(figure, observation) if value and value.best is not None else None


def bounds_of(figure: Figure, observation: Observation) -> list[Decimal]:
    """Return the bounds that a value prints, in the figure's unit, without those that it leaves open."""
    value = observation.entry.value
    if value is None or value.interval is None:
        return []
    low = None if value.form in CEILINGS else value.interval.low
    bounds = (number for number in (low, value.interval.high) if number is not None)
    return [number * _factor(figure, observation) for number in bounds]


def _factor(figure: Figure, observation: Observation) -> Decimal:
    """Return how many of the figure's units make one of the value's."""
    value = observation.entry.value
    written = (value.unit if value else None) or observation.entry.unit or figure.document.unit
    return canonical(written)[1] / canonical(figure.document.unit)[1]
