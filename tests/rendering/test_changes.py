"""A day's mark differs whenever anything became known on it that was not told before."""

from pathlib import Path

from generator.rendering.changes import day_marks
from tests.builders import ARTICLE_HEAD, load_content

MORE = '{head}figures:\n  - {{figure: deaths, printed: "{value}", value: "{value}", by: [wire], of: total}}\n---\n'


def marks(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Return the marks of the made-up briefing with these files, by day."""
    briefing = load_content(folder, files).briefings["flood"]
    return {day.isoformat(): mark for day, mark in day_marks(briefing.assessment.history).items()}


def test_a_new_source_changes_the_mark_of_its_day_alone(tmp_path: Path) -> None:
    """An article of a day gives that day another mark; the days before it keep theirs."""
    before = marks(tmp_path / "before", {})
    after = marks(tmp_path / "after", {"flood/articles/case.md": MORE.format(head=ARTICLE_HEAD, value="50")})
    assert {day for day in before if day < "2026-03-03"} != set()
    assert {day for day in before if before[day] != after[day] and day < "2026-03-03"} == set()
    assert after["2026-03-03"] not in before.values()


def test_the_same_content_has_the_same_marks(tmp_path: Path) -> None:
    """What is read twice is marked alike."""
    assert marks(tmp_path / "one", {}) == marks(tmp_path / "other", {})
