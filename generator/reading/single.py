"""One file, from its bytes to a validated document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, cast

from pydantic import BaseModel

from generator.diagnostics import Diagnostics
from generator.memory import Memory
from generator.model.source import SourceFile
from generator.reading.characters import read_bytes
from generator.reading.frontmatter import front_matter_of
from generator.reading.misplaced import is_misplaced
from generator.reading.prose import scan_body
from generator.reading.validation import validate

DocumentT = TypeVar("DocumentT", bound=BaseModel)


class FileReader:
    """Reads files, and reads none again whose bytes are as they were."""

    def __init__(self, unsaved: Mapping[Path, bytes] | None = None) -> None:
        self._unsaved = {} if unsaved is None else unsaved
        """By resolved path, what an editor holds in place of the file; it may change between two readings."""
        self._read = Memory[SourceFile[BaseModel] | None]()

    def read(
        self, path: Path, shown: str, kind: type[DocumentT], diagnostics: Diagnostics
    ) -> SourceFile[DocumentT] | None:
        """Return a file of a kind, or None after telling all that is wrong with it.

        The id is the file's name, or for an index its folder's; `shown` is the path as the maintainer knows it.
        """
        content = self._unsaved.get(path) if path in self._unsaved else read_bytes(path, shown, diagnostics)
        if content is None:
            return None
        file_id = path.parent.name if path.name == "index.md" else path.stem
        file = self._read.recall(
            f"{path}: {shown}", content, lambda found: _file_of(content, shown, kind, found, file_id), diagnostics
        )
        return cast("SourceFile[DocumentT] | None", file)


def _file_of(
    content: bytes, shown: str, kind: type[DocumentT], diagnostics: Diagnostics, file_id: str
) -> SourceFile[DocumentT] | None:
    front_matter = front_matter_of(content, shown, diagnostics)
    if front_matter is None:
        return None
    if is_misplaced(kind, front_matter.data, front_matter.positions, diagnostics):
        return None
    body = scan_body(front_matter.body, front_matter.body_line, shown, diagnostics)
    document = validate(kind, front_matter.data, front_matter.positions, diagnostics)
    if document is None:
        return None
    return SourceFile(id=file_id, document=document, body=body, positions=front_matter.positions)
