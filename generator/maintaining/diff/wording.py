"""The sentences of a diff, plain: what is made of them on a terminal or in a comment is for the forms to say."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from generator.maintaining.diff.rows import Change, Field, Row, Said, What

SIGNS: Final = {Change.NEW: "+", Change.REMOVED: "−", Change.CHANGED: "~"}
"""What stands before a row."""
PLURALS: Final = {
    What.FIGURE: "figures",
    What.EVENT: "events",
    What.ISSUE: "issues",
    What.ARTICLE: "articles",
    What.OBSERVATION: "observations",
    What.REPORT: "reports of events",
    What.STATEMENT: "statements",
    What.BRIEFING: "briefings",
    What.ACTOR: "actors",
}
_SINGULARS: Final = {What.REPORT: "report of an event"}

_WORDED: Final = {
    What.OBSERVATION: ("by", "as of"),
    What.REPORT: ("told by", "dated"),
    What.STATEMENT: ("told by", "said"),
}
"""How who gives an item, and the moment it speaks of, are told."""

_LONGEST: Final = 240
"""Most characters of one value; all of it stands in the JSON form."""
_KEPT: Final = 40
"""How much of what two long values have in common stands before the place where they part."""
_TOLD_ALREADY: Final = {
    What.OBSERVATION: frozenset({"figure", "id", "printed", "value", "by", "as_of", "at", "rejects"}),
    What.REPORT: frozenset({"id", "title", "status", "date", "start", "end", "by", "at"}),
    What.STATEMENT: frozenset({"actor", "says", "issue", "stance", "answer", "by", "date", "at"}),
    What.ARTICLE: frozenset("title url archive_url accessed language source_sha256 text dateline".split()),
}
"""The keys of a new thing that its own line tells, or that nobody asks for first."""


def counted(number: int, what: What, adjective: str = "") -> str:
    """Return so many things in words, such as `2 new articles`."""
    noun = _SINGULARS.get(what, str(what)) if number == 1 else PLURALS[what]
    return f"{number} {adjective} {noun}" if adjective else f"{number} {noun}"


def headed(row: Row) -> str:
    """Return the line of a row: what it is, who says so, and when; of a new item, whatever else it says."""
    words = [row.title if row.said else f"{row.title} ({row.id})" if row.title else row.id]
    if row.said:
        words.append(_said(row.said, row))
    if row.change is not Change.CHANGED and row.what in _TOLD_ALREADY:
        rest = [each for each in row.fields if each.key not in _TOLD_ALREADY[row.what]]
        words += [f"{each.key}: {_clipped(each.after or each.before or '')}" for each in rest]
    return "; ".join(words)


def detailed(row: Row) -> list[str]:
    """Return the lines below that of a row: what differs, then what holds otherwise, then what followed."""
    lines = [_field(each) for each in row.fields] if row.change is Change.CHANGED else []
    lines += [_move(each, row.change) for each in row.moves]
    for other in row.followed:
        moves = "; ".join(_move(each, other.change) for each in other.moves if each.key != "why")
        if moves:
            lines.append(f"what followed: {other.title}: {moves}")
    return lines


def _said(said: Said, row: Row) -> str:
    by, moment = _WORDED[row.what]
    who = f"{by} {', via '.join(said.voices)}"
    when = f"{moment} {said.moment}" if said.moment else f"published {said.published}"
    place = f"{said.article} {said.at}" if said.at else said.article
    return f"{who}; {when}; in {place}" + (f", on {row.about}" if row.about else "")


def _field(field: Field) -> str:
    if field.key == "text":
        return f"text: {_lines_changed(field.before or '', field.after or '')}"
    return _told(f"{field.key}, {field.name}" if field.name else field.key, field.before, field.after)


def _move(field: Field, change: Change) -> str:
    label = f"{field.key}, {field.name}" if field.name and field.key != "voice" else field.key
    if change is not Change.CHANGED:
        return f"{label}: {_clipped(field.after or field.before or '')}"
    if field.key == "why" and field.after:
        return f"why: {field.after}"
    return _told(label, field.before, field.after)


def _told(label: str, before: str | None, after: str | None) -> str:
    if before is None:
        return f"+ {label}: {_clipped(after or '')}"
    if after is None:
        return f"− {label}: {_clipped(before)}"
    before, after = _parted(before, after)
    return f"{label}: {before} → {after}"


def _parted(before: str, after: str) -> tuple[str, str]:
    """Return two values, each as long as a line may be, from shortly before the place where they part."""
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    alike = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), _LONGEST)
    start = max(0, alike - _KEPT)
    ellipsis = "… " if start else ""
    return ellipsis + _clipped(before[start:]), ellipsis + _clipped(after[start:])


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _lines_changed(before: str, after: str) -> str:
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    steps = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    gone, come = sum(each[2] - each[1] for each in steps), sum(each[4] - each[3] for each in steps)
    return f"+{come} −{gone} lines"
