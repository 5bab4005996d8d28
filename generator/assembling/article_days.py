"""The days that one article gives: none lies after the article, none contradicts another of the same voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.diagnostics import Code, Diagnostics
from generator.model.dates import PartialDate
from generator.model.files import ArticleDocument, EventEntry
from generator.model.source import KeyPath, SourceFile

_HAPPENED = {"held", "ongoing"}
"""What an article cannot tell before it is so."""
_DAYS = ("date", "start", "end")
_HINT = "compare both with the article; if it is printed so, say so in a 'note' there"


def check_days(article: SourceFile[ArticleDocument], diagnostics: Diagnostics) -> None:
    """Warn of every day in an article that cannot be right beside the others; a note silences it."""
    published = article.document.published
    for path, day in _told_days(article.document):
        if published.before(day):
            message = f"this is told as of {day.display()}, after the article was published, {published.display()}"
            diagnostics.warning(article.at(*path), Code.PROBABLE_SLIP, message, _HINT)
    for one, other in combinations(range(len(article.document.events)), 2):
        first, second = article.document.events[one], article.document.events[other]
        key = _contradicted(first, second)
        if key and not (first.note or second.note):
            days = getattr(second, key).display(), getattr(first, key).display()
            message = f"the event '{first.id}' has {days[0]} here and {days[1]} further up, by the same voice"
            diagnostics.warning(article.at("events", other, key), Code.PROBABLE_SLIP, message, _HINT)


def _told_days(document: ArticleDocument) -> Iterator[tuple[KeyPath, PartialDate]]:
    for at, event in enumerate(document.events):
        day = event.date or event.start
        if day and event.status in _HAPPENED and not event.note:
            yield ("events", at, "date" if event.date else "start"), day
    for at, statement in enumerate(document.statements):
        if statement.date and not statement.note:
            yield ("statements", at, "date"), statement.date


def _contradicted(first: EventEntry, second: EventEntry) -> str | None:
    """Return the key under which two reports of one event, by one voice, give days that do not overlap."""
    if (first.id, first.by, first.status) != (second.id, second.by, second.status) or first.notice or second.notice:
        return None
    for key in _DAYS:
        one, other = getattr(first, key), getattr(second, key)
        if one and other and not one.overlaps(other):
            return key
    return None
