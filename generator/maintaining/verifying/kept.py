"""The kept texts: which files they are, whose, and what a reader of each sees."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Code, Diagnostics, Location
from generator.maintaining.verifying.passages import Paragraphs, folded
from generator.model.files import ArticleDocument
from generator.model.source import SourceFile
from generator.reading.characters import printable

_PLAIN: Final = ".txt"
_SUFFIXES: Final = (_PLAIN, ".html", ".htm")
_MAX_BYTES: Final = 2 * 1024 * 1024
"""A longer file is no article: the longest have a tenth of it, their pages' markup included."""
_BLOCKS: Final = "p, div, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, figcaption, br, tr, section, article"


@dataclass(frozen=True)
class KeptText:
    """A file of the folder of kept texts, as it was read."""

    path: Path
    name: str
    """Its path inside the folder, fit to be shown."""
    location: Location
    content: bytes

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 sum of the file."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def text(self) -> str:
        """What a reader of the file sees, its white space folded. Raises UnicodeDecodeError for what is not UTF-8."""
        return folded(self._written if self.is_plain else _seen(self._written))

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """Its paragraphs, where they can be told: those of a page cannot."""
        return Paragraphs(self._written if self.is_plain else "")

    @property
    def is_plain(self) -> bool:
        """Whether it is a text, and not a page of HTML."""
        return self.path.suffix.casefold() == _PLAIN

    @cached_property
    def _written(self) -> str:
        return self.content.decode("utf-8-sig")


class KeptTexts:
    """Every text of a folder and its sub-folders; whatever cannot be read is told and left out."""

    def __init__(self, folder: Path, diagnostics: Diagnostics) -> None:
        paths = sorted(_files(folder, diagnostics))
        self.others = tuple(printable(str(path)) for path in paths if path.suffix.casefold() not in _SUFFIXES)
        """The files that are no texts, by their names."""
        texts = (_read(path, folder, diagnostics) for path in paths if path.suffix.casefold() in _SUFFIXES)
        self.all = tuple(text for text in texts if text)
        self._by_sum = {text.sha256: text for text in reversed(self.all)}

    def of(
        self, articles: Collection[tuple[str, SourceFile[ArticleDocument]]], diagnostics: Diagnostics
    ) -> Mapping[str, KeptText]:
        """Return the kept text of each article that has one, by the article's path.

        Articles come with the ids of their briefings. A text is an article's by its sum, or else by its name: in a
        sub-folder named after the briefing, or anywhere else where no other briefing has an article of that id.
        """
        briefings = {briefing for briefing, _ in articles}
        named: dict[tuple[str, str], KeptText] = {}
        for text in reversed(self.all):
            folder = text.path.parent.name
            named[folder if folder in briefings else "", text.path.stem] = text
        owners: dict[str, list[str]] = {}
        for briefing, article in articles:
            owners.setdefault(article.id, []).append(briefing)
        found = {}
        for briefing, article in articles:
            kept = self._by_sum.get(article.document.source_sha256 or "") or named.get((briefing, article.id))
            if kept is None:
                kept = named.get(("", article.id))
                if kept and len(owners[article.id]) > 1:
                    _refuse(kept, owners[article.id], diagnostics)
                    continue
            if kept:
                found[article.path] = kept
        return found


def _refuse(text: KeptText, briefings: list[str], diagnostics: Diagnostics) -> None:
    message = f"the name is that of an article in {len(briefings)} briefings, and nothing says of which this text is"
    ways = " or ".join(f"'{briefing}/{printable(text.path.name)}'" for briefing in briefings)
    diagnostics.error(text.location, Code.BAD_FILE_NAME, message, f"put it into the folder of its briefing: {ways}")


def _files(folder: Path, diagnostics: Diagnostics) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        _pass_over(Path(error.filename), f"the folder cannot be read: {error.strerror}", diagnostics)

    for parent, _, names in os.walk(folder, onerror=unreadable):
        yield from (Path(parent, name) for name in names)


def _read(path: Path, folder: Path, diagnostics: Diagnostics) -> KeptText | None:
    if path.is_symlink() or not path.is_file():
        _pass_over(path, "not a regular file", diagnostics, "put the text itself here")
        return None
    try:
        with path.open("rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        _pass_over(path, f"the file cannot be read: {error.strerror}", diagnostics)
        return None
    location = Location(printable(str(path)))
    if len(content) > _MAX_BYTES:
        message = f"the file is longer than {_MAX_BYTES // 1024 // 1024} MiB"
        diagnostics.error(location, Code.TOO_LONG, message, "keep the text of the article alone")
        return None
    return KeptText(path, printable(path.relative_to(folder).as_posix()), location, content)


def _pass_over(path: Path, message: str, diagnostics: Diagnostics, hint: str = "see to its permissions") -> None:
    diagnostics.error(Location(printable(str(path))), Code.STRAY_FILE, message, hint)


def _seen(html: str) -> str:
    page = LexborHTMLParser(html)
    for hidden in page.css("script, style, template, noscript"):
        hidden.decompose()
    for block in page.css(_BLOCKS):
        block.insert_before("\n")
    return page.text()
