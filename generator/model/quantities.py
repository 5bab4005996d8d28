"""Quantities: numbers as sources give them, with the bounds that they state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from enum import StrEnum
from typing import Final, NamedTuple

from generator.model.units import canonical, is_signed

_EXACT: Final = Context(prec=100)
"""Wide enough that no sum or product of two numbers of the grammar is ever rounded."""

_ZERO: Final = Decimal(0)
_MAX_LENGTH: Final = 100
_MAX_DIGITS: Final = 18
_LEAST_BARE_MARGIN: Final = 1000


class Form(StrEnum):
    """How a quantity is worded, and so which bounds it has around its number N."""

    EXACT = "exact"
    """`6,430`: N itself."""
    ABOUT = "about"
    """`about 6,430`: N ± half its last non-zero place, so 6,425 to 6,435."""
    NEARLY = "nearly"
    """`nearly 300`: from one last non-zero place below N up to, but not including, N: 200 to 300."""
    AT_LEAST = "at least"
    """`at least 300`, `300 or more`, `300+`: N and all above."""
    MORE_THAN = "more than"
    """`more than 300`, `over 300`: all above N."""
    UP_TO = "up to"
    """`up to 300`, `300 or fewer`: 0 to N."""
    AS_HIGH_AS = "as high as"
    """`as high as 300`: 0 to N, said of a number that is contested or still rising."""
    FEWER_THAN = "fewer than"
    """`fewer than 300`: 0 up to, but not including, N."""
    RANGE = "range"
    """`6,000–7,000`: both ends included."""
    MARGIN = "margin"
    """`300 ± 20`, `300 ± 20 %`: N and its margin on both sides."""
    BOUNDED = "bounded"
    """`300 (250–400)`: the source's own best number and its bounds."""
    UNQUANTIFIED = "unquantified"
    """`several thousand`: no number, so no bounds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """All numbers between two bounds; never empty.

    Raises:
        ValueError: if no number lies between the bounds.

    """

    low: Decimal
    high: Decimal | None
    """None where there is no upper bound."""
    low_open: bool = False
    """Whether `low` itself is left out."""
    high_open: bool = False
    """Whether `high` itself is left out."""

    def __post_init__(self) -> None:
        """Refuse bounds between which no number lies."""
        if not self._starts_within(self):
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies within."""
        return self.low == self.high

    def overlaps(self, other: Interval) -> bool:
        """Return whether some number lies in both."""
        return self._starts_within(other) and other._starts_within(self)

    def contains(self, value: Decimal) -> bool:
        """Return whether `value` lies within."""
        return self.overlaps(Interval(low=value, high=value))

    def scaled(self, factor: Decimal) -> Interval:
        """Return the same interval in a unit of which `factor` make one; raise ValueError unless it is positive."""
        if factor <= 0:
            raise ValueError(f"a factor must be positive, not {factor}")
        return Interval(
            low=_EXACT.multiply(self.low, factor),
            high=None if self.high is None else _EXACT.multiply(self.high, factor),
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def _starts_within(self, other: Interval) -> bool:
        """Return whether this lower bound leaves room below the other's upper bound."""
        if other.high is None or self.low < other.high:
            return True
        return self.low == other.high and not (self.low_open or other.high_open)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A number as a source gives it."""

    text: str
    """As written, byte for byte."""
    form: Form
    interval: Interval | None
    """None only where the wording is unquantified."""
    best: Decimal | None
    """The source's own number; none for a range or an unquantified wording, and never computed by us."""
    unit: str | None
    """As written, but for `percent` and `per cent`, which are `%`; None where the text names no unit."""

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read a value of the grammar; raise ValueError, one sentence with a correct example, for any other text."""
        if len(text) > _MAX_LENGTH:
            raise ValueError(f"a value has at most {_MAX_LENGTH} characters; write for example 'about 6,430'")
        with localcontext(_EXACT):
            reading = _read(" ".join(text.split()))
        return cls(text=text, form=reading.form, interval=reading.interval, best=reading.best, unit=reading.unit)


# The grammar.  Each wording below is followed, or preceded, by a number with its unit.

_QUALIFIERS: Final = {
    **dict.fromkeys(("about", "approximately", "around", "roughly", "some"), Form.ABOUT),
    **dict.fromkeys(("nearly", "almost"), Form.NEARLY),
    **dict.fromkeys(("at least", "no fewer than", "no less than"), Form.AT_LEAST),
    **dict.fromkeys(("more than", "over"), Form.MORE_THAN),
    **dict.fromkeys(("up to", "at most", "no more than"), Form.UP_TO),
    **dict.fromkeys(("as high as", "as many as", "as much as"), Form.AS_HIGH_AS),
    **dict.fromkeys(("fewer than", "less than", "under"), Form.FEWER_THAN),
}
_SUFFIXES: Final = {" or more": Form.AT_LEAST, "+": Form.AT_LEAST, " or fewer": Form.UP_TO, " or less": Form.UP_TO}

_ONES: Final = "one two three four five six seven eight nine"
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: Final = {
    **{word: number for number, word in enumerate(f"zero {_ONES} {_TEENS}".split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), start=2)},
}
_EXPONENTS: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

_WORDINGS: Final = (
    *("unknown", "several", "some", "many", "most", "few", "a few", "numerous", "countless", "a handful"),
    *("dozens", "scores", *(f"{power}s" for power in _EXPONENTS)),
    *(f"{some} {power}" for some in ("several", "a few", "many") for power in _EXPONENTS),
    *(f"{tens} of {power}s" for tens in ("tens", "dozens", "scores", "hundreds") for power in _EXPONENTS),
)
"""The closed vocabulary of wordings that give no number; a unit may follow."""

# Words of the grammar are no part of a unit, and nor are abbreviated scales: `5 m` may be metres or millions.
_ABBREVIATIONS: Final = "k m b mn mln bn tn dozen score half odd plus ago and to from between"
_NOT_UNITS: Final = frozenset(
    " ".join([*_QUALIFIERS, *_SUFFIXES, *_WORDINGS, *_WORDS, *_EXPONENTS, _ABBREVIATIONS]).split()
)

_SIGNS: Final = "$€£¥₪₹₺₽₴﷼"
_UNIT: Final = r"°?[^\W\d_]+[²³]?(?:[ /-][^\W\d_]+[²³]?){0,3}"
_SPELLED: Final = rf"(?:{'|'.join(_TENS.split())})[ -](?:{'|'.join(_ONES.split())})|{'|'.join(_WORDS)}"
# Case is folded in ASCII alone (?ai), since Unicode would let `ſ` pass for `s`.
_AMOUNT: Final = re.compile(
    rf"(?P<minus>[-−])?(?:(?P<prefix>[A-Z]{{0,3}}[{_SIGNS}]|[A-Z]{{3}}(?= )) ?)?"
    rf"(?P<numeral>[0-9][0-9.,]*|(?ai:{_SPELLED}))"
    rf"(?P<scale>(?ai:(?: hundred)?(?: (?:{'|'.join(_EXPONENTS)}))?))"
    rf"(?: ?(?P<mark>[%{_SIGNS}])| (?P<words>{_UNIT}))?"
)
_NUMERAL: Final = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_QUALIFIED: Final = re.compile(rf"(?ai:({'|'.join(_QUALIFIERS)})) (.+)")
_SUFFIXED: Final = re.compile(rf"([^±()]+?)(?ai:({'|'.join(map(re.escape, _SUFFIXES))}))( [^±()]+)?")
_UNQUANTIFIED: Final = re.compile(
    rf"(?ai:{'|'.join(sorted(_WORDINGS, key=len, reverse=True))})(?: (?:of )?(?P<words>{_UNIT}))?"
)
_MARGIN: Final = re.compile(r"(.+?) ?(?:±|\+/[-−]) ?(.+)")
_BOUNDED: Final = re.compile(r"([^()]+) \(([^()]+)\)")
_RANGES: Final = (
    re.compile(r"(?ai:between) (.+?) (?ai:and) (.+)"),
    re.compile(r"(?ai:from )?(.+?) (?ai:to) (.+)"),
    re.compile(r"(.+?) ?– ?(.+)"),
    # A hyphen joins words too, so it makes a range only between digits.
    re.compile(rf"([^-−].*?[0-9%{_SIGNS}]) ?- ?([A-Z]*[0-9{_SIGNS}].*)"),
)


class _Amount(NamedTuple):
    """A number before its scale is applied, so that `1.5–2 million` can share it."""

    number: Decimal
    exponent: int
    unit: str | None

    @property
    def value(self) -> Decimal:
        return self.number.scaleb(self.exponent) + _ZERO  # Adding zero writes the number without an exponent.


class _Reading(NamedTuple):
    form: Form
    best: Decimal | None
    interval: Interval | None
    unit: str | None


def _read(text: str) -> _Reading:
    if (match := _UNQUANTIFIED.fullmatch(text)) and not _is_taken(match["words"]):
        return _Reading(Form.UNQUANTIFIED, None, None, _unit(match["words"]))
    if match := _QUALIFIED.fullmatch(text):
        return _bound(_QUALIFIERS[match[1].lower()], _amount(match[2]))
    if match := _SUFFIXED.fullmatch(text):
        return _bound(_SUFFIXES[match[2].lower()], _amount(match[1] + (match[3] or "")))
    return _read_bounds(text) or _bound(Form.EXACT, _amount(text))


def _read_bounds(text: str) -> _Reading | None:
    """Return what a text with two numbers or more says; None where it has but one."""
    if match := _BOUNDED.fullmatch(text):
        return _bounded(_amount(match[1]), match[2])
    if match := _MARGIN.fullmatch(text):
        return _margin(_amount(match[1]), _amount(match[2]))
    ends = _range_ends(text)
    return _range(*ends) if ends else None


def _bound(form: Form, amount: _Amount) -> _Reading:
    """Return the bounds that a wording states around one number."""
    value = amount.value
    if form not in {Form.EXACT, Form.ABOUT} and value < 0:
        raise ValueError(f"'{form}' may bound a negative number from either side; write a range, such as '−3 to −2 %'")
    if form in {Form.NEARLY, Form.FEWER_THAN} and value == 0:
        raise ValueError(f"'{form} 0' leaves no number; write for example 'fewer than 10'")
    match form:
        case Form.ABOUT:
            interval = _around(value, _last_place(value) / 2, amount.unit)
        case Form.NEARLY:
            interval = Interval(low=value - _last_place(value), high=value, high_open=True)
        case Form.AT_LEAST | Form.MORE_THAN:
            interval = Interval(low=value, high=None, low_open=form is Form.MORE_THAN)
        case Form.UP_TO | Form.AS_HIGH_AS | Form.FEWER_THAN:
            interval = Interval(low=_ZERO, high=value, high_open=form is Form.FEWER_THAN)
        case _:
            interval = Interval(low=value, high=value)
    return _Reading(form, value, interval, amount.unit)


def _bounded(best: _Amount, bounds: str) -> _Reading:
    ends = _range_ends(bounds)
    if ends is None:
        raise ValueError(f"{bounds!r} does not bound a number; write for example '300 (250–400)'")
    inner = _range(*ends)
    unit = _common_unit(best.unit, inner.unit)
    if inner.interval is None or not inner.interval.contains(best.value):
        raise ValueError(
            f"{best.value:,f} is not within {bounds!r}; write each with its scale, as in '3 million (2–4 million)'"
        )
    return _Reading(Form.BOUNDED, best.value, inner.interval, unit)


def _margin(best: _Amount, margin: _Amount) -> _Reading:
    if margin.number < 0:
        raise ValueError("a margin reaches to both sides, so it has no sign; write for example '300 ± 20'")
    if margin.unit == "%":
        if best.unit == "%":
            raise ValueError(
                "a margin in % of a number in % may be meant in two ways; write for example '45 % (42–48 %)'"
            )
        spread = abs(best.value) * margin.value.scaleb(-2)
        return _Reading(Form.MARGIN, best.value, _around(best.value, spread, best.unit), best.unit)
    best, margin = _alike(best, margin)
    if best.exponent and not margin.exponent and margin.number < _LEAST_BARE_MARGIN:
        raise ValueError(
            f"the margin {margin.number} may share the number's scale or not; write for example '3 ± 0.5 million'"
        )
    return _Reading(Form.MARGIN, best.value, _around(best.value, margin.value, best.unit), best.unit)


def _range(first: _Amount, second: _Amount) -> _Reading:
    first, second = _alike(first, second)
    if first.value >= second.value:
        raise ValueError(
            f"the range from {first.value:,f} to {second.value:,f} does not rise; "
            "write both ends in full, such as '900,000–1,200,000'"
        )
    return _Reading(Form.RANGE, None, Interval(low=first.value, high=second.value), first.unit)


def _range_ends(text: str) -> tuple[_Amount, _Amount] | None:
    for pattern in _RANGES:
        if match := pattern.fullmatch(text):
            return _amount(match[1]), _amount(match[2])
    return None


def _alike(first: _Amount, second: _Amount) -> tuple[_Amount, _Amount]:
    """Return both amounts with the unit that either names, the first with the second's scale if it has none."""
    unit = _common_unit(first.unit, second.unit)
    return (
        first._replace(unit=unit, exponent=first.exponent or second.exponent),
        second._replace(unit=unit),
    )


def _common_unit(first: str | None, second: str | None) -> str | None:
    if first and second and canonical(first) != canonical(second):
        raise ValueError(f"one value has one unit, not {first!r} and {second!r}; write for example '2–3 days'")
    return second or first


def _around(value: Decimal, spread: Decimal, unit: str | None) -> Interval:
    # What is counted cannot be fewer than none; a change in per cent or in money can.
    least = value - spread
    return Interval(low=least if value < 0 or is_signed(unit) else max(_ZERO, least), high=value + spread)


def _last_place(value: Decimal) -> Decimal:
    """Return the power of ten of the last digit that is not zero: 10 for 6,430, and 1 for 0."""
    return Decimal((0, (1,), int(value.normalize().as_tuple().exponent)))


def _amount(text: str) -> _Amount:
    """Read one number with its scale and unit."""
    match = _AMOUNT.fullmatch(text)
    if match is None or _is_taken(match["words"]) or (match["prefix"] and (match["mark"] or match["words"])):
        raise ValueError(
            f"{text!r} is not a number with a unit; write for example '6,430', 'about 22 days' or '$1.2 billion'"
        )
    number = _number(match["numeral"], scaled=bool(match["scale"]))
    return _Amount(
        -number if match["minus"] else number,
        sum(_EXPONENTS[word] for word in match["scale"].lower().split()),
        _unit(match["prefix"] or match["mark"] or match["words"]),
    )


def _number(numeral: str, *, scaled: bool) -> Decimal:
    """Read digits or words; `scaled` says that a scale follows, so that a point cannot be meant to group digits."""
    if not numeral[0].isdigit():
        return Decimal(sum(_WORDS[word] for word in numeral.lower().replace("-", " ").split()))
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


def _unit(written: str | None) -> str | None:
    return "%" if written is not None and written.lower() in {"percent", "per cent"} else written


def _is_taken(words: str | None) -> bool:
    """Return whether what stands in a unit's place holds a word of the grammar."""
    return words is not None and not _NOT_UNITS.isdisjoint(re.split(r"[ /-]", words.lower()))
