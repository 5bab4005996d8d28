"""YAML read as strings only, with a line and a column for every key and value.

PyYAML's C parser yields the events; no constructor runs, so that nothing turns `NO` into a false, `12:30`
into 750 or `1.10` into 1.1. What YAML offers beyond mappings, lists and text is refused, not repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import yaml

from generator.diagnostics import Code, Diagnostics, Location
from generator.reading.characters import bad_characters, printable
from generator.reading.yaml_slips import slip_behind

if TYPE_CHECKING:
    from generator.model.source import KeyPath

_Mark = yaml.Mark | yaml._yaml.Mark  # noqa: SLF001 - the stubs name the C parser's own mark

Tree = str | list["Tree"] | dict[str, "Tree"]

MAX_DEPTH = 8
MAX_SCALAR = 10_000
"""Longest text of one value, in characters."""

_COMMENTED = re.compile(r" *(?P<sign>#)\w")
"""What begins with `#` and a letter or a digit is more likely meant to be read than to be a comment."""

_NAMELESS = -1
"""Stands in a path for a key itself, or for a value whose key is refused; no key and no item is called so."""


class YamlTree:
    """One document of front matter as nested strings; `root` is None where it could not be read."""

    def __init__(self, text: str, path: str, first_line: int, diagnostics: Diagnostics) -> None:
        self.keys: dict[KeyPath, tuple[int, int]] = {}
        self.values: dict[KeyPath, tuple[int, int]] = {}
        self.root: dict[str, Tree] | None = None
        self._path = path
        self._first_line = first_line
        self._diagnostics = diagnostics
        self._lines = text.split("\n") if "#" in text else []
        try:
            self._read_document(yaml.parse(text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            slip = slip_behind(text, error)
            location = Location(path, slip.line + first_line, slip.column + 1)
            diagnostics.error(location, Code.BAD_YAML, slip.message, slip.hint)
        except _TooDeepError as error:
            message = f"the front matter is nested deeper than {MAX_DEPTH} levels"
            self._error(error.mark, Code.TOO_DEEP, message, "no kind of file needs that many")

    def _read_document(self, events: Iterator[yaml.Event]) -> None:
        root: Tree | None = None
        documents = 0
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1 or event.version or event.tags:
                        self._refuse(event, "a second document or a directive")
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent() | yaml.ScalarEvent() | yaml.AliasEvent():
                    node = self._node(event, events, ())
                    root = node if documents == 1 else root
        if isinstance(root, dict):
            self.root = root
        elif root is not None:
            message = "the front matter is not a list of 'key: value' lines"
            location = Location(self._path, self._first_line, 1)
            self._diagnostics.error(location, Code.WRONG_SHAPE, message, "start it with 'title: …' or 'name: …'")

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> Tree:
        if len(path) > MAX_DEPTH:
            raise _TooDeepError(event.start_mark)
        self.values[path] = self._place(event.start_mark)
        self._refuse_extras(event)
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(events, path)
            case yaml.SequenceStartEvent():
                return self._sequence(events, path)
            case yaml.ScalarEvent():
                return self._scalar(event)
            case _:
                return ""

    def _mapping(self, events: Iterator[yaml.Event], path: KeyPath) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event.start_mark)
            key = self._node(event, events, (*path, _NAMELESS))
            value_event = next(events)
            if not isinstance(key, str) or not key:
                if _is_blank(event) or not isinstance(event, yaml.ScalarEvent):  # what else is empty has been told
                    self._error(event.start_mark, Code.YAML_FEATURE, "a key is not a word", "write 'key: value'")
                self._node(value_event, events, (*path, _NAMELESS))
                continue
            repeated = key in mapping
            if repeated:
                first = self.keys[(*path, key)][0]
                message = f"the key '{key}' stands here a second time, first on line {first}"
                is_of_item = bool(path) and isinstance(path[-1], int)
                hint = "keep one of the two" + (", or begin a new item with '- '" if is_of_item else "")
                self._error(event.start_mark, Code.DUPLICATE_KEY, message, hint)
            if key == "<<":
                self._refuse(event, "a merge key")
            value = self._node(value_event, events, (*path, _NAMELESS) if repeated else (*path, key))
            if not repeated:
                self.keys[(*path, key)] = place
                mapping[key] = value
                if _is_blank(value_event):
                    way_out = f"give '{key}' a value, or delete the key if it is not needed"
                    hint = self._way_out_of_blank(value_event, way_out)
                    self._error(event.start_mark, Code.MISSING_KEY, f"the key '{key}' has no value", hint)
        return mapping

    def _sequence(self, events: Iterator[yaml.Event], path: KeyPath) -> list[Tree]:
        items: list[Tree] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = self._node(event, events, (*path, len(items)))
            if _is_blank(event):
                hint = self._way_out_of_blank(event, "fill or delete it")
                self._error(event.start_mark, Code.MISSING_KEY, "an item of a list is empty", hint)
            items.append(item)
        return items

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        if len(event.value) > MAX_SCALAR:
            message = f"a value is longer than {MAX_SCALAR:,} characters"
            self._error(event.start_mark, Code.TOO_LONG, message, "longer text belongs into the body")
            return ""
        # The file's own characters have been looked at; an escape such as "\e" makes others of them.
        for _, message, _ in bad_characters(event.value):
            hint = "write the character itself if it can be seen, else delete the escape"
            self._error(event.start_mark, Code.BAD_CHARACTER, f"by an escape, {message}", hint)
            return ""
        place = self._commented_out(event)
        if place and event.value:
            hint = "put the whole value in quotation marks, or write '# ' if a comment is meant"
            message = "what follows '#' is a comment and is left out"
            self._diagnostics.error(Location(self._path, *place), Code.BAD_YAML, message, hint)
        return str(event.value) if event.value.strip() else ""

    def _commented_out(self, event: yaml.ScalarEvent) -> tuple[int, int] | None:
        """Return the place of a `#` after a plain value where it looks as if it were meant to be read."""
        mark = event.end_mark
        if event.style or mark is None or mark.line >= len(self._lines):
            return None
        found = _COMMENTED.match(self._lines[mark.line], mark.column)
        return (mark.line + self._first_line, found.start("sign") + 1) if found else None

    def _way_out_of_blank(self, event: yaml.Event, otherwise: str) -> str:
        is_read_as_comment = isinstance(event, yaml.ScalarEvent) and self._commented_out(event)
        return "put what begins with '#' in quotation marks" if is_read_as_comment else otherwise

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias '*{event.anchor}'")
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            self._refuse(event, f"the anchor '&{event.anchor}'")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self._refuse(event, f"the tag '{printable(event.tag)}'")

    def _refuse(self, event: yaml.Event, feature: str) -> None:
        hint = "write the value out; quote it if it starts with * & or !"
        self._error(event.start_mark, Code.YAML_FEATURE, f"{feature} is not allowed here", hint)

    def _error(self, mark: _Mark | None, code: Code, message: str, hint: str) -> None:
        self._diagnostics.error(Location(self._path, *self._place(mark)), code, message, hint)

    def _place(self, mark: _Mark | None) -> tuple[int, int]:
        return (mark.line + self._first_line, mark.column + 1) if mark else (self._first_line, 1)


def _is_blank(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.value.strip()


class _TooDeepError(Exception):
    def __init__(self, mark: _Mark | None) -> None:
        super().__init__()
        self.mark = mark
