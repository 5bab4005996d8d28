"""How the statements on one issue stand to each other: stances over time, answers that conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from generator.assembling.known import unstruck
from generator.assembling.reasons import described, voices
from generator.model.briefing import Article, Event, Issue, Statement
from generator.model.differences import IssueDiagnosis, IssueState, Shift, ShiftKind
from generator.model.language import SEMICOLONS, message
from generator.model.reasons import (
    NO_REASON,
    Phrase,
    Reason,
    Reference,
    ReferenceKind,
    Term,
    Value,
    joined,
    listed,
    phrase,
    say,
)

_OPPOSITE = {("for", "against"), ("against", "for")}
_TELLING = frozenset({"held", "ongoing", "moved"})
"""What may have become of an event that overtakes answers; what is only planned, or is off, changed nothing."""
_STANCES = ("for", "conditional", "against", "unclear")
_UNSAID = ("inferred", "silence")
"""The accounts of what the speaker has not said."""
_CORROBORATING = 2
_TOLD = {
    "own words": message("“{position}” ({when}, own words)"),
    "reported": message("“{position}” ({when}, reported by {voices})"),
    "inferred": message("“{position}” ({when}, inferred by {voices})"),
    "silence": message("“{position}” ({when}, read from silence by {voices})"),
}


def diagnose_issue(
    issue: Issue, articles: Mapping[str, Article], events: Mapping[str, Event], on: date | None = None
) -> IssueDiagnosis:
    """Return who stands where on an issue, from what was known on a day, or from everything."""
    taken = [each for each in unstruck(issue.statements, articles, on) if _position(each) in _positions(issue)]
    shifts = tuple(shift for own in _by_speaker(taken).values() for shift in _shifts(own))
    changed = _changed_on(events.get(issue.document.overtaken_by or ""), articles, on)
    standing = _by_position(issue, [each for each in taken if not _overtaken(each, taken, changed)])
    state, reason = _state(issue, standing)
    standings = {position: tuple(each.id for each in told) for position, told in standing.items()}
    return IssueDiagnosis(state=state, reason=reason, shifts=shifts, standings=standings)


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
    earlier: Statement | None = None
    for moment in _moments([each for each in own if each.entry.date]):
        now: Statement | None = moment[0]
        if differing := _told_differently(moment):
            yield _shift(ShiftKind.TOLD_DIFFERENTLY, *differing)
            now = None
        elif earlier and _position(earlier) != _position(moment[0]):
            opposite = (_position(earlier), _position(moment[0])) in _OPPOSITE
            yield _shift(ShiftKind.REVERSAL if opposite else ShiftKind.SHIFT, earlier, moment[0])
        earlier = now


def _told_differently(moment: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """Return the first two statements that may be of one time and differ."""
    pairs = ((one, other) for one, other in combinations(moment, 2) if one.moment.overlaps(other.moment))
    return next((pair for pair in pairs if _position(pair[0]) != _position(pair[1])), None)


def _moments(own: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield the statements in groups whose dates overlap."""
    group: list[Statement] = []
    for statement in own:
        if group and not any(each.moment.overlaps(statement.moment) for each in group):
            yield group
            group = []
        group.append(statement)
    if group:
        yield group


def _shift(kind: ShiftKind, earlier: Statement, later: Statement) -> Shift:
    reason = _shift_reason(kind, earlier, later)
    return Shift(kind=kind, statement=later.id, earlier=earlier.id, reason=reason)


def _shift_reason(kind: ShiftKind, earlier: Statement, later: Statement) -> Reason:
    who = voices([later.speaker]) if not later.speaker.originator.known_actor else _actor(later)
    told: dict[str, Value] = {"speaker": who, "earlier": _told(earlier), "later": _told(later)}
    match kind:
        case ShiftKind.TOLD_DIFFERENTLY:
            return say("{speaker} is told differently of one time: {earlier}; {later}.", **told)
        case ShiftKind.REVERSAL:
            return say("{speaker} turned from {earlier} to {later}.", **told)
        case ShiftKind.SHIFT:
            return say("{speaker} moved from {earlier} to {later}.", **told)


def _actor(statement: Statement) -> Reference:
    return Reference(ReferenceKind.ACTOR, statement.speaker.originator.known_actor or "")


def _told(statement: Statement) -> Phrase:
    entry = statement.entry
    when = entry.date or phrase("by {date}", date=statement.moment)
    who = voices([statement.attribution])
    return phrase(_TOLD[entry.account], position=_position_told(statement), when=when, voices=who)


def _position_told(statement: Statement) -> Value:
    stance = statement.entry.stance
    return Term("stance", stance) if stance else statement.entry.answer or ""


def _changed_on(event: Event | None, articles: Mapping[str, Article], on: date | None) -> date | None:
    """Return the first day of the event that overtook earlier answers, once anybody had told of it."""
    live = [each.entry for each in unstruck(event.reports if event else (), articles, on)]
    days = [entry.date or entry.start for entry in live if entry.status in _TELLING]
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


def _by_position(issue: Issue, standing: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Return by stance or answer, in the issue's order, the latest statement of each speaker who stands there."""
    found: dict[str, dict[str, Statement]] = {each: {} for each in _positions(issue)}
    for statement in standing:
        found[_position(statement)][_speaker(statement)] = statement
    return {position: list(speakers.values()) for position, speakers in found.items()}


def _positions(issue: Issue) -> tuple[str, ...]:
    return issue.document.answers if issue.document.kind == "fact" else _STANCES


def _state(issue: Issue, standing: Mapping[str, Sequence[Statement]]) -> tuple[IssueState, Reason]:
    taken = {position: told for position, told in standing.items() if told}
    if not taken:
        return IssueState.OPEN, NO_REASON
    sides = [
        phrase(
            "{position}: {speakers}", position=_position_told(told[0]), speakers=listed([_who(each) for each in told])
        )
        for told in taken.values()
    ]
    reason = say("{positions}.", positions=joined(sides, SEMICOLONS))
    is_fact = issue.document.kind == "fact"
    if len(taken) > 1:
        return (IssueState.ANSWERS_CONFLICT if is_fact else IssueState.STANCES_DIFFER), reason
    [told] = taken.values()
    if not is_fact:
        return (IssueState.ONE_VOICE if len(told) == 1 else IssueState.STANCES_AGREE), reason
    # Only different roots corroborate an answer, and only such as are known; a stance is held by whoever takes it.
    roots = {each.speaker.root for each in told}
    if len(roots) == 1:
        return IssueState.ONE_VOICE, reason
    if sum(root.identified for root in roots) < _CORROBORATING:
        return IssueState.UNCONFIRMED, reason + say("Whoever is not named may be one of the others.")
    return IssueState.ANSWERS_AGREE, reason


def _who(statement: Statement) -> Value:
    """Return who stands somewhere; a stance that nobody has heard from them is told as such."""
    originator = statement.speaker.originator
    who = _actor(statement) if originator.known_actor else described(originator)
    account = statement.entry.account
    if account in _UNSAID:
        return phrase("{speaker} ({account})", speaker=who, account=Term("account", account))
    return who
