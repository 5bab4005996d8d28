"""Every page of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.model.briefing import Actor, Library
from generator.rendering import search
from generator.rendering.addresses import ACTORS, HOME, actor_page
from generator.rendering.briefing_pages import briefing_pages
from generator.rendering.catalogue import Catalogue, latest_events, ordered_events
from generator.rendering.page import Page, SearchEntry
from generator.rendering.renderer import Renderer
from generator.rendering.tables import by_disagreement

LEGEND = "legend.html"

_KINDS = ("person", "state", "organisation", "group", "outlet")
"""The order in which actors are listed."""
_ON_HOME = 4
"""How many developments and figures of a briefing the home page shows."""


def render_site(library: Library, templates: Path, diagnostics: Diagnostics) -> Iterator[Page]:
    """Yield every page; `templates` is the folder that holds `pages/` and `components/`."""
    renderer = Renderer.of(library, templates, diagnostics)
    catalogue = Catalogue(library)
    yield _home(renderer)
    yield _legend(renderer)
    yield _actors(renderer, catalogue)
    for actor in library.actors.values():
        yield _actor(renderer, catalogue, actor)
    for briefing in library.briefings.values():
        yield from briefing_pages(renderer, catalogue, briefing)


def _home(renderer: Renderer) -> Page:
    return renderer.page(
        "home",
        HOME,
        title="Briefings",
        description="What is known, who says so, and where the sources disagree.",
        briefings=[
            (each, latest_events(ordered_events(each), _ON_HOME), by_disagreement(each)[:_ON_HOME])
            for each in renderer.library.briefings.values()
        ],
    )


def _legend(renderer: Renderer) -> Page:
    title = "What the marks mean"
    entry = SearchEntry(address=LEGEND, title=title, text="Legend: basis, account, stance, status, notice")
    return renderer.page("legend", LEGEND, title=title, description=f"{title}, word by word.", search=[entry])


def _actors(renderer: Renderer, catalogue: Catalogue) -> Page:
    actors = sorted(renderer.library.actors.values(), key=_actor_order)
    groups = [(kind, list(group)) for kind, group in groupby(actors, key=lambda each: each.document.kind)]
    return renderer.page(
        "actors",
        ACTORS,
        title="Actors",
        description="Everyone who says or does something in the briefings.",
        search=[SearchEntry(address=ACTORS, title="Actors", text="")],
        groups=groups,
        catalogue=catalogue,
    )


def _actor_order(actor: Actor) -> tuple[int, str, str]:
    return _KINDS.index(actor.document.kind), actor.name.casefold(), actor.id


def _actor(renderer: Renderer, catalogue: Catalogue, actor: Actor) -> Page:
    voices = [other for other in renderer.library.actors.values() if other.document.speaks_for == actor.id]
    return renderer.page(
        "actor",
        actor_page(actor.id),
        title=actor.name,
        description=f"{actor.name}: statements, events and figures, each with its source.",
        search=search.actor_entries(actor),
        body=actor.body,
        source=actor.location,
        actor=actor,
        appearances=catalogue.appearances(actor.id),
        voices=voices,
    )
