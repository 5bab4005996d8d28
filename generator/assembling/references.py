"""Every id that a file names must exist and be of the right kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assembling.registry import Registry
from generator.diagnostics import Code, Diagnostics, Location, did_you_mean
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    EventDocument,
    FigureDocument,
    IssueDocument,
    ObservationEntry,
    StatementEntry,
    VoiceEntry,
)
from generator.model.prose import Kind, Target
from generator.model.source import BriefingSources, KeyPath, SourceFile, Sources

_Found = tuple[KeyPath, VoiceEntry | None]


def check_actor(file: SourceFile[ActorDocument], sources: Sources, site: Registry, diagnostics: Diagnostics) -> None:
    """Tell every reference of an actor's file that leads nowhere."""
    if file.document.speaks_for:
        site.check(Target(Kind.ACTOR, file.document.speaks_for), file.at("speaks_for"), diagnostics)
    cited = [(("born", "source"), file.document.born.source)] if file.document.born else []
    cited += [(("roles", at, "source"), role.source) for at, role in enumerate(file.document.roles) if role.source]
    articles = {f"{briefing.id}/{article.id}" for briefing in sources.briefings for article in briefing.articles}
    articles |= {f"{briefing.id}/{name[9:]}" for briefing in sources.briefings for name in briefing.unreadable}
    for path, source in cited:
        if "://" not in source and source not in articles:
            message = f"the source '{source}' is not a known article"
            hint = did_you_mean(source, articles) or "write '<briefing>/<article>' or a web address"
            diagnostics.error(file.at(*path), Code.UNKNOWN_REFERENCE, message, hint)


def check_briefing(briefing: BriefingSources, sources: Sources, registry: Registry, diagnostics: Diagnostics) -> None:
    """Tell every reference of a briefing's files that leads nowhere or to the wrong kind of thing."""
    kinds = {file.id: file.document.kind for file in sources.actors}
    figures = {file.id: file for file in briefing.figures}
    issues = {file.id: file for file in briefing.issues}
    events = {file.id: file for file in briefing.events}
    for figure in briefing.figures:
        _check_figure(figure, registry, kinds, events, diagnostics)
    for issue in briefing.issues:
        _check_issue(issue, registry, diagnostics)
    for article in briefing.articles:
        outlet = article.document.outlet.actor
        if outlet and kinds.get(outlet, "outlet") != "outlet":
            message = f"'{outlet}' is of kind {kinds[outlet]}, an outlet is needed here"
            diagnostics.error(article.at("outlet"), Code.WRONG_KIND, message, "name the outlet that carries the article")
        for path, voice in _voices(article.document):
            for actor in filter(None, (voice.actor, voice.identified_as)):
                registry.check(Target(Kind.ACTOR, actor), article.at(*path), diagnostics)
        for path, target in _targets(article.document):
            registry.check(target, article.at(*path), diagnostics)
        for at, observation in enumerate(article.document.figures):
            if observation.figure in figures:
                _check_populations(article, at, observation, figures[observation.figure].document, diagnostics)
        for at, statement in enumerate(article.document.statements):
            if statement.issue in issues:
                _check_answer(article, at, statement, issues[statement.issue].document, diagnostics)
        _check_locators(article, diagnostics)


def _voices(document: ArticleDocument) -> Iterator[tuple[KeyPath, VoiceEntry]]:
    optional: list[_Found] = [(("outlet",), document.outlet), (("carries",), document.carries)]
    optional.append((("notice", "by"), document.notice.by if document.notice else None))
    for section, items in _sections(document):
        for at, item in enumerate(items):
            optional += [((section, at, "by", number), voice) for number, voice in enumerate(item.by)]
            optional.append(((section, at, "notice", "by"), item.notice.by if item.notice else None))
            if isinstance(item, StatementEntry):
                optional.append(((section, at, "actor"), item.actor))
            if isinstance(item, ObservationEntry) and item.rejects:
                optional.append(((section, at, "rejects", "by"), item.rejects.by))
    yield from ((path, voice) for path, voice in optional if voice)


def _sections(document: ArticleDocument):  # noqa: ANN202
    return (("events", document.events), ("figures", document.figures), ("statements", document.statements))


def _targets(document: ArticleDocument) -> Iterator[tuple[KeyPath, Target]]:
    for at, event in enumerate(document.events):
        for key in ("actors", "invited"):
            for number, actor in enumerate(getattr(event, key)):
                yield ("events", at, key, number), Target(Kind.ACTOR, actor)
    for at, observation in enumerate(document.figures):
        yield ("figures", at, "figure"), Target(Kind.FIGURE, observation.figure)
    for at, statement in enumerate(document.statements):
        if statement.issue:
            yield ("statements", at, "issue"), Target(Kind.ISSUE, statement.issue)
        if statement.through:
            yield ("statements", at, "through"), Target(Kind.ACTOR, statement.through)
        for number, actor in enumerate(statement.to):
            yield ("statements", at, "to", number), Target(Kind.ACTOR, actor)


def _check_populations(
    article: SourceFile[ArticleDocument],
    at: int,
    observation: ObservationEntry,
    figure: FigureDocument,
    diagnostics: Diagnostics,
) -> None:
    named = [(article.at("figures", at, "of"), observation.of)] if observation.of else []
    named += [(article.positions.of_key(("figures", at, "parts", part)), part) for part in observation.parts]
    for location, population in named:
        if population not in figure.populations:
            message = f"'{population}' is not a population of the figure '{observation.figure}'"
            hint = did_you_mean(population, figure.populations) or f"known: {', '.join(figure.populations) or 'none'}"
            diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, hint)


def _check_answer(
    article: SourceFile[ArticleDocument],
    at: int,
    statement: StatementEntry,
    issue: IssueDocument,
    diagnostics: Diagnostics,
) -> None:
    if statement.answer and statement.answer not in issue.answers:
        message = f"'{statement.answer}' is not an answer of the issue '{statement.issue}'"
        hint = did_you_mean(statement.answer, issue.answers) or f"known: {', '.join(issue.answers) or 'none'}"
        diagnostics.error(article.at("statements", at, "answer"), Code.BAD_CHOICE, message, hint)
    wrong = "stance" if statement.stance and issue.kind == "fact" else ""
    wrong = "answer" if statement.answer and issue.kind == "position" else wrong
    if wrong:
        message = f"the issue '{statement.issue}' is of kind {issue.kind} and takes no {wrong}"
        hint = "an issue of kind position takes a 'stance', one of kind fact an 'answer'"
        diagnostics.error(article.positions.of_key(("statements", at, wrong)), Code.WRONG_KIND, message, hint)


def _check_locators(article: SourceFile[ArticleDocument], diagnostics: Diagnostics) -> None:
    if article.document.read != "whole":
        return
    for section, items in _sections(article.document):
        for at, item in enumerate(items):
            if item.at is None:
                message = "the key 'at' is missing, though the article was read whole"
                diagnostics.error(article.at(section, at), Code.MISSING_LOCATOR, message, "add a line such as 'at: ¶4'")


def _check_figure(
    file: SourceFile[FigureDocument],
    registry: Registry,
    kinds: dict[str, str],
    events: dict[str, SourceFile[EventDocument]],
    diagnostics: Diagnostics,
) -> None:
    document = file.document
    if document.spans and registry.check(Target(Kind.EVENT, document.spans), file.at("spans"), diagnostics):
        event = events.get(document.spans)
        if event and event.document.kind != "span":
            message = f"the event '{document.spans}' is a point and lasts no time"
            diagnostics.error(file.at("spans"), Code.WRONG_KIND, message, "give the event 'kind: span'")
    if document.person and registry.check(Target(Kind.ACTOR, document.person), file.at("person"), diagnostics):
        kind = kinds.get(document.person, "person")
        if kind != "person":
            message = f"'{document.person}' is of kind {kind} and has no age"
            diagnostics.error(file.at("person"), Code.WRONG_KIND, message, "name a person")
    for name, population in document.populations.items():
        named: list[tuple[Location, str]] = []
        if population.part_of:
            named.append((file.at("populations", name, "part_of"), population.part_of))
        named += [(file.at("populations", name, "union", at), part) for at, part in enumerate(population.union)]
        for location, other in named:
            if other not in document.populations or other == name:
                message = f"'{other}' is not another population of this figure"
                diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, did_you_mean(other, document.populations))


def _check_issue(file: SourceFile[IssueDocument], registry: Registry, diagnostics: Diagnostics) -> None:
    if file.document.event:
        registry.check(Target(Kind.EVENT, file.document.event), file.at("event"), diagnostics)
    if file.document.kind == "fact" and not file.document.answers:
        message = "an issue of kind fact needs its 'answers'"
        diagnostics.error(file.at(), Code.MISSING_KEY, message, "list the answers that accounts give")
