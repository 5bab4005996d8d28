"""Places are told in the units in which the client counts, whatever stands on the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from generator.diagnostics import Code, Diagnostic, Location, Repair, Severity
from generator.language_server.converting import column_of, diagnostic, quick_fix, span

LINE = "{title: آدا مور 😀, leage: x}"
AT = LINE.index("leage")
ENCODINGS = {
    types.PositionEncodingKind.Utf8: len(LINE[:AT].encode("utf-8")),
    types.PositionEncodingKind.Utf16: len(LINE[:AT].encode("utf-16-le")) // 2,
    types.PositionEncodingKind.Utf32: AT,
}
encodings = pytest.mark.parametrize(("encoding", "column"), ENCODINGS.items(), ids=str)


@encodings
def test_a_problem_is_underlined_where_it_stands(encoding: types.PositionEncodingKind, column: int) -> None:
    """Persian and an emoji before a word move it by as many units as the client counts for them."""
    found = Diagnostic(Location("a.md", 1, AT + 1), Code.UNKNOWN_KEY, "No.", "Do.", Severity.WARNING)
    shown = diagnostic(found, [LINE], PositionCodec(encoding), "https://example.org/diagnostics.html")
    assert shown.range == types.Range(types.Position(0, column), types.Position(0, column + len("leage")))
    assert (shown.message, shown.severity, shown.code) == ("No.\nDo.", types.DiagnosticSeverity.Warning, "unknown-key")
    assert shown.code_description == types.CodeDescription("https://example.org/diagnostics.html#unknown-key")


@encodings
def test_a_repair_is_an_action_on_its_words(encoding: types.PositionEncodingKind, column: int) -> None:
    """What mends a problem takes the place of what was written, and of nothing else."""
    repair = Repair("leage", "league")
    found = Diagnostic(Location("a.md", 2, AT + 1), Code.UNKNOWN_KEY, "No.", repair=repair)
    action = quick_fix(found, ["---", LINE, "---"], PositionCodec(encoding), "file:///a.md")
    assert action
    assert action.edit
    stretch = types.Range(types.Position(1, column), types.Position(1, column + len("leage")))
    assert action.edit.changes == {"file:///a.md": [types.TextEdit(stretch, "league")]}


@pytest.mark.parametrize(
    ("line", "start"),
    [("by: leage", 4), ('by: "leage"', 4), ("by: something else", None), ("", None)],
)
def test_a_repair_of_words_that_are_gone_is_none(line: str, start: int | None) -> None:
    """A repair is offered only where its words still stand, a quotation mark before them or not."""
    found = Diagnostic(Location("a.md", 2, 5), Code.UNKNOWN_REFERENCE, "No.", repair=Repair("leage", "league"))
    action = quick_fix(found, ["---", line, "---"], PositionCodec(), "file:///a.md")
    changes = action.edit.changes if action and action.edit else None
    assert (changes["file:///a.md"][0].range.start.character if changes else None) == start


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\n"), max_size=20), st.data())
def test_columns_come_back(line: str, data: st.DataObject) -> None:
    """A column told to the client and sent back is the same, in every encoding."""
    column = data.draw(st.integers(0, len(line)))
    for encoding in ENCODINGS:
        codec = PositionCodec(encoding)
        assert column_of([line], span([line], 0, column, column, codec).start, codec) == column
