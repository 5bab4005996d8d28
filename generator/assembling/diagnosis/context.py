"""What a diagnosis draws on, and what of it was known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.briefing import Actor, Article, Briefing, Event, EventReport, Figure, Library, Observation
from generator.model.dates import PartialDate
from generator.model.diagnosis import Reference, ReferenceKind
from generator.model.files import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """Everything beside a figure itself that its diagnosis looks at."""

    briefing: str
    """The briefing's id."""
    articles: Mapping[str, Article]
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, library: Library, briefing: Briefing) -> Context:
        """Return the context of a briefing's figures."""
        return cls(briefing=briefing.id, articles=briefing.articles, events=briefing.events, actors=library.actors)

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


def notices_of(item: Observation | EventReport, article: Article, on: date | None) -> tuple[Notice, ...]:
    """Return the notices on an item or on its whole article that are in force on a day; on any, where `on` is None."""
    given = [notice for notice in (article.document.notice, item.entry.notice) if notice]
    return tuple(notice for notice in given if on is None or _last_day(notice.date, article) <= on)


def reports_known(context: Context, event: str, on: date | None) -> Iterator[EventReport]:
    """Yield the reports of an event that were known on a day and not struck by then."""
    for report in context.events[event].reports if event in context.events else ():
        article = context.articles[report.article]
        if (on is None or article.known_from <= on) and not notices_of(report, article, on):
            yield report


def days_of_change(figure: Figure, context: Context) -> tuple[date, ...]:
    """Return every day on which the diagnosis of a figure may have changed, the first one first."""
    items: list[Observation | EventReport] = list(figure.observations)
    event = context.events.get(figure.document.spans or "")
    items += event.reports if event else ()
    return tuple(sorted(set(_days(items, context))))


def _days(items: Iterable[Observation | EventReport], context: Context) -> Iterator[date]:
    for item in items:
        article = context.articles[item.article]
        yield article.known_from
        yield from (_last_day(notice.date, article) for notice in notices_of(item, article, None))


def _last_day(moment: PartialDate, article: Article) -> date:
    """Return the upper bound of a date; the day of reading, by which it had come, stands in for an open end."""
    accessed = article.document.accessed
    return moment.latest or accessed.latest or accessed.earliest or date.max
