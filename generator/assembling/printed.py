"""What is printed and what it is read as hold the same numbers."""

from __future__ import annotations

import re

from generator.diagnostics import Code, Diagnostics
from generator.model.files import ArticleDocument
from generator.model.respelling import with_plain_digits
from generator.model.source import SourceFile

_NUMBER = re.compile(r"[0-9]+(?:[.,'’ \u00a0\u202f][0-9]+)*")
"""A number in any notation: what stands between its digits may group them or part a decimal."""


def check_printed(article: SourceFile[ArticleDocument], diagnostics: Diagnostics) -> None:
    """Warn of every value in an article whose numbers are not those of its print."""
    for at, each in enumerate(article.document.figures):
        if each.printed and each.value and not _agree(each.printed, each.value.text):
            message = f"the value is '{each.value.text}', and '{each.printed}' is printed"
            hint = "compare both with the article, and correct the one that is wrong"
            diagnostics.warning(article.at("figures", at, "value"), Code.OTHER_NUMBER, message, hint)


def _agree(printed: str, value: str) -> bool:
    """Return whether two wordings may say the same: words such as `three` and `million` are not reckoned with."""
    said, read = _numbers(printed), _numbers(value)
    return len(said) != len(read) or said == read


def _numbers(wording: str) -> list[str]:
    """Return the digits of each number without the zeros around them, which `1.5 million` and `1,500,000` share."""
    return [re.sub(r"[^0-9]", "", each).strip("0") for each in _NUMBER.findall(with_plain_digits(wording))]
