"""What holds of a figure, an event or an issue, in words that can be held against those of another state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.assembling.known import unstruck
from generator.maintaining.diff.names import Names
from generator.maintaining.diff.rows import Field
from generator.model.briefing import Briefing, Event, EventReport, Figure, Issue, Observation, Statement
from generator.model.diagnosis import STRIKING, FindingKind, Range
from generator.model.differences import ShiftKind
from generator.model.units import canonical

Traits = dict[tuple[str, str], "Trait"]
"""By key, and by whose or which it is, what holds."""

_ORDER = (
    *("state", "status", "dates", "title", "place", "voice", "range", "standing"),
    *ShiftKind,
    *FindingKind,
    "why",
)
_UNDONE = frozenset({"denied", "cancelled"})


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that holds, in words."""

    text: str
    name: str = ""
    """Whose or which it is, in words."""


def moved(before: Traits, after: Traits) -> tuple[Field, ...]:
    """Return every trait that is another, gained or lost."""
    keys = {key for key in {*before, *after} if _text(before, key) != _text(after, key)}
    fields = [
        Field(
            key=key[0],
            name=(after.get(key) or before[key]).name,
            before=_text(before, key),
            after=_text(after, key),
        )
        for key in keys
    ]
    return tuple(
        sorted(fields, key=lambda each: (_ORDER.index(each.key), each.name, each.before or "", each.after or ""))
    )


def _text(traits: Traits, key: tuple[str, str]) -> str | None:
    return traits[key].text if key in traits else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Everything that holds in one state of a briefing."""

    briefing: Briefing
    names: Names
    same: Mapping[str, str]
    """By an observation's id in this state, what it is known by in both."""

    def figures(self) -> dict[str, Traits]:
        """Return what holds of each figure."""
        return {each.id: dict(self._figure(each)) for each in self.briefing.figures.values()}

    def events(self) -> dict[str, Traits]:
        """Return what holds of each event."""
        return {each.id: dict(self._event(each)) for each in self.briefing.events.values()}

    def issues(self) -> dict[str, Traits]:
        """Return what holds of each issue."""
        return {each.id: dict(self._issue(each)) for each in self.briefing.issues.values()}

    def _figure(self, figure: Figure) -> Iterator[tuple[tuple[str, str], Trait]]:
        diagnosis = self.briefing.assessment.figures[figure.id]
        yield ("state", ""), Trait(diagnosis.state)
        yield ("why", ""), Trait(self.names.plain(diagnosis.summary))
        struck = {each.observation for each in diagnosis.findings if each.kind in STRIKING}
        yield from self._voices(each for each in figure.observations if each.id not in struck)
        observations = {each.id: each for each in figure.observations}
        ranges: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for each in diagnosis.ranges:
            told = [observations[name] for name in each.observations]
            name = self._root(told[0])[1]
            measure = _measured(each, figure)
            label = f"{name} ({measure})" if measure else name
            ranges[f"{self._root(told[0])[0]} {measure}", label] += map(_value, told)
        for (identity, label), values in ranges.items():
            yield ("range", identity), Trait(" or ".join(sorted(values)), label)
        told_of: Counter[tuple[str, str]] = Counter()
        for finding in diagnosis.findings:
            observation = observations[finding.observation]
            own = self.same.get(observation.id, observation.id)
            told_of[finding.kind, own] += 1
            entry = observation.entry
            label = f"“{entry.printed or 'a denial'}” in {observation.article} {entry.at or ''}".strip()
            identity = f"{own} {told_of[finding.kind, own]}"
            yield (finding.kind, identity), Trait(self.names.plain(finding.reason), label)

    def _event(self, event: Event) -> Iterator[tuple[tuple[str, str], Trait]]:
        diagnosis = self.briefing.assessment.events[event.id]
        live = unstruck(event.reports, self.briefing.articles, None)
        yield ("state", ""), Trait(diagnosis.state)
        yield ("title", ""), Trait(event.title)
        if diagnosis.status:
            yield ("status", ""), Trait(diagnosis.status)
        if event.place:
            yield ("place", ""), Trait(event.place)
        standing = [each for each in live if each.id not in diagnosis.superseded and each.entry.status not in _UNDONE]
        if dates := dict.fromkeys(map(_dates, sorted((each for each in standing if _first(each)), key=_first))):
            yield ("dates", ""), Trait(" or ".join(dates))
        if why := self.names.plain(diagnosis.reason):
            yield ("why", ""), Trait(why)
        yield from self._voices(live)

    def _issue(self, issue: Issue) -> Iterator[tuple[tuple[str, str], Trait]]:
        diagnosis = self.briefing.assessment.issues[issue.id]
        yield ("state", ""), Trait(diagnosis.state)
        if why := self.names.plain(diagnosis.reason):
            yield ("why", ""), Trait(why)
        statements = {each.id: each for each in issue.statements}
        for position, told in diagnosis.standings.items():
            if told:
                speakers = sorted(self._speaker(statements[each]) for each in told)
                yield ("standing", position), Trait(", ".join(speakers), position)
        for shift in diagnosis.shifts:
            words = self.names.plain(shift.reason)
            yield (shift.kind, words), Trait(words)

    def _voices(self, items: Iterable[Observation | EventReport]) -> Iterator[tuple[tuple[str, str], Trait]]:
        for item in items:
            identity, name = self._root(item)
            yield ("voice", identity), Trait(name)

    def _root(self, item: Observation | EventReport) -> tuple[str, str]:
        return self.names.root(item.attribution, item.article)

    def _speaker(self, statement: Statement) -> str:
        return self.names.voice(statement.speaker.originator)


def _value(observation: Observation) -> str:
    value = observation.entry.value.text if observation.entry.value else "a denial"
    when = "as of" if observation.as_of_given else "published"
    moment = observation.as_of if observation.as_of_given else observation.published
    return f"{value} ({when} {moment.display()})"


def _measured(told: Range, figure: Figure) -> str:
    """Return what a range measures, as far as the figure leaves it open."""
    document, measure = figure.document, told.measure
    population = document.populations.get(measure.population or "")
    unit = canonical(document.unit)[0]
    period = document.period.text if document.period else ""
    parts = (
        (population and population.title) or measure.population if document.populations else "",
        measure.place if measure.place != (document.place or "") else "",
        measure.period if measure.period != period else "",
        measure.unit if measure.unit != unit else "",
        told.horizon or "",
    )
    return ", ".join(part for part in parts if part)


def _first(report: EventReport) -> tuple[object, ...]:
    """Return the key that orders reports by date; nothing for one that gives none."""
    day = report.entry.date or report.entry.start or report.entry.end
    return (day.sort_key, report.id) if day else ()


def _dates(report: EventReport) -> str:
    """Return when a report has the event take place, in words."""
    start, end = (day.display() if day else "" for day in (report.entry.start, report.entry.end))
    if report.entry.date:
        return report.entry.date.display()
    if start and end:
        return start if start == end else f"{start} – {end}"
    return f"from {start}" if start else f"until {end}"
