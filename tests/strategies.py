"""What property tests draw from: values of the model, and the texts that give them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.intervals import Interval
from generator.model.quantities import Quantity

UNITS = ("", " people", " days", " %", " deaths")
ONE_SIDED = ("at least", "more than", "up to", "as high as", "fewer than", "nearly")


def numbers() -> st.SearchStrategy[Decimal]:
    """Draw numbers above zero, whole or with one or two decimals."""
    whole = st.integers(1, 10**9).map(Decimal)
    return (
        whole | st.decimals(Decimal("0.01"), Decimal(10**6), places=2) | st.sampled_from((Decimal(300), Decimal(6430)))
    )


@st.composite
def numerals(draw: st.DrawFn) -> str:
    """Draw a number above zero as an article prints it, with its digits grouped or not."""
    return format(draw(numbers()), draw(st.sampled_from((",f", "f"))))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw intervals of every kind: points, open at either end, without an upper bound."""
    low = draw(st.integers(-20, 20))
    width = draw(st.none() | st.integers(0, 10))
    is_wide = width != 0
    return Interval(
        low=Decimal(low),
        high=None if width is None else Decimal(low + width),
        low_open=is_wide and draw(st.booleans()),
        high_open=width is not None and is_wide and draw(st.booleans()),
    )


@st.composite
def quantity_texts(draw: st.DrawFn) -> str:
    """Draw values of every form of the grammar."""
    low, high = sorted(draw(st.lists(st.integers(1, 10**6), min_size=2, max_size=2, unique=True)))
    numeral, unit = draw(numerals()), draw(st.sampled_from(UNITS))
    return draw(
        st.sampled_from(
            (
                f"{numeral}{unit}",
                f"about {numeral}{unit}",
                f"{draw(st.sampled_from(ONE_SIDED))} {numeral}{unit}",
                f"{numeral} or more{unit}",
                f"${numeral} million",
                f"{low:,}–{high:,}{unit}",
                f"between {low} and {high}{unit}",
                f"{low} ± {high}",
                f"{low} ± 20 %",
                f"{high} ({low}–{high})",
                draw(st.sampled_from(("several thousand people", "a few days", "dozens"))),
                "unknown",
            )
        )
    )


def quantities() -> st.SearchStrategy[Quantity]:
    """Draw quantities of every form."""
    return quantity_texts().map(Quantity.parse)


def days() -> st.SearchStrategy[date]:
    """Draw days that a briefing can speak of."""
    return st.dates(date(1990, 1, 1), date(2040, 12, 31)) | st.dates(date(2026, 1, 20), date(2026, 3, 10))


@st.composite
def plain_date_texts(draw: st.DrawFn) -> str:
    """Draw days, months, years, decades and centuries, without a qualifier."""
    day = draw(days()).isoformat()
    return draw(st.sampled_from((day, day, day[:7], f"{day[:7]}-XX", day[:4], f"{day[:3]}X", f"{day[:2]}XX")))


@st.composite
def date_texts(draw: st.DrawFn) -> str:
    """Draw dates of every shape: single, with a time, spans and sets, open and qualified."""
    first = draw(days())
    last = first + timedelta(days=draw(st.integers(0, 900)))
    start, end = (day.isoformat()[: draw(st.sampled_from((4, 7, 10)))] + draw(_qualifiers()) for day in (first, last))
    single = draw(plain_date_texts()) + draw(_qualifiers())
    return draw(
        st.sampled_from(
            (
                single,
                f"{first.isoformat()}T10:30+03:00",
                f"{start}/{end}",
                f"{start}/..",
                f"{start}/",
                f"../{end}",
                f"[{start}..{end}]",
                f"[{start}..]",
                f"[..{end}]",
                f"[{start},{end}]",
                f"[{end}, {single}, {start}]",
            )
        )
    )


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Draw dates of every shape."""
    return date_texts().map(PartialDate.parse)


def soups(*words: str) -> st.SearchStrategy[str]:
    """Draw texts stirred together from words of a grammar, most of which it must refuse."""
    return st.lists(st.sampled_from(words) | st.text(max_size=2), max_size=12).map("".join)


def _qualifiers() -> st.SearchStrategy[str]:
    return st.sampled_from(("", "", "~", "?", "%"))
