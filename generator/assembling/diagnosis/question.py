"""A figure's question, with all that stays the same however much becomes known from one day to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from decimal import Decimal
from typing import Concatenate, ParamSpec, TypeVar

from generator.assembling.diagnosis.ages import possible_births
from generator.assembling.diagnosis.circles import circular_roots
from generator.assembling.diagnosis.context import Context
from generator.assembling.diagnosis.keys import Hierarchy, key_of
from generator.assembling.diagnosis.points import Point
from generator.assembling.known import notices_of
from generator.model.attribution import Root
from generator.model.briefing import Figure, Observation
from generator.model.files import Change, Notice
from generator.model.intervals import Interval
from generator.model.language import is_foreign
from generator.model.reasons import Term, Value, phrase
from generator.model.units import canonical

ResultT = TypeVar("ResultT")
ArgumentsP = ParamSpec("ArgumentsP")

_NOT_SAID = phrase("not said")


class Question:
    """A figure's question: what it compares, how, and what was found out about the same answers before.

    From one day to the next few answers change.  What depends on the others alone is recalled, not computed again.
    """

    def __init__(self, figure: Figure, context: Context) -> None:
        document = figure.document
        self.figure = figure
        self.context = context
        self.hierarchy = Hierarchy(document)
        self.unit_factor = canonical(document.unit)[1]
        """How many of the canonical unit make one of the figure's."""
        self.is_age = document.kind == "age" and canonical(document.unit)[0] == "months"
        """Whether an age in years or months is asked for, which is compared by the birth that it implies."""
        self.changes: Change = "fixed" if self.is_age else document.changes
        """How the true answer may change; a day of birth never does."""
        self.window = document.window or 0
        """How many days apart values may lie and still be compared; where none is set, not even one."""
        self._keys = {each.id: key_of(each, document) for each in figure.observations}
        self._observations = {each.id: each for each in figure.observations}
        self._recalled: dict[Hashable, object] = {}
        self._has_circles = bool(self._circles(figure.observations))

    def recall(
        self,
        function: Callable[Concatenate[Question, ArgumentsP], ResultT],
        *arguments: ArgumentsP.args,
        **options: ArgumentsP.kwargs,
    ) -> ResultT:
        """Return what a function says of this question and these hashable arguments, computed once."""
        name = (function, arguments, *options.items())
        if name not in self._recalled:
            self._recalled[name] = function(self, *arguments, **options)
        return self._recalled[name]  # type: ignore[return-value]  # the function in the name has made it

    def points(self, on: date | None) -> tuple[Point, ...]:
        """Return every observation known on a day, in order; every one there is, where `on` is None."""
        articles = self.context.articles
        known = [each for each in self.figure.observations if on is None or articles[each.article].known_from <= on]
        notices = {each.id: notices_of(each, articles[each.article], on) for each in known}
        unknown = self._circles(each for each in known if not notices[each.id]) if self._has_circles else {}
        points = [
            self.recall(Question._point, each.id, notices[each.id], unknown.get(each.id, each.attribution.root))
            for each in known
        ]
        return tuple(sorted(points, key=lambda point: point.order))

    def population_name(self, name: str) -> Value:
        """Return the title of a population, or its id in words."""
        population = self.figure.document.populations.get(name)
        return (population.title if population else None) or name.replace("-", " ") or _NOT_SAID

    def part_name(self, part: str, point: Point) -> Value:
        """Return the words for one part of a point's key."""
        match part:
            case "population":
                return self.population_name(point.key.population or "")
            case "period":
                period = point.observation.entry.period or self.figure.document.period
                return period or _NOT_SAID
            case "horizon":
                return point.key.horizon or _NOT_SAID
            case "unit":
                return Term("unit", point.key.unit)
            case _:
                return point.key.place or _NOT_SAID

    def _point(self, name: str, notices: tuple[Notice, ...], root: Root) -> Point:
        observation = self._observations[name]
        value = observation.entry.value
        written = (value.unit if value else None) or observation.entry.unit or self.figure.document.unit
        factor = canonical(written)[1]
        article = self.context.articles[observation.article]
        return Point(
            observation=observation,
            root=root,
            key=self._keys[name],
            factor=factor,
            meant=self._meant(observation, factor),
            notices=notices,
            article=article,
            is_foreign=is_foreign(article.document.language, self.context.language),
        )

    def _meant(self, observation: Observation, factor: Decimal) -> Interval | None:
        printed = observation.interval
        if printed and self.is_age:
            return possible_births(printed, factor, observation.as_of)
        if printed and observation.is_floor:
            return Interval(low=printed.low, high=None, low_open=printed.low_open)
        return printed

    def _circles(self, observations: Iterable[Observation]) -> dict[str, Root]:
        return circular_roots(((each, self._keys[each.id]) for each in observations), self.context)
