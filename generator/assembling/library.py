"""The one way from files to the library: resolve, tie together, report whatever does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from generator.assembling.attribution import Roots
from generator.assembling.briefings import BriefingAssembler, Surroundings
from generator.assembling.mentions import ProseLinker
from generator.assembling.quotations import check_quotations_of
from generator.assembling.references import check_actor
from generator.assembling.registry import Names, Registry, site_registry
from generator.diagnostics import Diagnostics
from generator.memory import Memory
from generator.model.briefing import Actor, Briefing, Library
from generator.model.prose import Kind, Target
from generator.model.source import Sources


def assemble(sources: Sources, diagnostics: Diagnostics) -> Library:
    """Return everything the files say, tied together; whatever does not resolve is told and left out."""
    return Assembler().assemble(sources, diagnostics)


class Assembler:
    """Ties files together, and ties nothing again that is as it was."""

    def __init__(self) -> None:
        self._actors = Memory[Mapping[str, Actor]]()
        self._known = Memory[object]()
        self._names = Memory[Names]()
        self._briefings = Memory[Briefing | None]()
        self._assembler = BriefingAssembler()

    def assemble(self, sources: Sources, diagnostics: Diagnostics) -> Library:
        """Return everything the files say, as `assemble` does."""
        # Of an actor's file, a briefing is made of all but the text and its lines.
        known = self._known.steady(
            "actors", (tuple((file.id, file.document) for file in sources.actors), sources.unreadable)
        )
        names = self._names.recall("all", known, lambda _: Names(sources), diagnostics)
        site = site_registry(sources)
        roots = Roots(sources.actors, diagnostics)
        for file in sources.actors:
            check_actor(file, sources, site, diagnostics)
        actors = self._actors.recall(
            "all", (sources.actors, sources.unreadable), partial(_actors, sources, site, names), diagnostics
        )
        around = Surroundings(known=known, sources=sources, actors=actors, site=site, names=names, roots=roots)
        briefings = {}
        for briefing in sources.briefings:
            make = partial(self._assembler.assemble, briefing, around)
            assembled = self._briefings.recall(briefing.id, (known, briefing), make, diagnostics)
            if assembled:
                briefings[briefing.id] = assembled
        return Library(actors=actors, briefings=briefings)


def _actors(sources: Sources, site: Registry, names: Names, diagnostics: Diagnostics) -> Mapping[str, Actor]:
    linker = ProseLinker(site, names, diagnostics)
    actors = {}
    for file in sources.actors:
        check_quotations_of(file, diagnostics)
        body, _ = linker.link(file, Target(Kind.ACTOR, file.id))
        actors[file.id] = Actor(id=file.id, document=file.document, body=body, location=file.at())
    return actors
