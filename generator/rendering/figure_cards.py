"""A figure in a few lines: what some of its voices say of the whole, each with its place on one small axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.briefing import Briefing, Figure
from generator.model.diagnosis import Diagnosis, FindingKind
from generator.model.language import Language
from generator.rendering.plotting import Entry
from generator.rendering.range_plot import RangePlot, Row, range_plot
from generator.rendering.tables import MeasureTable, VoiceAnswers, by_disagreement


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureCard:
    """One figure as lists of figures show it."""

    figure: Figure
    tables: tuple[MeasureTable, ...]
    voices: tuple[VoiceAnswers, ...]
    """Those shown, low to high."""
    plot: RangePlot | None
    """Their places on one axis; None where fewer than two have a number."""

    @property
    def rows(self) -> Mapping[str, Row]:
        """The plot's rows by the latest observation of the voice."""
        return {row.voice: row for row in self.plot.rows} if self.plot else {}

    @property
    def others(self) -> int:
        """How many voices are not shown."""
        return len(self.tables[0].voices) - len(self.voices)


def figure_cards(briefing: Briefing, limit: int, language: Language) -> list[FigureCard]:
    """Return a card for every answered figure, the most disputed first, each with at most so many voices."""
    return [
        figure_card(figure, tables, briefing.assessment.figures[figure.id], limit, language)
        for figure, tables in by_disagreement(briefing)
    ]


def figure_card(
    figure: Figure, tables: tuple[MeasureTable, ...], diagnosis: Diagnosis, limit: int, language: Language
) -> FigureCard:
    """Return the card of one figure."""
    voices = tables[0].spread(limit)
    slips = {each.observation for each in diagnosis.findings if each.kind is FindingKind.PROBABLE_SLIP}
    entries = [
        Entry(voice=answers.latest.id, name="", observation=each, is_doubtful=each.id in slips)
        for answers in voices
        for each in answers.current
    ]
    return FigureCard(figure=figure, tables=tables, voices=voices, plot=range_plot(figure, entries, language))
