"""What maintainers say in words of their own, and where in it they quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    BriefingDocument,
    Document,
    EventDocument,
    EventEntry,
    FigureDocument,
    IssueDocument,
    Item,
    Notice,
    ObservationEntry,
    StatementEntry,
)
from generator.model.source import KeyPath, SourceFile

_KEYS: Mapping[type[Document], tuple[str, ...]] = {
    ActorDocument: (),
    ArticleDocument: ("title", "note"),
    BriefingDocument: ("title", "question", "scope"),
    EventDocument: ("title",),
    EventEntry: ("title", "note"),
    FigureDocument: ("title", "question"),
    IssueDocument: ("title",),
    ObservationEntry: ("note", "caveat"),
    StatementEntry: ("says", "note"),
}
"""The keys that hold sentences or titles of ours."""

QUOTATION = re.compile(
    # A quotation may run on over the end of a line, not over that of a paragraph.
    r"“(?:[^“”\n]|\n(?! *\n))*+”"
    r"|«(?:[^«»\n]|\n(?! *\n))*+»"
    r'|(?<!\w)"(?=\S)(?:[^"\n]|\n(?! *\n))*+(?<=\S)"(?!\w)'
)
"""Words between quotation marks. Single ones are left alone: an apostrophe looks like them."""


def own_words(file: SourceFile[Document]) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a file's front matter that is ours, with the way to it."""
    document = file.document
    yield from _texts((), document)
    if isinstance(document, ArticleDocument):
        yield from _notice((), document.notice)
        for key, item in items_of(document):
            yield from _texts(key, item)
            yield from _notice(key, item.notice)


def items_of(document: ArticleDocument) -> Iterator[tuple[KeyPath, Item]]:
    """Yield every annotation of an article, with the way to it."""
    for section in ("events", "figures", "statements"):
        for at, item in enumerate(getattr(document, section)):
            yield (section, at), item


def _texts(key: KeyPath, holder: Document) -> Iterator[tuple[KeyPath, str]]:
    for name in _KEYS[type(holder)]:
        if text := getattr(holder, name):
            yield (*key, name), text


def _notice(key: KeyPath, notice: Notice | None) -> Iterator[tuple[KeyPath, str]]:
    if notice and notice.note:
        yield (*key, "notice", "note"), notice.note
