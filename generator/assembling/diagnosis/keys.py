"""The key: what makes two observations comparable, what is missing from it, and which key is a part of which."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.model.briefing import Observation
from generator.model.files import FigureDocument, Population


class Days(NamedTuple):
    """The bounds of a period; None where it is open."""

    first: date | None
    last: date | None

    def within(self, other: Days) -> bool:
        """Return whether every day of this period lies in the other."""
        starts = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return starts and ends


class Key(NamedTuple):
    """Two observations are comparable only where all of these are known and the same.

    A projection speaks of another time than everything else, so its horizon is part of what it measures.
    """

    population: str | None
    """Empty where the figure defines none; None where it defines some and the observation names none."""
    place: str
    period: Days | None
    unit: str
    projected: bool
    horizon: str | None


def key_of(observation: Observation, figure: FigureDocument) -> Key:
    """Return the key of an observation; periods are compared by their days, not by their wording."""
    period = observation.entry.period or figure.period
    return Key(
        population=observation.measure.population,
        place=observation.measure.place,
        period=Days(*period.bounds) if period else None,
        unit=observation.measure.unit,
        projected=observation.entry.basis == "projection",
        horizon=observation.entry.horizon,
    )


def missing_parts(first: Key, second: Key) -> Iterator[str]:
    """Yield the parts that one of two keys lacks, so that nobody can say whether they are the same."""
    if first.population is None or second.population is None:
        yield "population"
    if bool(first.place) != bool(second.place):
        yield "place"
    if (first.period is None) != (second.period is None):
        yield "period"
    if first.projected and second.projected and not (first.horizon and second.horizon):
        yield "horizon"


def differing_parts(first: Key, second: Key) -> Iterator[str]:
    """Yield the parts in which two keys differ."""
    for part in ("population", "place", "period", "unit"):
        if getattr(first, part) != getattr(second, part):
            yield part
    if first.projected != second.projected:
        yield "projection"
    elif first.horizon != second.horizon:
        yield "horizon"


class Hierarchy:
    """Which populations, places and periods of one figure lie within which."""

    def __init__(self, figure: FigureDocument) -> None:
        self._place = figure.place or ""
        self._wholes = _wholes(figure.populations)
        self._parts: dict[tuple[Key, Key], bool] = {}

    def is_part(self, part: Key, whole: Key) -> bool:
        """Return whether all that one key counts is counted by the other too, and not the other way round.

        Projections speak of another time and are part of nothing.
        """
        if (part, whole) not in self._parts:
            self._parts[part, whole] = self._is_part(part, whole)
        return self._parts[part, whole]

    def are_nested(self, first: Key, second: Key) -> bool:
        """Return whether one of two keys measures a part of what the other measures."""
        return self.is_part(first, second) or self.is_part(second, first)

    def wholes_of(self, population: str) -> Collection[str]:
        """Return every population that includes this one."""
        return self._wholes.get(population, ())

    def _is_part(self, part: Key, whole: Key) -> bool:
        if part == whole or part.projected or whole.projected or part.unit != whole.unit:
            return False
        return (
            not any(missing_parts(part, whole))
            and self._in_population(part.population or "", whole.population or "")
            and self._in_place(part.place, whole.place)
            and (part.period is None or whole.period is None or part.period.within(whole.period))
        )

    def _in_population(self, part: str, whole: str) -> bool:
        return part == whole or whole in self.wholes_of(part)

    def _in_place(self, part: str, whole: str) -> bool:
        # A place that stands in for the figure's own is taken to lie within it, unless it names several places.
        is_own = whole == self._place and not any(joint in part for joint in (" and ", " & ", " + "))
        return part == whole or part.endswith(f", {whole}") or is_own


def _wholes(populations: Mapping[str, Population]) -> dict[str, set[str]]:
    """Return, for each population, every other that includes it: through `part_of`, into and out of unions."""
    above: dict[str, set[str]] = {name: set() for name in populations}
    grows = True
    while grows:
        grows = False
        for name, population in populations.items():
            direct = {population.part_of} if population.part_of else set()
            direct |= {other for other, each in populations.items() if name in each.union}
            found = direct.union(*(above.get(each, set()) for each in direct))
            if population.union:
                found |= set.intersection(*({part, *above.get(part, set())} for part in population.union))
            if not found - {name} <= above[name]:
                above[name] |= found - {name}
                grows = True
    return above
