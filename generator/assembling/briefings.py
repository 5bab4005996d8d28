"""One briefing: its files tied to each other and to the actors, everything checked on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from generator.assembling.articles import Workbench
from generator.assembling.assessment import assess
from generator.assembling.attribution import Roots
from generator.assembling.consistency import ConsistencyCheck, check_replaced
from generator.assembling.diagnosis import Context, warn_of_slips
from generator.assembling.events import tie_events
from generator.assembling.mentions import ProseLinker
from generator.assembling.quotations import check_quotations
from generator.assembling.references import check_references
from generator.assembling.registry import Names, Registry, briefing_registry
from generator.diagnostics import Code, Diagnostics
from generator.memory import Memory
from generator.model.briefing import Actor, Article, Briefing, Figure, Issue, Observation, Statement
from generator.model.files import ArticleDocument, Document, FigureDocument, IssueDocument
from generator.model.prose import Kind, Mention, Prose, Target
from generator.model.source import BriefingSources, SourceFile, Sources

ThingT = TypeVar("ThingT")

_OVERVIEW = Target(Kind.ARTICLE, "")
"""What a briefing's overview is as the source of a mention: nothing links to it by id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What of a site any briefing in it is made of."""

    known: object
    """Equal as long as no actor is another for a briefing."""
    sources: Sources
    actors: Mapping[str, Actor]
    site: Registry
    names: Names
    roots: Roots


class BriefingAssembler:
    """Ties briefings together; a text or an article is not looked at again while nothing it is made of changes."""

    def __init__(self) -> None:
        self._registries = Memory[Registry]()
        self._figures = Memory[Mapping[str, FigureDocument]]()
        self._linked = Memory[tuple[Prose, tuple[Mention, ...]]]()
        self._articles = Memory[Article]()

    def assemble(self, sources: BriefingSources, around: Surroundings, diagnostics: Diagnostics) -> Briefing | None:
        """Return the briefing, or None where its index could not be read; the rest is checked even so."""
        registry = self._registries.steady(sources.id, briefing_registry(around.site, sources))
        check_references(sources, registry, diagnostics)
        ConsistencyCheck(sources, around.sources, diagnostics).run()
        check_quotations(sources, diagnostics)
        prose, mentions = self._link_all(sources, registry, around.names, diagnostics)
        articles = self._articles_of(sources, around, prose, diagnostics)
        observations = _grouped((each.entry.figure, each) for own in articles.values() for each in own.observations)
        reports = _grouped((each.entry.id, each) for own in articles.values() for each in own.events)
        statements = _grouped((each.entry.issue, each) for own in articles.values() for each in own.statements)
        if not sources.unreadable:
            check_replaced(sources, articles, diagnostics)
            _warn_unused(sources, (observations, reports, statements), diagnostics)
        if sources.index is None:
            return None
        events = tie_events(sources.events, reports, prose)
        figures = {file.id: _figure(file, prose, observations) for file in sources.figures}
        issues = {file.id: _issue(file, prose, statements) for file in sources.issues}
        language = sources.index.document.language
        context = Context(
            briefing=sources.id, language=language, articles=articles, events=events, actors=around.actors
        )
        for figure in figures.values():
            warn_of_slips(figure, context, diagnostics)
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
            location=sources.index.at(),
            told_assessment=partial(assess, figures.values(), issues.values(), context),
        )

    def _link_all(
        self, sources: BriefingSources, registry: Registry, names: Names, diagnostics: Diagnostics
    ) -> tuple[dict[Target, Prose], tuple[Mention, ...]]:
        """Return the prose of every file of a briefing, by what the file is about, and all it mentions."""
        files: list[tuple[Target, SourceFile[Document]]] = [(_OVERVIEW, sources.index)] if sources.index else []
        files += [(Target(Kind.ARTICLE, file.id), file) for file in sources.articles]
        files += [(Target(Kind.EVENT, file.id), file) for file in sources.events]
        files += [(Target(Kind.FIGURE, file.id), file) for file in sources.figures]
        files += [(Target(Kind.ISSUE, file.id), file) for file in sources.issues]
        prose: dict[Target, Prose] = {}
        mentions: list[Mention] = []
        for own, file in files:
            link = partial(_linked, file, own, registry, names)
            prose[own], mentioned = self._linked.recall(file.path, (file, registry, names), link, diagnostics)
            mentions += mentioned
        return prose, tuple(sorted(mentions))

    def _articles_of(
        self, sources: BriefingSources, around: Surroundings, prose: Mapping[Target, Prose], diagnostics: Diagnostics
    ) -> dict[str, Article]:
        figures = self._figures.steady(sources.id, {file.id: file.document for file in sources.figures})
        articles = {}
        for file in sources.articles:
            body = prose[Target(Kind.ARTICLE, file.id)]
            resolve = partial(_resolved, file, body, around.roots, figures)
            made_of = (file, body, around.known, figures)
            articles[file.id] = self._articles.recall(file.path, made_of, resolve, diagnostics)
        return articles


def _linked(
    file: SourceFile[Document], own: Target, registry: Registry, names: Names, diagnostics: Diagnostics
) -> tuple[Prose, tuple[Mention, ...]]:
    return ProseLinker(registry, names, diagnostics).link(file, own)


def _resolved(
    file: SourceFile[ArticleDocument],
    body: Prose,
    roots: Roots,
    figures: Mapping[str, FigureDocument],
    diagnostics: Diagnostics,
) -> Article:
    return Workbench(roots=roots, figures=figures, diagnostics=diagnostics).article(file, body)


def _figure(
    file: SourceFile[FigureDocument], prose: Mapping[Target, Prose], observations: Mapping[str, list[Observation]]
) -> Figure:
    return Figure(
        id=file.id,
        document=file.document,
        body=prose[Target(Kind.FIGURE, file.id)],
        observations=tuple(sorted(observations.get(file.id, ()), key=observation_order)),
        location=file.at(),
    )


def _issue(
    file: SourceFile[IssueDocument], prose: Mapping[Target, Prose], statements: Mapping[str, list[Statement]]
) -> Issue:
    return Issue(
        id=file.id,
        document=file.document,
        body=prose[Target(Kind.ISSUE, file.id)],
        statements=tuple(sorted(statements.get(file.id, ()), key=statement_order)),
        location=file.at(),
    )


def observation_order(observation: Observation) -> tuple[Any, ...]:
    """Return the key that orders observations: by moment, then publication, then id."""
    return observation.as_of.sort_key, observation.published.sort_key, observation.id


def statement_order(statement: Statement) -> tuple[Any, ...]:
    """Return the key that orders statements: by moment, then publication, then id."""
    return statement.moment.sort_key, statement.published.sort_key, statement.id


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
