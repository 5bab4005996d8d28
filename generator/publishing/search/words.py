"""What counts as one word, for the index and, by the same tables, for the script that asks it.

`site_templates/theme/assets/javascripts/search_words.js` does the same; a test holds the two to each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

from generator.publishing.search.tables import FORMS, LETTERS, STOP_WORDS

_SIGNS: Final = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that leave no gaps between words: each sign is taken for one."""
_LETTERS: Final = rf"[^\W_{_SIGNS}]+"
_WORD: Final = re.compile(rf"[0-9]+(?:[.,'‘’٬٫ ][0-9]+)*|[{_SIGNS}]|{_LETTERS}(?:['‘’]{_LETTERS})*")
"""A number, or several that stand close together; a sign; letters, with apostrophes between them."""
_GROUPED: Final = re.compile(r"([1-9][0-9]{0,2}(?:([,.'‘’٬ ])[0-9]{3})(?:\2[0-9]{3})*)(?:(?!\2)[.,٫]([0-9]+))?")
_DECIMAL: Final = re.compile(r"([0-9]+)[.,٫]([0-9]+)")
_PLURAL: Final = re.compile(r"[a-z]{2,}[^aiosu]s")


class _Folding(dict[int, str]):
    """What becomes of each character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        vanishes = category(character)[0] == "M" or category(character) == "Cf"
        self[code] = "" if vanishes else LETTERS.get(character, character)
        return self[code]


_FOLDING: Final = _Folding()


def fold(text: str) -> str:
    """Return a text in small letters without marks, each letter as the table has it."""
    return text.lower() if text.isascii() else normalize("NFKD", text).lower().translate(_FOLDING)


def words(text: str) -> list[str]:
    """Return the words of a text in order: `Iran’s 6 430 deaths` has `iran`, `6430` and `death`."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word[0] in "0123456789":
            found += _numbers(word)
        else:
            found.append(_plain(word))
    return found


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """Return a word without its possessive or plural s, or the word that stands for it."""
    word = re.sub("['‘’]", "", re.sub("['’]s$", "", word))
    if _PLURAL.fullmatch(word) and word not in FORMS:
        word = re.sub("ie$", "y", word[:-1])
    return FORMS.get(word, word)


@lru_cache(maxsize=100_000)
def _numbers(run: str) -> tuple[str, ...]:
    """Return the numbers of a run of digits and separators, each in one notation, such as `6430` or `1.5`."""
    if match := _GROUPED.fullmatch(run):
        return (_number(re.sub("[^0-9]", "", match[1]), match[3] or ""),)
    if match := _DECIMAL.fullmatch(run):
        return (_number(match[1], match[2]),)
    if " " in run:
        return tuple(number for part in run.split(" ") for number in _numbers(part))
    return tuple(_number(digits, "") for digits in re.findall("[0-9]+", run))


def _number(whole: str, decimals: str) -> str:
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


STOPPED: Final = frozenset(word for each in sorted(STOP_WORDS) for word in words(each))
"""The stop words as they are looked up."""
