"""Events that were to come, that the sources have outlived, and of which nothing more is told.

There is no clock: it is the sources that tell how late it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Code, Diagnostics
from generator.model.dates import PartialDate
from generator.model.files import ArticleDocument
from generator.model.source import BriefingSources, KeyPath, SourceFile

_PLANNED = frozenset({"proposed", "announced", "scheduled"})
_KEYS = {"ongoing": ("end",)} | dict.fromkeys((*_PLANNED, "moved"), ("end", "date", "start"))
"""The keys that say by when an event of a status is to be over or to have begun, the one that lies last first."""

_Due = tuple[PartialDate, SourceFile[ArticleDocument], KeyPath]
"""A day by which an event was to be over, and where that stands."""


def advise_on_plans(briefing: BriefingSources, diagnostics: Diagnostics) -> None:
    """Tell of every event that is past by the sources' dates, where no report says what became of it."""
    # Only a source that was surely published by then shows that time has passed.
    dates = [file.document.published for file in briefing.articles if file.document.published.earliest]
    now = max(dates, key=_first_day, default=None)
    for day, article, key in _last_dues(briefing):
        if now and day.before(now):
            message = (
                f"what was to come by {day.display()} is past, for a source is of {now.display()}; "
                "no report says what became of it"
            )
            hint = "annotate a source that says whether it was held, moved, denied or cancelled"
            diagnostics.advice(article.at(*key), Code.STALE_EVENT, message, hint)


def _last_dues(briefing: BriefingSources) -> Iterator[_Due]:
    """Yield the last day by which each event was to be over, but for those of which more is known."""
    dues: defaultdict[str, list[_Due]] = defaultdict(list)
    settled: set[str] = set()
    for article in briefing.articles:
        for at, entry in enumerate(article.document.events):
            if article.document.notice or entry.notice:
                continue
            name = next((name for name in _KEYS.get(entry.status, ()) if getattr(entry, name)), None)
            if name:
                dues[entry.id].append((getattr(entry, name), article, ("events", at, name)))
            elif entry.status not in _PLANNED:
                settled.add(entry.id)
    for event, found in dues.items():
        if event not in settled:
            yield max(found, key=lambda due: (_last_day(due[0]), due[1].document.published.sort_key, due[1].id))


def _first_day(moment: PartialDate) -> date:
    return moment.earliest or date.min


def _last_day(moment: PartialDate) -> date:
    return moment.latest or date.max
