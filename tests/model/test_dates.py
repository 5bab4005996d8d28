"""Dates as sources know them, with the bounds that the text allows and no day invented."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.dates import PartialDate, parse_days
from tests.strategies import date_texts, days, partial_dates, plain_date_texts, soups

# text, first and last day, precision, in plain English
DATES = [
    ("2026-02-03", "2026-02-03", "2026-02-03", "day", "3 February 2026"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "day", "29 February 2024"),
    ("2026-02", "2026-02-01", "2026-02-28", "month", "February 2026"),
    ("2026-02-XX", "2026-02-01", "2026-02-28", "month", "February 2026"),
    ("2026", "2026-01-01", "2026-12-31", "year", "2026"),
    ("2026-XX", "2026-01-01", "2026-12-31", "year", "2026"),
    ("2026-XX-XX", "2026-01-01", "2026-12-31", "year", "2026"),
    ("202X", "2020-01-01", "2029-12-31", "decade", "the 2020s"),
    ("20XX", "2000-01-01", "2099-12-31", "century", "between 1 January 2000 and 31 December 2099"),
    ("2026-02-03~", "2026-02-02", "2026-02-04", "day", "about 3 February 2026"),
    ("2026-03-01~", "2026-02-28", "2026-03-02", "day", "about 1 March 2026"),
    ("2026-02?", "2026-01-01", "2026-03-31", "month", "probably February 2026"),
    ("2026-12~", "2026-11-01", "2027-01-31", "month", "about December 2026"),
    ("2026%", "2025-01-01", "2027-12-31", "year", "perhaps about 2026"),
    ("202X~", "2010-01-01", "2039-12-31", "decade", "about the 2020s"),
    ("2026-02-06T10:00", "2026-02-06", "2026-02-06", "day", "6 February 2026, 10:00"),
    ("2026-02-06T10:00Z", "2026-02-06", "2026-02-06", "day", "6 February 2026, 10:00 UTC"),
    ("2026-02-06T23:30:15+03:30", "2026-02-06", "2026-02-06", "day", "6 February 2026, 23:30:15 UTC+03:30"),
    ("2025-06-13/2025-06-24", "2025-06-13", "2025-06-24", "day", "13–24 June 2025"),
    ("2025-02-27/2025-03-03", "2025-02-27", "2025-03-03", "day", "27 February – 3 March 2025"),
    ("2025-12-28/2026-01-03", "2025-12-28", "2026-01-03", "day", "28 December 2025 – 3 January 2026"),
    ("2026-02-03/2026-02-03", "2026-02-03", "2026-02-03", "day", "3 February 2026"),
    ("2026-01/2026-03", "2026-01-01", "2026-03-31", "month", "January–March 2026"),
    ("2024/2026", "2024-01-01", "2026-12-31", "year", "2024–2026"),
    ("2026-02/2026-03-10", "2026-02-01", "2026-03-10", "month", "from February 2026 to 10 March 2026"),
    ("2025-06-13~/2025-06-24", "2025-06-12", "2025-06-24", "day", "from about 13 June 2025 to 24 June 2025"),
    ("2025-12-28/..", "2025-12-28", None, "day", "from 28 December 2025"),
    ("2025-12-28/", "2025-12-28", None, "day", "from 28 December 2025"),
    ("../2026-02", None, "2026-02-28", "month", "until February 2026"),
    ("/2026-02-03?", None, "2026-02-04", "day", "until probably 3 February 2026"),
    ("[2026-02-03..2026-02-05]", "2026-02-03", "2026-02-05", "day", "between 3 and 5 February 2026"),
    ("[2025-02-27..2025-03-03]", "2025-02-27", "2025-03-03", "day", "between 27 February and 3 March 2025"),
    ("[2026-02-03..]", "2026-02-03", None, "day", "no earlier than 3 February 2026"),
    ("[..2026-02-03]", None, "2026-02-03", "day", "no later than 3 February 2026"),
    ("[2026-02-03,2026-02-05]", "2026-02-03", "2026-02-05", "day", "3 or 5 February 2026"),
    ("[2026-02-05, 2026-02-03]", "2026-02-03", "2026-02-05", "day", "5 or 3 February 2026"),
    ("[2025-02-27,2025-03-01,2025-03-03]", "2025-02-27", "2025-03-03", "day", "27 February, 1 or 3 March 2025"),
    ("[2026-02-03~,2026-02-05]", "2026-02-02", "2026-02-05", "day", "about 3 February 2026 or 5 February 2026"),
    ("[2026-02,2026-03]", "2026-02-01", "2026-03-31", "month", "February or March 2026"),
]

# The first days of the years 1404 and 1405, and the leap day of 1403, as the Iranian calendar prints them.
PERSIAN_DATES = [
    ("1404-01-01", "2025-03-21", "2025-03-21", "21 March 2025"),
    ("1405-01-01", "2026-03-21", "2026-03-21", "21 March 2026"),
    ("1403-12-30", "2025-03-20", "2025-03-20", "20 March 2025"),
    ("1357-11-22", "1979-02-11", "1979-02-11", "11 February 1979"),
    ("1404-11-14T10:00", "2026-02-03", "2026-02-03", "3 February 2026, 10:00"),
    ("1404-11", "2026-01-21", "2026-02-19", "between 21 January and 19 February 2026"),
    ("1404-11~", "2025-12-22", "2026-03-20", "between about 21 January and 19 February 2026"),
    ("1404", "2025-03-21", "2026-03-20", "between 21 March 2025 and 20 March 2026"),
    ("1404-10-08/1404-11-14", "2025-12-29", "2026-02-03", "29 December 2025 – 3 February 2026"),
    ("[1404-11-14,1404-11-16]", "2026-02-03", "2026-02-05", "3 or 5 February 2026"),
]

# text, calendar, what the message says
REFUSED = [
    ("", "gregorian", "is not a date"),
    ("yesterday", "gregorian", "is not a date"),
    ("3 February 2026", "gregorian", "is not a date"),
    ("2026-2-3", "gregorian", "is not a date"),
    ("2026-02-03T25:00", "gregorian", "is not a date"),
    ("2026-02-03T10:00~", "gregorian", "is not a date"),
    ("2026-02-03/2026-02-05/2026-02-07", "gregorian", "is not a date"),
    ("2026../2027", "gregorian", "is not a date"),
    ("2026-XX-03", "gregorian", "is not a date"),
    ("202X-02", "gregorian", "is not a date"),
    ("~2026", "gregorian", "is not a date"),
    ("{2026,2027}", "gregorian", "is not a date"),
    ("Y17000", "gregorian", "is not a date"),
    ("٢٠٢٦", "gregorian", "is not a date"),
    ("2026-02-30", "gregorian", "'2026-02-30' does not exist in the Gregorian calendar"),
    ("2026-02-29", "gregorian", "does not exist"),
    ("2026-13", "gregorian", "does not exist"),
    ("2026-00", "gregorian", "does not exist"),
    ("2026-21", "gregorian", "is a season"),
    ("0026", "gregorian", "years 1000 to 2999"),
    ("2026-02-05/2026-02-03", "gregorian", "ends before it starts"),
    ("[2026-03..2026-02]", "gregorian", "ends before it starts"),
    ("../..", "gregorian", "neither start nor end"),
    ("/", "gregorian", "neither start nor end"),
    ("[..]", "gregorian", "neither start nor end"),
    ("[2026-02-03]", "gregorian", "a set of one date"),
    ("2" * 101, "gregorian", "too long"),
    ("1404-12-30", "persian", "does not exist in the Persian calendar; write for example '1404-11-14'"),
    ("1404-13-01", "persian", "does not exist"),
    ("2026-02-03", "persian", "years 1200 to 1500"),
    ("2026-02-03", "lunar", "is not a calendar"),
]


def isoformat(day: date | None) -> str | None:
    """Return a day as the tables above write it."""
    return None if day is None else day.isoformat()


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "shown"), DATES)
def test_dates(text: str, earliest: str | None, latest: str | None, precision: str, shown: str) -> None:
    """Each shape of the notation has its bounds and its words."""
    moment = PartialDate.parse(text)
    assert (*map(isoformat, moment.bounds), moment.precision) == (earliest, latest, precision)
    assert moment.display() == shown
    assert moment.text == text


@pytest.mark.parametrize(("text", "earliest", "latest", "shown"), PERSIAN_DATES)
def test_persian_dates(text: str, earliest: str, latest: str, shown: str) -> None:
    """A Solar Hijri date has Gregorian bounds, and is shown as such."""
    moment = PartialDate.parse(text, "persian")
    assert (*map(isoformat, moment.bounds), moment.display()) == (earliest, latest, shown)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2026", False, False),
        ("2026~", True, False),
        ("2026?", False, True),
        ("2026%", True, True),
        ("2025?/2026~", True, True),
    ],
)
def test_qualifiers(text: str, *, approximate: bool, uncertain: bool) -> None:
    """`~` is approximate, `?` uncertain, `%` both."""
    moment = PartialDate.parse(text)
    assert (moment.approximate, moment.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "expected"), [("2025/2026", True), ("2025/..", True), ("[2025..2026]", False), ("2025", False)]
)
def test_spans(text: str, *, expected: bool) -> None:
    """A span lasts from one date to another; a set is one date among several."""
    assert PartialDate.parse(text).is_span is expected


@pytest.mark.parametrize(
    ("text", "time"), [("2026-02-06T10:00", "10:00"), ("2026-02-06T10:00Z", "10:00Z"), ("2026-02-06", None)]
)
def test_time(text: str, time: str | None) -> None:
    """A time of day is kept as written."""
    assert PartialDate.parse(text).time == time


@pytest.mark.parametrize(("text", "calendar", "says"), REFUSED)
def test_refused(text: str, calendar: str, says: str) -> None:
    """What is no date, or a day that never was, is refused in one sentence with a correct example."""
    with pytest.raises(ValueError, match=r"; write .*'$") as refusal:
        PartialDate.parse(text, calendar)
    assert says in str(refusal.value)


@given(
    st.text() | soups("2026", "-02", "-03", "X", "~", "/", "..", "[", "]", ",", "T10:00", "1404"),
    st.sampled_from(("gregorian", "persian")),
)
@example("2999-12-31~", "gregorian")
@example("1000~", "gregorian")
@example("15XX%", "persian")
@example("12XX%", "persian")
def test_parse_is_total(text: str, calendar: str) -> None:
    """Any text is either read and shown, or refused with ValueError; no other exception leaves."""
    with suppress(ValueError):
        moment = PartialDate.parse(text, calendar)
        assert moment.text == text
        assert moment.display()


@given(date_texts())
def test_reading_twice_gives_the_same(text: str) -> None:
    """The text is kept byte for byte, and reading it again gives the same date."""
    moment = PartialDate.parse(text)
    assert moment.text == text
    assert PartialDate.parse(moment.text) == moment


@given(partial_dates())
def test_bounds_are_ordered(moment: PartialDate) -> None:
    """The first day is never after the last, and at least one of them is known."""
    earliest, latest = moment.bounds
    assert earliest or latest
    assert earliest is None or latest is None or earliest <= latest


@given(plain_date_texts(), st.sampled_from("~?%"))
def test_qualifiers_widen(text: str, qualifier: str) -> None:
    """A qualifier moves both bounds apart, and never inwards."""
    plain, qualified = PartialDate.parse(text), PartialDate.parse(text + qualifier)
    assert plain.earliest is not None
    assert plain.latest is not None
    assert qualified.earliest is not None
    assert qualified.latest is not None
    assert qualified.earliest < plain.earliest <= plain.latest < qualified.latest


@given(days())
def test_a_day_is_itself(day: date) -> None:
    """A day has itself for bounds, whether given or read."""
    assert PartialDate.day(day) == PartialDate.parse(day.isoformat())
    assert PartialDate.day(day).bounds == (day, day)


@given(days(), st.integers(1, 12))
def test_months_and_years_contain_their_days(day: date, hour: int) -> None:
    """A coarser date overlaps every day in it, and a time of day does not move the day."""
    text = day.isoformat()
    for coarser in (text[:4], text[:7], f"{text[:3]}X", f"{text}T{hour:02}:00Z"):
        assert PartialDate.parse(coarser).overlaps(PartialDate.day(day))


@given(partial_dates(), partial_dates())
def test_order(one: PartialDate, other: PartialDate) -> None:
    """Of two dates exactly one holds: one is over before the other, the other before the one, or they overlap."""
    assert [one.before(other), other.before(one), one.overlaps(other)].count(True) == 1
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


def test_sort_key() -> None:
    """An open start comes first, then the earlier first day, the earlier last day, an open end and the time of day."""
    texts = [
        "../2026",
        "2025",
        "2026-02-03",
        "2026-02-03T09:00",
        "2026-02-03T10:00",
        "2026-02-03/2026-02-05",
        "2026-02-03/..",
    ]
    moments = [PartialDate.parse(text) for text in reversed(texts)]
    assert [moment.text for moment in sorted(moments, key=lambda moment: moment.sort_key)] == texts


@given(st.lists(partial_dates(), max_size=6).flatmap(lambda dates: st.tuples(st.just(dates), st.permutations(dates))))
def test_reading_order_does_not_matter(orders: tuple[list[PartialDate], list[PartialDate]]) -> None:
    """All dates have one order, whether their ends are known or not."""
    one, other = (sorted(dates, key=lambda moment: moment.sort_key) for dates in orders)
    assert one == other


@given(st.dates(date(1921, 3, 21), date(2100, 1, 1)))
def test_persian_days_follow_each_other(day: date) -> None:
    """Solar Hijri days, months and years follow each other without a gap."""
    year = day.year - 621
    this, following = PartialDate.parse(f"{year}", "persian"), PartialDate.parse(f"{year + 1}", "persian")
    months = [PartialDate.parse(f"{year}-{month:02}", "persian") for month in range(1, 13)]
    assert this.latest is not None
    assert this.latest + timedelta(days=1) == following.earliest
    assert (months[0].earliest, months[-1].latest) == this.bounds
    for month, after in pairwise(months):
        assert month.latest is not None
        assert month.latest + timedelta(days=1) == after.earliest


@pytest.mark.parametrize(("text", "expected"), [("7 days", 7), ("1 day", 1), ("2 weeks", 14), ("0 days", 0)])
def test_parse_days(text: str, expected: int) -> None:
    """A window is a number of days or weeks."""
    assert parse_days(text) == expected


@pytest.mark.parametrize("text", ["", "7", "days", "7 months", "-7 days", "7.5 days", "٧ days", "99999 days"])
def test_parse_days_refuses(text: str) -> None:
    """Anything else is refused with an example."""
    with pytest.raises(ValueError, match="write for example '7 days'"):
        parse_days(text)
