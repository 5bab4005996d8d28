"""Files as rows: what of their keys and of their text is written otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.maintaining.diff.rows import Change, Row, What
from generator.maintaining.diff.written import differing
from generator.model.files import ActorDocument, Document
from generator.model.source import SourceFile

DocumentT = TypeVar("DocumentT", bound=Document)
Files = Sequence[SourceFile[DocumentT]]


def paired(
    before: Files[DocumentT], after: Files[DocumentT]
) -> Iterator[tuple[SourceFile[DocumentT] | None, SourceFile[DocumentT] | None]]:
    """Yield each file of a folder in both states, by id; None where it is not."""
    old, new = {file.id: file for file in before}, {file.id: file for file in after}
    for name in sorted({*old, *new}):
        yield old.get(name), new.get(name)


def file_row(what: What, before: SourceFile[DocumentT] | None, after: SourceFile[DocumentT] | None) -> Row:
    """Return the row of a file, which has no field where nothing but items differs."""
    file = after or before
    assert file is not None  # noqa: S101 - of the two, one exists
    fields = differing(
        before.document if before else None,
        after.document if after else None,
        (before.body if before else None, after.body if after else None),
    )
    return Row(
        what=what, change=change_of(before, after), id=file.id, title=_title(file), location=file.at(), fields=fields
    )


def change_of(before: object, after: object) -> Change:
    """Return how a thing differs that is there in both states, or in one."""
    if before is None:
        return Change.NEW
    return Change.REMOVED if after is None else Change.CHANGED


def _title(file: SourceFile[DocumentT]) -> str:
    document = file.document
    return document.name if isinstance(document, ActorDocument) else str(getattr(document, "title", ""))
