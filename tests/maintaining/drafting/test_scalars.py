"""Texts of strangers as YAML: one value, whatever stands in them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.maintaining.drafting.scalars import readable, scalar
from generator.reading.frontmatter import front_matter_of

TEXTS = st.text(max_size=200) | st.text(alphabet=":#-?{}[],&*!|>'\"%@` \n\\abc\u200c\u202e\u0301é", max_size=40)


@given(TEXTS)
@example("---")
@example("a: b # c")
@example("\\n\"'")
@example("https://example.org/a:b, c")
@example("no")
@example("e\u0301\u200d")
def test_any_text_round_trips(text: str) -> None:
    """What is written is what the strict reader reads, in a line of its own, in braces and in a list."""
    line = readable(text)
    written = scalar(text)
    file = f"---\nkey: {written}\nflow: {{key: {written}, list: [{written}]}}\n---\n"
    diagnostics = Diagnostics()
    front = front_matter_of(file.encode(), "file.md", diagnostics)
    assert front is not None
    assert {"key": line, "flow": {"key": line, "list": [line]}} == front.data
    assert [str(each) for each in diagnostics if line] == []


@given(TEXTS)
def test_readable_settles(text: str) -> None:
    """What was made readable stays as it is, and is one line."""
    line = readable(text)
    assert line == readable(line)
    assert "\n" not in line


def test_a_plain_text_stays_plain() -> None:
    """Quotation marks stand only where they may be needed."""
    assert [scalar(text) for text in ("It rained.", "2026-03-04", "https://example.org/a?b=1")] == [
        "It rained.",
        "2026-03-04",
        "https://example.org/a?b=1",
    ]
