"""What may be typed at the cursor: keys, words of a choice, ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.language_server.knowledge import Knowledge
from generator.language_server.outline import Token, front_matter_lines, token_to_complete, value_at
from generator.language_server.places import Spot, spot_at
from generator.model.prose import Kind
from generator.model.source import KeyPath

_LINK = re.compile(r"\[\[([^\[\]|]*)$")
_REST = re.compile(r"([^\[\]|\s]*)(\]\])?")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may stand at the cursor, in the place of what is written there."""

    text: str
    """What is written if it is chosen."""
    label: str
    """What the editor lists."""
    detail: str = ""
    description: str = ""
    is_key: bool = False
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """All that may stand at the cursor, and the columns of its line that give way to it."""

    start: int
    end: int
    proposals: tuple[Proposal, ...]


_NOTHING = Completion(0, 0, ())


def complete(text: str, line: int, column: int, known: Knowledge) -> Completion:
    """Return what may be typed at a position of a document; line and column count from 0."""
    lines = text.split("\n")
    if line >= len(lines) or column > len(lines[line]):
        return _NOTHING
    if line >= len(front_matter_lines(text)):
        return _in_body(lines[line], column, known)
    token, others = token_to_complete(text, line, column)
    if token is None:
        return _NOTHING
    spot = spot_at(known.document.kind, token.path)
    if token.is_key:
        colon = "" if re.match(r"\s*:", lines[line][token.end :]) else ": "
        found = [*_keys(spot, token, others, colon), *_named_keys(spot, token, others, known)]
    else:
        begins_item = not token.in_brackets and isinstance(token.path[-1], int)
        keys = _keys(spot, token, others, ": ") if begins_item else ()
        found = [*_values(spot, token, others, known), *keys]
    return Completion(token.start, token.end, tuple(found))


def _keys(spot: Spot, token: Token, others: Iterable[Token], colon: str) -> Iterator[Proposal]:
    """Yield the keys that a mapping may have and does not have yet."""
    present = {other.path[-1] for other in others if other.is_key and other.path[:-1] == token.path}
    for key, schema in spot.keys.items():
        if key not in present:
            detail = schema.get("title", "list" if "items" in schema else "")
            yield Proposal(
                text=f"{key}{colon}",
                label=key,
                detail=f"{detail}, needed" if key in spot.needed else detail,
                description=schema.get("description", ""),
                is_key=True,
                is_needed=key in spot.needed,
            )


def _named_keys(spot: Spot, token: Token, others: Iterable[Token], known: Knowledge) -> Iterator[Proposal]:
    if spot.names and "population id" in spot.names.titles:
        for name, title in _populations(token.path, others, known):
            yield Proposal(f"{name}: ", name, title, is_key=True)


def _values(spot: Spot, token: Token, others: tuple[Token, ...], known: Knowledge) -> Iterator[Proposal]:
    yield from (Proposal(word, word) for word in spot.words)
    if spot.thing:
        yield from _things(spot.thing, known)
    if spot.thing is Kind.EVENT:
        yield from _told_here(others, known)
    if "population id" in spot.titles:
        yield from (Proposal(name, name, title) for name, title in _populations(token.path, others, known))
    if "source" in spot.titles:
        yield from (Proposal(name, name, title) for name, title in known.articles())
    if "observation id" in spot.titles and known.briefing:
        observations = known.briefing.observations.items()
        yield from (Proposal(name, name, each.entry.printed or "") for name, each in observations)
    if token.path[-1:] == ("answer",):
        issue = value_at((*token.path[:-1], "issue"), others)
        yield from (Proposal(answer, answer) for answer in known.answers(issue))


def _things(kind: Kind, known: Knowledge) -> Iterator[Proposal]:
    for target, label in sorted(known.labels.items()):
        if target.kind is kind:
            yield Proposal(target.id, target.id, label)


def _told_here(others: Iterable[Token], known: Knowledge) -> Iterator[Proposal]:
    """Yield the events of the document itself, which may not be readable at the moment."""
    values = (other for other in others if not other.is_key)
    written = {value.text for value in values if value.path[:1] == ("events",) and value.path[-1] == "id"}
    fresh = written - {target.id for target in known.labels if target.kind is Kind.EVENT}
    yield from (Proposal(name, name, "told in this article") for name in sorted(fresh))


def _populations(path: KeyPath, others: Iterable[Token], known: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield the populations of the figure that stands beside a place, or of the figure's own file."""
    if known.document.kind == "figure":
        names = {each.path[1] for each in others if each.path[:1] == ("populations",) and len(each.path) > 1}
        yield from ((str(name), "") for name in sorted(map(str, names)))
    else:
        figure = value_at((*path[:2], "figure"), others)
        yield from ((name, each.title or "") for name, each in known.populations(figure).items())


def _in_body(line: str, column: int, known: Knowledge) -> Completion:
    """Return what a link by hand may lead to: a kind, or the id of a thing; brackets that are open are closed."""
    link = _LINK.search(line[:column])
    rest = _REST.match(line, column)
    if link is None or rest is None:
        return _NOTHING
    closing = "" if rest[2] or line.startswith("|", rest.end(1)) else "]]"
    kind, colon, _ = link[1].partition(":")
    if colon:
        found = _things(Kind(kind), known) if kind in list(Kind) else iter(())
        return Completion(link.end() - len(link[1]) + len(kind) + 1, rest.end(1), tuple(_closed(found, closing)))
    kinds = (Proposal(f"{each}:", f"{each}:", is_key=True) for each in Kind if each is not Kind.ACTOR)
    return Completion(link.start(1), rest.end(1), (*_closed(_things(Kind.ACTOR, known), closing), *kinds))


def _closed(found: Iterable[Proposal], closing: str) -> Iterator[Proposal]:
    return (Proposal(f"{each.text}{closing}", each.label, each.detail) for each in found)
