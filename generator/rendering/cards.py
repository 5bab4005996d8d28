"""What a link shows when it is looked at: a few lines on what it leads to, with no link in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.briefing import Actor, Article, Briefing, Event, Issue, Statement
from generator.model.diagnosis import FindingKind, Relation, RelationKind
from generator.model.reasons import Reason
from generator.rendering.addresses import actor_page, briefing_page
from generator.rendering.catalogue import Appearances
from generator.rendering.figure_view import FigureView
from generator.rendering.renderer import Renderer

Cards = dict[str, Markup]
"""By the anchor on their page; the page's own under the empty one."""

_STANCES = 3
"""On how many issues an actor's card says where the actor stands."""
_COUNTED = ("said", "figures", "events", "articles")


@dataclass(frozen=True, slots=True)
class Why:
    """The one thing to know about how a value stands to others: a badge and its sentence."""

    group: str
    word: str
    reason: Reason


def cards_of_actor(renderer: Renderer, actor: Actor, appearances: Sequence[Appearances]) -> Cards:
    """Return the card of an actor."""
    stances = sorted(_stances(actor, appearances), key=lambda each: each[1].moment.sort_key, reverse=True)
    counts = {part: sum(len(getattr(each, part)) for each in appearances) for part in _COUNTED}
    links = renderer.links(actor_page(actor.id))
    return {"": renderer.card("actor", links, actor=actor, stances=stances[:_STANCES], counts=counts)}


def _stances(actor: Actor, appearances: Iterable[Appearances]) -> Iterator[tuple[Issue, Statement]]:
    """Yield what an actor says now on each issue; what the actor's own word or an event has overtaken is left out."""
    for each in appearances:
        for statement in each.said:
            issue, position = statement.entry.issue, statement.entry.stance or statement.entry.answer
            if not issue or not position or statement.speaker.originator.known_actor != actor.id:
                continue
            if statement.id in each.briefing.assessment.issues[issue].standings.get(position, ()):
                yield each.briefing.issues[issue], statement


def cards_of_figure(renderer: Renderer, briefing: Briefing, view: FigureView) -> Cards:
    """Return the card of a figure and one for each of its observations."""
    figure = view.figure
    links = renderer.links(briefing_page(briefing.id, f"figures/{figure.id}"), briefing)
    strongest = _strongest(view)
    sentence = Reason(view.diagnosis.summary.sentences[:1])
    of_page = {"": renderer.card("figure", links, view=view, sentence=sentence)}
    return of_page | {
        each.id: renderer.card("observation", links, view=view, observation=each, why=_why(each.id, view, strongest))
        for each in figure.observations
    }


def _strongest(view: FigureView) -> dict[str, Relation]:
    """Return of each observation the relation that matters most; what overtakes another is not told of it."""
    found: dict[str, Relation] = {}
    for kind, relations in view.relations:
        for relation in relations:
            found.setdefault(relation.observation, relation)
            if kind is not RelationKind.SUPERSEDED:
                found.setdefault(relation.other, relation)
    return found


def _why(observation: str, view: FigureView, strongest: dict[str, Relation]) -> Why:
    """Return what is found on an observation, else how it stands to others, else what holds of the figure."""
    findings = sorted(view.findings.get(observation, ()), key=lambda each: list(FindingKind).index(each.kind))
    if findings:
        return Why("finding", findings[0].kind, findings[0].reason)
    if observation in view.superseded:
        return Why("finding", "superseded", view.superseded[observation].reason)
    if observation in strongest:
        return Why("relation", strongest[observation].kind, strongest[observation].reason)
    return Why("state", view.diagnosis.state, view.diagnosis.summary)


def cards_of_events(renderer: Renderer, briefing: Briefing, events: Iterable[Event]) -> Cards:
    """Return the cards of the events of a timeline."""
    links = renderer.links(briefing_page(briefing.id, "timeline"), briefing)
    return {event.id: renderer.card("event", links, event=event) for event in events}


def cards_of_issue(renderer: Renderer, briefing: Briefing, issue: Issue) -> Cards:
    """Return the card of an issue."""
    links = renderer.links(briefing_page(briefing.id, f"issues/{issue.id}"), briefing)
    return {"": renderer.card("issue", links, issue=issue)}


def cards_of_article(renderer: Renderer, briefing: Briefing, article: Article) -> Cards:
    """Return the card of an article and one for each statement in it."""
    links = renderer.links(briefing_page(briefing.id, f"articles/{article.id}"), briefing)
    of_page = {"": renderer.card("article", links, article=article)}
    return of_page | {each.id: renderer.card("statement", links, statement=each) for each in article.statements}
