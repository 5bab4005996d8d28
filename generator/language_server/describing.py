"""What a thing is, in a few lines of plain text: names come from strangers, and an editor would obey their Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from generator.model.briefing import Actor, Article, Briefing, Event, Figure, Issue, Library, Observation
from generator.model.dates import PartialDate
from generator.model.prose import Kind, Target
from generator.model.reasons import Reason, Reference

_ThingT = TypeVar("_ThingT")

_MOST = 8
"""So many ranges of a figure, or dates of an event, are listed; the page has them all."""


def describe(target: Target, library: Library, briefing: Briefing | None) -> str:
    """Return what a thing is, or nothing where it is not known."""
    if target.kind is Kind.ACTOR:
        actor = library.actors.get(target.id)
        return "\n".join(_actor(actor, library)) if actor else ""
    if target.kind is Kind.ARTICLE and "/" in target.id:
        name, _, article = target.id.partition("/")
        briefing, target = library.briefings.get(name), Target(Kind.ARTICLE, article)
    return "\n".join(_Describer(briefing, library.actors).lines(target)) if briefing else ""


def _actor(actor: Actor, library: Library) -> Iterator[str]:
    document = actor.document
    yield f"{document.name} ({document.kind})"
    for role in document.roles:
        title = f"{role.title}, {_name(role.of, library.actors)}" if role.of else role.title
        start, end = (each.display() if each else "" for each in (role.from_, role.to))
        yield f"{title}: {start} to {end}" if end else f"{title}: since {start}" if start else title
    if document.speaks_for:
        yield f"speaks for {_name(document.speaks_for, library.actors)}"


def _name(actor: str, actors: Mapping[str, Actor]) -> str:
    return actors[actor].name if actor in actors else actor


class _Describer:
    """Describes the things of one briefing."""

    def __init__(self, briefing: Briefing, actors: Mapping[str, Actor]) -> None:
        self._briefing = briefing
        self._actors = actors

    def lines(self, target: Target) -> Iterator[str]:
        """Yield the lines on one thing; none where it is not known."""
        match target.kind:
            case Kind.FIGURE:
                yield from self._if_known(self._briefing.figures, target.id, self._figure)
            case Kind.EVENT:
                yield from self._if_known(self._briefing.events, target.id, self._event)
            case Kind.ISSUE:
                yield from self._if_known(self._briefing.issues, target.id, self._issue)
            case Kind.ARTICLE:
                yield from self._if_known(self._briefing.articles, target.id, self._article)

    @staticmethod
    def _if_known(things: Mapping[str, _ThingT], name: str, told: Callable[[_ThingT], Iterator[str]]) -> Iterator[str]:
        if name in things:
            yield from told(things[name])

    def _figure(self, figure: Figure) -> Iterator[str]:
        diagnosis = self._briefing.assessment.figures[figure.id]
        yield figure.document.question
        yield f"{diagnosis.state}: {self._plain(diagnosis.summary)}"
        answers = [self._briefing.observations[name] for each in diagnosis.ranges for name in each.observations]
        yield from (f"• {self._answer(each)}" for each in answers[:_MOST])
        if len(answers) > _MOST:
            yield f"… and {len(answers) - _MOST} more"

    def _answer(self, answer: Observation) -> str:
        value = answer.entry.value.text if answer.entry.value else "no value"
        originator = answer.attribution.originator
        voice = _name(answer.attribution.root.key, self._actors) if originator.known_actor else originator.descriptor
        of = f" ({answer.measure.population})" if answer.measure.population else ""
        return f"{voice}: {value}{of}, {'as of' if answer.as_of_given else 'published'} {answer.as_of.display()}"

    def _event(self, event: Event) -> Iterator[str]:
        state = self._briefing.assessment.events[event.id]
        yield event.title
        yield f"{state.status}, {state.state}" if state.status else state.state
        for timing in event.timings[:_MOST]:
            articles = ", ".join(report.article for report in timing.reports)
            yield f"• {_span(timing.start, timing.end)}: {articles}"

    def _issue(self, issue: Issue) -> Iterator[str]:
        yield issue.document.title
        yield f"{issue.document.kind}: {self._briefing.assessment.issues[issue.id].state}"
        if issue.document.answers:
            yield f"answers: {', '.join(issue.document.answers)}"

    def _article(self, article: Article) -> Iterator[str]:
        outlet = article.document.outlet
        name = _name(outlet.actor, self._actors) if outlet.actor else outlet.descriptor
        yield article.document.title
        yield f"{name}, {article.document.published.display()}"

    def _plain(self, reason: Reason) -> str:
        def name(reference: Reference) -> str:
            return _name(reference.id, self._actors)

        return Reason(reason.sentences[:1]).plain(name)


def _span(start: PartialDate | None, end: PartialDate | None) -> str:
    shown = [each.display() for each in (start, end) if each]
    return " to ".join(shown) or "no date"
