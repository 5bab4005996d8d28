"""Texts made to do harm: sentences and marks are found in a time that grows as the text does.

Nothing here looks at a clock: what took time with the square of the length, or worse, would not end.
"""

from __future__ import annotations

import re

import pytest

from generator.model import prose, sentences
from generator.model.prose import Prose
from generator.model.sentences import sentence_ends

PATTERNS = {
    name: pattern
    for module in (prose, sentences)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern)
}
SEEDS = ("#", "> ", "# ", "- ", "*", "_", "[", "[a](", "`", "\\", "&", "|\n", "A. ", ". ", "\n", " ", "1.")


def test_abbreviations_end_no_sentence() -> None:
    """However many abbreviations follow each other, they are one sentence, up to the word that ends it."""
    text = "A. " * 100_000 + "They said no. It rained."
    assert [text[end:] for _, end in sentence_ends(text)] == ["It rained."]
    assert [text[end:] for text in ["He met Adm. Moor. It rained."] for _, end in sentence_ends(text)] == ["It rained."]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("#" * 60 + "\0", "\0"), ("> " * 50_000 + "words", "words"), ("> # - 1", "1")],
)
def test_marks_before_a_line(text: str, plain: str) -> None:
    """Marks of Markdown before a line are left out, be they as many as they may."""
    assert Prose(text=text).plain() == plain


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("seed", SEEDS)
def test_patterns_end(name: str, seed: str) -> None:
    """No pattern tries a text in ever more ways: each is through with one that repeats itself, then breaks off."""
    text = seed * 2_000 + "\0"
    pattern = PATTERNS[name]
    pattern.sub("", text)
    pattern.fullmatch(text)
