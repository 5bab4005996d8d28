"""Nested strings into a document of the format; every mismatch becomes a diagnostic where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Diagnostics, Repair, did_you_mean
from generator.model.files import NoticeKind, VoiceEntry
from generator.model.respelling import only_near
from generator.model.source import KeyPath, Positions
from generator.reading.yaml_tree import Tree

DocumentT = TypeVar("DocumentT", bound=BaseModel)

_SHAPES = {
    "tuple_type": "a list",
    "model_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
    "mapping_type": "a mapping of keys and values",
    "literal_error": "one word",
}

_ONE_ITEM = re.compile(r"[\w-]+(?: [\w-]+)*")
"""What is one item of a list in brackets, whatever stands around it."""


def validate(
    kind: type[DocumentT], data: dict[str, Tree], positions: Positions, diagnostics: Diagnostics
) -> DocumentT | None:
    """Return the document, or None after telling everything in which the data break the format."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        misspelt = {_meant(kind, found["loc"]) for found in errors if found["type"] == "extra_forbidden"}
        for found in errors:
            if found["type"] == "missing" and found["loc"] in misspelt:
                continue  # it is there under another name, which is told
            # What is wrong with an empty value is that it is empty, and the reader has told that.
            if found["input"] != "" or found["type"] == "extra_forbidden":
                _tell(kind, found, positions, diagnostics)
        return None


def _tell(kind: type[BaseModel], found: ErrorDetails, positions: Positions, diagnostics: Diagnostics) -> None:
    path: KeyPath = found["loc"]
    context: dict[str, Any] = found.get("ctx", {})
    match found["type"]:
        case "problem":
            place = positions.of_key(path[:-1]) if path and path[-1] == "[key]" else positions.of_value(path)
            diagnostics.error(place, context["code"], context["message"], context["hint"], context["repair"])
        case "missing":
            if _said_already(found["input"], path):
                return
            hint = f"add a line '{path[-1]}: …'"
            message = f"the key '{path[-1]}' is missing"
            diagnostics.error(positions.of_value(path[:-1]), Code.MISSING_KEY, message, hint)
        case "extra_forbidden":
            _tell_unknown_key(str(path[-1]), _keys_at(kind, path[:-1]), positions, path, diagnostics)
        case "literal_error" if isinstance(found["input"], str):
            _tell_choice(found["input"], context["expected"], positions, path, diagnostics)
        case "too_short":
            message = f"the list '{path[-1]}' is empty"
            diagnostics.error(positions.of_value(path), Code.MISSING_KEY, message, "name at least one")
        case "too_long":
            message = f"the list '{path[-1]}' has more than {context['max_length']} items"
            hint = "spread them over several files, or keep those that matter"
            diagnostics.error(positions.of_value(path), Code.TOO_LONG, message, hint)
        case shape:
            repair = _list_of_one(kind, path, found["input"]) if shape == "tuple_type" else None
            hint = f"write '{repair.right}'" if repair else _way_to_shape(shape, found["input"], path)
            message = f"{_SHAPES[shape]} is expected here"
            diagnostics.error(positions.of_value(path), Code.WRONG_SHAPE, message, hint, repair)


def _meant(kind: type[BaseModel], path: KeyPath) -> KeyPath | None:
    """Return the path of the key that was surely meant by an unknown one."""
    right = only_near(str(path[-1]), _keys_at(kind, path[:-1]))
    return (*path[:-1], right) if right else None


def _said_already(parent: object, path: KeyPath) -> bool:
    # An empty value has been told by the reader; pydantic sees the key, so it cannot be "missing" as well.
    return isinstance(parent, dict) and path[-1] in parent


def _way_to_shape(shape: str, written: object, path: KeyPath) -> str:
    if path and path[-1] == "notice" and isinstance(written, str):
        return f"write '{{kind: {written if written in get_args(NoticeKind) else 'withdrawn'}, date: …}}'"
    if shape == "tuple_type":
        return "begin each item with '- '" if isinstance(written, dict) else "write '[one, another]'"
    if isinstance(written, list):
        return "there is but one: take away the brackets or the '- '"
    return "write one of the words that the format lists" if shape == "literal_error" else "write '{key: value}'"


def _tell_unknown_key(
    written: str, known: list[str], positions: Positions, path: KeyPath, diagnostics: Diagnostics
) -> None:
    hint = did_you_mean(written, known) or f"known here: {', '.join(known)}"
    right = only_near(written, known)
    stands = right is not None and (*path[:-1], right) in positions.keys
    repair = Repair(written, right) if right and not stands else None
    location = positions.of_key(path)
    diagnostics.error(location, Code.UNKNOWN_KEY, f"the key '{written}' is not known here", hint, repair)


def _tell_choice(written: str, expected: str, positions: Positions, path: KeyPath, diagnostics: Diagnostics) -> None:
    choices = expected.replace("'", "").replace(" or ", ", ").split(", ")
    hint = did_you_mean(written, choices) or f"one of: {', '.join(choices)}"
    right = only_near(written, choices)
    repair = Repair(written, right) if right else None
    message = f"'{written}' is none of the choices here"
    diagnostics.error(positions.of_value(path), Code.BAD_CHOICE, message, hint, repair)


def _list_of_one(kind: type[BaseModel], path: KeyPath, written: object) -> Repair | None:
    """Return the repair that puts brackets around what stands in the place of a list, if such may be an item of it."""
    if not isinstance(written, str) or not _ONE_ITEM.fullmatch(written):
        return None
    annotations = [_fields(model).get(str(path[-1])) for model in _models_at(kind, path[:-1])]
    items = {model for annotation in annotations for model in _models_in(annotation)}
    return Repair(written, f"[{written}]") if items <= {VoiceEntry} else None  # a voice may be an actor's id alone


def _keys_at(kind: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the keys that the mapping at this path may have."""
    return sorted({key for model in _models_at(kind, path) for key in _fields(model)})


def _models_at(kind: type[BaseModel], path: KeyPath) -> list[type[BaseModel]]:
    """Return the classes of which the mapping at this path may be."""
    models = [kind]
    for step in path:
        if isinstance(step, int) or (len(models) == 1 and step not in _fields(models[0])):
            continue
        models = [found for model in models for found in _models_in(_fields(model)[step])] or models
    return models


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
