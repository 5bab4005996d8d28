"""Front matter is read as strings only, each with its place in the file."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.reading.characters import bad_characters
from generator.reading.yaml_tree import Tree, YamlTree

WORDS = "NO no yes on off true False null ~ 12:30 1.10 0123 2024 2026-02-03 1e3 0x1F .inf 1_000 += 6,430 -1".split()


def read(text: str) -> dict[str, Tree] | None:
    """Return what a text says as front matter in which nothing is wrong."""
    diagnostics = Diagnostics()
    root = YamlTree(text, "a.md", 1, diagnostics).root
    assert [str(each) for each in diagnostics] == []
    return root


@pytest.mark.parametrize("word", WORDS)
def test_strings_stay_strings(word: str) -> None:
    """What YAML would turn into a truth, a number, a date or nothing is the text that was written."""
    assert read(f"key: {word}\nlist:\n  - {word}\n{word}: value\n") == {"key": word, "list": [word], word: "value"}


def words() -> st.SearchStrategy[str]:
    """Draw texts that are neither blank nor a merge key, of characters that a file may hold."""
    letters = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))
    texts = st.text(letters, min_size=1, max_size=20).filter(lambda text: text.strip() not in {"", "<<"})
    return texts.filter(lambda text: not list(bad_characters(text))) | st.sampled_from(WORDS)


def trees() -> st.SearchStrategy[Tree]:
    """Draw nested strings that are not too deep."""
    return st.recursive(
        words(),
        lambda inside: st.lists(inside, max_size=3) | st.dictionaries(words(), inside, max_size=3),
        max_leaves=12,
    ).filter(lambda tree: _depth(tree) < 7)


def _depth(tree: Tree) -> int:
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return 1 + max(map(_depth, below), default=0)


@given(st.dictionaries(words(), trees(), min_size=1, max_size=4))
def test_every_writing_says_the_same(tree: dict[str, Tree]) -> None:
    """Whatever is written, as JSON or as YAML in blocks, comes back as it was, character by character."""
    blocks = yaml.dump(tree, default_style='"', allow_unicode=True, width=10**6)
    assert read(json.dumps(tree, ensure_ascii=False)) == tree
    assert (read(blocks) or {}) == tree


@given(st.dictionaries(words(), words(), min_size=1, max_size=6))
def test_places_are_where_things_stand(mapping: dict[str, str]) -> None:
    """Each key and value has the line and column on which its text begins."""
    lines = [
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(mapping[key], ensure_ascii=False)}" for key in mapping
    ]
    tree = YamlTree("\n".join(lines), "a.md", 1, Diagnostics())
    for key, value in mapping.items():
        line, column = tree.values[(key,)]
        assert lines[line - 1][column - 1 :] == json.dumps(value, ensure_ascii=False)
        assert tree.keys[(key,)] == (line, 1)


def test_blocks_keep_their_text() -> None:
    """Folded and literal text, comments and quotes mean what YAML says they mean."""
    text = "a: >-\n  one\n  two\nb: |\n  x\n  y\n# c: no\nd: 'it''s' # yes\ne: \"\\u00e9\"\n"
    assert read(text) == {"a": "one two", "b": "x\ny\n", "d": "it's", "e": "é"}
