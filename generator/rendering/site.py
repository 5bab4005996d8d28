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
from generator.rendering.cards import cards_of_actor
from generator.rendering.catalogue import Catalogue, latest_events, ordered_events
from generator.rendering.figure_cards import figure_cards
from generator.rendering.page import Page, SearchEntry
from generator.rendering.renderer import Renderer

LEGEND = "legend.html"

_KINDS = ("person", "state", "organisation", "group", "outlet")
"""The order in which actors are listed."""
_ON_HOME = 4
"""How many developments and figures of a briefing the home page shows."""


def render_site(library: Library, templates: Path, diagnostics: Diagnostics, language: str) -> Iterator[Page]:
    """Yield every page; `templates` is the folder that holds `pages/` and `components/`, `language` the site's own."""
    renderer = Renderer.of(library, templates, diagnostics, language)
    catalogue = Catalogue(library)
    yield _home(renderer)
    yield _legend(renderer)
    yield _actors(renderer, catalogue)
    for actor in library.actors.values():
        yield _actor(renderer, catalogue, actor)
    for briefing in library.briefings.values():
        yield from briefing_pages(renderer, catalogue, briefing)


def _home(renderer: Renderer) -> Page:
    language = renderer.links(HOME).language
    title = language.gettext("Briefings")
    return renderer.page(
        "home",
        HOME,
        title=title,
        description=language.gettext("What is known, who says so, and where the sources disagree."),
        search=[SearchEntry(address=HOME, title=title)],
        contents=False,
        briefings=[
            (each, latest_events(ordered_events(each), _ON_HOME), figure_cards(each, _ON_HOME, language)[:_ON_HOME])
            for each in renderer.library.briefings.values()
        ],
    )


def _legend(renderer: Renderer) -> Page:
    language = renderer.links(LEGEND).language
    title = language.gettext("What the marks mean")
    description = language.gettext("What the marks mean, word by word.")
    return renderer.page("legend", LEGEND, title=title, description=description)


def _actors(renderer: Renderer, catalogue: Catalogue) -> Page:
    actors = sorted(renderer.library.actors.values(), key=_actor_order)
    groups = [(kind, list(group)) for kind, group in groupby(actors, key=lambda each: each.document.kind)]
    language = renderer.links(ACTORS).language
    title = language.gettext("Actors")
    return renderer.page(
        "actors",
        ACTORS,
        title=title,
        description=language.gettext("Everyone who says or does something in the briefings."),
        search=[SearchEntry(address=ACTORS, title=title)],
        groups=groups,
        catalogue=catalogue,
    )


def _actor_order(actor: Actor) -> tuple[int, str, str]:
    return _KINDS.index(actor.document.kind), actor.name.casefold(), actor.id


def _actor(renderer: Renderer, catalogue: Catalogue, actor: Actor) -> Page:
    voices = [other for other in renderer.library.actors.values() if other.document.speaks_for == actor.id]
    appearances = catalogue.appearances(actor.id)
    language = renderer.links(actor_page(actor.id)).language
    description = language.gettext("{name}: statements, events and figures, each with its source.")
    return renderer.page(
        "actor",
        actor_page(actor.id),
        title=actor.name,
        description=description.format(name=actor.name),
        search=[search.actor_entry(actor, sum(catalogue.weight(each.briefing, actor.id) for each in appearances))],
        body=actor.body,
        source=actor.location,
        actor=actor,
        cards=cards_of_actor(renderer, actor, appearances),
        appearances=appearances,
        voices=voices,
    )
