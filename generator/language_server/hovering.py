"""What is shown of the key or the thing under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language_server.describing import describe
from generator.language_server.knowledge import Knowledge
from generator.language_server.pointing import Pointed, pointed_at


@dataclass(frozen=True, slots=True)
class Hover:
    """Plain text, and the columns of the line that it is about."""

    text: str
    start: int
    end: int


def hover(text: str, line: int, column: int, known: Knowledge) -> Hover | None:
    """Return what is to be shown at a position of a document, or None where there is nothing to say."""
    found = pointed_at(text, line, column, known)
    shown = _shown(found, known) if found else ""
    return Hover(shown, found.start, found.end) if found and shown else None


def _shown(found: Pointed, known: Knowledge) -> str:
    if found.target:
        return describe(found.target, known.checked.library, known.briefing)
    if found.figure and found.word:
        return _population(found, known)
    if found.spot is None or not found.spot.description:
        return ""
    told = [f"{found.key}: {found.spot.description}"]
    if found.spot.words:
        told.append(f"one of: {', '.join(found.spot.words)}")
    elif found.spot.kinds:
        told.append(f"what may stand: {' or '.join(found.spot.kinds)}")
    return "\n".join(told)


def _population(found: Pointed, known: Knowledge) -> str:
    populations = known.populations(found.figure)
    if found.word not in populations:
        return ""
    population = populations[found.word]
    told = [population.title or found.word]
    if population.part_of:
        told.append(f"part of {population.part_of}")
    if population.union:
        told.append(f"made of {', '.join(population.union)}")
    return "\n".join(told)
