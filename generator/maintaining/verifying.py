"""Every quotation and every value as printed, looked for in the kept text of its article.

A kept text is a file named by its article's id, or one whose SHA-256 sum stands in the article's front matter.
Looking is exact: letter by letter, with nothing folded but white space, which pages break as they like.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Code, Diagnostics, Location
from generator.model.files import ArticleDocument, ObservationEntry, StatementEntry
from generator.model.own_words import QUOTATION, items_of
from generator.model.source import SourceFile, Sources
from generator.reading.characters import printable

_SUFFIXES = (".txt", ".html", ".htm")
_BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, figcaption, br, tr, section, article"
_CONTEXT = 30
"""How many characters of the nearest passage are shown on each side."""
_LIKENESS = 60.0
"""Least similarity, in per cent, of a passage that is worth showing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verified:
    """How much was looked for, and what could not be."""

    looked_for: int
    found: int
    texts: int
    """Articles whose text is kept."""
    without_text: tuple[str, ...]
    """The paths of the articles whose text is not."""
    without_article: tuple[str, ...]
    """The kept files that belong to no article."""


def verify(sources: Sources, folder: Path, diagnostics: Diagnostics) -> Verified:
    """Look for every quotation and printed value in the texts kept in a folder, and tell what is not there."""
    texts = _KeptTexts(folder)
    looked_for = found = 0
    without = []
    used = set()
    articles = [article for briefing in sources.briefings for article in briefing.articles]
    for article in articles:
        path = texts.of(article)
        if path is None:
            without.append(article.path)
            continue
        used.add(path)
        _check_sum(article, texts.sums[path], diagnostics)
        text = _text_of(path)
        for location, noun, words in _claims(article):
            looked_for += 1
            if _stands_in(words, text):
                found += 1
            else:
                message = f"the {noun} '{words}' is not in the kept text {path.name}"
                diagnostics.error(location, Code.NOT_IN_SOURCE, message, _nearest(words, text))
    return Verified(
        looked_for=looked_for,
        found=found,
        texts=len(articles) - len(without),
        without_text=tuple(without),
        without_article=tuple(str(path) for path in texts.sums if path not in used),
    )


class _KeptTexts:
    def __init__(self, folder: Path) -> None:
        files = [path for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES and path.is_file()]
        self.sums: Mapping[Path, str] = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
        self._by_name = {path.stem: path for path in reversed(files)}
        self._by_sum = {self.sums[path]: path for path in reversed(files)}

    def of(self, article: SourceFile[ArticleDocument]) -> Path | None:
        """Return the kept text of an article: the one of its sum, or else of its name."""
        return self._by_sum.get(article.document.source_sha256 or "") or self._by_name.get(article.id)


def _check_sum(article: SourceFile[ArticleDocument], found: str, diagnostics: Diagnostics) -> None:
    written = article.document.source_sha256
    if written and written != found:
        message = f"the kept text is another than the one that was read: its sum is {found}"
        hint = "find the text that was read, or read the new one and write its sum"
        diagnostics.error(article.at("source_sha256"), Code.OTHER_SOURCE, message, hint)


def _claims(article: SourceFile[ArticleDocument]) -> Iterator[tuple[Location, str, str]]:
    """Yield place, noun and words of everything that the article is said to have verbatim.

    Notes and caveats may quote another text, and say which; they are left to people.
    """
    for key, item in items_of(article.document):
        if item.quote:
            yield article.at(*key, "quote"), "quotation", item.quote
        if isinstance(item, ObservationEntry) and item.printed:
            yield article.at(*key, "printed"), "value", item.printed
        own = "says" if isinstance(item, StatementEntry) else "title"
        for _, words in _quotations(getattr(item, own, "")):
            yield article.at(*key, own), "quotation", words
    for offset, words in _quotations(article.body.text):
        yield article.body.place(article.path, offset), "quotation", words


def _quotations(text: str) -> Iterator[tuple[int, str]]:
    for match in QUOTATION.finditer(text):
        words = " ".join(match[0][1:-1].split())
        yield match.start(), words.rstrip(",.")  # English puts the sentence's own mark inside


def _text_of(path: Path) -> str:
    """Return what a reader of the kept file sees, its white space folded."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    if path.suffix != ".txt":
        page = LexborHTMLParser(text)
        for hidden in page.css("script, style, template, noscript"):
            hidden.decompose()
        for block in page.css(_BLOCKS):
            block.insert_before("\n")
        text = page.text()
    return " ".join(text.split())


def _stands_in(words: str, text: str) -> bool:
    """Return whether the words stand in the text, and not as a part of a longer word or number."""
    sought = re.escape(" ".join(words.split()))
    return re.search(rf"(?<!\w)(?<!\d[.,]){sought}(?!\w)(?![.,]\d)", text) is not None


def _nearest(words: str, text: str) -> str:
    near = fuzz.partial_ratio_alignment(words, text, score_cutoff=_LIKENESS)
    if near is None:
        return "nothing like it stands there; see whether it is the right text"
    start, end = max(0, near.dest_start - _CONTEXT), near.dest_end + _CONTEXT
    return f"the nearest passage is: … {printable(text[start:end])} …"
