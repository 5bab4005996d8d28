"""Units: which numbers may be compared, and by what factor."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.units import canonical, is_signed


@pytest.mark.parametrize(
    ("unit", "expected", "factor"),
    [
        ("days", "minutes", "1440"),
        ("day", "minutes", "1440"),
        ("weeks", "minutes", "10080"),
        ("hours", "minutes", "60"),
        ("Minutes", "minutes", "1"),
        ("months", "months", "1"),
        ("years", "months", "12"),
        ("people", "people", "1"),
        ("persons", "people", "1"),
        ("%", "%", "1"),
        ("percent", "%", "1"),
        ("per  cent", "%", "1"),
        ("share", "%", "100"),
        ("km", "km", "1"),
        ("kilometers", "km", "1"),
        ("metres", "km", "0.001"),
        ("miles", "km", "1.609344"),
        ("$", "USD", "1"),
        ("US$", "USD", "1"),
        ("usd", "USD", "1"),
        ("dollars", "USD", "1"),
        ("€", "EUR", "1"),
        ("euros", "EUR", "1"),
        ("ILS", "ILS", "1"),
        ("Iranian rials", "IRR", "1"),
        ("Deaths", "death", "1"),
        ("cities", "city", "1"),
        ("branches", "branch", "1"),
        ("Olympus", "olympus", "1"),
        ("percentage points", "percentage point", "1"),
    ],
)
def test_canonical(unit: str, expected: str, factor: str) -> None:
    """A unit has one canonical unit and an exact factor, whatever its case and number."""
    assert canonical(unit) == (expected, Decimal(factor))


@pytest.mark.parametrize(("one", "other"), [("days", "months"), ("$", "€"), ("%", "percentage points"), ("¥", "yen")])
def test_different_dimensions(one: str, other: str) -> None:
    """What no fixed factor ties together is never compared."""
    assert canonical(one)[0] != canonical(other)[0]


@given(st.text() | st.sampled_from(("days", "ILS", "classes", "years", "US$", "people")))
def test_canonical_is_stable(unit: str) -> None:
    """A canonical unit is its own canonical unit, with factor 1."""
    first, factor = canonical(unit)
    assert factor > 0
    assert canonical(first) == (first, Decimal(1))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("%", True), ("percent", True), ("$", True), ("people", False), ("days", False), (None, False)],
)
def test_signed_units(unit: str | None, *, expected: bool) -> None:
    """Shares and amounts can lie below zero, what is counted cannot."""
    assert is_signed(unit) is expected
