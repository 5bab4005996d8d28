"""What was withdrawn, corrected, deleted or denied."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assembling.diagnosis.case import Case
from generator.assembling.diagnosis.points import Point
from generator.assembling.diagnosis.wording import speaker, value
from generator.model.diagnosis import Finding, FindingKind
from generator.model.files import Notice, VoiceEntry
from generator.model.language import message
from generator.model.quantities import Quantity
from generator.model.reasons import Phrase, Reason, Reference, ReferenceKind, phrase, say
from generator.model.wordings import Form

_DATED = {
    "withdrawn": message("{value} was withdrawn on {date}."),
    "corrected": message("{value} was corrected on {date}."),
    "deleted": message("{value} was deleted on {date}."),
}
_SIGNED = {
    "withdrawn": message("{value} was withdrawn on {date} by {voice}."),
    "corrected": message("{value} was corrected on {date} by {voice}."),
    "deleted": message("{value} was deleted on {date} by {voice}."),
}


def struck(case: Case) -> Iterator[Finding]:
    """Yield a finding for every notice in force on an observation or on its article."""
    for point in case.points:
        for notice in point.notices:
            kind = FindingKind(notice.kind)
            yield Finding(kind=kind, observation=point.id, reason=_noticed(point, notice))


def _noticed(point: Point, notice: Notice) -> Reason:
    said = say(_DATED[notice.kind], value=value(point), date=notice.date)
    if notice.by:
        said = say(_SIGNED[notice.kind], value=value(point), date=notice.date, voice=_name(notice.by))
    return said + say("It is kept and compared with nothing.")


def denied(case: Case) -> Iterator[Finding]:
    """Yield a finding for every value that somebody rejects without a number of their own.

    A denial is of what had been said by then: of the named source's values, of the named number, or of both.
    """
    for denial in case.points:
        if denial.observation.entry.rejects and denial.printed is None and not denial.notices:
            for point in case.points:
                if _is_meant(point, denial, case):
                    said = say(
                        "{speaker} rejects {value}, without giving a number.",
                        speaker=speaker(denial),
                        value=value(point),
                    )
                    yield Finding(kind=FindingKind.DENIED, observation=point.id, reason=said)


def _is_meant(point: Point, denial: Point, case: Case) -> bool:
    rejects = denial.observation.entry.rejects
    if rejects is None or point.printed is None or point.root.key == denial.root.key:
        return False
    if denial.published.before(point.published) or denial.key.population not in {point.key.population, "", None}:
        return False
    whose = rejects.by.actor or rejects.by.identified_as if rejects.by else None
    if whose and case.question.context.voice(whose) != point.root.key:
        return False
    if rejects.value:
        return _is_number(rejects.value, point)
    # A source that is only described could be anybody; without its number nothing is known to be meant.
    return whose is not None or rejects.by is None


def _is_number(rejected: Quantity, point: Point) -> bool:
    if rejected.best is not None and rejected.best * point.factor == point.number:
        return True
    is_loose = rejected.form not in {Form.AT_LEAST, Form.MORE_THAN, Form.EXACT}
    bounds = rejected.interval.scaled(point.factor) if rejected.interval and is_loose else None
    return bounds is not None and point.number is not None and bounds.contains(point.number)


def _name(entry: VoiceEntry) -> Reference | Phrase:
    actor = entry.actor or entry.identified_as
    return (
        Reference(ReferenceKind.ACTOR, actor) if actor else phrase("“{descriptor}”", descriptor=entry.descriptor or "")
    )
