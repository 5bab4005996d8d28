"""All numbers between two bounds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final

EXACT: Final = Context(prec=100)
"""Wide enough that no sum or product of two numbers that a value may hold is ever rounded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """All numbers between two bounds; never empty.

    Raises:
        ValueError: if no number lies between the bounds.

    """

    low: Decimal
    high: Decimal | None
    """None where there is no upper bound."""
    low_open: bool = False
    """Whether `low` itself is left out."""
    high_open: bool = False
    """Whether `high` itself is left out."""

    def __post_init__(self) -> None:
        """Refuse bounds between which no number lies."""
        if not self._starts_within(self):
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies within."""
        return self.low == self.high

    def overlaps(self, other: Interval) -> bool:
        """Return whether some number lies in both."""
        return self._starts_within(other) and other._starts_within(self)

    def contains(self, value: Decimal) -> bool:
        """Return whether `value` lies within."""
        return self.overlaps(Interval(low=value, high=value))

    def scaled(self, factor: Decimal) -> Interval:
        """Return the same interval in a unit of which `factor` make one; raise ValueError unless it is positive."""
        if factor <= 0:
            raise ValueError(f"a factor must be positive, not {factor}")
        return Interval(
            low=EXACT.multiply(self.low, factor),
            high=None if self.high is None else EXACT.multiply(self.high, factor),
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def _starts_within(self, other: Interval) -> bool:
        """Return whether this lower bound leaves room below the other's upper bound."""
        if other.high is None or self.low < other.high:
            return True
        return self.low == other.high and not (self.low_open or other.high_open)
