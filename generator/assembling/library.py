"""The one way from files to the library: resolve, tie together, report whatever does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from generator.assembling.articles import Workbench
from generator.assembling.assessment import assess
from generator.assembling.attribution import Roots
from generator.assembling.consistency import ConsistencyCheck, check_replaced
from generator.assembling.diagnosis import Context, warn_of_slips
from generator.assembling.events import tie_events
from generator.assembling.mentions import ProseLinker
from generator.assembling.quotations import check_quotations, check_quotations_of
from generator.assembling.references import check_actor, check_references
from generator.assembling.registry import Names, Registry, briefing_registry, site_registry
from generator.diagnostics import Code, Diagnostics
from generator.memory import Memory
from generator.model.briefing import Actor, Briefing, Figure, Issue, Library, Observation, Statement
from generator.model.files import Document
from generator.model.prose import Kind, Mention, Prose, Target
from generator.model.source import BriefingSources, SourceFile, Sources

ThingT = TypeVar("ThingT")

_OVERVIEW = Target(Kind.ARTICLE, "")
"""What a briefing's overview is as the source of a mention: nothing links to it by id."""


def assemble(sources: Sources, diagnostics: Diagnostics) -> Library:
    """Return everything the files say, tied together; whatever does not resolve is told and left out."""
    return Assembler().assemble(sources, diagnostics)


class Assembler:
    """Ties files together, and ties nothing again that is as it was."""

    def __init__(self) -> None:
        self._actors = Memory[Mapping[str, Actor]]()
        self._briefings = Memory[Briefing | None]()

    def assemble(self, sources: Sources, diagnostics: Diagnostics) -> Library:
        """Return everything the files say, as `assemble` does."""
        site = site_registry(sources)
        names = Names(sources)
        roots = Roots(sources.actors, diagnostics)
        for file in sources.actors:
            check_actor(file, sources, site, diagnostics)
        actors = self._actors.recall(
            "all", (sources.actors, sources.unreadable), lambda found: _actors(sources, site, names, found), diagnostics
        )
        # Of an actor's file, a briefing is made of all but the text and its lines.
        known = tuple((file.id, file.document) for file in sources.actors), sources.unreadable
        briefings = {}
        for briefing in sources.briefings:

            def make(found: Diagnostics, briefing: BriefingSources = briefing) -> Briefing | None:
                registry = briefing_registry(site, briefing)
                check_references(briefing, registry, found)
                ConsistencyCheck(briefing, sources, found).run()
                check_quotations(briefing, found)
                return _assemble_briefing(briefing, actors, roots, ProseLinker(registry, names, found))

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


def _assemble_briefing(
    sources: BriefingSources, actors: Mapping[str, Actor], roots: Roots, linker: ProseLinker
) -> Briefing | None:
    """Return the briefing, or None where its index could not be read; what is wrong with the rest is told even so."""
    prose, mentions = _link_all(sources, linker)
    workbench = Workbench(
        roots=roots, figures={file.id: file.document for file in sources.figures}, diagnostics=linker.diagnostics
    )
    articles = {file.id: workbench.article(file, prose[Target(Kind.ARTICLE, file.id)]) for file in sources.articles}
    observations = _grouped((each.entry.figure, each) for article in articles.values() for each in article.observations)
    reports = _grouped((each.entry.id, each) for article in articles.values() for each in article.events)
    statements = _grouped((each.entry.issue, each) for article in articles.values() for each in article.statements)
    if not sources.unreadable:
        check_replaced(articles, linker.diagnostics)
        _warn_unused(sources, (observations, reports, statements), linker.diagnostics)
    if sources.index is None:
        return None
    events = tie_events(sources.events, reports, prose)
    figures = {
        file.id: Figure(
            id=file.id,
            document=file.document,
            body=prose[Target(Kind.FIGURE, file.id)],
            observations=tuple(sorted(observations[file.id], key=observation_order)),
            location=file.at(),
        )
        for file in sources.figures
    }
    issues = {
        file.id: Issue(
            id=file.id,
            document=file.document,
            body=prose[Target(Kind.ISSUE, file.id)],
            statements=tuple(sorted(statements[file.id], key=statement_order)),
            location=file.at(),
        )
        for file in sources.issues
    }
    language = sources.index.document.language
    context = Context(briefing=sources.id, language=language, articles=articles, events=events, actors=actors)
    assessment = assess(figures.values(), issues.values(), context)
    for figure in figures.values():
        warn_of_slips(figure, assessment.figures[figure.id], context.name, linker.diagnostics)
    return Briefing(
        id=sources.id,
        document=sources.index.document,
        body=prose[_OVERVIEW],
        articles=articles,
        events=events,
        figures=figures,
        issues=issues,
        observations={each.id: each for figure in figures.values() for each in figure.observations},
        mentions=mentions,
        assessment=assessment,
        location=sources.index.at(),
    )


def observation_order(observation: Observation) -> tuple[Any, ...]:
    """Return the key that orders observations: by moment, then publication, then id."""
    return observation.as_of.sort_key, observation.published.sort_key, observation.id


def statement_order(statement: Statement) -> tuple[Any, ...]:
    """Return the key that orders statements: by moment, then publication, then id."""
    return statement.moment.sort_key, statement.published.sort_key, statement.id


def _link_all(sources: BriefingSources, linker: ProseLinker) -> tuple[dict[Target, Prose], tuple[Mention, ...]]:
    """Return the prose of every file of a briefing, by what the file is about, and all it mentions."""
    files: list[tuple[Target, SourceFile[Document]]] = [(_OVERVIEW, sources.index)] if sources.index else []
    files += [(Target(Kind.ARTICLE, file.id), file) for file in sources.articles]
    files += [(Target(Kind.EVENT, file.id), file) for file in sources.events]
    files += [(Target(Kind.FIGURE, file.id), file) for file in sources.figures]
    files += [(Target(Kind.ISSUE, file.id), file) for file in sources.issues]
    prose: dict[Target, Prose] = {}
    mentions: list[Mention] = []
    for own, file in files:
        prose[own], found = linker.link(file, own)
        mentions += found
    return prose, tuple(sorted(mentions))


def _grouped(pairs: Iterable[tuple[str | None, ThingT]]) -> defaultdict[str, list[ThingT]]:
    groups: defaultdict[str, list[ThingT]] = defaultdict(list)
    for key, value in pairs:
        if key:
            groups[key].append(value)
    return groups


def _warn_unused(
    sources: BriefingSources,
    used: tuple[Mapping[str, object], Mapping[str, object], Mapping[str, object]],
    diagnostics: Diagnostics,
) -> None:
    kinds = (("figure", sources.figures), ("event", sources.events), ("issue", sources.issues))
    for (kind, files), annotated in zip(kinds, used, strict=True):
        for file in files:
            if file.id not in annotated:
                message = f"no article annotates the {kind} '{file.id}'"
                diagnostics.warning(file.at(), Code.UNUSED_DEFINITION, message, "annotate it or delete the file")
