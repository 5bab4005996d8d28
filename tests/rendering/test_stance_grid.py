"""The grid of an issue shows every stance once, in the row of its speaker and the month of its day."""

from pathlib import Path

from generator.rendering.stance_grid import StanceGrid, stance_grid
from tests.builders import ARTICLE_HEAD, load_content

SAID = """\
  - {{actor: {actor}, says: Something., issue: rebuilding, stance: {stance}, account: reported, date: {day}}}
"""


def grid_of(folder: Path, *said: tuple[str, str, str]) -> StanceGrid | None:
    """Return the grid of the issue with these statements, a speaker, a stance and a day each, added."""
    statements = "".join(SAID.format(actor=actor, stance=stance, day=day) for actor, stance, day in said)
    files = {"flood/articles/case.md": f"{ARTICLE_HEAD}statements:\n{statements}---\n"}
    return stance_grid(load_content(folder, files).briefings["flood"].issues["rebuilding"])


def test_every_stance_stands_once(tmp_path: Path) -> None:
    """A speaker has one row, and each stance stands in the column of its month."""
    grid = grid_of(tmp_path, ("ada-moor", "for", "2026-01-31"), ("ada-moor", "against", "2026-02"))
    assert grid is not None
    assert grid.months == ("2026-01", "2026-02", "2026-03")
    told = {
        row.speaker.actor or row.speaker.descriptor: [[each.entry.stance for each in cell] for cell in row.cells]
        for row in grid.rows
    }
    assert told == {
        "ada-moor": [["for"], ["against"], []],
        "river-council": [[], [], ["for"]],
        "an official": [[], [], ["against"]],
    }


def test_one_month_makes_no_grid(tmp_path: Path) -> None:
    """Where all was said in one month there is no course of time to show."""
    assert grid_of(tmp_path, ("ada-moor", "for", "2026-03-01")) is None
