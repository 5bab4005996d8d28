"""What a page shows of one figure: its diagnosis, its tables and its plots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.briefing import Briefing, Figure, Observation
from generator.model.diagnosis import STRIKING, Break, Diagnosis, Finding, FindingKind, Relation, RelationKind
from generator.model.differences import Snapshot
from generator.model.language import Language
from generator.model.reasons import Reason, Reference, ReferenceKind, joined, say
from generator.rendering.plotting import Entry
from generator.rendering.range_plot import RangePlot, range_plot
from generator.rendering.series_plot import SeriesPlot, series_plot
from generator.rendering.tables import MeasureTable, tabulate

Naming = Callable[[Observation], str]
"""Gives the name of the voice whose value an observation is."""

_ORDER = [
    RelationKind.DISPUTED,
    RelationKind.COMPATIBLE,
    RelationKind.CORROBORATED,
    RelationKind.NOT_CONTEMPORANEOUS,
    RelationKind.NOT_THE_SAME_MEASURE,
    RelationKind.UNRESOLVED,
    RelationKind.SUPERSEDED,
    RelationKind.REPEATED,
]


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureView:
    """One measure: its table, what each voice says on one axis, and how that changed."""

    table: MeasureTable
    ranges: RangePlot | None
    series: SeriesPlot | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    """One figure as its page shows it."""

    figure: Figure
    diagnosis: Diagnosis
    measures: tuple[MeasureView, ...]
    findings: Mapping[str, Sequence[Finding]]
    """By observation."""
    superseded: Mapping[str, Relation]
    """By the observation that was overtaken."""
    breaks: Mapping[str, Break]
    """By the first observation after a change of method or definition."""
    relations: tuple[tuple[RelationKind, tuple[Relation, ...]], ...]
    """By kind, those that matter most first."""
    snapshots: tuple[Snapshot, ...]
    struck: frozenset[str]
    """The observations that a notice took back."""
    slips: tuple[Finding, ...]
    """The probable slips that still stand, told once each."""
    agreement: Reason | None
    """What most separate voices agree on, and who they are."""


def view_of(figure: Figure, briefing: Briefing, name: Naming, language: Language) -> FigureView:
    """Return what a page in some language shows of a figure."""
    diagnosis = briefing.assessment.figures[figure.id]
    relations: defaultdict[RelationKind, list[Relation]] = defaultdict(list)
    for relation in diagnosis.relations:
        relations[relation.kind].append(relation)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in diagnosis.findings:
        findings[finding.observation].append(finding)
    return FigureView(
        figure=figure,
        diagnosis=diagnosis,
        measures=tuple(measure_view(figure, table, findings, name, language) for table in tabulate(figure, diagnosis)),
        findings=dict(findings),
        superseded={each.observation: each for each in relations[RelationKind.SUPERSEDED]},
        breaks={each.observation: each for series in diagnosis.series for each in series.breaks},
        relations=tuple((kind, tuple(relations[kind])) for kind in _ORDER if relations[kind]),
        snapshots=briefing.assessment.history.snapshots[figure.id],
        struck=frozenset(each.observation for each in diagnosis.findings if each.kind in STRIKING),
        slips=_slips(diagnosis),
        agreement=_agreement(relations[RelationKind.CORROBORATED], briefing, language),
    )


def _slips(diagnosis: Diagnosis) -> tuple[Finding, ...]:
    struck = {each.observation for each in diagnosis.findings if each.kind in STRIKING}
    found = {
        each.reason.plain(lambda reference: reference.id): each
        for each in diagnosis.findings
        if each.kind is FindingKind.PROBABLE_SLIP and each.observation not in struck
    }
    return tuple(found.values())


def _agreement(corroborating: Sequence[Relation], briefing: Briefing, language: Language) -> Reason | None:
    """Return who agrees on one value: the largest group of voices that all corroborate one observation."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for relation in corroborating:
        groups[relation.observation].append(relation.other)
        groups[relation.other].append(relation.observation)
    if not groups:
        return None
    most = max(len(others) for others in groups.values())
    head = min(name for name, others in groups.items() if len(others) == most)
    roots = sorted({briefing.observations[each].attribution.root.key for each in [head, *groups[head]]})
    voices = [Reference(ReferenceKind.ACTOR, root) for root in roots]
    value = Reference(ReferenceKind.OBSERVATION, head, _readable(briefing.observations[head], briefing, language))
    return say("{value} by {voices}.", value=value, voices=joined(voices))


def _readable(observation: Observation, briefing: Briefing, language: Language) -> str:
    """Return our reading of a value printed in a foreign language, and the print; nothing where it can be read."""
    tag = briefing.articles[observation.article].document.language
    reading = observation.entry.reading(is_foreign=language.is_foreign(tag))
    return f"{reading} (“{observation.entry.printed}”)" if reading else ""


def measure_view(
    figure: Figure, table: MeasureTable, findings: Mapping[str, Iterable[Finding]], name: Naming, language: Language
) -> MeasureView:
    """Return one measure of a figure with its plots."""

    def entry(observation: Observation) -> Entry:
        kinds = {finding.kind for finding in findings.get(observation.id, ())}
        return Entry(
            voice=observation.attribution.root.key,
            name=name(observation),
            observation=observation,
            is_struck=bool(kinds & STRIKING),
            is_doubtful=FindingKind.PROBABLE_SLIP in kinds,
        )

    return MeasureView(
        table=table,
        ranges=range_plot(figure, [entry(each) for voice in table.voices for each in voice.current], language),
        series=series_plot(figure, [entry(each) for voice in table.voices for each in voice.observations], language),
    )
