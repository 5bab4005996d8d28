"""One number with its scale and its unit, as it is written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from generator.model.wordings import EXPONENTS, NOT_UNITS, ONES, TENS, WORDS

_ZERO: Final = Decimal(0)
_MAX_DIGITS: Final = 18

SIGNS: Final = "$€£¥₪₹₺₽₴﷼"
UNIT: Final = r"°?[^\W\d_]+[²³]?(?:[ /-][^\W\d_]+[²³]?){0,3}"
_SPELLED: Final = rf"(?:{'|'.join(TENS.split())})[ -](?:{'|'.join(ONES.split())})|{'|'.join(WORDS)}"
# Case is folded in ASCII alone (?ai), since Unicode would let `ſ` pass for `s`.
_AMOUNT: Final = re.compile(
    rf"(?P<minus>[-−])?(?:(?P<prefix>[A-Z]{{0,3}}[{SIGNS}]|[A-Z]{{3}}(?= )) ?)?"
    rf"(?P<numeral>[0-9][0-9.,]*|(?ai:{_SPELLED}))"
    rf"(?P<scale>(?ai:(?: hundred)?(?: (?:{'|'.join(EXPONENTS)}))?))"
    rf"(?: ?(?P<mark>[%{SIGNS}])| (?P<words>{UNIT}))?"
)
_NUMERAL: Final = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")


class Amount(NamedTuple):
    """A number before its scale is applied, so that `1.5–2 million` can share it."""

    number: Decimal
    exponent: int
    unit: str | None

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.number.scaleb(self.exponent) + _ZERO  # Adding zero writes the number without an exponent.


def read_amount(text: str) -> Amount:
    """Read one number with its scale and unit."""
    match = _AMOUNT.fullmatch(text)
    if match is None or is_taken(match["words"]) or (match["prefix"] and (match["mark"] or match["words"])):
        raise ValueError(
            f"{text!r} is not a number with a unit; write for example '6,430', 'about 22 days' or '$1.2 billion'"
        )
    number = _number(match["numeral"], scaled=bool(match["scale"]))
    return Amount(
        -number if match["minus"] else number,
        sum(EXPONENTS[word] for word in match["scale"].lower().split()),
        unit_of(match["prefix"] or match["mark"] or match["words"]),
    )


def _number(numeral: str, *, scaled: bool) -> Decimal:
    """Read digits or words; `scaled` says that a scale follows, so that a point cannot be meant to group digits."""
    if not numeral[0].isdigit():
        return Decimal(sum(WORDS[word] for word in numeral.lower().replace("-", " ").split()))
    if not _NUMERAL.fullmatch(numeral) or len(numeral) > _MAX_DIGITS:
        raise ValueError(
            f"{numeral!r} is not a plain number, in groups of three digits or in none, of at most {_MAX_DIGITS} "
            "characters; write for example '6,430' or '6430.5'"
        )
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", numeral) and not scaled:
        raise ValueError(
            f"{numeral!r} may group digits or part a decimal; write '{numeral.replace('.', ',')}' or '{numeral}0'"
        )
    return Decimal(numeral.replace(",", ""))


def unit_of(written: str | None) -> str | None:
    """Return a unit as it is kept: as written, but for `percent` and `per cent`, which are `%`."""
    return "%" if written is not None and written.lower() in {"percent", "per cent"} else written


def is_taken(words: str | None) -> bool:
    """Return whether what stands in a unit's place holds a word of the grammar."""
    return words is not None and not NOT_UNITS.isdisjoint(re.split(r"[ /-]", words.lower()))
