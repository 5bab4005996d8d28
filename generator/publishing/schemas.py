"""The JSON Schemas of the format as files of the site, for editors."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.schemas import DOCUMENTS, VERSION, schema_text
from generator.rendering.page import SiteFile


def schema_files() -> Iterator[SiteFile]:
    """Yield the schema of every kind of file, such as `schemas/v1/article.json`."""
    for kind in DOCUMENTS:
        yield SiteFile(f"schemas/v{VERSION}/{kind}.json", schema_text(kind).encode())
