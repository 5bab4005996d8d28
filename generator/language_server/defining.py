"""Where the thing under the pointer is defined."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Location
from generator.language_server.knowledge import Knowledge
from generator.language_server.pointing import pointed_at
from generator.model.fields import ID
from generator.model.prose import Kind, Target


def definition(text: str, line: int, column: int, known: Knowledge, content: Path) -> Location | None:
    """Return where the thing at a position of a document is defined, or None where none is known.

    `content` is the content folder, as the checker was told to show it. An event without a file of its own is defined
    where its first article tells it.
    """
    found = pointed_at(text, line, column, known)
    if found is None:
        return None
    if found.figure and found.word and known.sources:
        files = (file for file in known.sources.figures if file.id == found.figure)
        return next((file.positions.of_key(("populations", found.word)) for file in files), None)
    if found.spot and "observation id" in found.spot.titles and known.briefing:
        observation = known.briefing.observations.get(found.word)
        return observation.location if observation else None
    return _place_of(found.target, known, content) if found.target else None


def _place_of(target: Target, known: Knowledge, content: Path) -> Location | None:
    path = content / _file_of(target, known.document.briefing)
    if all(ID.fullmatch(name) for name in target.id.split("/")) and path.is_file():
        return Location(str(path))
    briefing = known.briefing
    if target.kind is Kind.EVENT and briefing and target.id in briefing.events:
        return briefing.events[target.id].reports[0].location
    return None


def _file_of(target: Target, briefing: str) -> str:
    if target.kind is Kind.ACTOR:
        return f"actors/{target.id}.md"
    if target.kind is Kind.ARTICLE and "/" in target.id:
        briefing, _, name = target.id.partition("/")
        return f"{briefing}/articles/{name}.md"
    return f"{briefing}/{target.kind}s/{target.id}.md"
