"""Quantities: numbers as sources give them, with the bounds that they state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from generator.model.amounts import SIGNS, UNIT, Amount, is_taken, read_amount, unit_of
from generator.model.intervals import EXACT, Interval
from generator.model.units import canonical, is_signed
from generator.model.wordings import QUALIFIERS, SUFFIXES, WORDINGS, Form

_ZERO: Final = Decimal(0)
_MAX_LENGTH: Final = 100
_LEAST_BARE_MARGIN: Final = 1000

_QUALIFIED: Final = re.compile(rf"(?ai:({'|'.join(QUALIFIERS)})) (.+)")
_SUFFIXED: Final = re.compile(rf"([^±()]+?)(?ai:({'|'.join(map(re.escape, SUFFIXES))}))( [^±()]+)?")
_UNQUANTIFIED: Final = re.compile(
    rf"(?ai:{'|'.join(sorted(WORDINGS, key=len, reverse=True))})(?: (?:of )?(?P<words>{UNIT}))?"
)
_MARGIN: Final = re.compile(r"(.+?) ?(?:±|\+/[-−]) ?(.+)")
_BOUNDED: Final = re.compile(r"([^()]+) \(([^()]+)\)")
_RANGES: Final = (
    re.compile(r"(?ai:between) (.+?) (?ai:and) (.+)"),
    re.compile(r"(?ai:from )?(.+?) (?ai:to) (.+)"),
    re.compile(r"(.+?) ?– ?(.+)"),
    # A hyphen joins words too, so it makes a range only between digits.
    re.compile(rf"([^-−].*?[0-9%{SIGNS}]) ?- ?([A-Z]*[0-9{SIGNS}].*)"),
)


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
        with localcontext(EXACT):
            reading = _read(" ".join(text.split()))
        return cls(text=text, form=reading.form, interval=reading.interval, best=reading.best, unit=reading.unit)


class _Reading(NamedTuple):
    form: Form
    best: Decimal | None
    interval: Interval | None
    unit: str | None


def _read(text: str) -> _Reading:
    if (match := _UNQUANTIFIED.fullmatch(text)) and not is_taken(match["words"]):
        return _Reading(Form.UNQUANTIFIED, None, None, unit_of(match["words"]))
    if match := _QUALIFIED.fullmatch(text):
        return _bound(QUALIFIERS[match[1].lower()], read_amount(match[2]))
    if match := _SUFFIXED.fullmatch(text):
        return _bound(SUFFIXES[match[2].lower()], read_amount(match[1] + (match[3] or "")))
    return _read_bounds(text) or _bound(Form.EXACT, read_amount(text))


def _read_bounds(text: str) -> _Reading | None:
    """Return what a text with two numbers or more says; None where it has but one."""
    if match := _BOUNDED.fullmatch(text):
        return _bounded(read_amount(match[1]), match[2])
    if match := _MARGIN.fullmatch(text):
        return _margin(read_amount(match[1]), read_amount(match[2]))
    ends = _range_ends(text)
    return _range(*ends) if ends else None


def _bound(form: Form, amount: Amount) -> _Reading:
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


def _bounded(best: Amount, bounds: str) -> _Reading:
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


def _margin(best: Amount, margin: Amount) -> _Reading:
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


def _range(first: Amount, second: Amount) -> _Reading:
    first, second = _alike(first, second)
    if first.value >= second.value:
        raise ValueError(
            f"the range from {first.value:,f} to {second.value:,f} does not rise; "
            "write both ends in full, such as '900,000–1,200,000'"
        )
    return _Reading(Form.RANGE, None, Interval(low=first.value, high=second.value), first.unit)


def _range_ends(text: str) -> tuple[Amount, Amount] | None:
    for pattern in _RANGES:
        if match := pattern.fullmatch(text):
            return read_amount(match[1]), read_amount(match[2])
    return None


def _alike(first: Amount, second: Amount) -> tuple[Amount, Amount]:
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
