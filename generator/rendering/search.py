"""What search can find: one entry a page, and one for every observation, event and statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.attribution import Attribution
from generator.model.briefing import Actor, Article, Briefing, Event, Figure, Issue, Library, Observation, Statement
from generator.rendering.addresses import actor_page, briefing_page
from generator.rendering.page import SearchEntry

_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)")


def overview_entries(briefing: Briefing) -> Iterator[SearchEntry]:
    """Yield the entry of a briefing's overview."""
    document = briefing.document
    text = _joined(document.question, document.scope, briefing.body.plain())
    yield SearchEntry(address=briefing_page(briefing.id), title=document.title, text=text)


def actor_entries(actor: Actor) -> Iterator[SearchEntry]:
    """Yield an actor's entry: every name the actor is known by, and every title."""
    document = actor.document
    native = document.native.text if document.native else ""
    names = _joined(*document.aliases, native, separator=" · ")
    roles = _joined(*(role.title for role in document.roles), separator=" · ")
    yield SearchEntry(
        address=actor_page(actor.id), title=actor.name, text=_joined(names, roles, actor.body.plain(), separator=". ")
    )


def figure_entries(figure: Figure, briefing: Briefing, library: Library) -> Iterator[SearchEntry]:
    """Yield a figure's entry and one an observation, found by its number in whatever spelling."""
    address = briefing_page(briefing.id, f"figures/{figure.id}")
    text = _joined(figure.document.question, figure.body.plain())
    yield SearchEntry(address=address, title=figure.document.title, text=text)
    for observation in figure.observations:
        yield SearchEntry(
            address=f"{address}#{observation.id}",
            title=f"{observation.entry.printed or 'Denial'} · {figure.document.title}",
            text=_observation_text(observation, briefing, library),
        )


def _observation_text(observation: Observation, briefing: Briefing, library: Library) -> str:
    entry = observation.entry
    value = f"{entry.printed or ''} {entry.value.text if entry.value else ''}"
    return _joined(
        _named(observation.attribution, library),
        # A day that only stands in for one is told as such: the two are never mixed.
        f"{'as of' if observation.as_of_given else 'by'} {observation.as_of.display()}",
        entry.quote or "",
        entry.caveat or "",
        briefing.articles[observation.article].document.title,
        " ".join(sorted({re.sub(r"\D", "", number) for number in _GROUPED.findall(value)})),
        separator=". ",
    )


def event_entries(events: list[Event], briefing: Briefing) -> Iterator[SearchEntry]:
    """Yield the timeline's entry and one an event."""
    address = briefing_page(briefing.id, "timeline")
    yield SearchEntry(address=address, title=f"Timeline · {briefing.document.title}", text="")
    for event in events:
        when = event.moment.display() if event.moment else ""
        words = (report.entry.title for report in event.reports)
        text = _joined(when, event.place, *dict.fromkeys(words), event.body.plain(), separator=". ")
        yield SearchEntry(address=f"{address}#{event.id}", title=event.title, text=text)


def article_entries(article: Article, briefing: Briefing, library: Library) -> Iterator[SearchEntry]:
    """Yield an article's entry and one a statement in it."""
    address = briefing_page(briefing.id, f"articles/{article.id}")
    text = _joined(_named(article.voices, library), article.body.plain(), separator=". ")
    yield SearchEntry(address=address, title=article.document.title, text=text)
    for statement in article.statements:
        yield _statement_entry(statement, address, library)


def _statement_entry(statement: Statement, address: str, library: Library) -> SearchEntry:
    entry = statement.entry
    return SearchEntry(
        address=f"{address}#{statement.id}",
        title=f"{_named(statement.speaker, library)}: {entry.says}",
        text=_joined(
            entry.quote or "",
            entry.account,
            f"{'' if entry.date else 'by '}{statement.moment.display()}",
            separator=". ",
        ),
    )


def issue_entries(issue: Issue, briefing: Briefing) -> Iterator[SearchEntry]:
    """Yield an issue's entry."""
    address = briefing_page(briefing.id, f"issues/{issue.id}")
    text = _joined(*issue.document.answers, issue.body.plain(), separator=". ")
    yield SearchEntry(address=address, title=issue.document.title, text=text)


def _named(attribution: Attribution, library: Library) -> str:
    names = []
    for voice in attribution.chain:
        actor = library.actors.get(voice.actor) if voice.actor else None
        names.append(actor.name if actor else voice.descriptor or voice.actor or "")
    return _joined(*names, separator=" → ")


def _joined(*texts: str, separator: str = " ") -> str:
    return separator.join(text for text in texts if text)
