"""One article annotated twice: its numbers would stand on the page as if two had printed them."""

from __future__ import annotations

from generator.diagnostics import Code, Diagnostics
from generator.model.sameness import page_of
from generator.model.source import BriefingSources


def advise_on_same_articles(briefing: BriefingSources, diagnostics: Diagnostics) -> None:
    """Tell of every article whose page, or whose text, is that of one before it."""
    first: dict[tuple[str, str], str] = {}
    for article in briefing.articles:
        document = article.document
        url = ("url", page_of(document.url)) if document.url else None
        text = ("source_sha256", document.source_sha256) if document.source_sha256 else None
        for own in filter(None, (url, text)):
            other = first.setdefault(own, article.id)
            if other != article.id:
                message = f"'{other}' has the same '{own[0]}', so that one article may stand here twice"
                hint = "put both into one file; leave both if they are two versions of it"
                diagnostics.advice(article.at(own[0]), Code.SAME_ARTICLE, message, hint)
                break
