"""How everything in a briefing stands, now and on every day on which something became known or was taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from generator.assembling.diagnosis import Context, diagnose, diagnose_daily, drawn_on
from generator.assembling.event_diagnosis import diagnose_event
from generator.assembling.issue_diagnosis import diagnose_issue
from generator.assembling.known import Item, days_of, days_of_change
from generator.model.briefing import Article, Event, Figure, Issue
from generator.model.differences import Assessment, Change, History, Snapshot
from generator.model.prose import Kind, Target
from generator.model.reasons import NO_REASON, Reason, Term

Told = tuple[tuple[Term, ...], Reason]
"""A state in its words, and its reason."""


def assess(figures: Iterable[Figure], issues: Iterable[Issue], context: Context) -> Assessment:
    """Return every state of a briefing's figures, events and issues, and on demand every state they ever had."""
    figures, issues = tuple(figures), tuple(issues)
    return Assessment(
        figures={figure.id: diagnose(figure, context) for figure in figures},
        events={event.id: diagnose_event(event, context.articles) for event in context.events.values()},
        issues={issue.id: diagnose_issue(issue, context.articles, context.events) for issue in issues},
        told_history=lambda: _history(figures, issues, context),
    )


def _history(figures: tuple[Figure, ...], issues: tuple[Issue, ...], context: Context) -> History:
    snapshots = {figure.id: tuple(_snapshots(figure, context)) for figure in figures}
    changes = [
        *(change for figure in figures for change in _of_figure(figure, snapshots[figure.id], context)),
        *(change for event in context.events.values() for change in _of_event(event, context)),
        *(change for issue in issues for change in _of_issue(issue, context)),
    ]
    return History(
        snapshots=snapshots,
        changes=tuple(sorted(changes, key=lambda change: (change.on, change.target))),
        days=tuple(sorted(set(_days(context)))),
    )


def _days(context: Context) -> Iterator[date]:
    for article in context.articles.values():
        sources: tuple[Item | Article, ...] = (article, *article.observations, *article.events, *article.statements)
        for source in sources:
            yield from days_of(source, context.articles)


def _snapshots(figure: Figure, context: Context) -> Iterator[Snapshot]:
    """Yield a figure's diagnosis on each day on which something about it became known."""
    for day, diagnosis in diagnose_daily(figure, context):
        yield Snapshot(on=day, diagnosis=diagnosis)


def _of_figure(figure: Figure, snapshots: Iterable[Snapshot], context: Context) -> Iterator[Change]:
    told = ((each.on, ((Term("state", each.diagnosis.state),), each.diagnosis.summary)) for each in snapshots)
    sources = (*figure.observations, *drawn_on(figure, context))
    return _changes(Target(Kind.FIGURE, figure.id), told, sources, context)


def _of_event(event: Event, context: Context) -> Iterator[Change]:
    def on(day: date) -> Told:
        known = diagnose_event(event, context.articles, day)
        state = Term("state", known.state)
        return ((Term("status", known.status), state) if known.status else (state,)), known.reason

    days = days_of_change(event.reports, (), context.articles)
    return _changes(Target(Kind.EVENT, event.id), _by_day(days, on), event.reports, context)


def _of_issue(issue: Issue, context: Context) -> Iterator[Change]:
    def on(day: date) -> Told:
        known = diagnose_issue(issue, context.articles, context.events, day)
        return (Term("state", known.state),), known.reason

    overtaking = context.events.get(issue.document.overtaken_by or "")
    reports = overtaking.reports if overtaking else ()
    days = days_of_change(issue.statements, reports, context.articles)
    return _changes(Target(Kind.ISSUE, issue.id), _by_day(days, on), (*issue.statements, *reports), context)


def _by_day(days: Iterable[date], on: Callable[[date], Told]) -> Iterator[tuple[date, Told]]:
    for day in days:
        yield day, on(day)


def _changes(
    target: Target, told: Iterable[tuple[date, Told]], sources: Iterable[Item | Article], context: Context
) -> Iterator[Change]:
    """Yield a change for each day on which state or reason is another than before."""
    names = sorted({each.id if isinstance(each, Article) else each.article for each in sources})
    before: tuple[Term, ...] = ()
    words_before = NO_REASON.parts
    for day, (after, reason) in told:
        words = reason.parts
        if (after, words) != (before, words_before):
            yield Change(
                on=day,
                target=target,
                before=before,
                after=after,
                reason=reason,
                articles=tuple(name for name in names if context.articles[name].known_from == day),
            )
        before, words_before = after, words
