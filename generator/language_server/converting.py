"""Our values as those of the protocol, with columns in the units that the client counts in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.workspace import PositionCodec

from generator.diagnostics import Diagnostic, Location, Severity
from generator.language_server.completing import Completion, Proposal
from generator.maintaining.fixing import edits_of, told

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}
_WORD = re.compile(r"[\w.-]+|\S")
"""What is underlined of a place that is told by its start alone."""


def span(lines: Sequence[str], line: int, start: int, end: int, codec: PositionCodec) -> types.Range:
    """Return a stretch of one line, given in characters from 0, in the client's units."""
    text = lines[line] if line < len(lines) else ""
    ends = (types.Position(line, codec.client_num_units(text[:column])) for column in (start, end))
    return types.Range(*ends)


def column_of(lines: Sequence[str], position: types.Position, codec: PositionCodec) -> int:
    """Return the column of a client's position in characters from 0."""
    text = lines[position.line] if position.line < len(lines) else ""
    ends = accumulate(map(codec.client_num_units, text))
    return sum(end <= position.character for end in ends)


def diagnostic(found: Diagnostic, lines: Sequence[str], codec: PositionCodec, catalogue: str) -> types.Diagnostic:
    """Return a problem as the protocol has it; `catalogue` is the address at which codes are explained, if any."""
    line, start = found.location.line - 1, found.location.column - 1
    word = _WORD.match(lines[line], start) if line < len(lines) else None
    return types.Diagnostic(
        range=span(lines, line, start, word.end() if word else start, codec),
        message=f"{found.message}\n{found.hint}" if found.hint else found.message,
        severity=_SEVERITIES[found.severity],
        code=str(found.code),
        code_description=types.CodeDescription(f"{catalogue}#{found.code}") if catalogue else None,
        source="briefing",
    )


def quick_fix(found: Diagnostic, lines: Sequence[str], codec: PositionCodec, uri: str) -> types.CodeAction | None:
    """Return the action that mends a problem, or None where only a person can, or the text is another by now."""
    text = "\n".join(lines)
    edits = edits_of(text, found)
    if not edits:
        return None

    def position(offset: int) -> types.Position:
        line = text.count("\n", 0, offset)
        start = text.rfind("\n", 0, offset) + 1
        return types.Position(line, codec.client_num_units(text[start:offset]))

    made = [types.TextEdit(types.Range(position(edit.start), position(edit.end)), edit.right) for edit in edits]
    return types.CodeAction(
        title=f"Mend: {told(found)}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(found, lines, codec, "")],
        edit=types.WorkspaceEdit(changes={uri: made}),
        is_preferred=True,
    )


def completion_list(found: Completion, lines: Sequence[str], line: int, codec: PositionCodec) -> types.CompletionList:
    """Return what may be typed as the protocol has it."""
    stretch = span(lines, line, found.start, found.end, codec)
    items = [_item(each, number, stretch) for number, each in enumerate(found.proposals)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(proposal: Proposal, number: int, stretch: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        label=proposal.label,
        kind=types.CompletionItemKind.Property if proposal.is_key else types.CompletionItemKind.Value,
        detail=proposal.detail or None,
        documentation=proposal.description or None,
        # Needed keys first, then in the order of the format; a name finds its id.
        sort_text=f"{0 if proposal.is_needed else 1}{number:05}",
        filter_text=proposal.label if proposal.is_key else f"{proposal.label} {proposal.detail}".strip(),
        text_edit=types.TextEdit(stretch, proposal.text),
    )


def place(location: Location, lines: Sequence[str], codec: PositionCodec) -> types.Location:
    """Return a place in a file as the protocol has it."""
    column = location.column - 1
    uri = uris.from_fs_path(location.path) or Path(location.path).as_uri()
    return types.Location(uri, span(lines, location.line - 1, column, column, codec))
