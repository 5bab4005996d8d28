"""The numbers in the text of an article, each as it is printed and where: what a person is to decide on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.maintaining.drafting.other_languages import QUALIFIED, SCALED, dates_in
from generator.model.amounts import SIGNS
from generator.model.language import primary
from generator.model.quantities import Quantity
from generator.model.respelling import respelt_value
from generator.model.sentences import sentence_ends
from generator.model.wordings import EXPONENTS, QUALIFIERS, SUFFIXES, WORDINGS, WORDS

_FRAGMENT: Final = 12
"""Most words of an article that a comment repeats, which is the house's rule for quotations."""
_LONGEST: Final = 100
"""Most characters of a number; what is longer is a table that lost its cells."""

_POWERS: Final = "|".join(EXPONENTS)
_SPELLED: Final = rf"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b(?:[- ](?:{'|'.join(WORDS)})\b)*"
_GROUPS: Final = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)|\d+(?:[.,’]\d+)*"
_LETTERS: Final = r"['’]?[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[千万萬亿億兆천만억조]+"
"""Letters right after a number, which make it another one; where words have no spaces, only powers of ten are such."""
_DIGITS: Final = rf"(?:[A-Z]{{0,3}}[{SIGNS}] ?)?(?>(?:{_GROUPS})(?:{_LETTERS})?)"
"""All of a number: what is atomic is never cut short."""
_UNREAD: Final = r"[ -](?:lakhs?|crores?|dozens?|scores?|odd|plus)\b| and a half\b| ?[½¼¾]"
"""What changes a number in a way that the grammar cannot say."""
_SCALES: Final = rf"(?:[ -](?:{_POWERS})s?)+\b| (?:k|m|mn|mln|bn|tn|trn)\b"
_COUNTED: Final = rf"(?>(?:{_DIGITS}|{_SPELLED})(?:{_UNREAD})?(?:{_SCALES})?(?:{_UNREAD})?)"
_VAGUE: Final = "|".join(
    sorted((words for words in WORDINGS if re.search(rf"dozens|scores|{_POWERS}", words)), key=len, reverse=True)
)
_PARTS: Final = "(?:third|quarter|fifth|tenth)s"
_UNITS: Final = "(?:minute|hour|day|week|month|year|dollar|euro|rial|mile|kilomet(?:re|er))s?|people"
_UNIT: Final = rf" ?%|[ -](?:per ?cent|{_UNITS}|{_PARTS})\b"
_AMOUNT: Final = rf"(?:{_COUNTED})(?:{_UNIT})?"
_NUMBER: Final = re.compile(
    rf"(?<![\w.,:/-])(?i:between {_AMOUNT} and {_AMOUNT}|(?:(?:{'|'.join(QUALIFIERS)}|from) )?"
    rf"(?:(?:{_VAGUE})\b|{_AMOUNT}(?:(?: ?[–-] ?| to )(?={_DIGITS}){_AMOUNT})?"
    rf"(?:{'|'.join(map(re.escape, SUFFIXES))})?))(?![\w/:]|-\d)"
)
_SCALED_DIGITS: Final = rf"(?>{_DIGITS}{SCALED}*)"
_DIGITS_ALONE: Final = re.compile(
    rf"(?<![\w.,:/-]){QUALIFIED}?{_SCALED_DIGITS}(?: ?[–-] ?{_SCALED_DIGITS})?(?: ?%)?(?!\d|[/:-]\d)"
)
_DOUBTFUL: Final = re.compile(rf"{_PARTS}|\w(?:{_UNREAD})")
"""To the grammar, thirds and dozens would be what is counted."""
_DOUBTFUL_ELSEWHERE: Final = re.compile(rf"^{QUALIFIED}|\d{SCALED}")

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR: Final = r"(?:19|20)[0-9]{2}(?![\w.,-]*[0-9])"
_AFTER_YEAR: Final = "after|and|as|at|but|by|for|from|had|has|have|in|is|it|of|on|or|that|the|to|was|when|which|with"
"""Words after what may be a year: after `since 2000 people` it is none."""
_NO_NUMBER: Final = re.compile(
    "|".join(
        [
            r"https?://\S+",
            r"\[[0-9]{1,3}\]",  # the mark of a footnote
            r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}\b",
            r"\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\b",
            rf"\b{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:[–-][0-9]{{1,2}})?\b(?![.,][0-9])(?:,? {_YEAR})?",
            rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)?[–-])?[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? {_YEAR})?",
            rf"\b{_MONTH} {_YEAR}",
            rf"\b(?i:in|since|during|until|early|late|mid|year)[ -]{_YEAR}(?= ?(?:[^\w\s]|$|(?:{_AFTER_YEAR})\b))",
            r"\b(?:19|20)[0-9]0s\b",
            r"\b[0-9]+(?:st|nd|rd|th)\b",
            r"\b[^\W\d_]+-[0-9]+\b",  # F-35, Covid-19
            r"\b[0-9][DG]\b",  # 3D, 5G
            r"(?<![0-9])[0-9]+ ?[年月日년월일]",
        ]
    )
)
"""Digits that are surely no number to compare: dates, times of day, names, ordinals."""
_LONE_ONE: Final = re.compile(r"(?i:one)")
"""By itself a pronoun more often than a number; it is left to the reader of the article."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as an article prints it."""

    text: str
    value: str | None
    """The same in the grammar of values, where that is beyond doubt."""
    unit: str | None = None
    """The unit that stands beside it."""


@dataclass(frozen=True, slots=True)
class NumberedSentence:
    """A sentence that prints numbers: where it stands, and so many of its words as tell it from others."""

    paragraph: int
    fragment: str
    numbers: tuple[Printed, ...]
    text: str = field(repr=False)
    """All of it, to look for names and for what is asked; never written anywhere."""


def find_numbers(paragraphs: Sequence[tuple[int, str]], language: str) -> Iterator[NumberedSentence]:
    """Yield each sentence with a number in digits, or in English words where that may be the text's language."""
    is_english = primary(language) in {"en", ""}
    pattern, doubtful = (_NUMBER, _DOUBTFUL) if is_english else (_DIGITS_ALONE, _DOUBTFUL_ELSEWHERE)
    for number, text in paragraphs:
        masked = _NO_NUMBER.sub(_blank, "".join(map(_in_ascii, text)))
        if not is_english:
            masked = dates_in(language).sub(_blank, masked)
        start = 0
        for end, following in [*sentence_ends(masked), (len(text), len(text))]:
            sentence = text[start:end]
            found = [each for each in pattern.finditer(masked[start:end]) if _is_number(each[0])]
            start = following
            if found:
                printed = tuple(_printed(sentence[match.start() : match.end()].strip(), doubtful) for match in found)
                yield NumberedSentence(number, _fragment(sentence, *found[0].span()), printed, sentence)


def _is_number(text: str) -> bool:
    return len(text) <= _LONGEST and not _LONE_ONE.fullmatch(text)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _printed(text: str, doubtful: re.Pattern[str]) -> Printed:
    plain = "".join(_in_ascii(character) for character in text)
    if doubtful.search(plain):
        return Printed(text, None)
    plain = re.sub(rf"-(?=(?:{_POWERS})\b)", " ", plain)
    for value in (plain, re.sub(r"-([a-z]+?)s?$", r" \1s", plain)):
        try:
            return Printed(text, value, Quantity.parse(value).unit)
        except ValueError:
            continue
    respelt = respelt_value(plain)
    return Printed(text, respelt, Quantity.parse(respelt).unit if respelt else None)


def _in_ascii(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return {"٬": ",", "٫": ".", "٪": "%"}.get(character, character)


def _fragment(sentence: str, start: int, end: int) -> str:
    """Return the words around a stretch of a sentence, at most twelve, with dots where more follow."""
    words = list(re.finditer(r"\S+", sentence))
    first = next(index for index, word in enumerate(words) if word.end() > start)
    last = max(index for index, word in enumerate(words) if word.start() < end)
    spare = max(0, _FRAGMENT - (last - first + 1))
    after = min(spare - spare // 2, len(words) - 1 - last)
    before = min(spare - after, first)
    after = min(spare - before, len(words) - 1 - last)
    kept = [word[0] for word in words[first - before : last + after + 1]][:_FRAGMENT]
    opening = "…" if first > before else ""
    closing = "…" if first - before + len(kept) < len(words) else ""
    return f"{opening}{' '.join(kept)}{closing}"
