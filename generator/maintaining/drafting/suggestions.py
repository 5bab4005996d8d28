"""Which known figure a number may answer, judged by the words around it: a suggestion, and never more."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from generator.maintaining.drafting.numbers import Printed
from generator.model.source import BriefingSources
from generator.model.units import canonical

_IDLE: Final = frozenset("the and for from with how many".split())
_SHORTEST: Final = 3
"""Least length, in letters, of a word that tells one matter from another."""
_LIKELY: Final = 1 / 2
"""Least share of a title's words that are near a number."""
_LIKELY_WITH_UNIT: Final = 1 / 4
"""The same, where the number has the figure's unit beside it."""
_MOST: Final = 3
_STEM: Final = 5
"""So many letters of two words must agree: `protests` and `protesters` are about the same."""


def suggest_figures(number: Printed, near: AbstractSet[str], briefing: BriefingSources) -> tuple[str, ...]:
    """Return the ids of at most three figures, the likeliest first.

    Many words of a figure's title are `near`, as stems of the sentence, and the number has its unit or none.
    """
    shares = {}
    for file in briefing.figures:
        title = stems_of(file.document.title)
        alike = number.unit is None or canonical(number.unit)[0] == canonical(file.document.unit)[0]
        shares[file.id] = len(title & near) / len(title) if title and alike else 0
    bar = _LIKELY if number.unit is None else _LIKELY_WITH_UNIT
    likely = [figure for figure, share in shares.items() if share >= bar]
    return tuple(sorted(likely, key=lambda figure: (-shares[figure], figure))[:_MOST])


def stems_of(text: str) -> set[str]:
    """Return what the words of a text begin with, as far as it tells one matter from another."""
    return {
        word[:_STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORTEST and word not in _IDLE
    }
