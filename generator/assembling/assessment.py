"""How everything in a briefing stands, now and on every day on which something became known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from generator.assembling.diagnosis import Context, diagnose, diagnose_daily
from generator.assembling.event_diagnosis import diagnose_event
from generator.assembling.issue_diagnosis import diagnose_issue
from generator.model.briefing import Event, EventReport, Figure, Issue, Observation, Statement
from generator.model.diagnosis import Diagnosis, Reason
from generator.model.differences import Assessment, Change, Snapshot
from generator.model.prose import Kind, Target

Told = tuple[str, Reason]
"""A state in a word, and its reason."""


def assess(figures: Iterable[Figure], issues: Iterable[Issue], context: Context) -> Assessment:
    """Return every state of a briefing's figures, events and issues, and every change of one."""
    figures, issues, events = tuple(figures), tuple(issues), tuple(context.events.values())
    snapshots = {figure.id: tuple(_snapshots(figure, context)) for figure in figures}
    changes = [
        *(change for figure in figures for change in _of_figure(figure, snapshots, context)),
        *(change for event in events for change in _of_event(event, context)),
        *(change for issue in issues for change in _of_issue(issue, context)),
    ]
    return Assessment(
        figures={figure.id: _now(figure, snapshots[figure.id], context) for figure in figures},
        events={event.id: diagnose_event(event, context.articles) for event in events},
        issues={issue.id: diagnose_issue(issue, context.articles, context.events) for issue in issues},
        snapshots=snapshots,
        changes=tuple(sorted(changes, key=lambda change: (change.on, change.target))),
        days=tuple(sorted({article.known_from for article in context.articles.values()})),
    )


def _snapshots(figure: Figure, context: Context) -> Iterator[Snapshot]:
    """Yield a figure's diagnosis on each day on which something about it became known."""
    for day, diagnosis in diagnose_daily(figure, context):
        yield Snapshot(on=day, diagnosis=diagnosis)


def _now(figure: Figure, snapshots: Sequence[Snapshot], context: Context) -> Diagnosis:
    """Return the present diagnosis: that of the last day on which something became known."""
    return snapshots[-1].diagnosis if snapshots else diagnose(figure, context)


def _of_figure(figure: Figure, snapshots: dict[str, tuple[Snapshot, ...]], context: Context) -> Iterator[Change]:
    told = ((each.on, (str(each.diagnosis.state), each.diagnosis.summary)) for each in snapshots[figure.id])
    return _changes(Target(Kind.FIGURE, figure.id), told, figure.observations, context)


def _of_event(event: Event, context: Context) -> Iterator[Change]:
    def on(day: date) -> Told:
        known = diagnose_event(event, context.articles, day)
        return (f"{known.status}, {known.state}" if known.status else str(known.state)), known.reason

    return _changes(Target(Kind.EVENT, event.id), _by_day(event.reports, context, on), event.reports, context)


def _of_issue(issue: Issue, context: Context) -> Iterator[Change]:
    def on(day: date) -> Told:
        known = diagnose_issue(issue, context.articles, context.events, day)
        return str(known.state), known.reason

    return _changes(Target(Kind.ISSUE, issue.id), _by_day(issue.statements, context, on), issue.statements, context)


def _by_day(
    items: Sequence[EventReport | Statement], context: Context, on: Callable[[date], Told]
) -> Iterator[tuple[date, Told]]:
    for day in sorted({context.articles[item.article].known_from for item in items}):
        yield day, on(day)


def _changes(
    target: Target,
    told: Iterable[tuple[date, Told]],
    items: Sequence[Observation | EventReport | Statement],
    context: Context,
) -> Iterator[Change]:
    """Yield a change for each day on which state or reason is another than before."""
    before: Told = ("", Reason(()))
    for day, now in told:
        if now != before:
            articles = {item.article for item in items if context.articles[item.article].known_from == day}
            yield Change(
                on=day,
                target=target,
                before=before[0],
                after=now[0],
                reason=now[1],
                articles=tuple(sorted(articles)),
            )
        before = now
