"""Every page of one briefing, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Location
from generator.model.briefing import Article, Briefing, Event, Figure, Issue
from generator.model.language import message
from generator.model.prose import Kind, Mention, Target
from generator.rendering import search
from generator.rendering.addresses import briefing_page
from generator.rendering.cards import cards_of_article, cards_of_events, cards_of_figure, cards_of_issue
from generator.rendering.catalogue import (
    Catalogue,
    backlinks,
    latest_events,
    ordered_events,
    root_counts,
)
from generator.rendering.changes import day_marks
from generator.rendering.coverage import coverage, event_columns, figure_columns
from generator.rendering.figure_cards import figure_cards
from generator.rendering.figure_view import view_of
from generator.rendering.page import Page
from generator.rendering.renderer import Renderer
from generator.rendering.stance_grid import stance_grid
from generator.rendering.timeline import timeline

_LATEST = 6
"""How many developments, figures and actors an overview shows."""
_VOICES = 4
"""How many voices stand on a figure's card on an overview."""
_VOICES_LISTED = 6
"""How many stand on it in the list of all figures."""


def briefing_pages(renderer: Renderer, catalogue: Catalogue, briefing: Briefing) -> Iterator[Page]:
    """Yield every page of a briefing."""
    mentions = backlinks(briefing.mentions)
    events = ordered_events(briefing)
    yield _overview(renderer, catalogue, briefing, events)
    yield _timeline(renderer, briefing, events, mentions)
    yield _index(
        renderer, briefing, "figures", message("Figures"), message("Every question with a number for an answer.")
    )
    for figure in briefing.figures.values():
        yield _figure(renderer, briefing, figure, mentions.get(Target(Kind.FIGURE, figure.id), ()))
    yield _index(
        renderer, briefing, "issues", message("Issues"), message("The questions on which actors or accounts differ.")
    )
    for issue in briefing.issues.values():
        yield _issue(renderer, briefing, issue, mentions.get(Target(Kind.ISSUE, issue.id), ()))
    yield _index(renderer, briefing, "articles", message("Articles"), message("Every source, and how it was read."))
    for article in briefing.articles.values():
        yield _article(renderer, briefing, article, mentions.get(Target(Kind.ARTICLE, article.id), ()))
    yield _outlets(renderer, briefing)
    yield _coverage(renderer, briefing)
    yield _history(renderer, briefing)


def _overview(renderer: Renderer, catalogue: Catalogue, briefing: Briefing, events: list[Event]) -> Page:
    actors = [actor for actor in renderer.library.actors.values() if actor.document.kind != "outlet"]
    actors.sort(key=lambda actor: (-catalogue.weight(briefing, actor.id), actor.name))
    return renderer.page(
        "overview",
        briefing_page(briefing.id),
        title=briefing.document.title,
        description=briefing.document.question,
        search=[search.overview_entry(briefing)],
        briefing=briefing,
        body=briefing.body,
        source=briefing.location,
        contents=False,
        latest=latest_events(events, _LATEST),
        figures=figure_cards(briefing, _VOICES, renderer.links(briefing_page(briefing.id), briefing).language),
        shown=_LATEST,
        marks=day_marks(briefing.assessment.history),
        actors=actors[:_LATEST],
        roots=root_counts(briefing),
    )


def _timeline(
    renderer: Renderer, briefing: Briefing, events: list[Event], mentions: Mapping[Target, Sequence[Mention]]
) -> Page:
    address = briefing_page(briefing.id, "timeline")
    links = renderer.links(address, briefing)
    title = links.language.gettext("Timeline")
    description = links.language.gettext("{title}: every event, who reports it and how the dates differ.")
    return renderer.page(
        "timeline",
        address,
        title=title,
        description=description.format(title=briefing.document.title),
        search=[
            search.page_entry(address, title, briefing),
            *search.event_entries(events, briefing, links),
        ],
        briefing=briefing,
        contents=False,
        cards=cards_of_events(renderer, briefing, events),
        timeline=timeline(briefing, events, links),
        texts={event.id: renderer.prose(event.body, links, Location(address), event.id) for event in events},
        mentions={event.id: mentions.get(Target(Kind.EVENT, event.id), ()) for event in events},
    )


def _index(renderer: Renderer, briefing: Briefing, name: str, title: str, description: str) -> Page:
    address = briefing_page(briefing.id, f"{name}/index")
    language = renderer.links(address, briefing).language
    title, description = language.gettext(title), language.gettext(description)
    return renderer.page(
        name,
        address,
        title=title,
        description=f"{briefing.document.title}: {description}",
        search=[search.page_entry(address, title, briefing, description)],
        briefing=briefing,
        figures=figure_cards(briefing, _VOICES_LISTED, language) if name == "figures" else (),
    )


def _figure(renderer: Renderer, briefing: Briefing, figure: Figure, mentions: object) -> Page:
    address = briefing_page(briefing.id, f"figures/{figure.id}")
    links = renderer.links(address, briefing)
    view = view_of(figure, briefing, links.voice_behind, links.language)
    return renderer.page(
        "figure",
        address,
        title=figure.document.title,
        description=figure.document.question,
        search=search.figure_entries(figure, briefing, links),
        briefing=briefing,
        body=figure.body,
        source=figure.location,
        figure=figure,
        cards=cards_of_figure(renderer, briefing, view),
        view=view,
        mentions=mentions,
    )


def _issue(renderer: Renderer, briefing: Briefing, issue: Issue, mentions: object) -> Page:
    address = briefing_page(briefing.id, f"issues/{issue.id}")
    return renderer.page(
        "issue",
        address,
        title=issue.document.title,
        description=f"{briefing.document.title}: {issue.document.title}",
        search=[search.issue_entry(issue, briefing, renderer.links(address, briefing))],
        briefing=briefing,
        body=issue.body,
        source=issue.location,
        cards=cards_of_issue(renderer, briefing, issue),
        issue=issue,
        grid=stance_grid(issue),
        mentions=mentions,
    )


def _article(renderer: Renderer, briefing: Briefing, article: Article, mentions: object) -> Page:
    address = briefing_page(briefing.id, f"articles/{article.id}")
    links = renderer.links(address, briefing)
    description = links.language.gettext("{title}: what was annotated from it, and where it stands.")
    return renderer.page(
        "article",
        address,
        title=article.document.title,
        description=description.format(title=article.document.title),
        search=search.article_entries(article, briefing, links),
        briefing=briefing,
        body=article.body,
        source=article.location,
        cards=cards_of_article(renderer, briefing, article),
        article=article,
        mentions=mentions,
    )


def _outlets(renderer: Renderer, briefing: Briefing) -> Page:
    carriers: dict[str, list[Article]] = {}
    for article in briefing.articles.values():
        outlet = article.voices.chain[-1]
        carriers.setdefault(outlet.actor or article.id, []).append(article)
    address = briefing_page(briefing.id, "outlets")
    language = renderer.links(address, briefing).language
    title = language.gettext("Outlets")
    description = language.gettext("{title}: what each outlet carries, and whose report it is.")
    return renderer.page(
        "outlets",
        address,
        title=title,
        description=description.format(title=briefing.document.title),
        search=[search.page_entry(address, title, briefing)],
        briefing=briefing,
        carriers=sorted(carriers.items()),
    )


def _coverage(renderer: Renderer, briefing: Briefing) -> Page:
    address = briefing_page(briefing.id, "coverage")
    language = renderer.links(address, briefing).language
    title = language.gettext("Coverage")
    description = language.gettext("{title}: who carried what, and who left it out.")
    return renderer.page(
        "coverage",
        address,
        title=title,
        description=description.format(title=briefing.document.title),
        search=[search.page_entry(address, title, briefing)],
        briefing=briefing,
        grids={
            "figures": coverage(briefing, figure_columns(briefing)),
            "events": coverage(briefing, event_columns(briefing)),
        },
    )


def _history(renderer: Renderer, briefing: Briefing) -> Page:
    address = briefing_page(briefing.id, "history")
    links = renderer.links(address, briefing)
    title = links.language.gettext("What was known when")
    description = links.language.gettext("{title}: every change of state, on the day it became known.")
    return renderer.page(
        "history",
        address,
        title=title,
        description=description.format(title=briefing.document.title),
        search=[search.page_entry(address, title, briefing), *search.day_entries(briefing, links)],
        briefing=briefing,
        history=briefing.assessment.history,
    )
