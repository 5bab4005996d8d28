"""Who carried what, and who left it out: articles against figures and events, by the voice whose report they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.attribution import Attribution
from generator.model.briefing import Article, Briefing
from generator.model.prose import Kind, Target

CARRIED = "carried"
LEFT_OUT = "left out"


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageRow:
    """One article, and for each column whether it carries it."""

    article: Article
    cells: tuple[str, ...]
    """`carried`, `left out` where another article of the same report carries it, or empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageGrid:
    """Articles against things of one kind."""

    columns: tuple[Target, ...]
    voices: tuple[tuple[Attribution, tuple[CoverageRow, ...]], ...]
    """The articles of each voice, by the number of its articles, most first."""
    roots: tuple[int, ...]
    """For each column, how many voices' reports carry it."""


def coverage(briefing: Briefing, columns: Sequence[Target]) -> CoverageGrid:
    """Return the grid of a briefing's articles against figures or events."""
    carried = {article.id: _carried(article) for article in briefing.articles.values()}
    by_report = _by_report(briefing, carried)
    articles = sorted(briefing.articles.values(), key=lambda each: (each.voices.root, each.id))
    voices = []
    for _, group in groupby(articles, key=lambda each: each.voices.root):
        own = sorted(group, key=lambda each: (each.document.published.sort_key, each.id))
        rows = tuple(_row(article, columns, carried[article.id], by_report) for article in own)
        voices.append((own[0].voices, rows))
    voices.sort(key=lambda voice: (-len(voice[1]), voice[0].root))
    return CoverageGrid(
        columns=tuple(columns),
        voices=tuple(voices),
        roots=tuple(
            sum(any(row.cells[at] == CARRIED for row in rows) for _, rows in voices) for at in range(len(columns))
        ),
    )


def figure_columns(briefing: Briefing) -> list[Target]:
    """Return the briefing's figures, those that most articles carry first."""
    told = {figure.id: {each.article for each in figure.observations} for figure in briefing.figures.values()}
    return [Target(Kind.FIGURE, name) for name in sorted(told, key=lambda name: (-len(told[name]), name))]


def event_columns(briefing: Briefing) -> list[Target]:
    """Return the briefing's events, those that most articles report first."""
    told = {event.id: {each.article for each in event.reports} for event in briefing.events.values()}
    return [Target(Kind.EVENT, name) for name in sorted(told, key=lambda name: (-len(told[name]), name))]


def _carried(article: Article) -> frozenset[Target]:
    figures = {Target(Kind.FIGURE, each.entry.figure) for each in article.observations}
    return frozenset(figures | {Target(Kind.EVENT, each.entry.id) for each in article.events})


def _by_report(briefing: Briefing, carried: dict[str, frozenset[Target]]) -> dict[str, frozenset[Target]]:
    reports: dict[str, frozenset[Target]] = {}
    for article in briefing.articles.values():
        if article.document.report:
            known = reports.get(article.document.report, frozenset())
            reports[article.document.report] = known | carried[article.id]
    return reports


def _row(
    article: Article, columns: Sequence[Target], own: frozenset[Target], by_report: dict[str, frozenset[Target]]
) -> CoverageRow:
    report = by_report.get(article.document.report or "", frozenset())
    return CoverageRow(
        article=article,
        cells=tuple(CARRIED if each in own else LEFT_OUT if each in report else "" for each in columns),
    )
