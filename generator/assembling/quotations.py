"""Quotations in our own texts obey the rule for those under `quote`: twelve words at most."""

from __future__ import annotations

from generator.diagnostics import Code, Diagnostics
from generator.model.fields import MAX_QUOTE_WORDS
from generator.model.files import Document
from generator.model.own_words import quotations_of
from generator.model.source import BriefingSources, SourceFile


def check_quotations(briefing: BriefingSources, diagnostics: Diagnostics) -> None:
    """Warn of every quotation in a briefing's files that is too long."""
    for file in (briefing.index, *briefing.articles, *briefing.events, *briefing.figures, *briefing.issues):
        if file:
            check_quotations_of(file, diagnostics)


def check_quotations_of(file: SourceFile[Document], diagnostics: Diagnostics) -> None:
    """Warn of every quotation in one file that is too long, in quotation marks or set apart by `>`."""
    for quotation in quotations_of(file):
        words = len(quotation.words.split())
        if words > MAX_QUOTE_WORDS:
            message = f"the quotation has {words} words, {MAX_QUOTE_WORDS} are allowed"
            hint = "keep the words that matter and put the rest in your own"
            diagnostics.warning(quotation.location, Code.LONG_QUOTE, message, hint)
