"""What maintainers say in words of their own, and where in it they quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Location
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
from generator.model.prose import Prose
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
    # ‘90s, ‘tis and ‘em begin with an apostrophe, and workers’ ends with one.
    r"|(?<!\w)‘(?!\d|(?:tis|twas|em|cause)\b|n’)(?=\S)(?:[^‘’\n]|\n(?! *\n)|’(?=\w))*+(?<=\S)’(?:(?<![sS]’)|(?!\s+\w))"
    r'|(?<!\w)"(?=\S)(?:[^"\n]|\n(?! *\n))*+(?<=\S)"(?!\w)'
)
"""Words between quotation marks. Straight single ones are left alone: an apostrophe is one of them."""
_OPENER = re.compile('[>“«‘"]')
"""What a quotation begins with: most texts hold none, and need not be searched."""
_QUOTED_LINES = re.compile(r"^ {0,3}>(?:[^\n]|\n(?! *\n))*+", re.MULTILINE)
_SIGNATURE = re.compile(r"\n[ >]*[—–][^\n]*\n?\Z")
_LINE_MARK = re.compile(r"^(?:[ >]|[-*+] |[0-9]+\. )+", re.MULTILINE)
_UNSEEN = re.compile(
    # Where a link leads, and its title, which no reader sees before pointing at it.
    r"(?<=\])\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)|^ {0,3}\[[^\]\n]+\]:[^\n]*+(?:\n +[\"'(][^\n]*+)?",
    re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """Words that one of our texts gives as another's."""

    key: KeyPath
    """The way to the text; empty for the prose below the front matter."""
    location: Location
    words: str
    """What is quoted, in one line: without quotation marks and marks of Markdown."""


def quotations_of(file: SourceFile[Document]) -> Iterator[Quotation]:
    """Yield every quotation in our own texts of a file: between quotation marks, or set apart by `>`."""
    for key, text in own_words(file):
        for _, words in _quoted(text):
            yield Quotation(key=key, location=file.at(*key), words=words)
    for offset, words in _quoted(file.body.text, with_lines=True):
        yield Quotation(key=(), location=file.body.place(file.path, offset), words=words)


def _quoted(text: str, *, with_lines: bool = False) -> Iterator[tuple[int, str]]:
    if not _OPENER.search(text):
        return
    rest = _UNSEEN.sub(_blank, text)
    if with_lines:
        for lines in _QUOTED_LINES.finditer(text):
            words = _plain(_SIGNATURE.sub("", lines[0]))
            yield lines.start(), words[1:-1] if QUOTATION.fullmatch(words) else words
        rest = _QUOTED_LINES.sub(_blank, rest)
    for found in QUOTATION.finditer(rest):
        yield found.start(), _plain(text[found.start() + 1 : found.end() - 1])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _plain(quoted: str) -> str:
    return Prose(text=_LINE_MARK.sub("", quoted)).plain()


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
