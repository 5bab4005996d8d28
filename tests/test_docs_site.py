"""The page on a site of one's own does what it says, once the generator is installed."""

import re
from pathlib import Path

from generator.cli.speech import Exit
from tests.projects import run
from tests.readers import Block, Reader

PAGE = (Path(__file__).parent.parent / "docs" / "your-own-site.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_a_site_of_ones_own(tmp_path: Path) -> None:
    """What the page starts has the files that it names, and with the briefing of the page it passes the check."""
    (tmp_path / "copies").mkdir()
    reader = Reader(tmp_path / "copies")
    for section in ("Start", "A briefing of your own"):
        for block in Block.all_of(SECTIONS[section]):
            reader.follow(block)
    named = re.findall(r"^\| `([^`]+)` \|", SECTIONS["Start"], re.MULTILINE)
    assert named
    assert [each for each in named if not (reader.folder / each).exists()] == []
    assert run(reader.folder, "briefing", "check").returncode == Exit.DONE
