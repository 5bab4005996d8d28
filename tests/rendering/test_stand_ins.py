"""What only stands in for a date is never told as one, and what was overtaken is still told."""

from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, shipped_templates
from generator.rendering.page import Page
from tests.builders import article, load_content

ISSUE = """\
---
title: A matter
kind: fact
answers: [north, south]
overtaken_by: dam-break
---
"""


def page_of(folder: Path, files: dict[str, str], address: str) -> Page:
    """Return one page of the sound content folder with these files."""
    diagnostics = Diagnostics()
    pages = build_pages(load_content(folder, files), shipped_templates(), diagnostics)
    assert list(diagnostics) == []
    return next(page for page in pages if page.address == address)


def test_search_tells_an_as_of_only_where_one_is_given(tmp_path: Path) -> None:
    """A value without an as-of is found as told by a day, one with it as of that day."""
    figures = (
        "figures:\n"
        "  - {figure: deaths, printed: '11', value: '11', of: total}\n"
        "  - {figure: deaths, printed: '12', value: '12', of: total, as_of: 2026-03-02}\n"
    )
    page = page_of(tmp_path, article(figures), "flood/figures/deaths.html")
    told = {entry.title.partition(" ")[0]: entry.when for entry in page.search}
    assert (told["11"], told["12"]) == ("by 3 March 2026", "as of 2 March 2026")


def test_an_overtaken_answer_is_still_told(tmp_path: Path) -> None:
    """An answer from before the event that overtook it stands on the issue's page, apart from those that count."""
    statement = "statements:\n  - {actor: relief, says: North., account: own words, issue: matter, answer: north"
    files = {"flood/issues/matter.md": ISSUE, **article(f"{statement}, date: 2026-02-20}}\n")}
    page = page_of(tmp_path, files, "flood/issues/matter.html")
    text = " ".join(page.html.striptags().split())
    counted, _, overtaken = text.partition("No longer counted")
    assert "Relief Now" not in counted
    assert "Relief Now" in overtaken.partition("Every statement")[0]
