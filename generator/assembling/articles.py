"""One article file into an article: its observations, event reports and statements, each with its chain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from generator.assembling.attribution import Roots, carrying_voices
from generator.diagnostics import Code, Diagnostics
from generator.model.attribution import Attribution
from generator.model.briefing import Article, EventReport, Observation, Statement
from generator.model.dates import PartialDate
from generator.model.files import ArticleDocument, FigureDocument, Item, ObservationEntry
from generator.model.measures import Measure
from generator.model.prose import Prose
from generator.model.source import SourceFile
from generator.model.units import canonical, is_plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Workbench:
    """What is needed to resolve any article of one briefing."""

    roots: Roots
    figures: Mapping[str, FigureDocument]
    diagnostics: Diagnostics

    def article(self, file: SourceFile[ArticleDocument], body: Prose) -> Article:
        """Return the article with everything in it resolved; problems are told."""
        return Article(
            id=file.id,
            document=file.document,
            body=body,
            voices=self.roots.attribution(carrying_voices(file.document), _own_voice(file)),
            observations=tuple(self._observations(file)),
            events=tuple(self._event_reports(file)),
            statements=tuple(self._statements(file)),
            location=file.at(),
        )

    def _observations(self, file: SourceFile[ArticleDocument]) -> Iterator[Observation]:
        names = [entry.id or entry.figure for entry in file.document.figures]
        explicit = Counter(entry.id for entry in file.document.figures if entry.id)
        published = file.document.published
        for at, (entry, name) in enumerate(zip(file.document.figures, _numbered(names), strict=True)):
            if entry.id and explicit[entry.id] > 1:
                message = f"the id '{entry.id}' stands on {explicit[entry.id]} observations of this article"
                self.diagnostics.error(file.at("figures", at, "id"), Code.DUPLICATE_ID, message, "rename all but one")
            figure = self.figures.get(entry.figure)
            if figure is None:
                continue
            measure, factor = self._measure(file, at, entry, figure)
            interval = entry.value.interval if entry.value else None
            yield Observation(
                id=f"{file.id}--{name}",
                article=file.id,
                entry=entry,
                attribution=self._chain(file, "figures", at, entry),
                measure=measure,
                interval=interval.scaled(factor) if interval else None,
                published=published,
                as_of=entry.as_of or stand_in(published),
                as_of_given=entry.as_of is not None,
                location=file.at("figures", at),
            )

    def _measure(
        self, file: SourceFile[ArticleDocument], at: int, entry: ObservationEntry, figure: FigureDocument
    ) -> tuple[Measure, Decimal]:
        written = (entry.value.unit if entry.value else None) or entry.unit or figure.unit
        unit, factor = canonical(written)
        if not entry.unit and unit != canonical(figure.unit)[0]:
            message = f"the value is in '{written}', the figure '{entry.figure}' in '{figure.unit}'"
            location = file.at("figures", at, "value")
            meant = f"add 'unit: {written}' if that is meant"
            hint = meant if is_plain(written) else "write the number with words of the grammar, such as '20 thousand'"
            self.diagnostics.error(location, Code.WRONG_KIND, message, hint)
        period = entry.period or figure.period
        measure = Measure(
            figure=entry.figure,
            population=entry.of if figure.populations else "",
            place=entry.place or figure.place or "",
            period=period.text if period else "",
            unit=unit,
        )
        return measure, factor

    def _event_reports(self, file: SourceFile[ArticleDocument]) -> Iterator[EventReport]:
        # A report's anchor stands beside those of the statements on the article's page.
        taken = [f"statement-{at + 1}" for at in range(len(file.document.statements))]
        names = _numbered([entry.id for entry in file.document.events], taken)
        for at, (entry, name) in enumerate(zip(file.document.events, names, strict=True)):
            yield EventReport(
                id=f"{file.id}--{name}",
                article=file.id,
                entry=entry,
                attribution=self._chain(file, "events", at, entry),
                published=file.document.published,
                location=file.at("events", at),
            )

    def _statements(self, file: SourceFile[ArticleDocument]) -> Iterator[Statement]:
        for at, entry in enumerate(file.document.statements):
            name = f"{file.id}--statement-{at + 1}"
            yield Statement(
                id=name,
                article=file.id,
                entry=entry,
                speaker=self.roots.attribution([entry.actor], f"described:{name}"),
                attribution=self._chain(file, "statements", at, entry),
                published=file.document.published,
                moment=entry.date or stand_in(file.document.published),
                location=file.at("statements", at),
            )

    def _chain(self, file: SourceFile[ArticleDocument], section: str, at: int, entry: Item) -> Attribution:
        own_key = f"described:{file.id}--{section}-{at + 1}" if entry.by else _own_voice(file)
        return self.roots.attribution((*entry.by, *carrying_voices(file.document)), own_key)


def stand_in(published: PartialDate) -> PartialDate:
    """Return the day that stands in for a moment nobody gives: the last on which the article may have appeared."""
    return PartialDate.day(published.latest) if published.latest else published


def _own_voice(file: SourceFile[ArticleDocument]) -> str:
    return f"described:{file.id}"


def _numbered(names: Sequence[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield each name, with the next free of `-2`, `-3`, … where it stood before or is taken."""
    wanted, used = set(names), set(taken)
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for name in names:
        free = name
        while free in used or (free != name and free in wanted):
            free = f"{name}-{next(numbers[name])}"
        used.add(free)
        yield free
