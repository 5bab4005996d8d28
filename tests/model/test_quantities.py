"""Quantities: numbers as sources give them, with the bounds that they state."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.intervals import Interval
from generator.model.quantities import Quantity
from generator.model.wordings import Form
from tests.strategies import intervals, numbers, numerals, quantities, quantity_texts, soups

INFINITE = "∞"

# text, form, bounds as mathematicians write them, the source's own number, unit
VALUES = [
    ("6,430", "exact", "[6430, 6430]", "6430", None),
    ("6430", "exact", "[6430, 6430]", "6430", None),
    ("1,234,567.5", "exact", "[1234567.5, 1234567.5]", "1234567.5", None),
    ("0", "exact", "[0, 0]", "0", None),
    ("three", "exact", "[3, 3]", "3", None),
    ("Twenty-two days", "exact", "[22, 22]", "22", "days"),
    ("three hundred", "exact", "[300, 300]", "300", None),
    ("three hundred thousand", "exact", "[300000, 300000]", "300000", None),
    ("22 days", "exact", "[22, 22]", "22", "days"),
    ("1.234 million", "exact", "[1234000, 1234000]", "1234000", None),
    ("$1.2 billion", "exact", "[1200000000, 1200000000]", "1200000000", "$"),
    ("US$ 3 trillion", "exact", "[3000000000000, 3000000000000]", "3000000000000", "US$"),
    ("USD 5", "exact", "[5, 5]", "5", "USD"),
    ("5 €", "exact", "[5, 5]", "5", "€"),
    ("3 %", "exact", "[3, 3]", "3", "%"),
    ("3%", "exact", "[3, 3]", "3", "%"),
    ("3 percent", "exact", "[3, 3]", "3", "%"),
    ("3 per cent", "exact", "[3, 3]", "3", "%"),
    ("0.125 %", "exact", "[0.125, 0.125]", "0.125", "%"),
    ("-3 %", "exact", "[-3, -3]", "-3", "%"),
    ("−3 %", "exact", "[-3, -3]", "-3", "%"),
    ("−$3 billion", "exact", "[-3000000000, -3000000000]", "-3000000000", "$"),
    ("40 square kilometres", "exact", "[40, 40]", "40", "square kilometres"),
    ("about 6,430", "about", "[6425, 6435]", "6430", None),
    ("about 300", "about", "[250, 350]", "300", None),
    ("about 22 days", "about", "[21.5, 22.5]", "22", "days"),
    ("about 0.5", "about", "[0.45, 0.55]", "0.5", None),
    ("about 0", "about", "[0, 0.5]", "0", None),
    ("about −3 %", "about", "[-3.5, -2.5]", "-3", "%"),
    ("approximately 1.2 million", "about", "[1150000, 1250000]", "1200000", None),
    ("around three hundred", "about", "[250, 350]", "300", None),
    ("roughly 70", "about", "[65, 75]", "70", None),
    ("some 300 people", "about", "[250, 350]", "300", "people"),
    ("nearly 300", "nearly", "[200, 300)", "300", None),
    ("almost 6,430", "nearly", "[6420, 6430)", "6430", None),
    ("at least 3,428 protesters", "at least", "[3428, ∞)", "3428", "protesters"),
    ("no fewer than 9", "at least", "[9, ∞)", "9", None),
    ("3,000 or more", "at least", "[3000, ∞)", "3000", None),
    ("3,000 or more people", "at least", "[3000, ∞)", "3000", "people"),
    ("3,000 people or more", "at least", "[3000, ∞)", "3000", "people"),
    ("3,000+", "at least", "[3000, ∞)", "3000", None),
    ("more than 100", "more than", "(100, ∞)", "100", None),
    ("Over 10,681", "more than", "(10681, ∞)", "10681", None),
    ("up to 300", "up to", "[0, 300]", "300", None),
    ("no more than 300", "up to", "[0, 300]", "300", None),
    ("300 or fewer", "up to", "[0, 300]", "300", None),
    ("as high as 4,519", "as high as", "[0, 4519]", "4519", None),
    ("fewer than 300", "fewer than", "[0, 300)", "300", None),
    ("less than 3 %", "fewer than", "[0, 3)", "3", "%"),
    ("under 5 hours", "fewer than", "[0, 5)", "5", "hours"),
    ("6,000–7,000", "range", "[6000, 7000]", None, None),
    ("6,000-7,000", "range", "[6000, 7000]", None, None),
    ("6,000 to 7,000", "range", "[6000, 7000]", None, None),
    ("between 6,000 and 7,000", "range", "[6000, 7000]", None, None),
    ("from three to five days", "range", "[3, 5]", None, "days"),
    ("1.5–2 million", "range", "[1500000, 2000000]", None, None),
    ("800 thousand–1.2 million", "range", "[800000, 1200000]", None, None),
    ("$1–2 billion", "range", "[1000000000, 2000000000]", None, "$"),
    ("1 day to 3 days", "range", "[1, 3]", None, "days"),
    ("30 %–40 %", "range", "[30, 40]", None, "%"),
    ("−3 to −1 %", "range", "[-3, -1]", None, "%"),
    ("300 ± 20", "margin", "[280, 320]", "300", None),
    ("300 ± 20 %", "margin", "[240, 360]", "300", None),
    ("300 +/- 20", "margin", "[280, 320]", "300", None),
    ("22 ± 2 days", "margin", "[20, 24]", "22", "days"),
    ("$1.2 billion ± 10 %", "margin", "[1080000000, 1320000000]", "1200000000", "$"),
    ("1.2 ± 0.1 billion", "margin", "[1100000000, 1300000000]", "1200000000", None),
    ("3 million ± 50,000", "margin", "[2950000, 3050000]", "3000000", None),
    ("10 ± 50", "margin", "[0, 60]", "10", None),
    ("2 % ± 3", "margin", "[-1, 5]", "2", "%"),
    ("36,500 (30,000–40,000)", "bounded", "[30000, 40000]", "36500", None),
    ("1.5 million (1.2–1.8 million)", "bounded", "[1200000, 1800000]", "1500000", None),
    ("45 % (42 to 48)", "bounded", "[42, 48]", "45", "%"),
    ("several thousand", "unquantified", None, None, None),
    ("Several thousand people", "unquantified", None, None, "people"),
    ("tens of thousands", "unquantified", None, None, None),
    ("hundreds", "unquantified", None, None, None),
    ("dozens of people", "unquantified", None, None, "people"),
    ("a few days", "unquantified", None, None, "days"),
    ("some", "unquantified", None, None, None),
    ("some people", "unquantified", None, None, "people"),
    ("several percent", "unquantified", None, None, "%"),
    ("unknown", "unquantified", None, None, None),
]

# text, what the message says
REFUSED = [
    ("", "not a number"),
    ("none", "not a number"),
    ("6,43", "'6,43' is not a plain number"),
    ("1.234.567", "groups of three"),
    ("6,4300", "groups of three"),
    ("1,23,456", "groups of three"),
    ("007", "plain number"),
    ("5.", "plain number"),
    ("9" * 19, "at most 18"),
    ("6.430", "write '6,430' or '6.4300'"),
    ("6 430", "not a number with a unit"),
    (".5", "not a number"),
    ("1e5", "not a number"),
    ("۶۴۳۰", "not a number"),
    ("NaN", "not a number"),
    ("Infinity", "not a number"),
    ("22-day", "'22-day' is not a number with a unit"),
    ("5 m", "not a number with a unit"),
    ("1.2 bn", "not a number with a unit"),
    ("many more", "not a number with a unit"),
    ("leſs than 5", "not a number with a unit"),
    ("ſeveral people", "not a number with a unit"),
    ("$5 million dollars", "not a number with a unit"),
    ("at least about 6,800", "'about 6,800' is not a number"),
    ("about 6,000–7,000", "'6,000–7,000' is not a number"),
    ("at least −3 %", "from either side"),
    ("fewer than 0", "leaves no number"),
    ("7,000–6,000", "does not rise"),
    ("5–5", "does not rise"),
    ("500,000 to 1.5 million", "500,000,000,000 to 1,500,000 does not rise"),
    ("2 hours to 3 days", "one unit"),
    ("45 % ± 3 %", "two ways"),
    ("1.2 billion ± 0.1", "share the number's scale"),
    ("300 ± −5", "no sign"),
    ("300 (about)", "does not bound"),
    ("1.5 million (1.2–1.8)", "not within"),
    ("9" * 101, "at most 100"),
]

# Texts that would take a regular expression that backtracks for ever.
TRAPS = [
    "9," * 50,
    "1.9" * 33,
    "a-" * 50,
    "about " * 16,
    "± " * 50,
    "(" * 100,
    "9 to " * 20,
    "–" * 100,
    "x or more " * 10,
]


def written(interval: Interval | None) -> str | None:
    """Return an interval as mathematicians write it, such as `[200, 300)`."""
    if interval is None:
        return None
    high = INFINITE if interval.high is None else f"{interval.high.normalize():f}"
    closing = ")" if interval.high is None or interval.high_open else "]"
    return f"{'(' if interval.low_open else '['}{interval.low.normalize():f}, {high}{closing}"


@pytest.mark.parametrize(("text", "form", "bounds", "best", "unit"), VALUES)
def test_values(text: str, form: str, bounds: str | None, best: str | None, unit: str | None) -> None:
    """Each wording of the grammar states its bounds, its own number and its unit."""
    quantity = Quantity.parse(text)
    assert (quantity.form, written(quantity.interval), quantity.unit) == (form, bounds, unit)
    assert quantity.best == (None if best is None else Decimal(best))
    assert quantity.text == text


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_refused(text: str, says: str) -> None:
    """What is ambiguous or malformed is refused in one sentence with a correct example, never guessed."""
    with pytest.raises(ValueError, match="; write ") as refusal:
        Quantity.parse(text)
    assert says in str(refusal.value)
    assert "'" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@given(
    st.text() | soups("6,430", "1.5", "-", "–", " ", "about ", " or more", "±", "(", ")", " million", "%", "$", "some")
)
@example("sİx")
@example("5 İ or more")
@example("²")
def test_parse_is_total(text: str) -> None:
    """Any text is either read or refused with ValueError; no other exception leaves."""
    with suppress(ValueError):
        assert Quantity.parse(text).text == text


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    """A text made to confuse is refused as any other."""
    with pytest.raises(ValueError, match="write for example"):
        Quantity.parse(text)


@given(quantity_texts(), st.sampled_from(("", " ", "\u00a0", "\u202f")))
def test_text_is_kept(text: str, space: str) -> None:
    """The text is kept byte for byte, and spaces around it change nothing else."""
    bare, spaced = Quantity.parse(text), Quantity.parse(space + text + space)
    assert spaced.text == space + text + space
    assert (bare.form, bare.interval, bare.best, bare.unit) == (spaced.form, spaced.interval, spaced.best, spaced.unit)


@given(quantity_texts())
def test_ambient_precision_is_ignored(text: str) -> None:
    """Bounds are exact whatever precision the surroundings have set."""
    with localcontext(prec=2):
        rough = Quantity.parse(text)
    assert rough == Quantity.parse(text)


@given(quantities())
def test_unquantified_has_no_bounds(quantity: Quantity) -> None:
    """Only an unquantified wording has no bounds, and it never has a number."""
    assert (quantity.interval is None) == (quantity.form is Form.UNQUANTIFIED)
    assert quantity.interval is not None or quantity.best is None


@given(quantities())
def test_best_lies_at_or_within_the_bounds(quantity: Quantity) -> None:
    """The source's own number lies within its bounds, or is the end that a wording leaves out."""
    if quantity.best is None or quantity.interval is None:
        return
    excluded = {Form.NEARLY, Form.MORE_THAN, Form.FEWER_THAN}
    assert quantity.interval.contains(quantity.best) == (quantity.form not in excluded)


@given(quantities())
def test_counts_are_not_negative(quantity: Quantity) -> None:
    """No wording of a number that is not negative allows a count below zero."""
    if quantity.interval is not None and quantity.unit != "%":
        assert quantity.interval.low >= 0


@given(numerals())
def test_at_least_is_unbounded(numeral: str) -> None:
    """`At least N` contains whatever is above N; `more than N` does not contain N."""
    at_least, more_than = (Quantity.parse(f"{wording} {numeral}").interval for wording in ("at least", "more than"))
    number = Decimal(numeral.replace(",", ""))
    assert at_least == Interval(low=number, high=None)
    assert more_than == Interval(low=number, high=None, low_open=True)


@given(numerals())
def test_about_contains_exact(numeral: str) -> None:
    """`About N` allows N and lies between `nearly N` and what is as far above."""
    exact, about, nearly = (Quantity.parse(wording + numeral).interval for wording in ("", "about ", "nearly "))
    assert exact is not None
    assert about is not None
    assert nearly is not None
    assert exact.is_point
    assert about.overlaps(exact)
    assert about.overlaps(nearly)
    assert not nearly.overlaps(exact)


@given(intervals(), intervals())
def test_overlap_is_symmetric(one: Interval, other: Interval) -> None:
    """If one interval overlaps another, the other overlaps it."""
    assert one.overlaps(one)
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals(), intervals(), st.integers(-25, 35), st.sampled_from((Decimal(0), Decimal("0.5"))))
def test_a_common_number_is_an_overlap(one: Interval, other: Interval, whole: int, part: Decimal) -> None:
    """Intervals that contain one number overlap."""
    if one.contains(whole + part) and other.contains(whole + part):
        assert one.overlaps(other)


@given(intervals(), intervals(), numbers())
def test_scaling_preserves_overlap(one: Interval, other: Interval, factor: Decimal) -> None:
    """Converting two intervals to another unit neither makes nor ends an overlap."""
    assert one.scaled(factor).overlaps(other.scaled(factor)) == one.overlaps(other)


@pytest.mark.parametrize("factor", [0, -1])
def test_factors_are_positive(factor: int) -> None:
    """An interval is scaled by a positive factor alone."""
    with pytest.raises(ValueError, match="must be positive"):
        Interval(low=Decimal(1), high=None).scaled(Decimal(factor))


@pytest.mark.parametrize(("low", "high", "low_open"), [(2, 1, False), (1, 1, True)])
def test_intervals_are_never_empty(low: int, high: int, *, low_open: bool) -> None:
    """Bounds between which no number lies are refused."""
    with pytest.raises(ValueError, match="no number lies between"):
        Interval(low=Decimal(low), high=Decimal(high), low_open=low_open)
