"""Plots put every value where its number belongs, and say in words what they show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.briefing import Figure
from generator.model.language import ENGLISH
from generator.rendering.plotting import WIDTH, Entry
from generator.rendering.range_plot import RangePlot, range_plot
from generator.rendering.scales import day_scale, number_label, number_scale
from generator.rendering.series_plot import series_plot
from tests.builders import load_content

numbers = st.decimals(min_value=0, max_value=10**9, places=2)

FRONT = """\
---
title: A case
outlet: {outlet}
published: 2026-03-09
accessed: 2026-03-09
language: en
read: excerpt
figures:
  - figure: deaths
    printed: "{value}"
    value: "{value}"
    as_of: {day}
    of: total
{more}---
"""


def figure_with(folder: Path, *answers: tuple[str, str, str, str]) -> Figure:
    """Return a figure with one answer an article: outlet, value, day and further lines."""
    files = {
        f"flood/articles/a{at}.md": FRONT.format(outlet=outlet, value=value, day=day, more=more)
        for at, (outlet, value, day, more) in enumerate(answers)
    }
    return load_content(folder, files).briefings["flood"].figures["deaths"]


def plotted(figure: Figure) -> RangePlot:
    """Return the plot of the answers that the case gives."""
    own = [each for each in figure.observations if each.article.startswith("a")]
    plot = range_plot(
        figure,
        [Entry(voice=each.attribution.root.key + each.article, name=each.article, observation=each) for each in own],
        ENGLISH,
    )
    assert plot is not None
    return plot


@given(st.lists(numbers, min_size=1, max_size=8))
def test_a_scale_holds_every_number_in_order(values: list[Decimal]) -> None:
    """Every number falls between the ends, and a larger one never before a smaller."""
    scale = number_scale(values, 12.0, 348.0, ENGLISH)
    places = [scale.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(11.9 <= place <= 348.1 for place in places)
    assert 2 <= len(scale.ticks) <= 8


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=8))
def test_days_stand_in_order(days: list[date]) -> None:
    """A later day never stands before an earlier one."""
    _, place = day_scale(days, 12.0, 348.0, ENGLISH)
    assert [place(day) for day in sorted(days)] == sorted(place(day) for day in days)


@pytest.mark.parametrize(
    ("number", "label"),
    [("25000", "25,000"), ("1.50", "1.5"), ("2000000", "2 million"), ("0", "0"), ("1200000000", "1.2 billion")],
)
def test_number_label(number: str, label: str) -> None:
    """Axes are labelled as people write numbers."""
    assert label == number_label(Decimal(number), ENGLISH)


def test_an_open_bound_is_an_arrow(tmp_path: Path) -> None:
    """At least N is drawn from N to the edge; N alone is a dot; a range is a whisker without a number of its own."""
    figure = figure_with(
        tmp_path,
        ("wire", "at least 300", "2026-03-02", ""),
        ("gazette", "200", "2026-03-02", ""),
        ("wire", "100–400", "2026-03-02", "    by: [relief]\n"),
    )
    floor, exact, span = (row.marks[0] for row in plotted(figure).rows)
    assert floor.is_open
    assert floor.high == WIDTH - 2
    assert exact.low == exact.high == exact.best
    assert span.best is None
    assert span.low < floor.low < span.high


def test_a_documented_count_is_a_floor(tmp_path: Path) -> None:
    """What is counted case by case may be more."""
    more = "    basis: documented count\n"
    figure = figure_with(tmp_path, ("wire", "300", "2026-03-02", more), ("gazette", "200", "2026-03-02", ""))
    assert [row.marks[0].is_open for row in plotted(figure).rows] == [True, False]


def test_a_projection_is_told_apart(tmp_path: Path) -> None:
    """A projection has a mark of its own."""
    figure = figure_with(
        tmp_path, ("wire", "900", "2026-03-02", "    basis: projection\n"), ("gazette", "200", "2026-03-02", "")
    )
    assert [row.marks[0].style for row in plotted(figure).rows] == ["projection", "value"]


def test_a_wide_span_takes_a_logarithmic_axis(tmp_path: Path) -> None:
    """From twenty-five to one on, equal ratios take equal lengths."""
    wide = figure_with(tmp_path / "wide", ("wire", "10", "2026-03-02", ""), ("gazette", "5,000", "2026-03-02", ""))
    near = figure_with(tmp_path / "near", ("wire", "10", "2026-03-02", ""), ("gazette", "50", "2026-03-02", ""))
    assert plotted(wide).is_logarithmic
    assert not plotted(near).is_logarithmic


def test_the_description_says_what_is_drawn(tmp_path: Path) -> None:
    """Who cannot see the plot is told every value with its moment."""
    figure = figure_with(tmp_path, ("wire", "10", "2026-03-02", ""), ("gazette", "50", "2026-03-03", ""))
    assert plotted(figure).description == "a0: 10, as of 2 March 2026; a1: 50, as of 3 March 2026."


def test_a_series_joins_what_one_voice_says_over_time(tmp_path: Path) -> None:
    """Points stand in the order of their days, higher values higher up."""
    figure = figure_with(tmp_path, ("wire", "10", "2026-03-02", ""), ("wire", "50", "2026-03-05", ""))
    own = [each for each in figure.observations if each.article.startswith("a")]
    plot = series_plot(figure, [Entry(voice="wire", name="The Wire", observation=each) for each in own], ENGLISH)
    assert plot is not None
    first, second = plot.lines[0].points
    assert first.x < second.x
    assert first.best is not None
    assert second.best is not None
    assert first.best > second.best


def test_a_range_has_no_number_of_its_own(tmp_path: Path) -> None:
    """In a series a range is a bar between its bounds: nobody gave a number inside it."""
    figure = figure_with(tmp_path, ("wire", "0–10", "2026-03-02", ""), ("wire", "50", "2026-03-05", ""))
    own = [each for each in figure.observations if each.article.startswith("a")]
    plot = series_plot(figure, [Entry(voice="wire", name="The Wire", observation=each) for each in own], ENGLISH)
    assert plot is not None
    assert plot.lines[0].points[0].best is None
    assert plot.lines[0].points[0].low > plot.lines[0].points[0].high


def test_a_range_from_zero_is_no_upper_bound(tmp_path: Path) -> None:
    """`0–10` states both ends; only `up to 10` has an open one."""
    figure = figure_with(tmp_path, ("wire", "0–10", "2026-03-02", ""), ("gazette", "up to 10", "2026-03-02", ""))
    assert [row.marks[0].is_from_zero for row in plotted(figure).rows] == [False, True]


def test_voices_of_one_name_have_rows_of_their_own(tmp_path: Path) -> None:
    """Two sources described alike are not one voice."""
    by = "    by: [{descriptor: activists}]\n"
    figure = figure_with(tmp_path, ("wire", "10", "2026-03-02", by), ("gazette", "90", "2026-03-02", by))
    own = [each for each in figure.observations if each.article.startswith("a")]
    plot = range_plot(
        figure,
        [Entry(voice=each.attribution.root.key, name="activists", observation=each) for each in own],
        ENGLISH,
    )
    assert plot is not None
    assert [row.value for row in plot.rows] == ["10", "90"]


def test_one_value_alone_needs_no_plot(tmp_path: Path) -> None:
    """Nothing is drawn where there is nothing to compare."""
    figure = figure_with(tmp_path, ("wire", "10", "2026-03-02", ""))
    own = [
        Entry(voice="wire", name="The Wire", observation=each) for each in figure.observations if each.article == "a0"
    ]
    assert range_plot(figure, own, ENGLISH) is None
    assert series_plot(figure, own, ENGLISH) is None
