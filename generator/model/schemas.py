"""JSON Schemas of every kind of file, draft 2020-12, made from the classes of the format."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    BriefingDocument,
    Document,
    EventDocument,
    FigureDocument,
    IssueDocument,
)

VERSION = 1
"""Counts up when a file that a schema accepted before would be refused, or its keys mean something else."""
DOCUMENTS: dict[str, type[Document]] = {
    "actor": ActorDocument,
    "article": ArticleDocument,
    "briefing": BriefingDocument,
    "event": EventDocument,
    "figure": FigureDocument,
    "issue": IssueDocument,
}
"""The class of every kind of file."""

_COMMENT = (
    "For the front matter of a file, read as YAML 1.2. The generator takes every value for text, so a number or a word "
    "such as 'true' may stand wherever text may. It refuses keys without a value; put the word 'null' in quotation "
    "marks. Dates, values and ids are looked at more closely by 'briefing check'."
)


@cache
def schema_of(kind: type[Document]) -> dict[str, Any]:
    """Return the schema of one class of the format; those that it holds stand under `$defs`."""
    return kind.model_json_schema(schema_generator=_Generator)


def file_schema(kind: str) -> dict[str, Any]:
    """Return the whole schema of a kind of file, such as `article`."""
    name = f"urn:briefing-generator:schemas:v{VERSION}:{kind}"
    return {"$schema": GenerateJsonSchema.schema_dialect, "$id": name, "$comment": _COMMENT} | schema_of(
        DOCUMENTS[kind]
    )


def schema_text(kind: str) -> str:
    """Return the schema of a kind of file as its JSON file holds it."""
    return json.dumps(file_schema(kind), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Says what may stand in a file; pydantic by itself says what Python code may hand to a class."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave the null out: a key that says nothing is not written."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave the default out: no editor shall write it."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Keep what keys and values are called."""
        mapping: JsonSchemaValue = {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        self.update_with_validations(mapping, schema, self.ValidationsMapping.object)
        return mapping

    def field_title_should_be_set(self, schema: core_schema.CoreSchema | core_schema.ModelField) -> bool:
        """Let the kind of a value be its title, and not the name of its key again."""
        del schema
        return False
