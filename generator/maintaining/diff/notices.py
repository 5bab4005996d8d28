"""What followed from a notice: what holds with it, against what would hold without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.assembling.assessment import assess
from generator.assembling.diagnosis import Context
from generator.diagnostics import Location
from generator.model.briefing import Actor, Article, Briefing, EventReport, Figure, Observation, Statement

ItemT = TypeVar("ItemT", Observation, EventReport, Statement)


@dataclass(frozen=True, slots=True)
class Lifted:
    """Takes one notice away."""

    place: Location
    """Where the item or the article stands that has the notice."""

    def article(self, article: Article) -> Article:
        """Return an article without the notice."""
        document = article.document
        if article.location == self.place:
            document = document.model_copy(update={"notice": None})
        return replace(
            article,
            document=document,
            observations=self._items(article.observations),
            events=self._items(article.events),
            statements=self._items(article.statements),
        )

    def briefing(self, briefing: Briefing, actors: Mapping[str, Actor]) -> Briefing:
        """Return a briefing as it would be without the notice."""
        articles = {each.id: self.article(each) for each in briefing.articles.values()}
        events = {each.id: replace(each, reports=self._items(each.reports)) for each in briefing.events.values()}
        figures = {
            each.id: replace(each, observations=self._items(each.observations)) for each in briefing.figures.values()
        }
        issues = {each.id: replace(each, statements=self._items(each.statements)) for each in briefing.issues.values()}
        context = Context(
            briefing=briefing.id,
            language=briefing.document.language,
            articles=articles,
            events=events,
            actors=actors,
        )
        told = assess([each for each in figures.values() if self._draws_on(each)], issues.values(), context)
        assessment = replace(told, figures={**briefing.assessment.figures, **told.figures})
        return replace(
            briefing,
            articles=articles,
            events=events,
            figures=figures,
            issues=issues,
            told_assessment=lambda: assessment,
        )

    def _draws_on(self, figure: Figure) -> bool:
        """Return whether a figure may look at the file with the notice."""
        own = any(each.location.path == self.place.path for each in figure.observations)
        return own or figure.document.spans is not None or figure.document.person is not None

    def _items(self, items: tuple[ItemT, ...]) -> tuple[ItemT, ...]:
        return tuple(self._item(each) if each.location == self.place else each for each in items)

    def _item(self, item: ItemT) -> ItemT:
        return replace(item, entry=item.entry.model_copy(update={"notice": None}))
