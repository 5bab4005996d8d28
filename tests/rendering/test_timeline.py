"""The timeline's periods, and what its filters can choose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.rendering.addresses import Links
from generator.rendering.catalogue import ordered_events
from generator.rendering.timeline import Timeline, TimelineEvent, timeline
from tests.builders import ARTICLE_HEAD, article, load_content


def timeline_of(folder: Path, annotations: str = "", **more: str) -> Timeline:
    """Return the timeline of the sound content folder with these annotations in one more article, and more files."""
    files = article(annotations) | {f"flood/{name}": text for name, text in more.items()}
    library = load_content(folder, files)
    briefing = library.briefings["flood"]
    return timeline(briefing, ordered_events(briefing), Links(library, "flood/timeline.html", briefing))


def found(shown: Timeline, event: str) -> TimelineEvent:
    """Return an event of a timeline."""
    return next(each for _, events in shown.periods for each in events if each.event.id == event)


@pytest.mark.parametrize(
    ("dated", "period"),
    [
        ("date: 2026-03-02", "2026-03"),
        ("date: 2026-03", "2026-03"),
        ("date: '2026'", "2026"),
        ("date: '../2026-03-02'", "2026-03"),
        ("start: 2026-02-27, end: 2026-03-02", "2026-02"),
        ("place: Low Bridge", ""),
    ],
)
def test_an_event_stands_in_the_period_of_its_date(tmp_path: Path, dated: str, period: str) -> None:
    """A day or a month stands in its month, a year by itself, and what nobody dates under no name."""
    shown = timeline_of(tmp_path, f"events:\n  - {{id: case, title: A case, status: held, {dated}}}\n")
    assert [name for name, events in shown.periods if any(each.event.id == "case" for each in events)] == [period]


def test_each_period_comes_once_in_order(tmp_path: Path) -> None:
    """Months and years follow each other, and events without a date come last."""
    events = "".join(
        f"  - {{id: case-{at}, title: A case, status: held, {dated}}}\n"
        for at, dated in enumerate(("date: 2026-04-01", "place: Low Bridge", "date: '2025'", "date: 2026-04-09"))
    )
    assert [period for period, _ in timeline_of(tmp_path, f"events:\n{events}").periods] == [
        "2025",
        "2026-03",
        "2026-04",
        "",
    ]


def test_choices_are_what_events_have(tmp_path: Path) -> None:
    """Actors and outlets are offered by name, those that some event has; statuses in the order of things."""
    shown = timeline_of(tmp_path)
    assert shown.actors == ("ada-moor", "relief", "river-council")
    assert shown.outlets == ("gazette", "wire")
    assert shown.statuses == ("announced", "held")
    assert shown.count == 2


def test_an_event_is_known_from_its_first_report(tmp_path: Path) -> None:
    """The first article that could be read makes an event known, and each of its datings."""
    shown = timeline_of(tmp_path)
    assert found(shown, "dam-break").known_from == date(2026, 3, 2)
    assert found(shown, "dam-break").timings_known_from == (date(2026, 3, 2), date(2026, 3, 4))
    assert shown.days == (date(2026, 3, 2), date(2026, 3, 4))


def test_an_event_that_nobody_reports_was_never_known(tmp_path: Path) -> None:
    """An event with a file of its own and no report is shown, but was known on no day."""
    shown = timeline_of(tmp_path, **{"events/silent.md": "---\ntitle: Nothing is said\n---\n"})
    assert found(shown, "silent").known_from == date.max


def test_dates_differ_where_there_is_more_than_one(tmp_path: Path) -> None:
    """Two ways of dating an event differ, whether or not they exclude each other; one way does not."""
    shown = timeline_of(tmp_path)
    assert found(shown, "dam-break").dates_differ
    assert not found(shown, "inquiry").dates_differ


def test_an_unnamed_outlet_is_no_choice(tmp_path: Path) -> None:
    """An outlet that is only described can be told from no other, and is not offered."""
    unnamed = ARTICLE_HEAD.replace("outlet: gazette", "outlet: {descriptor: a rewriting site}")
    events = "events:\n  - {id: case, title: A case, status: held}\n---\n"
    shown = timeline_of(tmp_path, **{"articles/unnamed.md": unnamed + events})
    assert found(shown, "case").outlets == ()
    assert shown.outlets == ("gazette", "wire")
