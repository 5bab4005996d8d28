"""The keys of the format as comments, made from its classes, so that what they explain is what is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from generator.model.files import Document, VoiceEntry
from generator.model.key_order import key_order


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a mapping may have."""

    name: str
    needed: bool
    choices: tuple[str, ...]
    """The words among which its value is chosen; none where it is free."""
    shape: str
    """How its value is written, such as `[…]` for a list."""
    description: str
    """What it is for, in a sentence or two."""

    @property
    def explained(self) -> str:
        """What a comment says of it: the choices first."""
        return " ".join(filter(None, [f"{' | '.join(self.choices)}." if self.choices else "", self.description]))


def keys_of(kind: type[Document]) -> tuple[Key, ...]:
    """Return the keys of a mapping of the format, in the order in which they are written."""
    keys = [
        Key(
            name=field.alias or name,
            needed=field.is_required(),
            choices=tuple(_choices(field.annotation)),
            shape=_shape(field.annotation),
            description=" ".join((field.description or "").split()),
        )
        for name, field in kind.model_fields.items()
    ]
    order = key_order(kind)
    return tuple(sorted(keys, key=lambda key: order.index(key.name)))


def _choices(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
        return
    if annotation is bool:
        yield "true"
    if _is_list(annotation):
        return
    for each in get_args(annotation):
        yield from _choices(each)


def _shape(annotation: Any) -> str:  # noqa: ANN401 - an annotation may be anything
    if _is_list(annotation):
        return f"[{_shape(get_args(annotation)[0])}]"
    if get_origin(annotation) is Mapping:
        return f"{{…: {_shape(get_args(annotation)[1])}}}"
    if isinstance(annotation, type) and issubclass(annotation, Document) and annotation is not VoiceEntry:
        return f"{{{', '.join(f'{key.name}: {key.shape}' for key in keys_of(annotation))}}}"
    shapes = [_shape(each) for each in get_args(annotation) if each is not NoneType]
    return next((shape for shape in shapes if shape != "…"), "…")


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple
