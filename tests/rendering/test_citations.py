"""The words in which a thing is cited: who says what, as of when, through whom, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, load, shipped_templates
from generator.rendering.page import Page
from tests.builders import SOUND, article, write_content
from tests.documents import read_html

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "citations.yml").read_text(encoding="utf-8"))


def pages_of(content: Path) -> tuple[Page, ...]:
    """Return the pages of a content folder."""
    diagnostics = Diagnostics()
    return build_pages(load(content, diagnostics), shipped_templates(), diagnostics)


def citations(pages: tuple[Page, ...]) -> Mapping[str, Mapping[str, str]]:
    """Return the citation of every permalink, by page and place."""
    found: dict[str, dict[str, str]] = {}
    for page in pages:
        for each in read_html(page.html).walk():
            if "data-citation" in each.attributes:
                anchor = each.attributes["href"].removeprefix("#")
                found.setdefault(page.address, {})[anchor] = each.attributes["data-citation"]
    return found


@pytest.fixture(scope="module")
def sound() -> Mapping[str, Mapping[str, str]]:
    """Return the citations of the sound content folder."""
    return citations(pages_of(SOUND))


@pytest.mark.parametrize("address", CASES)
def test_each_thing_is_cited_in_these_words(sound: Mapping[str, Mapping[str, str]], address: str) -> None:
    """Every observation, event and statement of the sound folder is cited as the case says."""
    assert sound[address] == CASES[address]


def test_every_other_page_has_no_citation(sound: Mapping[str, Mapping[str, str]]) -> None:
    """Only the pages on which a thing has its permalink cite it."""
    assert sorted(sound) == sorted(CASES)


def test_strangers_words_stay_words(tmp_path: Path) -> None:
    """Quotation marks and tags of an article's text do not leave the attribute in which they are cited."""
    odd = '"><b>9</b>'
    files = article(f"figures:\n  - {{figure: deaths, printed: '{odd}', value: '9', of: total}}\n")
    found = citations(pages_of(write_content(tmp_path, files)))
    assert f"“{odd}” [9]" in found["flood/figures/deaths.html"]["case--deaths"]


def test_the_original_wording_comes_with_our_reading(tmp_path: Path) -> None:
    """A value in another language is cited as printed, and after it as we read it."""
    files = article("figures:\n  - {figure: deaths, printed: neuf, value: '9', of: total}\n")
    found = citations(pages_of(write_content(tmp_path, files)))
    assert "“neuf” [9]" in found["flood/figures/deaths.html"]["case--deaths"]
