"""The examples of the annotating guide are a briefing, and it has nothing wrong with it."""

import re
import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Code, Diagnostics, Severity
from generator.maintaining.checking import Checker
from generator.pipeline import build_pages, shipped_templates

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GUIDE = (DOCS / "annotating.md").read_text(encoding="utf-8")
CATALOGUE = (DOCS / "diagnostics.md").read_text(encoding="utf-8")

FILES = dict(re.findall(r'^```yaml title="([^"]+)"\n(---\n.*?)^```$', GUIDE, re.MULTILINE | re.DOTALL))
"""Every whole file of the guide, by the path in its title."""
SECTIONS = re.findall(r"^```yaml\n((?:events|figures|statements):\n.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
"""The sections of an article that the guide shows by themselves."""
HEAD = "title: A\noutlet: valley-herald\npublished: 2024-05-07\naccessed: 2024-05-09\nlanguage: en\nread: excerpt\n"

BLOCK = re.compile(r"^```(?:yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PARAGRAPHS = re.findall(r"^### (\S+)\n(.*?)(?=\n\n##|\Z)", CATALOGUE, re.MULTILINE | re.DOTALL)
PAIRS = [(code, *BLOCK.findall(paragraph)) for code, paragraph in PARAGRAPHS if BLOCK.search(paragraph)]
"""Code, wrong lines and right lines of the catalogue; the right ones stand in the guide's briefing."""


def checked(folder: Path, files: dict[str, str]) -> Diagnostics:
    """Return what is found when the files are written below a folder, checked and made into pages."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    checked = Checker().check(folder / "briefings", diagnostics)
    build_pages(checked.library, shipped_templates(), diagnostics)
    return diagnostics


def test_every_example_of_a_file_says_where_it_stands() -> None:
    """No example of a whole file escapes the tests below for want of a title."""
    assert len(FILES) == len(re.findall(r"^```yaml[^\n]*\n---$", GUIDE, re.MULTILINE))


def test_the_guides_files_are_a_briefing_without_a_fault(tmp_path: Path) -> None:
    """The whole files, put where their titles say, give no error, no warning and not even advice."""
    assert list(checked(tmp_path, FILES)) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: " ".join(section.split()[:4]))
def test_a_section_of_the_guide_is_part_of_an_article(section: str, tmp_path: Path) -> None:
    """A section shown by itself may stand in any article of that briefing."""
    article = {"briefings/vell-flood/articles/section.md": f"---\n{HEAD}{section}---\n"}
    assert list(checked(tmp_path, FILES | article)) == []


def test_the_guide_shows_a_message_as_it_is(tmp_path: Path) -> None:
    """The message in the guide is the one that its article gives with one id misspelt."""
    name = "briefings/vell-flood/articles/valley-herald-2024-05-06.md"
    spoilt = FILES[name].replace("league]\n    as_of", "leage]\n    as_of")
    (found,) = checked(tmp_path, FILES | {name: spoilt})
    assert f"```text\n{found}\n```" in GUIDE


@pytest.mark.parametrize(("code", "wrong", "right"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_the_catalogues_wrong_lines_give_their_code(code: str, wrong: str, right: str, tmp_path: Path) -> None:
    """Wrong lines in the place of right ones, in a file of the guide, give the code they stand under alone."""
    name = next(name for name, text in FILES.items() if right in text)
    spoilt = FILES | {name: FILES[name].replace(right, wrong, 1)}
    found = list(checked(tmp_path, spoilt))
    assert Code(code) in {each.code for each in found}
    assert {each.code for each in found if each.severity is Severity.ERROR} <= {Code(code)}


def test_the_readmes_article_may_stand_in_the_first_briefing(tmp_path: Path) -> None:
    """The ten lines of the README, saved where it says, have nothing wrong with them."""
    shutil.copytree(ROOT / "briefings", tmp_path / "briefings")
    (article,) = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    name = "briefings/iran-us-talks-2026-02/articles/paper-2026-02-06.md"
    assert [found for found in checked(tmp_path, {name: article}) if found.location.path == name] == []
