"""Ids that name something by being written: one slip of the pen, and there are two events, or two reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generator.diagnostics import Code, Diagnostics, Location
from generator.model.respelling import only_near
from generator.model.source import BriefingSources

_MOST_SLIPS = 2
"""So many letters are ever taken for a slip; what is further away need not be weighed."""

_Named = tuple[str, str, Location]
"""The article that writes an id, the id, and where."""


def advise_on_near_ids(briefing: BriefingSources, diagnostics: Diagnostics) -> None:
    """Tell of every event and report that one article alone names, where others name one almost so."""
    curated = {file.id for file in briefing.events}
    for noun, named, settled in (("event", _events(briefing), curated), ("report", _reports(briefing), set[str]())):
        articles: defaultdict[str, set[str]] = defaultdict(set)
        for article, name, _ in named:
            articles[name].add(article)
        known = sorted(settled | articles.keys())
        for _, name, location in named:
            near = _near(name, known) if len(articles[name]) == 1 and name not in settled else None
            if near:
                message = f"no other article has the {noun} '{name}', while '{near}' is known"
                diagnostics.advice(location, Code.NEAR_ID, message, f"write '{near}' if the same {noun} is meant")


def _near(name: str, known: Sequence[str]) -> str | None:
    found = process.extract(name, known, scorer=OSA.distance, score_cutoff=_MOST_SLIPS, limit=None)
    return only_near(name, [other for other, _, _ in found if other != name])


def _events(briefing: BriefingSources) -> list[_Named]:
    return [
        (article.id, event.id, article.at("events", at, "id"))
        for article in briefing.articles
        for at, event in enumerate(article.document.events)
    ]


def _reports(briefing: BriefingSources) -> list[_Named]:
    return [
        (article.id, article.document.report, article.at("report"))
        for article in briefing.articles
        if article.document.report
    ]
