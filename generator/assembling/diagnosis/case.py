"""The case: what is known of a figure on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.assembling.diagnosis.points import Point
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.strands import Name, by_strand


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is known of a figure on a day; on any day, where `on` is None."""

    question: Question
    on: date | None

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Every known observation, in order."""
        return self.question.points(self.on)

    @cached_property
    def compared(self) -> tuple[Point, ...]:
        """The points that take part in comparisons."""
        return tuple(point for point in self.points if point.is_compared)

    @cached_property
    def strands(self) -> dict[Name, tuple[Point, ...]]:
        """The compared points by root and measure."""
        return by_strand(self.compared)
