"""What a file may hold, so that none keeps the reader busy: more than that is refused before it is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.reading.folders import read_folder
from generator.reading.prose import scan_body
from tests.builders import article, write_content


def told_of_prose(text: str) -> list[str]:
    """Return place and code of what is told of a body."""
    diagnostics = Diagnostics()
    scan_body(text, 1, "a.md", diagnostics)
    return [f"{each.location.line}:{each.location.column} {each.code}" for each in diagnostics]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Plain words.\n\n" * 4_682, "1:1", id="a long text"),
        pytest.param("a\n" * 2_001, "1:1", id="many lines"),
        pytest.param("Short.\n\n" + "word " * 800 + "w", "3:1", id="a long line"),
        pytest.param("Short.\n \n" + "word word\n" * 401, "3:1", id="a long paragraph of short lines"),
        pytest.param("[ " * 1_900, "1:1", id="brackets"),
        *(
            pytest.param(f"Short.\n\n{mark * 41}\n\nShort.\n", "3:1", id=f"many {mark}")
            for mark in ("[ ", "` ", "“", "«", "‘", '"')
        ),
        pytest.param("\n".join("`" * length for length in range(1, 10)), "1:1", id="growing runs of backticks"),
    ],
)
def test_prose_beyond_a_limit(text: str, place: str) -> None:
    """A text, a paragraph or a crowd of opening marks beyond its limit is refused where it begins."""
    assert told_of_prose(text) == [f"{place} too-long"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Plain words.\n\n" * 900, id="many paragraphs"),
        pytest.param("w" * 4_000, id="a line of the greatest length"),
        pytest.param("w" * 3_990 + "\n----x\n", id="a line that is almost a heading"),
        *(pytest.param((mark * 40 + "\n\n") * 50, id=f"forty {mark}") for mark in ("[ ", "` ", "“", "«", "‘", '"')),
        pytest.param("[x](" * 40, id="links without an end"),
        pytest.param("## H\n" * 700, id="headings"),
    ],
)
def test_prose_within_the_limits(text: str) -> None:
    """What is just within every limit is read."""
    assert told_of_prose(text) == []


def listed(item: str, number: int) -> str:
    """Return a list of that many times the same item, in one line."""
    return f"[{', '.join([item] * number)}]"


@pytest.mark.parametrize(
    ("annotations", "most"),
    [
        ("events: {}\n", 300),
        ("figures: {}\n", 300),
        ("statements: {}\n", 300),
        ("events: [{{id: a, title: A, status: held, actors: {}}}]\n", 100),
        ("events: [{{id: a, title: A, status: held, invited: {}}}]\n", 100),
        ("events: [{{id: a, title: A, status: held, by: {}}}]\n", 100),
        ("statements: [{{actor: ada-moor, says: No., account: reported, to: {}}}]\n", 100),
    ],
)
def test_lists(annotations: str, most: int, tmp_path: Path) -> None:
    """A list may have as many items as its limit and no more."""
    section = annotations.partition(":")[0]
    item = {
        "events": "{id: a, title: A, status: held}",
        "figures": "{figure: deaths, of: total, printed: '1', value: 1}",
        "statements": "{actor: ada-moor, says: No., account: reported}",
    }[section]
    for number, expected in ((most, []), (most + 1, ["too-long"])):
        diagnostics = Diagnostics()
        files = article(annotations.format(listed(item if most > 100 else "ada-moor", number)))
        read_folder(write_content(tmp_path / str(number), files), diagnostics)
        assert [each.code for each in diagnostics] == expected


def test_parts_and_populations(tmp_path: Path) -> None:
    """So may what is named by id: a figure's populations, an observation's parts."""
    many = ", ".join(f"p{number}: {{}}" for number in range(101))
    parts = ", ".join(f"p{number}: 1" for number in range(101))
    files = {
        "flood/figures/homes.md": "---\ntitle: Homes\nquestion: How many?\nkind: count\nchanges: grows\nunit: homes\n"
        f"populations: {{{many}}}\n---\n"
    } | article(f"figures: [{{figure: deaths, printed: '1', value: 1, parts: {{{parts}}}}}]\n")
    diagnostics = Diagnostics()
    read_folder(write_content(tmp_path, files), diagnostics)
    assert [f"{each.location.path} {each.code}" for each in diagnostics] == [
        "briefings/flood/articles/case.md too-long",
        "briefings/flood/figures/homes.md too-long",
    ]
