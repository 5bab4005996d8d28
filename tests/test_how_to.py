"""Each page of the how-to does what it says, in the invented briefing of the annotating guide."""

import json
import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.maintaining.checking import Checker
from generator.pipeline import build_pages, shipped_templates
from tests.readers import Block, Reader

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted((DOCS / "how-to").glob("*.md"))
GUIDE = [
    block for block in Block.all_of((DOCS / "annotating.md").read_text(encoding="utf-8")) if block.text[:4] == "---\n"
]
BEGIN = """\
git init --quiet --initial-branch main
git add .
git commit --quiet --message Guide
"""


def blocks_of(page: Path) -> tuple[Block, ...]:
    """Return the blocks of a page."""
    return Block.all_of(page.read_text(encoding="utf-8"))


def shown_text(html: str) -> str:
    """Return the words of a page without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_does_what_it_says(page: Path, tmp_path: Path) -> None:
    """With what the page shows added to the guide's briefing, all is well, and the built pages say what is shown."""
    reader = Reader(tmp_path / "site")
    for block in GUIDE:
        (reader.folder / block.title).parent.mkdir(parents=True, exist_ok=True)
        reader.follow(block)
    blocks = [block for block in blocks_of(page) if block.language in {"yaml", "diff", "sh", "text"}]
    if any(block.language == "sh" for block in blocks):
        reader.type(BEGIN)
    for block in blocks:
        if not block.title.endswith(".html"):
            reader.follow(block)
    found = Diagnostics()
    pages = build_pages(Checker().check(reader.folder / "briefings", found).library, shipped_templates(), found)
    assert list(found) == []
    texts = {each.address: shown_text(each.html) for each in pages}
    for block in blocks:
        if block.title.endswith(".html"):
            assert [line for line in block.text.splitlines() if line not in texts[block.title]] == [], texts[
                block.title
            ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_is_short(page: Path) -> None:
    """A page is read in a minute or two."""
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 80


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_is_listed(page: Path) -> None:
    """The list of pages leads to this one."""
    assert f"](how-to/{page.name})" in (DOCS / "how-to.md").read_text(encoding="utf-8")


def test_settings_of_editors_can_be_read() -> None:
    """What the pages show in JSON and TOML is that, and the settings of VS Code are the project's own."""
    blocks = [block for page in PAGES for block in blocks_of(page)]
    shown = {block.title: json.loads(block.text) for block in blocks if block.language == "json"}
    own = json.loads((DOCS.parent / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert shown[".vscode/settings.json"].items() <= own.items()
    assert [tomllib.loads(block.text) for block in blocks if block.language == "toml"]
