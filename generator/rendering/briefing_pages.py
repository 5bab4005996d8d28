"""Every page of one briefing, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.diagnostics import Location
from generator.model.briefing import Article, Briefing, Event, Figure, Issue
from generator.model.prose import Kind, Target
from generator.rendering import search
from generator.rendering.addresses import Links, briefing_page
from generator.rendering.catalogue import (
    Catalogue,
    backlinks,
    latest_events,
    ordered_events,
    root_counts,
)
from generator.rendering.coverage import coverage, event_columns, figure_columns
from generator.rendering.figure_view import view_of
from generator.rendering.page import Page, SearchEntry
from generator.rendering.renderer import Renderer
from generator.rendering.tables import by_disagreement

_LATEST = 6
"""How many developments, figures and actors an overview shows."""


def briefing_pages(renderer: Renderer, catalogue: Catalogue, briefing: Briefing) -> Iterator[Page]:
    """Yield every page of a briefing."""
    mentions = backlinks(briefing.mentions)
    events = ordered_events(briefing)
    yield _overview(renderer, catalogue, briefing, events)
    yield _timeline(renderer, briefing, events)
    yield _index(renderer, briefing, "figures", "Figures", "Every question with a number for an answer.")
    for figure in briefing.figures.values():
        yield _figure(renderer, briefing, figure, mentions.get(Target(Kind.FIGURE, figure.id), ()))
    yield _index(renderer, briefing, "issues", "Issues", "The questions on which actors or accounts differ.")
    for issue in briefing.issues.values():
        yield _issue(renderer, briefing, issue, mentions.get(Target(Kind.ISSUE, issue.id), ()))
    yield _index(renderer, briefing, "articles", "Articles", "Every source, and how it was read.")
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
        search=search.overview_entries(briefing),
        briefing=briefing,
        body=briefing.body,
        source=briefing.location,
        latest=latest_events(events, _LATEST),
        figures=by_disagreement(briefing),
        shown=_LATEST,
        actors=actors[:_LATEST],
        roots=root_counts(briefing),
    )


def _timeline(renderer: Renderer, briefing: Briefing, events: list[Event]) -> Page:
    address = briefing_page(briefing.id, "timeline")
    links = Links(renderer.library, address, briefing)
    return renderer.page(
        "timeline",
        address,
        title="Timeline",
        description=f"{briefing.document.title}: every event, who reports it and how the dates differ.",
        search=search.event_entries(events, briefing),
        briefing=briefing,
        periods=[(period, list(group)) for period, group in groupby(events, key=_period)],
        texts={event.id: renderer.prose(event.body, links, Location(address)) for event in events},
        mentions=backlinks(briefing.mentions),
    )


def _period(event: Event) -> str:
    """Return the month, or the year where no month is known, in which an event stands on the timeline."""
    first = event.moment and (event.moment.earliest or event.moment.latest)
    if not event.moment or not first:
        return ""
    return f"{first:%Y-%m}" if event.moment.precision in {"day", "month"} else f"{first:%Y}"


def _index(renderer: Renderer, briefing: Briefing, name: str, title: str, description: str) -> Page:
    address = briefing_page(briefing.id, f"{name}/index")
    return renderer.page(
        name,
        address,
        title=title,
        description=f"{briefing.document.title}: {description}",
        search=[SearchEntry(address=address, title=f"{title} · {briefing.document.title}", text=description)],
        briefing=briefing,
        figures=by_disagreement(briefing),
    )


def _figure(renderer: Renderer, briefing: Briefing, figure: Figure, mentions: object) -> Page:
    address = briefing_page(briefing.id, f"figures/{figure.id}")
    links = Links(renderer.library, address, briefing)
    return renderer.page(
        "figure",
        address,
        title=figure.document.title,
        description=figure.document.question,
        search=search.figure_entries(figure, briefing, renderer.library),
        briefing=briefing,
        body=figure.body,
        source=figure.location,
        figure=figure,
        view=view_of(figure, briefing, links.voice_behind),
        mentions=mentions,
    )


def _issue(renderer: Renderer, briefing: Briefing, issue: Issue, mentions: object) -> Page:
    return renderer.page(
        "issue",
        briefing_page(briefing.id, f"issues/{issue.id}"),
        title=issue.document.title,
        description=f"{briefing.document.title}: {issue.document.title}",
        search=search.issue_entries(issue, briefing),
        briefing=briefing,
        body=issue.body,
        source=issue.location,
        issue=issue,
        mentions=mentions,
    )


def _article(renderer: Renderer, briefing: Briefing, article: Article, mentions: object) -> Page:
    return renderer.page(
        "article",
        briefing_page(briefing.id, f"articles/{article.id}"),
        title=article.document.title,
        description=f"{article.document.title}: what was annotated from it, and where it stands.",
        search=search.article_entries(article, briefing, renderer.library),
        briefing=briefing,
        body=article.body,
        source=article.location,
        article=article,
        mentions=mentions,
    )


def _outlets(renderer: Renderer, briefing: Briefing) -> Page:
    carriers: dict[str, list[Article]] = {}
    for article in briefing.articles.values():
        outlet = article.voices.chain[-1]
        carriers.setdefault(outlet.actor or article.id, []).append(article)
    address = briefing_page(briefing.id, "outlets")
    return renderer.page(
        "outlets",
        address,
        title="Outlets",
        description=f"{briefing.document.title}: what each outlet carries, and whose report it is.",
        search=[SearchEntry(address=address, title=f"Outlets · {briefing.document.title}", text="")],
        briefing=briefing,
        carriers=sorted(carriers.items()),
    )


def _coverage(renderer: Renderer, briefing: Briefing) -> Page:
    address = briefing_page(briefing.id, "coverage")
    grids = [("Figures", figure_columns(briefing)), ("Events", event_columns(briefing))]
    return renderer.page(
        "coverage",
        address,
        title="Coverage",
        description=f"{briefing.document.title}: who carried what, and who left it out.",
        search=[SearchEntry(address=address, title=f"Coverage · {briefing.document.title}", text="")],
        briefing=briefing,
        grids=[(name, coverage(briefing, columns)) for name, columns in grids],
    )


def _history(renderer: Renderer, briefing: Briefing) -> Page:
    address = briefing_page(briefing.id, "history")
    return renderer.page(
        "history",
        address,
        title="What was known when",
        description=f"{briefing.document.title}: every change of state, on the day it became known.",
        search=[SearchEntry(address=address, title=f"What was known when · {briefing.document.title}", text="")],
        briefing=briefing,
        assessment=briefing.assessment,
    )
