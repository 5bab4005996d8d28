"""The reference of the format: a table of keys wherever a page asks for one, made from the classes themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Code, Diagnostics, Location, did_you_mean
from generator.model.files import Document
from generator.model.schemas import schema_of

_MARKER = re.compile(r"^\{keys: ([^}\n]+)\}$", re.MULTILINE)
_HEAD = "| key | needed | value | what it says |\n|---|---|---|---|"
_EXPLAINED = {"date": "#dates", "value": "#values"}
"""The kinds of value that have a section of their own."""


def with_tables(markdown: str, path: str, diagnostics: Diagnostics) -> str:
    """Return a page with the table of a class's keys in the place of each line such as `{keys: Voice}`.

    A line that names no class of the format is told as an error, and stays. `path` is the page's, as it is told.
    """
    classes = {schema_of(kind)["title"]: kind for kind in classes_below(Document)}

    def table(marker: re.Match[str]) -> str:
        if marker[1] in classes:
            return table_of(classes[marker[1]])
        line = markdown.count("\n", 0, marker.start()) + 1
        hint = did_you_mean(marker[1], classes) or f"known here: {', '.join(sorted(classes))}"
        message = f"'{marker[1]}' is no class of the format"
        diagnostics.error(Location(path, line), Code.UNKNOWN_REFERENCE, message, hint)
        return marker[0]

    return _MARKER.sub(table, markdown)


def classes_below(kind: type[Document]) -> Iterator[type[Document]]:
    """Yield every class of the format below one."""
    for child in kind.__subclasses__():
        yield child
        yield from classes_below(child)


def table_of(kind: type[Document]) -> str:
    """Return the keys that a class itself adds, a row each, in Markdown."""
    schema = schema_of(kind)
    own = (field.alias or name for name, field in kind.model_fields.items() if name in kind.__annotations__)
    rows = (_row(key, schema["properties"][key], schema) for key in own)
    return "\n".join([_HEAD, *rows])


def _row(key: str, value: dict[str, Any], schema: dict[str, Any]) -> str:
    needed = "yes" if key in schema.get("required", ()) else ""
    return f"| `{key}` | {needed} | {_words(value, schema.get('$defs', {}))} | {value['description']} |"


def _words(value: dict[str, Any], definitions: dict[str, Any], ending: str = "") -> str:
    """Return in words what may stand; `ending` is an s where several may."""
    if "$ref" in value:
        title = definitions[value["$ref"].rpartition("/")[2]]["title"]
        return f"[{title.lower()}{ending}](#{title.lower().replace(' ', '-')})"
    if "anyOf" in value:
        return " or ".join(_words(each, definitions, ending) for each in value["anyOf"])
    if "items" in value:
        return f"list of {_words(value['items'], definitions, 's')}"
    if "propertyNames" in value:
        return f"{_words(value['additionalProperties'], definitions, 's')} by {value['propertyNames']['title']}"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"] if isinstance(word, str))
    name = value["title"] + ending
    return f"[{name}]({_EXPLAINED[value['title']]})" if value["title"] in _EXPLAINED else name
