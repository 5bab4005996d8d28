"""Every id that a file names must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.assembling.registry import Registry
from generator.diagnostics import Code, Diagnostics, did_you_mean
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    FigureDocument,
    IssueDocument,
    Item,
    ObservationEntry,
    StatementEntry,
    VoiceEntry,
)
from generator.model.prose import Kind, Target
from generator.model.source import BriefingSources, KeyPath, SourceFile, Sources

_Reference = tuple[KeyPath, Target]


def check_actor(file: SourceFile[ActorDocument], sources: Sources, site: Registry, diagnostics: Diagnostics) -> None:
    """Tell every reference of an actor's file that leads nowhere."""
    if file.document.speaks_for:
        site.check(Target(Kind.ACTOR, file.document.speaks_for), file.at("speaks_for"), diagnostics)
    articles = {f"{briefing.id}/{article.id}" for briefing in sources.briefings for article in briefing.articles}
    articles |= {
        f"{briefing.id}/{name.removeprefix('articles/')}"
        for briefing in sources.briefings
        for name in briefing.unreadable
    }
    for path, source in _cited(file.document):
        if "://" not in source and source not in articles:
            message = f"the source '{source}' is not a known article"
            hint = did_you_mean(source, articles) or "write '<briefing>/<article>' or a web address"
            diagnostics.error(file.at(*path), Code.UNKNOWN_REFERENCE, message, hint)


def check_references(briefing: BriefingSources, registry: Registry, diagnostics: Diagnostics) -> None:
    """Tell every reference of a briefing's files that leads nowhere."""
    for figure in briefing.figures:
        for path, target in _of_figure(figure.document):
            registry.check(target, figure.at(*path), diagnostics)
    for issue in briefing.issues:
        for path, target in _of_issue(issue.document):
            registry.check(target, issue.at(*path), diagnostics)
    for article in briefing.articles:
        for path, target in _of_article(article.document):
            registry.check(target, article.at(*path), diagnostics)


def sections_of(document: ArticleDocument) -> tuple[tuple[str, Sequence[Item]], ...]:
    """Return the lists of annotations in an article, each under its key."""
    return ("events", document.events), ("figures", document.figures), ("statements", document.statements)


def runs_in_circle(name: str, above: Mapping[str, Collection[str]]) -> bool:
    """Return whether a name refers to itself in the end, where `above` holds what each name refers to."""
    seen: set[str] = set()
    ahead = list(above.get(name, ()))
    while ahead and name not in seen:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead += above.get(at, ())
    return name in seen


def _cited(document: ActorDocument) -> Iterator[tuple[KeyPath, str]]:
    if document.born:
        yield ("born", "source"), document.born.source
    for at, role in enumerate(document.roles):
        if role.source:
            yield ("roles", at, "source"), role.source


def _of_figure(document: FigureDocument) -> Iterator[_Reference]:
    if document.spans:
        yield ("spans",), Target(Kind.EVENT, document.spans)
    if document.person:
        yield ("person",), Target(Kind.ACTOR, document.person)


def _of_issue(document: IssueDocument) -> Iterator[_Reference]:
    if document.event:
        yield ("event",), Target(Kind.EVENT, document.event)
    if document.overtaken_by:
        yield ("overtaken_by",), Target(Kind.EVENT, document.overtaken_by)


def _of_article(document: ArticleDocument) -> Iterator[_Reference]:
    for path, voice in _voices(document):
        yield from ((path, Target(Kind.ACTOR, actor)) for actor in (voice.actor, voice.identified_as) if actor)
    for at, event in enumerate(document.events):
        yield from _actors(("events", at, "actors"), event.actors)
        yield from _actors(("events", at, "invited"), event.invited)
    for at, observation in enumerate(document.figures):
        yield ("figures", at, "figure"), Target(Kind.FIGURE, observation.figure)
    for at, statement in enumerate(document.statements):
        if statement.issue:
            yield ("statements", at, "issue"), Target(Kind.ISSUE, statement.issue)
        if statement.through:
            yield ("statements", at, "through"), Target(Kind.ACTOR, statement.through)
        yield from _actors(("statements", at, "to"), statement.to)


def _actors(path: KeyPath, actors: Sequence[str]) -> Iterator[_Reference]:
    yield from (((*path, number), Target(Kind.ACTOR, actor)) for number, actor in enumerate(actors))


def _voices(document: ArticleDocument) -> Iterator[tuple[KeyPath, VoiceEntry]]:
    found: list[tuple[KeyPath, VoiceEntry | None]] = [(("outlet",), document.outlet), (("carries",), document.carries)]
    found.append((("notice", "by"), document.notice.by if document.notice else None))
    for section, items in sections_of(document):
        for at, item in enumerate(items):
            found += [((section, at, "by", number), voice) for number, voice in enumerate(item.by)]
            found.append(((section, at, "notice", "by"), item.notice.by if item.notice else None))
            if isinstance(item, StatementEntry):
                found.append(((section, at, "actor"), item.actor))
            if isinstance(item, ObservationEntry) and item.rejects:
                found.append(((section, at, "rejects", "by"), item.rejects.by))
    yield from ((path, voice) for path, voice in found if voice)
