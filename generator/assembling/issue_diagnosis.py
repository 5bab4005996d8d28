"""How the statements on one issue stand to each other: stances over time, answers that conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.assembling.reasons import Part, listed, sentence, voices
from generator.model.briefing import Article, Event, Issue, Statement
from generator.model.diagnosis import NO_REASON, Reason, Reference, ReferenceKind
from generator.model.differences import IssueDiagnosis, IssueState, Shift, ShiftKind

_OPPOSITE = {("for", "against"), ("against", "for")}
_SECOND_HAND = {
    "inferred": "inferred",
    "silence": "read from silence",
    "reported": "reported",
    "own words": "own words",
}


def diagnose_issue(
    issue: Issue, articles: Mapping[str, Article], events: Mapping[str, Event], on: date | None = None
) -> IssueDiagnosis:
    """Return who stands where on an issue, from what was known on a day, or from everything."""
    known = [each for each in issue.statements if on is None or articles[each.article].known_from <= on]
    taken = [each for each in known if (each.entry.stance or each.entry.answer) and not _struck(each, on)]
    shifts = tuple(shift for own in _by_speaker(taken).values() for shift in _shifts(own))
    changed = _changed_on(events.get(issue.document.overtaken_by or ""), articles, on)
    superseded = frozenset(each.id for each in taken if _overtaken(each, taken, changed))
    standing = [each for each in taken if each.id not in superseded]
    state, reason = _state(issue, standing)
    return IssueDiagnosis(state=state, reason=reason, shifts=shifts, superseded=superseded)


def _struck(statement: Statement, on: date | None) -> bool:
    notice = statement.entry.notice
    return notice is not None and (on is None or (notice.date.earliest or date.min) <= on)


def _speaker(statement: Statement) -> str:
    # A stance is somebody's own: a minister's is not the state's, though the minister speaks for it.
    return statement.speaker.originator.known_actor or statement.speaker.root.key


def _by_speaker(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[_speaker(statement)].append(statement)
    return dict(sorted(found.items()))


def _position(statement: Statement) -> str:
    return statement.entry.stance or statement.entry.answer or ""


def _shifts(own: Sequence[Statement]) -> Iterator[Shift]:
    """Yield each change of a speaker's dated statements; `own` is in the order of time.

    A statement without a date says nothing about when somebody turned, so it is left out.
    """
    earlier: list[Statement] = []
    for moment in _moments([each for each in own if each.entry.date]):
        told = list({_position(each): each for each in reversed(moment)}.values())[::-1]
        if len(told) > 1:
            yield _shift(ShiftKind.TOLD_DIFFERENTLY, told[0], told[1])
        elif len(earlier) == 1 and _position(earlier[0]) != _position(told[0]):
            opposite = (_position(earlier[0]), _position(told[0])) in _OPPOSITE
            yield _shift(ShiftKind.REVERSAL if opposite else ShiftKind.SHIFT, earlier[0], told[0])
        earlier = told


def _moments(own: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield the statements in groups whose dates overlap."""
    group: list[Statement] = []
    for statement in own:
        if group and not group[-1].moment.overlaps(statement.moment):
            yield group
            group = []
        group.append(statement)
    if group:
        yield group


def _shift(kind: ShiftKind, earlier: Statement, later: Statement) -> Shift:
    reason = _shift_reason(kind, earlier, later)
    return Shift(kind=kind, statement=later.id, earlier=earlier.id, reason=reason)


def _shift_reason(kind: ShiftKind, earlier: Statement, later: Statement) -> Reason:
    who = voices([later.speaker]) if not later.speaker.originator.known_actor else [_actor(later)]
    if kind is ShiftKind.TOLD_DIFFERENTLY:
        return sentence(who, " is told differently of one time: ", _told(earlier), "; ", _told(later), ".")
    verb = "turned from " if kind is ShiftKind.REVERSAL else "moved from "
    return sentence(who, f" {verb}", _told(earlier), " to ", _told(later), ".")


def _actor(statement: Statement) -> Reference:
    return Reference(ReferenceKind.ACTOR, statement.speaker.originator.known_actor or "")


def _told(statement: Statement) -> list[Part]:
    entry = statement.entry
    when = entry.date.display() if entry.date else f"by {statement.moment.display()}"
    parts: list[Part] = [f"“{_position(statement)}” ({when}, {_SECOND_HAND[entry.account]}"]
    if entry.account != "own words":
        parts += [" by ", *voices([statement.attribution])]
    return [*parts, ")"]


def _changed_on(event: Event | None, articles: Mapping[str, Article], on: date | None) -> date | None:
    """Return the first day of the event that overtook earlier answers, once anybody had told of it."""
    reports = event.reports if event else ()
    known = [each.entry for each in reports if on is None or articles[each.article].known_from <= on]
    days = [(entry.date or entry.start) for entry in known]
    return min((day.earliest for day in days if day and day.earliest), default=None)


def _overtaken(statement: Statement, others: Iterable[Statement], changed: date | None) -> bool:
    """Return whether the speaker's own dated word, or an event since, stands in this statement's place."""
    said = statement.entry.date or statement.published
    if changed and said.earliest and said.latest and said.earliest < changed and said.latest <= changed:
        return True
    dated = [each for each in others if _speaker(each) == _speaker(statement) and each.entry.date]
    if not statement.speaker.root.identified:
        return False
    return bool(dated) if not statement.entry.date else any(statement.moment.before(each.moment) for each in dated)


def _state(issue: Issue, standing: Sequence[Statement]) -> tuple[IssueState, Reason]:
    if not standing:
        return IssueState.OPEN, NO_REASON
    by_position: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in standing:
        by_position[_position(statement)].append(statement)
    reason = sentence([part for parts in _positions(issue, by_position) for part in parts])
    is_fact = issue.document.kind == "fact"
    if len(by_position) > 1:
        return (IssueState.ANSWERS_CONFLICT if is_fact else IssueState.STANCES_DIFFER), reason
    # Only different roots corroborate an answer; a stance is held by everybody who takes it.
    voices_heard = {each.speaker.root.key if is_fact else _speaker(each) for each in standing}
    if len(voices_heard) == 1:
        return IssueState.ONE_VOICE, reason
    return (IssueState.ANSWERS_AGREE if is_fact else IssueState.STANCES_AGREE), reason


def _positions(issue: Issue, by_position: Mapping[str, Sequence[Statement]]) -> Iterable[Sequence[Part]]:
    order = issue.document.answers if issue.document.kind == "fact" else ("for", "conditional", "against", "unclear")
    given = [position for position in order if position in by_position]
    for at, position in enumerate(given):
        speakers: dict[str, Part] = {}
        for statement in by_position[position]:
            part: Part = _actor(statement)
            if not statement.speaker.originator.known_actor:
                part = f"a source described as “{statement.speaker.originator.descriptor}”"
            speakers.setdefault(_speaker(statement), part)
        yield [f"{'; ' if at else ''}{position}: ", *listed(list(speakers.values()))]
    yield ["."]
