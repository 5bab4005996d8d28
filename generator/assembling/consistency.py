"""What files say of each other must fit: kinds, populations, answers, locators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.assembling.article_days import check_days
from generator.assembling.printed import check_printed
from generator.assembling.references import runs_in_circle, sections_of
from generator.diagnostics import Code, Diagnostics, Location, Repair, did_you_mean
from generator.model.briefing import Article, Observation
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    EventDocument,
    FigureDocument,
    IssueDocument,
    ObservationEntry,
    StatementEntry,
)
from generator.model.respelling import only_same
from generator.model.source import BriefingSources, SourceFile, Sources


class ConsistencyCheck:
    """Holds a briefing's files against each other and tells whatever does not fit."""

    def __init__(self, briefing: BriefingSources, sources: Sources, diagnostics: Diagnostics) -> None:
        self._briefing = briefing
        self._actors: dict[str, ActorDocument] = {file.id: file.document for file in sources.actors}
        self._figures: dict[str, FigureDocument] = {file.id: file.document for file in briefing.figures}
        self._events: dict[str, EventDocument] = {file.id: file.document for file in briefing.events}
        self._issues: dict[str, IssueDocument] = {file.id: file.document for file in briefing.issues}
        self._diagnostics = diagnostics

    def run(self) -> None:
        """Check every file of the briefing."""
        for figure in self._briefing.figures:
            self._check_figure(figure)
        for issue in self._briefing.issues:
            if issue.document.kind == "fact" and not issue.document.answers:
                message = "an issue of kind fact needs its 'answers'"
                hint = "list the answers that accounts give"
                self._diagnostics.error(issue.at(), Code.MISSING_KEY, message, hint)
        for article in self._briefing.articles:
            self._check_outlet(article)
            self._check_locators(article)
            check_printed(article, self._diagnostics)
            check_days(article, self._diagnostics)
            for at, observation in enumerate(article.document.figures):
                self._check_populations(article, at, observation)
            for at, statement in enumerate(article.document.statements):
                self._check_answer(article, at, statement)

    def _check_figure(self, file: SourceFile[FigureDocument]) -> None:
        document = file.document
        event = self._events.get(document.spans or "")
        if event and event.kind != "span":
            message = f"the event '{document.spans}' is a point and lasts no time"
            self._diagnostics.error(file.at("spans"), Code.WRONG_KIND, message, "give the event 'kind: span'")
        person = self._actors.get(document.person or "")
        if person and person.kind != "person":
            message = f"'{document.person}' is of kind {person.kind} and has no age"
            self._diagnostics.error(file.at("person"), Code.WRONG_KIND, message, "name a person")
        for name, population in document.populations.items():
            others = [(file.at("populations", name, "union", at), part) for at, part in enumerate(population.union)]
            if population.part_of:
                others.append((file.at("populations", name, "part_of"), population.part_of))
            for location, other in others:
                if other not in document.populations or other == name:
                    message = f"'{other}' is not another population of this figure"
                    others_known = document.populations.keys() - {name}
                    hint = did_you_mean(other, others_known) or "name one of the figure's populations"
                    repair = _repair(other, document.populations, taken=[name])
                    self._diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, hint, repair)

        self._check_circles(file)

    def _check_circles(self, file: SourceFile[FigureDocument]) -> None:
        populations = file.document.populations
        above: defaultdict[str, set[str]] = defaultdict(set)
        for name, population in populations.items():
            pairs = [(part, name) for part in population.union] + [(name, population.part_of or name)]
            for part, whole in pairs:
                above[part] |= {whole} - {part}  # that nothing is a part of itself outright is told elsewhere
        for name in populations:
            if runs_in_circle(name, above):
                message = f"the population '{name}' is, in the end, a part of itself"
                hint = "delete one 'part_of' or 'union' of the circle"
                location = file.positions.of_key(("populations", name))
                self._diagnostics.error(location, Code.CIRCULAR_REFERENCE, message, hint)

    def _check_outlet(self, article: SourceFile[ArticleDocument]) -> None:
        outlet = self._actors.get(article.document.outlet.actor or "")
        if outlet and outlet.kind != "outlet":
            message = f"'{article.document.outlet.actor}' is of kind {outlet.kind}, an outlet is needed here"
            hint = "name the outlet that carries the article"
            self._diagnostics.error(article.at("outlet"), Code.WRONG_KIND, message, hint)

    def _check_locators(self, article: SourceFile[ArticleDocument]) -> None:
        if article.document.read != "whole":
            return
        for section, items in sections_of(article.document):
            for at, item in enumerate(items):
                if item.at is None:
                    message = "the key 'at' is missing, though the article was read whole"
                    hint = "add a line such as 'at: ¶4'"
                    self._diagnostics.error(article.at(section, at), Code.MISSING_LOCATOR, message, hint)

    def _check_populations(self, article: SourceFile[ArticleDocument], at: int, observation: ObservationEntry) -> None:
        figure = self._figures.get(observation.figure)
        if figure is None:
            return
        named: list[tuple[Location, str]] = [
            (article.positions.of_key(("figures", at, "parts", part)), part) for part in observation.parts
        ]
        if observation.of:
            named.append((article.at("figures", at, "of"), observation.of))
        for location, population in named:
            if population not in figure.populations:
                message = f"'{population}' is not a population of the figure '{observation.figure}'"
                known = ", ".join(figure.populations)
                otherwise = f"known: {known}" if known else "it has none: delete the line, or add 'populations' to it"
                hint = did_you_mean(population, figure.populations) or otherwise
                repair = _repair(population, figure.populations, taken=observation.parts)
                self._diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, hint, repair)

    def _check_answer(self, article: SourceFile[ArticleDocument], at: int, statement: StatementEntry) -> None:
        issue = self._issues.get(statement.issue or "")
        if issue is None:
            return
        wrong = "answer" if statement.answer and issue.kind == "position" else ""
        wrong = "stance" if statement.stance and issue.kind == "fact" else wrong
        if wrong:
            message = f"the issue '{statement.issue}' is of kind {issue.kind} and takes no {wrong}"
            hint = "an issue of kind position takes a 'stance', one of kind fact an 'answer'"
            location = article.positions.of_key(("statements", at, wrong))
            self._diagnostics.error(location, Code.WRONG_KIND, message, hint)
        elif statement.answer and all(issue.answers) and statement.answer not in issue.answers:
            message = f"'{statement.answer}' is not an answer of the issue '{statement.issue}'"
            hint = did_you_mean(statement.answer, issue.answers) or f"known: {', '.join(issue.answers) or 'none'}"
            location = article.at("statements", at, "answer")
            repair = _repair(statement.answer, issue.answers)
            self._diagnostics.error(location, Code.BAD_CHOICE, message, hint, repair)


def _repair(written: str, known: Iterable[str], taken: Iterable[str] = ()) -> Repair | None:
    """Return the way out where one known name is surely meant, and is not one of those that are taken."""
    right = only_same(written, known)
    return Repair(written, right) if right and right not in taken else None


def check_replaced(briefing: BriefingSources, articles: Mapping[str, Article], diagnostics: Diagnostics) -> None:
    """Tell every observation that replaces one which is not there, or in the end itself, or without effect."""
    files = {file.id: file for file in briefing.articles}
    observations = {each.id: each for article in articles.values() for each in article.observations}
    replaced = {name: each.entry.replaces for name, each in observations.items() if each.entry.replaces}
    above = {name: [other] for name, other in replaced.items()}
    for name, other in replaced.items():
        file, entry = files[observations[name].article], observations[name].entry
        location = file.at("figures", file.document.figures.index(entry), "replaces")
        if other not in observations:
            message = f"'{other}' is not a known observation"
            form = "write '<article>--<figure>', as in the permalink on the figure's page"
            hint = did_you_mean(other, observations.keys() - {name}) or form
            diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, hint)
        elif runs_in_circle(name, above):
            message = f"'{name}' replaces itself{f' by way of {other}' if other != name else ''}"
            diagnostics.error(location, Code.CIRCULAR_REFERENCE, message, "delete one 'replaces' of the circle")
        elif why := _not_replaced(observations[name], observations[other]):
            message = f"'{name}' cannot replace '{other}': {why}"
            hint = "for an unnamed source, or where another voice corrects it, use a 'notice' on the old one"
            diagnostics.warning(location, Code.WRONG_KIND, message, hint)


def _not_replaced(new: Observation, old: Observation) -> str:
    """Return why an observation has no effect on the one it says it replaces; empty where it has."""
    if new.entry.figure != old.entry.figure:
        return "it is of another figure"
    if not new.attribution.root.identified:
        return "nobody knows whether its source, which is unnamed, is the same"
    return "" if new.attribution.root == old.attribution.root else "another voice gives that one"
