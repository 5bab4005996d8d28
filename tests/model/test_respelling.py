"""Slips of the pen: what was surely meant is found, and nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.language import ENGLISH
from generator.model.quantities import Quantity
from generator.model.respelling import only_near, only_same, respelt_id, respelt_locator, respelt_value
from generator.model.respelling_dates import respelt_date

NAMES = [
    ("deths", ["deaths", "injuries"], "deaths"),
    ("abbas-aragchi", ["abbas-araghchi", "masoud-pezeshkian"], "abbas-araghchi"),
    ("As-Of", ["as_of", "at"], "as_of"),
    ("official-tally", ["official tally", "estimate"], "official tally"),
    ("protest-death", ["protest-deaths", "protest-deaths-children"], None),
    ("minrs", ["minors", "miners"], None),
    ("dat", ["date", "at"], None),
    ("war-2025", ["war-2024"], None),
    ("war-202", ["war-2024"], None),
    ("ap", ["afp"], None),
    ("A B", ["a-b", "a_b"], None),
    ("deaths", [], None),
]

SAMES = [
    ("North_Korea", ["north-korea"], "north-korea"),
    ("northkorea", ["north-korea"], "north-korea"),
    ("wire-11", ["wire-1-1"], None),
    ("protest-deahts", ["protest-deaths"], "protest-deaths"),
    ("irna", ["iran"], None),
    ("ada-mor", ["ada-moor"], "ada-moor"),
    ("link4dinn", ["link4din"], "link4din"),
    ("abbas-aragchi", ["abbas-araghchi"], "abbas-araghchi"),
    ("abbas-araghchhi", ["abbas-araghchi"], "abbas-araghchi"),
    ("death", ["deaths"], "deaths"),
    ("deaths", ["death", "child-deaths"], None),
    ("protest-death", ["protest-deaths", "protest-deaths-children"], None),
    ("talks-venu", ["talks-venue"], None),
    ("israeli", ["israel"], None),
    ("symptomatic", ["asymptomatic"], None),
    ("lena-holdt", ["lena-holt"], None),
    ("south-korea", ["north-korea"], None),
    ("male-deaths", ["female-deaths"], None),
    ("west-azerbaijan", ["east-azerbaijan"], None),
    ("unreported-deaths", ["reported-deaths"], None),
    ("legal-arrests", ["illegal-arrests"], None),
    ("iraq", ["iran"], None),
    ("indirekt", ["indirect"], None),
    ("county-deaths", ["country-deaths", "county-council"], None),
    ("deatsh-toll", ["deaths-tolls"], None),
    ("deaths-of-minors", ["deaths-minors"], None),
    ("b52as", ["b5a2s"], None),
    ("deaths", [], None),
]

DATES = [
    ("6 May 2024", "2024-05-06"),
    ("6. May 2024", "2024-05-06"),
    ("Monday, 6 May 2024", "2024-05-06"),
    ("Tuesday, 6 May 2024", None),
    ("May 6, 2024", "2024-05-06"),
    ("sept. 6th, 2024", "2024-09-06"),
    ("May 2024", "2024-05"),
    ("2024-5-6", "2024-05-06"),
    ("2024.05.06", "2024-05-06"),
    ("2024–05–06", "2024-05-06"),
    ("13/02/2026", "2026-02-13"),
    ("02/13/2026", "2026-02-13"),
    ("05/05/2024", "2024-05-05"),
    ("05/06/2024", None),
    ("6.5.2024", None),
    ("6/5-2024", None),
    ("2024-5", None),
    ("2024/05", None),
    ("20240506", None),
    ("6 May 24", None),
    ("6-7 May 2024", None),
    ("31 April 2024", None),
    ("1404/11/14", None),
    ("~2024-5-6", "2024-05-06~"),
    ("2024/5/6 ?", "2024-05-06?"),
    ("~2024-5-6?", None),
    ("2024-05-06 10:00", "2024-05-06T10:00"),
    ("2024-05-06 25:00", None),
    ("2024-05-XX / ..", "2024-05-XX/.."),
    ("2024-5-6 / 8 May 2024", "2024-05-06/2024-05-08"),
    ("8 May 2024 / 2024-5-6", None),
    ("۲۰۲۴-۰۵-۰۶", "2024-05-06"),
    ("yesterday", None),
    ("", None),
]

VALUES = [
    ("6 430", "6,430"),
    ("6\u00a0430", "6,430"),
    ("6'430 people", "6,430 people"),
    ("1 234 567", "1,234,567"),
    ("1.234.567", "1,234,567"),
    ("over 6 430", "over 6,430"),
    ("6 000–7 000", "6,000–7,000"),
    ("~6430", "about 6430"),
    ("≈ 22 days", "about 22 days"),
    ("approx. 6,430", "about 6,430"),
    ("c. 300", "about 300"),
    ("≥ 300", "at least 300"),
    ("<= 300", "at most 300"),
    (">300", "more than 300"),
    ("< 5 %", "less than 5 %"),
    ("300 +", "300+"),
    ("5k", "5 thousand"),
    ("$1.2bn", "$1.2 billion"),
    ("$3.5m", "$3.5 million"),
    ("€1.6tn", "€1.6 trillion"),
    ("5 tn", None),
    ("۲۰ هزار", None),
    ("۲۰ نفر", None),
    ("~20 Tausend", None),
    ("۲۰ people", "20 people"),
    ("۶۴۳۰", "6430"),
    ("۶٬۴۳۰", "6,430"),
    ("6.430", None),
    ("6430,5", None),
    ("12 34", None),
    ("2025 430", None),
    ("5 k", None),
    ("5K", None),
    ("5m", None),
    ("5km", None),
    ("at least ~300", None),
    ("a lot", None),
]

LOCATORS = [
    ("paragraph 7", "¶7"),
    ("Para. 7", "¶7"),
    ("§7", None),
    ("¶ 7", "¶7"),
    ("paragraphs 7 – 9", "¶7–9"),
    ("page 3", "p. 3"),
    ("pages 3-5", "pp. 3-5"),
    ("p3", None),
    ("7", None),
    ("page 3-5", None),
]


@pytest.mark.parametrize(("written", "known", "meant"), NAMES)
def test_a_name_is_meant_where_no_other_may_be(written: str, known: list[str], meant: str | None) -> None:
    """One near name is found; a second one, another number or a longer name leaves it open."""
    assert only_near(written, known) == meant


@pytest.mark.parametrize(("written", "known", "same"), SAMES)
def test_an_id_is_the_same_with_one_slip_that_makes_no_other_word(
    written: str, known: list[str], same: str | None
) -> None:
    """Letters swapped, doubled or lost inside a long word are slips; another letter, beginning or word is none."""
    assert only_same(written, known) == same


@given(word=st.text("abcdefghij", min_size=1, max_size=12), letter=st.sampled_from("abcdefghij"), data=st.data())
def test_another_letter_is_another_id(word: str, letter: str, data: st.DataObject) -> None:
    """Whatever the word, with one letter in the place of another it is another one."""
    at = data.draw(st.integers(0, len(word) - 1))
    assume(word[at] != letter)
    assert only_same(word[:at] + letter + word[at + 1 :], [word]) is None


@pytest.mark.parametrize(("written", "right"), DATES)
def test_a_date_that_is_one_day_is_that_day(written: str, right: str | None) -> None:
    """A date is respelt where it is one day or month of the Gregorian calendar, and nowhere else."""
    assert respelt_date(written, "gregorian") == right


@pytest.mark.parametrize(("written", "right"), VALUES)
def test_a_number_that_is_one_number_is_that_number(written: str, right: str | None) -> None:
    """A value is respelt where its meaning is beyond doubt, and nowhere else."""
    assert respelt_value(written) == right


@pytest.mark.parametrize(("written", "right"), LOCATORS)
def test_a_place_is_written_as_the_format_has_it(written: str, right: str | None) -> None:
    """Paragraphs and pages are respelt where they are named as such."""
    assert respelt_locator(written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [("HRANA", "hrana"), ("June War_2025", "june-war-2025"), ("Trump, Donald", None), ("a--b", None), ("é", None)],
)
def test_an_id_is_written_small(written: str, right: str | None) -> None:
    """Capitals, spaces and underscores have one way out; other letters are left to the writer."""
    assert respelt_id(written) == right


def test_a_year_of_the_solar_calendar_is_read_in_it() -> None:
    """Where the calendar is given, its days are respelt like any other."""
    assert respelt_date("1404/11/14", "persian") == "1404-11-14"


@given(day=st.dates(date(1600, 1, 1), date(2999, 12, 31)), form=st.integers(0, 5), mark=st.sampled_from(["", "~", "?"]))
def test_every_way_to_write_a_day_gives_that_day(day: date, form: int, mark: str) -> None:
    """However a day is written, its year first or its month in words, it is that day with its mark."""
    month = ENGLISH.months[day.month - 1]
    forms = [f"{day.day} {month} {day.year}", f"{month[:3]}. {day.day}, {day.year}", f"{month} {day.day} {day.year}"]
    forms += [f"{day.year}/{day.month}/{day.day}", f"{day.year}.{day.month:02}.{day.day:02}"]
    forms += [f"{day.day:02}/{day.month:02}/{day.year}"]
    assume(form < 5 or day.day > 12 or day.day == day.month)
    assert respelt_date(forms[form] + mark, "gregorian") == day.isoformat() + mark


@given(number=st.integers(0, 10**9), sign=st.sampled_from(["", "~", "≥ ", "> "]), gap=st.sampled_from(" '\u2009\u202f"))
def test_every_way_to_group_digits_gives_that_number(number: int, sign: str, gap: str) -> None:
    """Whatever stands between groups of three digits, and whichever sign before them, the number is the same."""
    right = respelt_value(sign + f"{number:,}".replace(",", gap))
    assert right is not None
    assert Quantity.parse(right).best == number


@given(text=st.text("0123456789 ./-~?May,'k+≥", max_size=14))
def test_what_is_respelt_is_right(text: str) -> None:
    """Whatever is written, what comes of it is a date or a value, and needs no more respelling."""
    if (day := respelt_date(text, "gregorian")) is not None:
        assert PartialDate.parse(day).text == respelt_date(day, "gregorian") == day
    if (value := respelt_value(text)) is not None:
        assert Quantity.parse(value).text == respelt_value(value) == value
