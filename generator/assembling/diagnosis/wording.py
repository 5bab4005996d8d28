"""How reasons are worded: short, neutral sentences that lead to what they speak of."""

from __future__ import annotations

from generator.assembling.diagnosis.points import Point
from generator.model.attribution import Voice
from generator.model.diagnosis import Finding, FindingKind
from generator.model.language import message
from generator.model.reasons import NO_REASON, Phrase, Reason, Reference, ReferenceKind, Value, phrase, say

_ONE = frozenset({"one", "1", "یک", "۱"})
"""How articles count a single source, in the languages of the interface."""
_OTHERS = {
    "population": message("another population ({one}; {other})"),
    "place": message("another place ({one}; {other})"),
    "period": message("another period ({one}; {other})"),
    "unit": message("another unit ({one}; {other})"),
    "horizon": message("another horizon ({one}; {other})"),
    "basis": message("another basis ({one}; {other})"),
    "bound": message("another bound ({one}; {other})"),
}


def slip(point: Point, reason: Reason) -> Finding:
    """Return the finding that a value is probably a slip, with the computation as its reason."""
    return Finding(kind=FindingKind.PROBABLE_SLIP, observation=point.id, reason=reason)


def value(point: Point) -> Reference:
    """Return a value as printed, leading to its observation; of another language, what it means before it."""
    entry = point.observation.entry
    reading = entry.reading(is_foreign=point.is_foreign)
    label = f"{reading} (“{entry.printed}”)" if reading else entry.printed or phrase("a denial")
    return Reference(ReferenceKind.OBSERVATION, point.id, label)


def speaker(point: Point) -> Reference | Phrase:
    """Return who says it first."""
    if point.root.identified:
        return Reference(ReferenceKind.ACTOR, point.root.key)
    voice = point.observation.attribution.originator
    return _described(voice) if voice.known_actor is None else phrase("a source that cannot be traced")


def carrier(point: Point) -> Reference | Phrase:
    """Return who carries it to the reader."""
    voice = point.observation.attribution.chain[-1]
    return Reference(ReferenceKind.ACTOR, voice.known_actor) if voice.known_actor else _described(voice)


def when(point: Point) -> Phrase:
    """Return the moment that a value speaks about; the publication is named where it stands in."""
    return (
        phrase("as of {date}", date=point.moment) if point.dated else phrase("published {date}", date=point.published)
    )


def difference(part: str, one: Value, other: Value) -> Phrase:
    """Return in which part of its measure, or of its wording, a value differs from another, and how."""
    return phrase(_OTHERS[part], one=one, other=other)


def undated(*points: Point) -> Reason:
    """Return the remark that publication stands in for a missing as-of; nothing where none is missing."""
    lacking = [value(point) for point in points if not point.dated]
    if not lacking:
        return NO_REASON
    if len(lacking) == 1:
        return say("No as-of date is given for {value}; its publication stands in.", value=lacking[0])
    return say(
        "No as-of date is given for {value} and {other}; their publication stands in.",
        value=lacking[0],
        other=lacking[1],
    )


def _described(voice: Voice) -> Phrase:
    if voice.count and voice.count not in _ONE:
        return phrase("unnamed sources (“{descriptor}”)", descriptor=voice.descriptor)
    return phrase("an unnamed source (“{descriptor}”)", descriptor=voice.descriptor)
