"""What pages ask of the library across its parts: who said what, and where something is told of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.attribution import Attribution
from generator.model.briefing import Article, Briefing, Event, EventReport, Library, Observation, Statement
from generator.model.prose import Kind, Mention, Target


@dataclass(frozen=True, kw_only=True, slots=True)
class Appearances:
    """Everything of one briefing in which an actor has a part."""

    briefing: Briefing
    said: tuple[Statement, ...]
    """Statements the actor makes."""
    told: tuple[Statement, ...]
    """Statements of others that the actor attributes, relays or is addressed by."""
    events: tuple[Event, ...]
    figures: tuple[Observation, ...]
    """Observations whose chain the actor stands in."""
    articles: tuple[Article, ...]
    """Articles the actor carries as an outlet or whose report they are."""
    mentions: tuple[Mention, ...]

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return any((self.said, self.told, self.events, self.figures, self.articles, self.mentions))


class Catalogue:
    """The appearances of every actor, gathered once for all pages."""

    def __init__(self, library: Library) -> None:
        self._briefings = library.briefings
        self._of: dict[str, dict[str, dict[str, list[Any]]]] = {
            briefing.id: _appearances(briefing) for briefing in library.briefings.values()
        }

    def appearances(self, actor: str) -> tuple[Appearances, ...]:
        """Return the actor's appearances, a briefing each, leaving out briefings without any."""
        found = (self._in(briefing, actor) for briefing in self._briefings.values())
        return tuple(appearances for appearances in found if appearances)

    def weight(self, briefing: Briefing, actor: str) -> int:
        """Return in how many annotations of a briefing an actor has a part."""
        own = self._of[briefing.id].get(actor, {})
        return sum(len(own.get(part, ())) for part in ("said", "told", "events", "figures"))

    def _in(self, briefing: Briefing, actor: str) -> Appearances:
        own = self._of[briefing.id].get(actor, {})
        parts = ("said", "told", "events", "figures", "articles", "mentions")
        return Appearances(briefing=briefing, **{part: tuple(own.get(part, ())) for part in parts})


def _appearances(briefing: Briefing) -> dict[str, dict[str, list[Any]]]:
    found: defaultdict[str, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for actors, part, thing in _parts(briefing):
        for actor in dict.fromkeys(actors):
            if actor:
                found[actor][part].append(thing)
    return {actor: dict(parts) for actor, parts in found.items()}


def _parts(briefing: Briefing) -> Iterator[tuple[Iterable[str | None], str, object]]:
    """Yield who has a part in each thing of a briefing, and which."""
    for event in ordered_events(briefing):
        yield (actor for report in event.reports for actor in _taking_part(report)), "events", event
    for figure in briefing.figures.values():
        for observation in figure.observations:
            yield _answering(observation), "figures", observation
    statements = [statement for article in briefing.articles.values() for statement in article.statements]
    for statement in sorted(statements, key=lambda each: (each.moment.sort_key, each.published.sort_key, each.id)):
        speakers = [voice.known_actor for voice in statement.speaker.chain]
        yield speakers, "said", statement
        entry = statement.entry
        others = [*(voice.actor for voice in entry.by), entry.through, *entry.to]
        yield (actor for actor in others if actor not in speakers), "told", statement
    for article in briefing.articles.values():
        yield _carrying(article.voices), "articles", article
    for mention in briefing.mentions:
        if mention.target.kind is Kind.ACTOR:
            yield [mention.target.id], "mentions", mention


def _taking_part(report: EventReport) -> Iterator[str]:
    yield from report.entry.actors
    yield from report.entry.invited
    yield from (voice.actor for voice in report.entry.by if voice.actor)


def _answering(observation: Observation) -> Iterator[str | None]:
    """Yield who gives the value, relays it or has it rejected; who merely carries the article is not meant."""
    entry = observation.entry
    if entry.by:
        yield from (voice.actor or voice.identified_as for voice in entry.by)
    else:
        yield from _carrying(observation.attribution)
    if observation.attribution.root.identified:
        yield observation.attribution.root.key
    if entry.rejects and entry.rejects.by:
        yield entry.rejects.by.actor


def _carrying(attribution: Attribution) -> list[str | None]:
    return [voice.known_actor for voice in attribution.chain]


def ordered_events(briefing: Briefing) -> list[Event]:
    """Return the events by date, those without one last."""
    dated = sorted((event for event in briefing.events.values() if event.moment), key=_event_order)
    return [*dated, *(event for event in briefing.events.values() if not event.moment)]


def _event_order(event: Event) -> tuple[Any, ...]:
    return (event.moment.sort_key if event.moment else (), event.id)


def latest_events(events: list[Event], count: int) -> list[Event]:
    """Return so many of the last dated events, latest first."""
    return [event for event in events if event.moment][-count:][::-1]


def backlinks(mentions: Iterable[Mention]) -> Mapping[Target, Sequence[Mention]]:
    """Return the mentions by what they mention."""
    found: defaultdict[Target, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.target].append(mention)
    return found


def root_counts(briefing: Briefing) -> list[tuple[Attribution, int]]:
    """Return each identified root of the briefing's observations with how many it has, most first."""
    chains: dict[str, Attribution] = {}
    counts: Counter[str] = Counter()
    for figure in briefing.figures.values():
        for observation in figure.observations:
            root = observation.attribution.root
            if root.identified:
                chains.setdefault(root.key, observation.attribution)
                counts[root.key] += 1
    return [(chains[key], count) for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
