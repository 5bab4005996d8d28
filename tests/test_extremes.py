"""Files that are sound and extreme become pages: nothing that is read breaks what comes after."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, load, shipped_templates
from tests.builders import ARTICLE, ARTICLE_HEAD, article, write_content

VALUE = "figure: deaths, of: total, printed: many"
OPEN = "2026-03-03/.."
LATEST = "2999~"
EARLIEST = "1000~"
FIRST_IN_PRINT = "1600~"


def head(published: str) -> str:
    """Return the head of an article that was published then."""
    accessed = LATEST if published == LATEST else "2026-03-09"  # nobody reads what is not yet published
    return ARTICLE_HEAD.replace("2026-03-03", published).replace("2026-03-09", accessed)


@pytest.mark.parametrize(
    "annotations",
    [
        pytest.param(
            f"figures: [{{{VALUE}, id: a, value: at least 123456789012345678 trillion}}, "
            f"{{{VALUE}, id: b, value: at least 123456789012345678 trillion}}, {{{VALUE}, id: c, value: 5}}]\n",
            id="great numbers",
        ),
        pytest.param(
            f"figures: [{{{VALUE}, id: a, value: 999999999999999999 trillion, by: [wire], parts: "
            "{residents: 999999999999999999 trillion, visitors: 0.0000000000000001}}]\n",
            id="great sums of small things",
        ),
        *(
            pytest.param(
                f"figures: [{{{VALUE}, id: a, value: 5, as_of: '{day}'}}, {{{VALUE}, id: b, value: 3, as_of: '{day}',"
                f" notice: {{kind: corrected, date: '{day}'}}}}, {{{VALUE}, id: c, value: 4, by: [wire]}}]\n"
                f"events: [{{id: dam-break, title: A, status: held, date: '{day}'}},"
                f" {{id: quake, title: B, status: held, start: '{day}'}}]\n"
                f"statements: [{{actor: ada-moor, says: No., account: reported, issue: rebuilding, stance: for,"
                f" date: '{day}'}}]\n",
                id=f"dated {day}",
            )
            for day in (OPEN, "../2026-03-03", LATEST, EARLIEST)
        ),
    ],
)
@pytest.mark.parametrize("published", ["2026-03-03", OPEN, LATEST, FIRST_IN_PRINT])
def test_extremes_become_pages(annotations: str, published: str, tmp_path: Path) -> None:
    """Dates at the ends of the calendar or without an end, and the greatest numbers, go through to the pages."""
    files = {ARTICLE: f"{head(published)}{annotations}---\n"}
    diagnostics = Diagnostics()
    pages = build_pages(load(write_content(tmp_path, files), diagnostics), shipped_templates(), diagnostics)
    assert [str(each) for each in diagnostics if each.severity == "error"] == []
    assert "flood/articles/case.html" in [page.address for page in pages]


def test_prose_that_is_deep_becomes_a_page(tmp_path: Path) -> None:
    """Lists and quotations as deep as they may be are pages."""
    body = "> 1. " * 10 + "a\n\n" + "1. " * 20 + "a\n\n" + "\n".join("    " * depth + "- a" for depth in range(20))
    diagnostics = Diagnostics()
    content = write_content(tmp_path, article(body=f"{body}\n"))
    pages = build_pages(load(content, diagnostics), shipped_templates(), diagnostics)
    assert (list(diagnostics), len(pages) > 0) == ([], True)
