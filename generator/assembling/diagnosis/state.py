"""The state of a figure, and what is told of it first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.strands import Standing
from generator.assembling.diagnosis.wording import speaker, value, when
from generator.model.diagnosis import STRIKING, Finding, FindingKind, Relation, RelationKind, State
from generator.model.language import message
from generator.model.reasons import NO_REASON, Phrase, Reason, Reference, Value, counted, joined, phrase, say

_MOST_SLIPS_TOLD = 3

_PAIRED = {
    State.DISPUTED: message("Disputed: {one} and {other} cannot both be true."),
    State.COMPATIBLE: message("No contradiction: {one} and {other} leave room for each other."),
    State.CORROBORATED: message("Separate sources agree: {one} and {other}."),
    State.NOT_CONTEMPORANEOUS: message("The numbers speak of different times: {one} and {other}."),
    State.NOT_THE_SAME_MEASURE: message("The numbers do not measure the same: {one} and {other}."),
}
"""One sentence for each state that two values make; each value stands with its source and moment."""


def state_of(standing: Sequence[Standing], relations: Iterable[Relation]) -> State:
    """Return the strongest of the relations between values in force, or what holds where there is none."""
    kinds = {each.kind for each in relations}
    strongest = next((state for state in State if state.value in kinds), None)
    return strongest or (State.ONE_VOICE if standing else State.NO_NUMBER)


def summary_of(
    question: Question,
    state: State,
    standing: Sequence[Standing],
    relations: Iterable[Relation],
    findings: Iterable[Finding],
) -> Reason:
    """Return what to tell of a figure first: its state by the values that show it best, then the probable slips."""
    slips = _slips(findings)
    kind = next((kind for kind in RelationKind if kind.value == state), None)
    telling = [each for each in relations if each.kind is kind]
    match state:
        case State.NO_NUMBER:
            said = say("Nobody gives a number that still stands.")
        case State.ONE_VOICE | State.REPEATED:
            said = _alone(standing[0])
        case State.UNRESOLVED:
            said = say("Undecided: {reason}", reason=telling[0].reason)
        case _:
            heads = {each.head.id: each for each in standing}
            pairs = [(heads[each.observation], heads[each.other]) for each in telling]
            said = _paired(question, state, pairs, slips.keys())
    return said + _slips_told(slips)


def _alone(only: Standing) -> Reason:
    said = counted(
        "One source gives a number: {value} from {speaker} ({when}).",
        "One source gives a number, in {count} places: {value} from {speaker} ({when}).",
        len(only.copies) + 1,
        value=value(only.head),
        speaker=speaker(only.head),
        when=when(only.head),
    )
    return Reason((said,))


def _paired(
    question: Question, state: State, pairs: Sequence[tuple[Standing, Standing]], slips: AbstractSet[str]
) -> Reason:
    one, other = _most_telling(pairs, question, slips)
    said = say(_PAIRED[state], one=_told(one, question), other=_told(other, question))
    if state is not State.DISPUTED:
        return said
    if slips & {one.head.id, other.head.id}:
        return said + say("Every dispute rests on a value that is probably a slip.")
    more = len(pairs) - 1
    return said + (say("Other disputed pairs of values: {number}.", number=more) if more else NO_REASON)


def _most_telling(
    pairs: Sequence[tuple[Standing, Standing]], question: Question, slips: AbstractSet[str]
) -> tuple[Standing, Standing]:
    """Return the pair that shows a state best: no slips, named sources, one measure, the whole, and the latest."""
    wholes_of = question.hierarchy.wholes_of
    sound = [pair for pair in pairs if slips.isdisjoint((pair[0].head.id, pair[1].head.id))] or pairs
    named = [pair for pair in sound if pair[0].root.identified and pair[1].root.identified] or sound
    alike = [pair for pair in named if pair[0].key == pair[1].key] or named
    whole = [pair for pair in alike if not any(wholes_of(each.key.population or "") for each in pair)] or alike
    return max(whole, key=lambda pair: (min(each.last_day for each in pair), pair[0].head.id, pair[1].head.id))


def _told(standing: Standing, question: Question) -> Phrase:
    """Return a value with its source, and with what it counts and when, where that may differ."""
    head = standing.head
    details: list[Value] = [] if question.changes == "fixed" else [when(head)]
    if question.figure.document.populations and head.key.population is not None:
        details.insert(0, question.population_name(head.key.population))
    if not details:
        return phrase("{value} from {speaker}", value=value(head), speaker=speaker(head))
    return phrase(
        "{value} from {speaker} ({details})", value=value(head), speaker=speaker(head), details=joined(details)
    )


def _slips(findings: Iterable[Finding]) -> dict[str, Reference]:
    """Return the values that are probably slips and not struck, by observation."""
    found = tuple(findings)
    struck = {each.observation for each in found if each.kind in STRIKING}
    slips = [each for each in found if each.kind is FindingKind.PROBABLE_SLIP and each.observation not in struck]
    return {
        slip.observation: next(each for each in slip.reason.references if each.id == slip.observation) for slip in slips
    }


def _slips_told(slips: dict[str, Reference]) -> Reason:
    distinct = list({each.label: each for each in slips.values()}.values())[:_MOST_SLIPS_TOLD]
    return say("Probably a slip: {values}.", values=joined(distinct)) if distinct else NO_REASON
