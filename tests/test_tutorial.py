"""The tutorial does what it says: each command is run, each edit made, and each output compared."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

from tests.readers import Block, Reader

DOCS = Path(__file__).parent.parent / "docs"
TUTORIAL = (DOCS / "tutorial.md").read_text(encoding="utf-8")


def test_the_tutorial_runs(tmp_path: Path) -> None:
    """Whoever follows the page from its first command to its last sees what it shows, and the pages it names."""
    folder = tmp_path / "trying"
    folder.mkdir()
    for page in re.findall(r"\]\((tutorial/[^)]+)\)", TUTORIAL):
        shutil.copy(DOCS / page, folder)
    reader = Reader(folder)
    for block in Block.all_of(TUTORIAL):
        reader.follow(block)
    named = re.findall(r"`(site/[^`]+)`", TUTORIAL)
    assert named
    assert [each for each in named if not (reader.folder / each).is_file()] == []


def test_no_output_stands_without_its_command() -> None:
    """What the page shows as output follows the command that it is the output of."""
    languages = [block.language for block in Block.all_of(TUTORIAL)]
    assert {before for before, after in pairwise(["", *languages]) if after == "text"} == {"sh"}


def test_the_time_is_the_one_promised() -> None:
    """The minutes of the steps are the ten of the first sentence."""
    words = {"one": 1, "two": 2, "three": 3, "four": 4}
    minutes = re.findall(r"^## .* \((\w+) minutes?\)$", TUTORIAL, re.MULTILINE)
    assert sum(words[each] for each in minutes) == 10
