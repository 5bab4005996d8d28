"""What a diagnosis draws on, and what of it was known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.assembling import known
from generator.model.briefing import Actor, Article, Briefing, Event, EventReport, Figure, Library
from generator.model.reasons import Reference, ReferenceKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """Everything beside a figure itself that its diagnosis looks at."""

    briefing: str
    """The briefing's id."""
    language: str
    """The language of its own prose."""
    articles: Mapping[str, Article]
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, library: Library, briefing: Briefing) -> Context:
        """Return the context of a briefing's figures."""
        return cls(
            briefing=briefing.id,
            language=briefing.document.language,
            articles=briefing.articles,
            events=briefing.events,
            actors=library.actors,
        )

    def voice(self, actor: str) -> str:
        """Return in whose name an actor speaks in the end, as roots are resolved."""
        seen = {actor}
        while (known := self.actors.get(actor)) and (above := known.document.speaks_for) and above not in seen:
            seen.add(above)
            actor = above
        return actor

    def name(self, reference: Reference) -> str:
        """Return what an actor or an event is called; anything else by its id."""
        if reference.kind is ReferenceKind.ACTOR and reference.id in self.actors:
            return self.actors[reference.id].name
        if reference.kind is ReferenceKind.EVENT and reference.id in self.events:
            return self.events[reference.id].title
        return reference.id


def reports_known(context: Context, event: str, on: date | None) -> list[EventReport]:
    """Return the reports of an event that were known on a day and not struck by then."""
    return known.unstruck(context.events[event].reports, context.articles, on) if event in context.events else []


def birth_source(figure: Figure, context: Context) -> Article | None:
    """Return the article of this briefing from which the birth date of a figure's person is known, if one is."""
    person = context.actors.get(figure.document.person or "")
    briefing, _, name = person.document.born.source.rpartition("/") if person and person.document.born else ("", "", "")
    return context.articles.get(name) if briefing == context.briefing else None


def drawn_on(figure: Figure, context: Context) -> tuple[EventReport | Article, ...]:
    """Return what the diagnosis of a figure looks at beside the figure's own observations."""
    event, birth = context.events.get(figure.document.spans or ""), birth_source(figure, context)
    return (*(event.reports if event else ()), *([birth] if birth else ()))


def days_of_change(figure: Figure, context: Context) -> tuple[date, ...]:
    """Return every day on which the diagnosis of a figure may have changed, the first one first."""
    return known.days_of_change(figure.observations, drawn_on(figure, context), context.articles)
