"""The one way from a figure to its diagnosis, now and day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assembling.diagnosis.calendars import impossible_dates
from generator.assembling.diagnosis.case import Case
from generator.assembling.diagnosis.context import Context, days_of_change
from generator.assembling.diagnosis.findings import findings
from generator.assembling.diagnosis.question import Question
from generator.assembling.diagnosis.relations import live_relations, past_relations
from generator.assembling.diagnosis.state import state_of, summary_of
from generator.assembling.diagnosis.strands import by_strand, range_of, series_of, standings
from generator.assembling.diagnosis.succession import successors
from generator.model.briefing import Figure
from generator.model.diagnosis import Diagnosis, Finding


def diagnose(figure: Figure, context: Context, on: date | None = None) -> Diagnosis:
    """Return why the answers to a figure's question differ.

    With `on`, only what was published by that day is known and only the notices given by then are in force;
    without it, everything is.
    """
    return _diagnosed(Case(question=Question(figure, context), on=on))


def findings_on(figure: Figure, context: Context) -> tuple[Finding, ...]:
    """Return what is found on single observations, as the diagnosis has it; much the smaller part of the work."""
    case = Case(question=Question(figure, context), on=None)
    return findings(case, tuple(impossible_dates(case)))


def diagnose_daily(figure: Figure, context: Context) -> Iterator[tuple[date, Diagnosis]]:
    """Yield the diagnosis of each day on which it may have changed, as `diagnose` gives it but far faster."""
    question = Question(figure, context)
    for day in days_of_change(figure, context):
        yield day, _diagnosed(Case(question=question, on=day))


def _diagnosed(case: Case) -> Diagnosis:
    question = case.question
    impossible = tuple(impossible_dates(case))
    found = findings(case, impossible)
    superseding = successors(case, frozenset(finding.observation for finding in impossible))
    strands = []
    for points in case.strands.values():
        superseded = frozenset(point for point in points if point in superseding)
        if len(superseded) < len(points):
            strands.append(question.recall(standings, points, superseded))
    related = live_relations(question, strands)
    standing = [each for strand in strands for each in strand]
    live = frozenset(point.id for each in standing for point in (each.head, *each.copies))
    state = state_of(standing, related)
    return Diagnosis(
        figure=question.figure.id,
        state=state,
        summary=summary_of(question, state, standing, related, found),
        findings=found,
        relations=(*past_relations(superseding), *related),
        series=tuple(question.recall(series_of, told) for told in by_strand(case.points).values()),
        ranges=tuple(range_of(strand) for strand in sorted(strands, key=lambda strand: strand[0].head.order)),
        live=live,
    )
