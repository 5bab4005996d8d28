"""Front matter is read well enough to help while it is typed: as the strict reader reads it, and further."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.language_server.outline import outline, token_to_complete
from generator.model.source import KeyPath
from generator.reading.characters import MAX_BYTES
from generator.reading.frontmatter import front_matter_of
from generator.reading.yaml_tree import MAX_DEPTH, Tree

TESTS = Path(__file__).parent.parent
FILES = [
    path
    for folder in (TESTS.parent / "briefings", *sorted(TESTS.glob("content*")))
    for path in sorted(folder.rglob("*.md"))
]


def leaves(tree: Tree, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every text in a tree."""
    if isinstance(tree, str):
        yield path
    for step, child in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from leaves(child, (*path, step))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sound_file_is_read_as_the_strict_reader_reads_it(path: Path) -> None:
    """Every key and value of a sound file has the path, line and column that the strict reader gives it."""
    strict = front_matter_of(path.read_bytes(), path.name, Diagnostics())
    assert strict
    text = path.read_text(encoding="utf-8")
    tokens = outline(text)
    places = {token.path: (token.line + 1, token.start + 1) for token in tokens if token.is_key}
    assert places == dict(strict.positions.keys)
    lines = text.split("\n")
    folded = {key for key, (line, column) in strict.positions.values.items() if lines[line - 1][column - 1] in "|>"}
    values = {token.path: (token.line + 1, token.start + 1) for token in tokens if not token.is_key}
    assert values == {path: strict.positions.values[path] for path in leaves(strict.data) if path not in folded}


@pytest.mark.parametrize(
    ("typed", "path", "is_key", "written"),
    [
        ("tit‸", (), True, "tit"),
        ("title: A\n‸", (), True, ""),
        ("tit‸le: A", (), True, "tit"),
        ("outlet: ‸", ("outlet",), False, ""),
        ("outlet: ga‸z", ("outlet",), False, "ga"),
        ("outlet: {‸", ("outlet",), True, ""),
        ("outlet: {desc‸}", ("outlet",), True, "desc"),
        ("outlet: {descriptor: a, cou‸", ("outlet",), True, "cou"),
        ("figures:\n  - ‸", ("figures", 0), False, ""),
        ("figures:\n- fi‸", ("figures", 0), False, "fi"),
        ("figures:\n  - figure: a\n    ‸", ("figures", 0), True, ""),
        ("figures:\n  - figure: a\n    as‸\n    at: ¶1", ("figures", 0), True, "as"),
        ("figures:\n  - figure: a\n  - figure: ‸\n    at: ¶1", ("figures", 1, "figure"), False, ""),
        ("figures:\n  - figure: a\n    by: [‸", ("figures", 0, "by", 0), False, ""),
        ("figures:\n  - figure: a\n    by: [a, ‸]", ("figures", 0, "by", 1), False, ""),
        ("figures:\n  - figure: a\n    by: [a, ‸\n    at: ¶1", ("figures", 0, "by", 1), False, ""),
        ("figures:\n  - figure: a\n    by: [{descriptor: x}, {‸", ("figures", 0, "by", 1), True, ""),
        ("figures:\n  - {figure: a, parts: {x: 1, ‸", ("figures", 0, "parts"), True, ""),
        ("note: >\n  words\n  here\nti‸", (), True, "ti"),
        ('title: "A: b" # c\nout‸', (), True, "out"),
        ("events:\n  - by:\n      - ‸", ("events", 0, "by", 0), False, ""),
        ("notice:\n  ki‸", ("notice",), False, "ki"),
        ("  ti‸", (), True, "ti"),
        ("  title: A\n  ou‸", (), True, "ou"),
    ],
)
def test_what_is_being_typed_is_known(typed: str, path: KeyPath, is_key: bool, written: str) -> None:  # noqa: FBT001 - a column of the table
    """Where the cursor stands, the outline has a key or a value, however little of the rest is YAML."""
    before, _, after = typed.partition("‸")
    text = f"---\n{before}{after}\n"
    line = before.count("\n") + 1
    token, _ = token_to_complete(text, line, len(before) - before.rfind("\n") - 1)
    assert token
    assert (token.path, token.is_key, token.text) == (path, is_key, written)


@pytest.mark.parametrize("typed", ["# ou‸", "note: |\n  wo‸", "title: A # ‸"])
def test_in_a_comment_or_a_text_nothing_is_typed(typed: str) -> None:
    """A comment and the lines of a long text are left alone."""
    before, _, after = typed.partition("‸")
    text = f"---\n{before}{after}\n---\n"
    token, _ = token_to_complete(text, before.count("\n") + 1, len(before) - before.rfind("\n") - 1)
    assert token is None


@given(st.lists(st.sampled_from(list("ab: -[]{},#\"'|>\n\n  ")), max_size=60).map("".join), st.data())
def test_no_text_is_too_broken(text: str, data: st.DataObject) -> None:
    """Whatever stands between the fences, the outline is made, and its tokens stand where they say."""
    whole = f"---\n{text}\n---\n"
    lines = whole.split("\n")
    for token in outline(whole):
        assert token.text.strip() in lines[token.line][token.start : token.end]
    line = data.draw(st.integers(1, len(lines) - 2))
    token_to_complete(whole, line, data.draw(st.integers(0, len(lines[line]))))


@pytest.mark.parametrize(
    "nested",
    [
        "- " * 100_000,
        f"a: {'[' * 100_000}",
        f"a: {'{a: ' * 100_000}",
        "".join(f"{' ' * depth}a:\n" for depth in range(900)),
        "".join(f"{' ' * depth}- \n" for depth in range(900)),
    ],
)
def test_what_is_too_deep_for_the_strict_reader_is_left(nested: str) -> None:
    """What is nested without an end is read as deep as a file may be, and not in ages."""
    tokens = outline(f"---\ntitle: A\n{nested}\n---\n")
    assert [token.text for token in tokens[:2]] == ["title", "A"]
    assert max(len(token.path) for token in tokens) <= MAX_DEPTH + 1


def test_a_line_of_spaces_is_read_at_once() -> None:
    """A word before very many spaces is no key and no riddle."""
    assert [token.path for token in outline(f"---\na{' ' * 300_000}#x\nb : 1\n---\n")] == [("a",), ("b",), ("b",)]


def test_a_text_longer_than_a_file_may_be_has_no_outline() -> None:
    """A text that the strict reader refuses for its length is not read here either."""
    head = "---\ntitle: A\n---\n"
    assert (len(outline(head.ljust(MAX_BYTES))), outline(head.ljust(MAX_BYTES + 1))) == (2, ())
