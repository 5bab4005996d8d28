"""Quotations in our own texts obey the rule for those under `quote`: twelve words at most."""

from __future__ import annotations

import re

from generator.diagnostics import Code, Diagnostics, Location
from generator.model.fields import MAX_QUOTE_WORDS
from generator.model.files import Document
from generator.model.own_words import QUOTATION, own_words
from generator.model.source import BriefingSources, SourceFile

_OPENER = re.compile('[>“«"]')
"""What a quotation begins with: most texts hold none, and need not be searched."""
_QUOTED_LINES = re.compile(r"^ {0,3}>(?:[^\n]|\n(?! *\n))*+", re.MULTILINE)
_LINE_MARK = re.compile(r"^(?:[ >]|[-*+] |[0-9]+\. )+", re.MULTILINE)


def check_quotations(briefing: BriefingSources, diagnostics: Diagnostics) -> None:
    """Warn of every quotation in a briefing's files that is too long."""
    for file in (briefing.index, *briefing.articles, *briefing.events, *briefing.figures, *briefing.issues):
        if file:
            check_quotations_of(file, diagnostics)


def check_quotations_of(file: SourceFile[Document], diagnostics: Diagnostics) -> None:
    """Warn of every quotation in one file that is too long, in quotation marks or set apart by `>`."""
    for key, text in own_words(file):
        if _OPENER.search(text):
            for quotation in QUOTATION.finditer(text):
                _warn(quotation[0], file.at(*key), diagnostics)
    text = file.body.text
    if _OPENER.search(text):
        within_lines = _QUOTED_LINES.sub(lambda lines: " " * len(lines[0]), text)
        for quotation in (*_QUOTED_LINES.finditer(text), *QUOTATION.finditer(within_lines)):
            _warn(quotation[0], file.body.place(file.path, quotation.start()), diagnostics)


def _warn(quotation: str, location: Location, diagnostics: Diagnostics) -> None:
    words = len(_LINE_MARK.sub("", quotation).split())
    if words > MAX_QUOTE_WORDS:
        message = f"the quotation has {words} words, {MAX_QUOTE_WORDS} are allowed"
        hint = "keep the words that matter and put the rest in your own"
        diagnostics.warning(location, Code.LONG_QUOTE, message, hint)
