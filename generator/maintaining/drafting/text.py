"""The text of an article on a page, paragraph by paragraph, without what stands around it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from generator.maintaining.drafting.pages import TEXT_ALONE, SavedPage, UnusableError
from generator.maintaining.drafting.plain import read_plain
from generator.maintaining.drafting.scalars import readable
from generator.reading.characters import MAX_BYTES

_HEADING: Final = "head"
_BLOCKS: Final = frozenset([_HEADING, "p", "item", "row", "code"])
_PARTED: Final = frozenset(["lb", "cell", "item", "p"])
"""Elements that part words though no space is written."""
_MOST_BLOCKS: Final = 5_000
"""Most paragraphs and headings of an article's text: more is a book."""
_SILENCE: Final = logging.NullHandler()
"""What the extraction has to say is in what it returns; its log is nothing for a maintainer."""


class _Element(Protocol):
    """What is used of an element of lxml, which has no types of its own."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[_Element]: ...

    def iterdescendants(self) -> Iterator[_Element]: ...


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading; only paragraphs are numbered."""

    text: str
    number: int | None
    """Counted from 1, as in `¶1`; None for a heading."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What an article says, in the order of the page."""

    blocks: tuple[Block, ...]
    plain: bytes | None = None
    """The file itself, if it was text already."""

    @property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Each paragraph with its number."""
        return tuple((block.number, block.text) for block in self.blocks if block.number is not None)

    @property
    def opening(self) -> str:
        """The first paragraph, or nothing."""
        return next((text for _, text in self.paragraphs), "")

    @property
    def kept(self) -> bytes:
        """The text as a file: a blank line between blocks, UTF-8; what was text already, as it was."""
        if self.plain is not None:
            return self.plain
        return "".join(f"{block.text}\n\n" for block in self.blocks).rstrip("\n").encode() + b"\n"

    @property
    def sha256(self) -> str:
        """The SHA-256 sum of the text as a file."""
        return hashlib.sha256(self.kept).hexdigest()


def extract_text(page: SavedPage, title: str = "") -> ArticleText:
    """Return the text of a page's article, with nothing in it where none is found; needs the extra `new`.

    Nothing is fetched. A heading that repeats the title is left out.
    Raises UnusableError where the text is too long for an article, ImportError where trafilatura is missing.
    """
    if page.plain is not None:
        numbered = enumerate(read_plain(page.html).paragraphs, 1)
        return _bounded(ArticleText(tuple(Block(text, number) for number, text in numbered), page.plain))
    from trafilatura import bare_extraction  # noqa: PLC0415 - the extra, wanted for this alone, is slow to load

    logging.getLogger("trafilatura").addHandler(_SILENCE)
    extracted = bare_extraction(page.html, include_comments=False)
    body: _Element | None = getattr(extracted, "body", None)
    found = list(_blocks(body)) if body is not None else []
    blocks, number = list[Block](), 0
    for is_heading, text in found:
        if is_heading and text.casefold() == title.casefold():
            continue
        number += not is_heading
        blocks.append(Block(text, None if is_heading else number))
    return _bounded(ArticleText(tuple(blocks)))


def _bounded(text: ArticleText) -> ArticleText:
    if len(text.blocks) > _MOST_BLOCKS:
        raise UnusableError(f"the page's text has more than {_MOST_BLOCKS:,} paragraphs", TEXT_ALONE)
    if len(text.kept) > MAX_BYTES:
        raise UnusableError(f"the page's text is longer than {MAX_BYTES // 1024} KiB", TEXT_ALONE)
    return text


def _blocks(element: _Element) -> Iterator[tuple[bool, str]]:
    """Yield the texts of an element, told whether each is a heading; what holds no block is one by itself."""
    if element.tag in _BLOCKS or not any(each.tag in _BLOCKS for each in element.iterdescendants()):
        text = readable("".join(_pieces(element)))
        if text:
            yield element.tag == _HEADING, text
        return
    if loose := readable(element.text or ""):
        yield False, loose
    for child in element:
        yield from _blocks(child)
        if loose := readable(child.tail or ""):
            yield False, loose


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield " " if child.tag in _PARTED else ""
        yield from _pieces(child)
        yield child.tail or ""
