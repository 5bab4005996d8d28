"""What makes two observations comparable."""

from __future__ import annotations

from dataclasses import dataclass

TOTAL = "total"
"""The population that stands for all, where a figure defines several."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """The key of an observation: two are comparable only if all of these are the same.

    An empty text says that the figure has no such part; None says that the part is not known.
    """

    figure: str
    population: str | None = ""
    place: str = ""
    period: str = ""
    unit: str = ""
