"""How reasons are worded: short, neutral sentences that lead to what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.assembling.diagnosis.points import Point
from generator.model.attribution import Voice
from generator.model.diagnosis import Finding, FindingKind, Reason, Reference, ReferenceKind
from generator.model.intervals import EXACT

_CENT = Decimal("0.01")


def say(template: str, *parts: str | Reference) -> Reason:
    """Return a reason; each `{}` of the template is the next part."""
    texts = template.split("{}")
    woven: list[str | Reference] = [texts[0]]
    for part, text in zip(parts, texts[1:], strict=True):
        woven += [part, text]
    return Reason(_joined(woven))


def slip(point: Point, reason: Reason) -> Finding:
    """Return the finding that a value is probably a slip, with the computation as its reason."""
    return Finding(kind=FindingKind.PROBABLE_SLIP, observation=point.id, reason=reason)


def value(point: Point) -> Reference:
    """Return a value as printed, leading to its observation; of another language, the same in English beside it."""
    entry = point.observation.entry
    label = entry.printed or "a denial"
    if entry.value and not point.article.document.language.startswith("en") and entry.value.text != label:
        label = f"{label} ({entry.value.text})"
    return Reference(ReferenceKind.OBSERVATION, point.id, label)


def speaker(point: Point) -> Reference | str:
    """Return who says it first."""
    if point.root.identified:
        return Reference(ReferenceKind.ACTOR, point.root.key)
    voice = point.observation.attribution.originator
    return _described(voice) if voice.known_actor is None else "a source that cannot be traced"


def carrier(point: Point) -> Reference | str:
    """Return who carries it to the reader."""
    voice = point.observation.attribution.chain[-1]
    return Reference(ReferenceKind.ACTOR, voice.known_actor) if voice.known_actor else _described(voice)


def when(point: Point) -> str:
    """Return the moment that a value speaks about; the publication is named where it stands in."""
    moment = point.moment if point.dated else point.published
    return f"{'as of' if point.dated else 'published'} {moment.display()}"


def written(number: Decimal) -> str:
    """Return a number with its digits in groups, rounded to hundredths if it has more."""
    text = f"{number.quantize(_CENT, context=EXACT):,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def listed(words: Sequence[str]) -> str:
    """Return words as a list with `and`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def undated(*points: Point) -> Reason:
    """Return the remark that publication stands in for a missing as-of; nothing where none is missing."""
    lacking = [point for point in points if not point.dated]
    if not lacking:
        return Reason(())
    if len(lacking) == 1:
        return say("No as-of date is given for {}; its publication stands in.", value(lacking[0]))
    return say("No as-of date is given for {} and {}; their publication stands in.", *map(value, lacking[:2]))


def _described(voice: Voice) -> str:
    several = bool(voice.count) and voice.count not in {"one", "1"}
    return f"{'unnamed sources' if several else 'an unnamed source'} (“{voice.descriptor}”)"


def _joined(parts: Iterable[str | Reference]) -> tuple[str | Reference, ...]:
    """Return parts with neighbouring texts made one, so that equal reasons are equal."""
    woven: list[str | Reference] = []
    for part in parts:
        if isinstance(part, str) and woven and isinstance(woven[-1], str):
            woven[-1] += part
        elif part != "":
            woven.append(part)
    return tuple(woven)
