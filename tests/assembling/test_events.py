"""One id is one event: every report of it is kept, and every dating stands beside the others."""

from __future__ import annotations

from pathlib import Path

from generator.model.briefing import Event
from tests.builders import article, load_content


def assemble(folder: Path, *reports: str, curated: str = "") -> Event:
    """Return the event `flood-tide`, reported by an article each, with a file of its own or without."""
    files = {}
    for number, report in enumerate(reports):
        text = article(f"events:\n  - {{id: flood-tide, {report}}}\n")["flood/articles/case.md"]
        files[f"flood/articles/case-{number}.md"] = text.replace("2026-03-03", f"2026-03-0{9 - number}")
    if curated:
        files["flood/events/flood-tide.md"] = f"---\n{curated}\n---\n"
    return load_content(folder, files).briefings["flood"].events["flood-tide"]


def test_every_dating_is_kept(tmp_path: Path) -> None:
    """Reports that agree stand together, those that do not stand beside them, earliest first."""
    event = assemble(
        tmp_path,
        "title: A, status: held, date: 2026-03-02",
        "title: B, status: held, date: 2026-03-01",
        "title: C, status: held, start: 2026-03-01, end: 2026-03-02",
        "title: D, status: held, date: 2026-03-02",
        "title: E, status: held",
    )
    told = [
        (day.start and day.start.text, day.end and day.end.text, [each.article for each in day.reports])
        for day in event.timings
    ]
    assert sorted(told, key=str) == [
        ("2026-03-01", "2026-03-02", ["case-2"]),
        ("2026-03-01", None, ["case-1"]),
        ("2026-03-02", None, ["case-3", "case-0"]),
    ]
    assert [day.start.text for day in event.timings if day.start] == ["2026-03-01", "2026-03-01", "2026-03-02"]


def test_reports_are_told_by_publication(tmp_path: Path) -> None:
    """The first to be published comes first, and names the event where no file does."""
    event = assemble(tmp_path, "title: A, status: held", "title: B, status: announced", "title: C, status: proposed")
    assert [report.article for report in event.reports] == ["case-2", "case-1", "case-0"]
    assert event.title == "C"


def test_what_happened_outweighs_what_was_planned(tmp_path: Path) -> None:
    """An event stands on the timeline where it was held, though it was announced for an earlier day."""
    event = assemble(
        tmp_path, "title: A, status: held, date: 2026-03-06", "title: B, status: scheduled, date: 2026-03-04"
    )
    assert event.moment
    assert event.moment.text == "2026-03-06"


def test_a_file_of_its_own_names_the_event(tmp_path: Path) -> None:
    """Title, place and kind come from the event's file, the dates from the articles."""
    event = assemble(
        tmp_path,
        "title: A, status: held, date: 2026-03-02, place: Here",
        curated="title: The tide\nkind: span\nplace: There",
    )
    assert (event.title, event.place, event.is_span, len(event.timings)) == ("The tide", "There", True, 1)


def test_an_event_without_dates_has_no_moment(tmp_path: Path) -> None:
    """Nothing invents a day."""
    event = assemble(tmp_path, "title: A, status: proposed, place: Here")
    assert (event.moment, event.timings, event.place) == (None, (), "Here")
