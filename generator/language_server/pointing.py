"""What is pointed at: a key, a value, or the target of a link by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language_server.knowledge import Knowledge, target_of
from generator.language_server.outline import Token, front_matter_lines, outline, value_at
from generator.language_server.places import Spot, spot_at
from generator.model.prose import Kind, Target

_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")


@dataclass(frozen=True, slots=True)
class Pointed:
    """What stands at a position, with the columns of its line."""

    start: int
    end: int
    key: str = ""
    """The key that stands there, or whose value does; empty in a body."""
    spot: Spot | None = None
    """What may stand at that key."""
    target: Target | None = None
    """The thing that is named."""
    figure: str = ""
    """Where a population is named: the figure that defines it."""
    word: str = ""
    """The value, where one is pointed at."""


def pointed_at(text: str, line: int, column: int, known: Knowledge) -> Pointed | None:
    """Return what a position of a document points at; line and column count from 0."""
    lines = text.split("\n")
    if line >= len(lines):
        return None
    if line >= len(front_matter_lines(text)):
        link = next((each for each in _LINK.finditer(lines[line]) if each.start() <= column <= each.end()), None)
        return Pointed(*link.span(), target=target_of(link[1])) if link else None
    tokens = outline(text)
    token = next((each for each in tokens if each.covers(line, column)), None)
    return _in_front_matter(token, tokens, known) if token else None


def _in_front_matter(token: Token, tokens: tuple[Token, ...], known: Knowledge) -> Pointed:
    spot = spot_at(known.document.kind, token.path)
    key = next((str(step) for step in reversed(token.path) if isinstance(step, str)), "")
    if not spot.description:  # an item of a list is described by the list's key
        spot = Spot(spot_at(known.document.kind, token.path[:-1]).description, spot.alternatives)
    if token.is_key:
        return Pointed(token.start, token.end, key, spot)
    target = Target(spot.thing, token.text) if spot.thing else None
    if "source" in spot.titles and "://" not in token.text:
        target = Target(Kind.ARTICLE, token.text)
    figure = ""
    if "population id" in spot.titles:
        own = known.document.id if known.document.kind == "figure" else ""
        figure = own or value_at((*token.path[:2], "figure"), tokens)
    return Pointed(token.start, token.end, key, spot, target, figure, token.text)
