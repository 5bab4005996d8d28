"""The order of keys: whoever looks for a thing finds it in the same place in every file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.diagnostics import Code, Diagnostic, Diagnostics, Repair, Severity
from generator.model.files import Document
from generator.model.key_order import in_order, key_order, keys_by_line
from generator.model.source import KeyPath, SourceFile


def advise_on_key_order(file: SourceFile[Document], diagnostics: Diagnostics) -> None:
    """Tell of the first key that is out of place in each mapping of a file; those in braces are left alone.

    The repair holds the keys as they stand and as they are to stand, with commas between them.
    """
    written = keys_by_line(file.positions)
    for path, kind in _mappings(file.document, ()):
        keys = written.get(path, ())
        right = in_order(kind, keys)
        if list(keys) == right:
            continue
        rank = key_order(kind).index
        late = next(after for before, after in pairwise(keys) if rank(after) < rank(before))
        behind = next(key for key in keys if rank(key) > rank(late))
        diagnostics.add(
            Diagnostic(
                file.positions.of_key((*path, late)),
                Code.KEY_ORDER,
                f"the key '{late}' is written before '{behind}' elsewhere",
                f"the order here is: {', '.join(right)}",
                Severity.ADVICE,
                Repair(", ".join(keys), ", ".join(right)),
            )
        )


def _mappings(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, type[Document]]]:
    """Yield the way to each mapping of a document, and its class."""
    if isinstance(value, Document):
        yield path, type(value)
        for name, field in type(value).model_fields.items():
            yield from _mappings(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _mappings(each, (*path, key))
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _mappings(each, (*path, at))
