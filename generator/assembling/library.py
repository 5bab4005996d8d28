"""The one way from files to the library: resolve, tie together, report whatever does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from generator.assembling.articles import Workbench
from generator.assembling.attribution import Roots
from generator.assembling.events import tie_events
from generator.assembling.mentions import link_prose
from generator.assembling.references import check_actor, check_briefing
from generator.assembling.registry import Names, Registry, briefing_registry, site_registry
from generator.diagnostics import Code, Diagnostics
from generator.model.briefing import Actor, Article, Briefing, Figure, Issue, Library, Observation, Statement
from generator.model.prose import Kind, Mention, Prose, Target
from generator.model.source import BriefingSources, SourceFile, Sources


def assemble(sources: Sources, diagnostics: Diagnostics) -> Library:
    """Return everything the files say, tied together; whatever does not resolve is told and left out."""
    site = site_registry(sources)
    names = Names(sources)
    roots = Roots(sources.actors, diagnostics)
    actors = {}
    for file in sources.actors:
        check_actor(file, sources, site, diagnostics)
        body, _ = _linked(file, Kind.ACTOR, site, names, diagnostics)
        actors[file.id] = Actor(id=file.id, document=file.document, body=body, location=file.at())
    briefings = {}
    for briefing in sources.briefings:
        registry = briefing_registry(site, briefing)
        check_briefing(briefing, sources, registry, diagnostics)
        briefings[briefing.id] = _assemble_briefing(briefing, registry, names, roots, diagnostics)
    return Library(actors=actors, briefings=briefings)


def _assemble_briefing(
    sources: BriefingSources, registry: Registry, names: Names, roots: Roots, diagnostics: Diagnostics
) -> Briefing:
    mentions: list[Mention] = []

    def prose(file: SourceFile[Any], kind: Kind | None) -> Prose:
        linked, found = _linked(file, kind, registry, names, diagnostics)
        mentions.extend(found)
        return linked

    figures = {file.id: file.document for file in sources.figures}
    workbench = Workbench(roots=roots, figures=figures, diagnostics=diagnostics)
    articles = {file.id: workbench.article(file, prose(file, Kind.ARTICLE)) for file in sources.articles}
    observations = _grouped((each.entry.figure, each) for article in articles.values() for each in article.observations)
    reports = _grouped((each.entry.id, each) for article in articles.values() for each in article.events)
    statements = _grouped((each.entry.issue, each) for article in articles.values() for each in article.statements)
    _check_replaced(articles, diagnostics)
    _warn_unused(sources, {Kind.FIGURE: observations, Kind.EVENT: reports, Kind.ISSUE: statements}, diagnostics)
    return Briefing(
        id=sources.id,
        document=sources.index.document,
        body=prose(sources.index, None),
        articles=articles,
        events=tie_events(sources.events, reports, lambda file: prose(file, Kind.EVENT)),
        figures={
            file.id: Figure(
                id=file.id,
                document=file.document,
                body=prose(file, Kind.FIGURE),
                observations=tuple(sorted(observations[file.id], key=observation_order)),
                location=file.at(),
            )
            for file in sources.figures
        },
        issues={
            file.id: Issue(
                id=file.id,
                document=file.document,
                body=prose(file, Kind.ISSUE),
                statements=tuple(sorted(statements[file.id], key=statement_order)),
                location=file.at(),
            )
            for file in sources.issues
        },
        mentions=tuple(sorted(mentions)),
        location=sources.index.at(),
    )


def observation_order(observation: Observation) -> tuple[Any, ...]:
    """Return the key that orders observations: by moment, then publication, then id."""
    return observation.as_of.sort_key, observation.published.sort_key, observation.id


def statement_order(statement: Statement) -> tuple[Any, ...]:
    """Return the key that orders statements: by moment, then publication, then id."""
    return statement.moment.sort_key, statement.published.sort_key, statement.id


def _linked(
    file: SourceFile[Any], kind: Kind | None, registry: Registry, names: Names, diagnostics: Diagnostics
) -> tuple[Prose, tuple[Mention, ...]]:
    # A briefing's overview is no target of links; its id stands for it in what it mentions.
    own = Target(kind or Kind.ARTICLE, file.id if kind else "")
    return link_prose(file.body, file.path, own, registry, names, diagnostics)


def _grouped(pairs: Iterable[tuple[str | None, Any]]) -> defaultdict[str, list[Any]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        if key:
            groups[key].append(value)
    return groups


def _check_replaced(articles: Mapping[str, Article], diagnostics: Diagnostics) -> None:
    known = {each.id for article in articles.values() for each in article.observations}
    for article in articles.values():
        for observation in article.observations:
            replaced = observation.entry.replaces
            if replaced and replaced not in known:
                message = f"'{replaced}' is not a known observation"
                hint = "write '<article>--<figure>', as in the permalink on the figure's page"
                diagnostics.error(observation.location, Code.UNKNOWN_REFERENCE, message, hint)


def _warn_unused(
    sources: BriefingSources, used: Mapping[Kind, Mapping[str, list[Any]]], diagnostics: Diagnostics
) -> None:
    for kind, files in ((Kind.FIGURE, sources.figures), (Kind.EVENT, sources.events), (Kind.ISSUE, sources.issues)):
        for file in files:
            if file.id not in used[kind]:
                message = f"no article annotates the {kind} '{file.id}'"
                diagnostics.warning(file.at(), Code.UNUSED_DEFINITION, message, "annotate it or delete the file")
