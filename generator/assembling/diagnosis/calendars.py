"""Probable slips of dates: durations that no dates allow, ages that no birth allows, moments after publication."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assembling.diagnosis.ages import ages_on
from generator.assembling.diagnosis.case import Case
from generator.assembling.diagnosis.context import birth_source, reports_known
from generator.assembling.diagnosis.points import Point
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.spans import Span, spans
from generator.assembling.diagnosis.wording import slip, undated, value, when
from generator.model.briefing import EventReport
from generator.model.dates import PartialDate
from generator.model.diagnosis import Finding
from generator.model.language import SEMICOLONS
from generator.model.reasons import Phrase, Reference, ReferenceKind, Value, counted, joined, phrase, say

_MOST_SPANS_TOLD = 3
_MONTHS_A_YEAR = 12
_MINUTES_AN_HOUR = 60
_MINUTES_A_DAY = 1440


def impossible_dates(case: Case) -> Iterator[Finding]:
    """Yield each value that dates refute; none of them can supersede another."""
    question = case.question
    spanned, born = _known_spans(case), _known_birth(case)
    for point in case.points:
        if spanned:
            yield from question.recall(_wrong_duration, point, spanned)
        if born:
            yield from question.recall(_wrong_age, point, born)
        yield from question.recall(_too_late, point)


def _known_spans(case: Case) -> tuple[Span, ...]:
    document, question = case.question.figure.document, case.question
    if document.kind != "duration" or document.spans is None:
        return ()
    return question.recall(_spans, tuple(reports_known(question.context, document.spans, case.on)))


def _spans(_: Question, reports: tuple[EventReport, ...]) -> tuple[Span, ...]:
    return spans(reports)


def _known_birth(case: Case) -> PartialDate | None:
    """Return the date of birth, if known on the day: it is, unless an article yet to come is its source."""
    question = case.question
    person = question.context.actors.get(question.figure.document.person or "")
    born = person.document.born if person else None
    if born is None or not question.is_age:
        return None
    source = birth_source(question.figure, question.context)
    return born.date if case.on is None or source is None or source.known_from <= case.on else None


def _wrong_duration(question: Question, point: Point, possible: tuple[Span, ...]) -> tuple[Finding, ...]:
    """Return a finding if a duration fits no pair of the starts and ends that reports give."""
    lengths = [length for span in possible if (length := span.length(point.key.unit, point.factor))]
    if point.printed is None or not lengths or any(point.printed.overlaps(length) for length in lengths):
        return ()
    is_timed = point.key.unit == "minutes" and point.factor < _MINUTES_A_DAY
    told = joined([_told(span, is_timed=is_timed) for span in possible[:_MOST_SPANS_TOLD]], SEMICOLONS)
    event = Reference(ReferenceKind.EVENT, question.figure.document.spans or "")
    said = say(
        "{value} fits no dates that are given for {event}: {dates}.", value=value(point), event=event, dates=told
    )
    return (slip(point, said),)


def _told(span: Span, *, is_timed: bool) -> Phrase:
    """Return how long a span is: in days, or by the clock where a value is told so and both times are known."""
    if is_timed and span.minutes is not None:
        return _told_by_clock(span, round(span.minutes))
    least, most = span.days
    return counted(
        "from {start} to {end} is {days} day",
        "from {start} to {end} is {days} days",
        most,
        start=span.start,
        end=span.end,
        days=_between(least, most),
    )


def _told_by_clock(span: Span, minutes: int) -> Phrase:
    hours, rest = divmod(minutes, _MINUTES_AN_HOUR)
    if rest:
        return counted(
            "from {start} to {end} is {count} minute",
            "from {start} to {end} is {count} minutes",
            minutes,
            start=span.start,
            end=span.end,
        )
    return counted(
        "from {start} to {end} is {count} hour",
        "from {start} to {end} is {count} hours",
        hours,
        start=span.start,
        end=span.end,
    )


def _between(least: int, most: int) -> Value:
    if least == most:
        return least
    if most - least == 1:
        return phrase("{least} or {most}", least=least, most=most)
    return phrase("{least} to {most}", least=least, most=most)


def _wrong_age(question: Question, point: Point, born: PartialDate) -> tuple[Finding, ...]:
    """Return a finding if the date of birth does not allow an age."""
    possible = ages_on(point.moment, born)
    if point.printed is None or possible is None:
        return ()
    least, most = possible
    # Who has completed 86 years is 86 until the next birthday.
    is_less = point.printed.high is not None and point.printed.high < _MONTHS_A_YEAR * least
    if not is_less and point.printed.low < _MONTHS_A_YEAR * (most + 1):
        return ()
    person = Reference(ReferenceKind.ACTOR, question.figure.document.person or "")
    if most < 0:
        said = say(
            "{value} does not fit: {person}, born {born}, was not yet born then ({when}).",
            value=value(point),
            person=person,
            born=born,
            when=when(point),
        )
    else:
        said = say(
            "{value} does not fit: {person}, born {born}, was {age} then ({when}).",
            value=value(point),
            person=person,
            born=born,
            age=_between(max(least, 0), most),
            when=when(point),
        )
    return (slip(point, said + undated(point)),)


def _too_late(_: Question, point: Point) -> tuple[Finding, ...]:
    """Return a finding if a value speaks about a time after its article had appeared."""
    if not point.dated or point.moment.earliest is None or point.moment.earliest <= point.article.known_from:
        return ()
    return (
        slip(
            point,
            say(
                "{value} is told as of {date}, after its article was published, {published}.",
                value=value(point),
                date=point.moment,
                published=point.published,
            ),
        ),
    )
