"""Coverage says who carried what, and who left it out of the same report."""

from pathlib import Path

from generator.model.prose import Kind, Target
from generator.rendering.coverage import CARRIED, LEFT_OUT, coverage, figure_columns
from tests.builders import load_content

CARRYING = """\
---
title: A case
outlet: {outlet}
carries: wire
carried_as: copy
report: wire-9
published: 2026-03-09
accessed: 2026-03-09
language: en
read: excerpt
{figures}---
"""
FIGURES = "figures:\n  - {figure: deaths, printed: '9', value: '9', of: total}\n"


def test_who_left_out_what_another_carried(tmp_path: Path) -> None:
    """Of two copies of one report, one that lacks a figure left it out; another report merely has none."""
    files = {
        "flood/articles/a0.md": CARRYING.format(outlet="gazette", figures=FIGURES),
        "flood/articles/a1.md": CARRYING.format(outlet="wire", figures=""),
        "flood/articles/a2.md": CARRYING.format(outlet="wire", figures="").replace("wire-9", "wire-8"),
    }
    briefing = load_content(tmp_path, files).briefings["flood"]
    columns = figure_columns(briefing)
    assert columns[0] == Target(Kind.FIGURE, "deaths")

    grid = coverage(briefing, columns)

    cells = {row.article.id: row.cells[0] for _, rows in grid.voices for row in rows}
    assert (cells["a0"], cells["a1"], cells["a2"]) == (CARRIED, LEFT_OUT, "")


def test_outlets_of_one_report_are_one_voice(tmp_path: Path) -> None:
    """Articles stand under the root whose report they carry, and a column counts roots."""
    files = {
        f"flood/articles/a{at}.md": CARRYING.format(outlet=outlet, figures=FIGURES)
        for at, outlet in enumerate(("gazette", "wire"))
    }
    briefing = load_content(tmp_path, files).briefings["flood"]
    grid = coverage(briefing, figure_columns(briefing))
    voices = {voice.root.key: {row.article.id for row in rows} for voice, rows in grid.voices}
    assert {"a0", "a1"} <= voices["wire"]
    assert grid.roots[0] == 1
