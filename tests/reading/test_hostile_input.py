"""Whatever bytes stand in a file, reading ends in a document or in a place to look at."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.model.source import Sources
from generator.reading.folders import read_folder
from tests.strategies import soups

FOLDERS = ("actors", "flood/articles", "flood/figures", "flood/events", "flood/issues")
PIECES = (
    *(
        "---\n",
        "\n",
        "\n\n",
        "    ",
        "- ",
        ": ",
        "? ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&a ",
        "*a",
        "!!x ",
        "<<: ",
        "| ",
        ">-\n",
    ),
    *("title: T\n", "name: N\n", "kind: ", "person", "at: ¶1\n", "outlet: gazette\n", "published: 2026-03-01\n"),
    *("figures:\n", "events:\n", "statements:\n", "  - id: a\n", "  - figure: deaths\n", "    printed: x\n"),
    *("    value: about 5\n", "    parts: {a: 1}\n", "    parts_complete: ", "true\n", "    by: [a]\n", "'", '"', "# "),
    *(
        "## H\n",
        "[[",
        "]]",
        "|",
        "[x](",
        ")",
        "<b>",
        "`",
        "```\n",
        "> ",
        "\\",
        "https://e.org/",
        "\r\n",
        "\x00",
        "\u200c",
    ),
)


def _read(content: bytes) -> tuple[Sources, Diagnostics]:
    with TemporaryDirectory() as folder:
        for kind in FOLDERS:
            path = Path(folder, "briefings", kind, "case.md")
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
        Path(folder, "briefings/flood/index.md").write_bytes(content)
        diagnostics = Diagnostics()
        return read_folder(Path(folder, "briefings"), diagnostics), diagnostics


def _check(content: bytes) -> None:
    sources, diagnostics = _read(content)
    # A line as editors count them; the place after its last character is where something is missing.
    lines = content.decode("utf-8", errors="replace").split("\n")
    for diagnostic in diagnostics:
        place = diagnostic.location
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert diagnostic.message.splitlines() == [diagnostic.message]
    briefing = sources.briefings[0]
    kinds = (sources.actors, briefing.articles, briefing.figures, briefing.events, briefing.issues)
    unread = sum(not files for files in kinds) + (briefing.index is None)
    told = {diagnostic.location.path for diagnostic in diagnostics}
    assert unread <= len(told)


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """Bytes of any kind never raise; each file that is not read is told, at a place inside it."""
    _check(content)


@given(soups(*PIECES))
def test_any_text_made_of_the_format(text: str) -> None:
    """Pieces of the format in any order never raise; each file that is not read is told, at a place inside it."""
    _check(text.encode("utf-8", errors="replace"))


@given(soups(*PIECES), soups(*PIECES))
def test_any_annotations_and_any_prose(annotations: str, prose: str) -> None:
    """The same inside a fence that is sound."""
    _check(f"---\ntitle: T\n{annotations}\n---\n{prose}".encode("utf-8", errors="replace"))
