"""What was surely meant by a slip of the pen: one known name, an id, a place in an article, a value.

Each function returns None where there is any doubt; nothing here guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

from generator.model.amounts import SIGNS
from generator.model.quantities import Quantity
from generator.model.units import is_plain

_LEAST_LENGTH: Final = ((4, 1), (10, 2))
"""From so many characters on, so many slips leave a name what it is."""
_DOUBT: Final = 1
"""Another name that takes so many more slips than the nearest one may have been meant as well."""

_LEAST_SWAPPED: Final = 5
"""From so many letters on, two that changed places leave a word what it is; of acronyms, `irna` is not `iran`."""
_LEAST_LOST: Final = 6
"""From so many letters on, a word with one of them lost is seldom another word."""

_ID_LETTERS: Final = re.compile(r"[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*")
_PARAGRAPH: Final = re.compile(r"(?ai:paragraphs?|paras?\.?|¶{1,2}) ?(?P<place>[0-9]+(?: ?[–-] ?[0-9]+)?)")
_PAGE: Final = re.compile(r"(?ai:page|pg\.|p\.) ?(?P<place>[0-9]+)")
_PAGES: Final = re.compile(r"(?ai:pages|pgs\.|pp\.) ?(?P<place>[0-9]+ ?[–-] ?[0-9]+)")

_GROUPED: Final = (
    re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?:[ '’][0-9]{3})+(?![\w.,'’]| ?[0-9])"),
    re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?![\w.,])"),
)
_SIGNS: Final = {
    re.compile(r"(?:~|≈|(?ai:approx\.?|circa|ca?\.)(?= ?[0-9])) ?"): "about ",
    re.compile(r"(?:≥|>=) ?"): "at least ",
    re.compile(r"(?:≤|<=) ?"): "at most ",
    re.compile(r"> ?"): "more than ",
    re.compile(r"< ?"): "less than ",
}
_QUOTATION_MARKS: Final = "“”„‟‘’«» "
_SCALES: Final = {"k": "thousand", "mn": "million", "mln": "million", "bn": "billion"}
_SCALED: Final = re.compile(r"(?<=[0-9])(?: ?(mn|mln|bn)|(k))(?![\w²³])")
_MONEY_SCALES: Final = {"m": "million", "tn": "trillion"}
"""Of anything but money, these may be metres and tonnes."""
_MONEY_SCALED: Final = re.compile(rf"([{SIGNS}] ?[0-9][0-9.,]*) ?(m|tn)(?![\w²³])")


def only_near(written: str, known: Iterable[str]) -> str | None:
    """Return the one known name that was surely meant, or None where none is near or a second one might be.

    Capitals, spaces, `_` and `-` are no difference, digits always are one. A name that goes on after the nearest one,
    as `deaths-of-children` does after `deaths`, might have been meant as well.
    """
    slips = sorted((OSA.distance(_plain(written), _plain(name)), name) for name in set(known))
    if not slips:
        return None
    fewest, found = slips[0]
    allowed = max((slip for length, slip in _LEAST_LENGTH if min(len(written), len(found)) >= length), default=0)
    if fewest > allowed or _digits(written) != _digits(found):
        return None
    in_doubt = any(slip <= fewest + _DOUBT or _goes_on(name, found) for slip, name in slips[1:])
    return None if in_doubt and (fewest or slips[1][0] == 0) else found


def only_same(written: str, known: Iterable[str]) -> str | None:
    """Return the one known id that is surely the one that was written, or None where another one may be meant.

    An id may be meant that nobody has made yet, so it is not enough that a known one is near. Two ids are the same that
    differ in capitals, spaces, `_` and `-`, or in one slip in one word: two neighbouring letters swapped, a letter
    doubled or not, one inside of a longer word lost or too many, or its plural `-s`. With a letter in the place of
    another it is another word, as `iran` and `iraq` are; so it is where it begins otherwise, as `legal` and `illegal`,
    and where other ids have it too.
    """
    names = frozenset(known)
    right = only_near(written, names)
    if right is None or _plain(written).replace("-", "") == _plain(right).replace("-", ""):
        return right
    words, meant = _plain(written).split("-"), _plain(right).split("-")
    differing = [pair for pair in zip(words, meant, strict=False) if pair[0] != pair[1]]
    if len(words) != len(meant) or len(differing) != 1:
        return None
    word, other = differing[0]
    is_known = any(word in _plain(name).split("-") for name in names)
    return right if not is_known and (_is_swapped(word, other) or _is_longer(word, other)) else None


def respelt_id(written: str) -> str | None:
    """Return the id that a name becomes with small letters and hyphens, such as `abbas-araghchi`."""
    return re.sub(r"[ _]", "-", written.lower()) if _ID_LETTERS.fullmatch(written) else None


def respelt_locator(written: str) -> str | None:
    """Return a place in an article as the format writes it: `¶7` for `para. 7`, `p. 3` for `page 3`."""
    for pattern, before in ((_PARAGRAPH, "¶"), (_PAGE, "p. "), (_PAGES, "pp. ")):
        if found := pattern.fullmatch(written.strip()):
            return before + found["place"].replace(" ", "")
    return None


def respelt_value(written: str) -> str | None:
    """Return a value that the grammar refuses as it writes it: `about 6,430` for `~6 430`."""
    text = " ".join(with_plain_digits(written).strip(_QUOTATION_MARKS).split())
    for grouped in _GROUPED:
        text = grouped.sub(lambda found: re.sub(r"[ '’.]", ",", found[0]), text)
    for sign, word in _SIGNS.items():
        if found := sign.match(text):
            text = word + text[found.end() :]
            break
    text = _SCALED.sub(lambda found: f" {_SCALES[found[1] or found[2]]}", text)
    text = _MONEY_SCALED.sub(lambda found: f"{found[1]} {_MONEY_SCALES[found[2]]}", text)
    text = re.sub(r"(?<=[0-9]) \+$", "+", text)
    try:
        unit = Quantity.parse(text).unit
    except ValueError:
        return None
    return text if unit is None or is_plain(unit) else None


def with_plain_digits(text: str) -> str:
    """Return a text with the digits of every script as 0 to 9, and Arabic signs that part numbers as `,` and `.`."""
    text = text.replace("\u066c", ",").replace("\u066b", ".")
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)


def _is_swapped(word: str, other: str) -> bool:
    """Return whether two words differ in that two neighbouring letters have changed places."""
    at = _shared(word, other)
    pair = word[at : at + 2]
    return len(word) >= _LEAST_SWAPPED and pair.isalpha() and word[:at] + pair[::-1] + word[at + 2 :] == other


def _is_longer(word: str, other: str) -> bool:
    """Return whether one word is the other with a letter more that makes no other word."""
    shorter, longer = sorted((word, other), key=len)
    at = _shared(shorter, longer)
    letter, rest = longer[at : at + 1], longer[at + 1 :]
    if not letter.isalpha() or shorter != longer[:at] + rest:
        return False
    is_doubled = at > 0 and longer[at - 1] == letter
    is_inside_or_plural = at > 0 and (bool(rest) or letter == "s")
    return is_doubled or (is_inside_or_plural and len(longer) >= _LEAST_LOST)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share at their start."""
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().casefold())


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _goes_on(name: str, start: str) -> bool:
    return _plain(name).startswith(f"{_plain(start)}-")
