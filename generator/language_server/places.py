"""Where a document stands in a content folder, and what the format lets stand at a place of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.prose import Kind
from generator.model.schemas import DOCUMENTS, file_schema
from generator.model.source import KeyPath

_FOLDERS = {f"{kind}s": kind for kind in ("article", "event", "figure", "issue")}


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the content folder, by what its path says of it."""

    kind: str
    """As in `DOCUMENTS`."""
    id: str
    briefing: str = ""
    """The id of its briefing; empty for an actor."""


def document_at(path: Path, content: Path) -> Document | None:
    """Return what a file of the content folder is, or None where it is no file of the format."""
    if not path.is_relative_to(content) or path.suffix != ".md":
        return None
    match path.relative_to(content).parts:
        case ("actors", _):
            return Document("actor", path.stem)
        case (briefing, "index.md"):
            return Document("briefing", briefing, briefing)
        case (briefing, folder, _) if folder in _FOLDERS:
            return Document(_FOLDERS[folder], path.stem, briefing)
    return None


Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """What may stand at one place of a file."""

    description: str
    """What the place's key means; empty where it has none."""
    alternatives: tuple[Schema, ...]
    """The schemas of what may stand, one a shape."""

    @property
    def keys(self) -> dict[str, Schema]:
        """The schemas of the keys that a mapping here may have."""
        return {key: value for each in self.alternatives for key, value in each.get("properties", {}).items()}

    @property
    def needed(self) -> frozenset[str]:
        """The keys that it must have."""
        return frozenset(key for each in self.alternatives for key in each.get("required", ()))

    @property
    def words(self) -> tuple[str, ...]:
        """The words among which a value here is chosen."""
        return tuple(word for each in self.alternatives for word in each.get("enum", ()) if isinstance(word, str))

    @property
    def kinds(self) -> tuple[str, ...]:
        """What may stand here, in words: kinds of value, and classes of the format."""
        return tuple(each["title"].lower() for each in self.alternatives if "title" in each)

    @property
    def titles(self) -> tuple[str, ...]:
        """What the kinds of value are called that may stand here, such as `actor id`."""
        return tuple(each["title"] for each in self.alternatives if "title" in each and "properties" not in each)

    @property
    def thing(self) -> Kind | None:
        """The kind of thing whose id may stand here."""
        return next((Kind(title.removesuffix(" id")) for title in self.titles if title in _THINGS), None)

    @property
    def names(self) -> Spot | None:
        """What the keys of a mapping here are, where they are no keys of the format."""
        found = [each["propertyNames"] for each in self.alternatives if "propertyNames" in each]
        return Spot("", tuple(found)) if found else None


_THINGS = {f"{kind} id" for kind in Kind}


def spot_at(kind: str, path: KeyPath) -> Spot:
    """Return what may stand at a place of a kind of file; nothing, where the format has no such place."""
    schema = file_schema(kind) if kind in DOCUMENTS else {}
    definitions = schema.get("$defs", {})
    description, shapes = "", [schema]
    for step in path:
        below = [found for shape in shapes for found in _below(shape, step)]
        description = next((each["description"] for each in below if "description" in each), "")
        shapes = [shape for each in below for shape in _shapes(each, definitions)]
    return Spot(description, tuple(shapes))


def _below(shape: Schema, step: str | int) -> Iterator[Schema]:
    if isinstance(step, int):
        yield from [shape["items"]] if "items" in shape else []
    elif step in shape.get("properties", {}):
        yield shape["properties"][step]
    elif isinstance(shape.get("additionalProperties"), dict):
        yield shape["additionalProperties"]


def _shapes(schema: Schema, definitions: dict[str, Schema]) -> Iterator[Schema]:
    if "$ref" in schema:
        yield from _shapes(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    elif "anyOf" in schema and "properties" not in schema:
        for each in schema["anyOf"]:
            yield from _shapes(each, definitions)
    else:
        yield schema
