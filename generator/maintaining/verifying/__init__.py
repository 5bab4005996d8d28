"""Every quotation and every value as printed, looked for in the kept text of its article.

A kept text is a file named by its article's id, or one whose SHA-256 sum stands in the article's front matter.
Looking is exact: letter by letter, with nothing folded but white space, which pages break as they like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Code, Diagnostics, Location
from generator.maintaining.verifying.kept import KeptText, KeptTexts
from generator.maintaining.verifying.passages import nearest, stands_in
from generator.model.files import ArticleDocument, ObservationEntry
from generator.model.own_words import items_of, quotations_of
from generator.model.source import SourceFile, Sources

_LOCATOR: Final = re.compile(r"¶([0-9]{1,6})(?:[–-]([0-9]{1,6}))?")


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
    not_texts: tuple[str, ...]
    """The files in the folder that are neither text nor HTML."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Claim:
    """Words that an article is said to have, and in which place of it."""

    location: Location
    noun: str
    words: str
    at: str = ""
    at_location: Location | None = None


def verify(sources: Sources, folder: Path, diagnostics: Diagnostics) -> Verified:
    """Look for every quotation and printed value in the texts kept in a folder, and tell what is not there."""
    texts = KeptTexts(folder, diagnostics)
    articles = [(briefing.id, article) for briefing in sources.briefings for article in briefing.articles]
    kept = texts.of(articles, diagnostics)
    looked_for = found = 0
    for _, article in articles:
        if article.path in kept:
            text = kept[article.path]
            _check_sum(article, text, diagnostics)
            claims = list(_claims(article)) if _is_readable(text, diagnostics) else []
            looked_for += len(claims)
            found += sum(_check(claim, text, diagnostics) for claim in claims)
    used = {text.path for text in kept.values()}
    told = {each.location.path for each in diagnostics}
    return Verified(
        looked_for=looked_for,
        found=found,
        texts=len(kept),
        without_text=tuple(article.path for _, article in articles if article.path not in kept),
        without_article=tuple(
            text.location.path for text in texts.all if text.path not in used and text.location.path not in told
        ),
        not_texts=texts.others,
    )


def _check_sum(article: SourceFile[ArticleDocument], text: KeptText, diagnostics: Diagnostics) -> None:
    written = article.document.source_sha256
    if written and written != text.sha256:
        message = f"the kept text is another than the one that was read: its sum is {text.sha256}"
        hint = "find the text that was read, or read the new one and write its sum"
        diagnostics.error(article.at("source_sha256"), Code.OTHER_SOURCE, message, hint)


def _is_readable(text: KeptText, diagnostics: Diagnostics) -> bool:
    try:
        text.text  # noqa: B018 - it is decoded on first use
    except UnicodeDecodeError as error:
        message = f"byte 0x{text.content[error.start]:02x} is not UTF-8, so nothing can be looked for in this text"
        diagnostics.error(text.location, Code.BAD_ENCODING, message, "save the text as UTF-8")
        return False
    return True


def _check(claim: _Claim, text: KeptText, diagnostics: Diagnostics) -> bool:
    """Return whether the words stand in the text, after telling that they do not, or not where they should."""
    if not stands_in(claim.words, text.text):
        message = f"the {claim.noun} '{claim.words}' is not in the kept text {text.name}"
        diagnostics.error(claim.location, Code.NOT_IN_SOURCE, message, nearest(claim.words, text.text))
        return False
    named = _LOCATOR.fullmatch(claim.at)
    places = text.paragraphs.of(claim.words) if named else []
    if named and places:
        first, last = int(named[1]), int(named[2] or named[1])
        if not any(first <= greatest and least <= last for least, greatest in places):
            message = f"the {claim.noun} '{claim.words}' is not in {claim.at} of the kept text {text.name}"
            where = ", ".join(f"¶{number}" for number in sorted({least for least, _ in places}))
            hint = f"it stands in {where}, headings not counted"
            diagnostics.warning(claim.at_location or claim.location, Code.WRONG_LOCATOR, message, hint)
    return True


def _claims(article: SourceFile[ArticleDocument]) -> Iterator[_Claim]:
    """Yield everything that the article is said to have verbatim.

    Notes and caveats may quote another text, and say which; they are left to people. So is the article's own title,
    for texts are kept without it.
    """
    for key, item in items_of(article.document):
        at, at_location = item.at or "", article.at(*key, "at")
        if item.quote:
            location = article.at(*key, "quote")
            yield _Claim(location=location, noun="quotation", words=item.quote, at=at, at_location=at_location)
        if isinstance(item, ObservationEntry) and item.printed:
            location = article.at(*key, "printed")
            yield _Claim(location=location, noun="value", words=item.printed, at=at, at_location=at_location)
    for quotation in quotations_of(article):
        is_own = len(quotation.key) > 1 and quotation.key[-1] in {"says", "title"}
        words = quotation.words.rstrip(",.")  # English puts the sentence's own mark inside
        if words and (is_own or not quotation.key):
            yield _Claim(location=quotation.location, noun="quotation", words=words)
