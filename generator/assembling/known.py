"""What of a briefing was known on a day: what was published by then, and not taken back by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from generator.model.briefing import Article, EventReport, Observation, Statement
from generator.model.dates import PartialDate
from generator.model.files import Notice

Item = Observation | EventReport | Statement
"""What an article tells, and a notice may take back."""

ItemT = TypeVar("ItemT", Observation, EventReport, Statement)
Articles = Mapping[str, Article]


def notices_of(item: Item, article: Article, on: date | None) -> tuple[Notice, ...]:
    """Return the notices on an item or on its whole article that are in force on a day; on any, where `on` is None."""
    given = [notice for notice in (article.document.notice, item.entry.notice) if notice]
    return tuple(notice for notice in given if on is None or _last_day(notice.date, article) <= on)


def unstruck(items: Iterable[ItemT], articles: Articles, on: date | None) -> list[ItemT]:
    """Return the items that were known on a day and not struck by then; those not struck at all, where `on` is None."""
    return [
        item
        for item in items
        if (on is None or articles[item.article].known_from <= on) and not notices_of(item, articles[item.article], on)
    ]


def days_of_change(own: Sequence[Item], drawn_on: Iterable[Item | Article], articles: Articles) -> tuple[date, ...]:
    """Return every day on which what is known of something may have changed, the first one first.

    Nothing is known before the first of its own items is, whatever else it draws on.
    """
    days = {day for each in (*own, *drawn_on) for day in days_of(each, articles)}
    first = min((articles[item.article].known_from for item in own), default=date.max)
    return tuple(sorted(day for day in days if day >= first)) if own else ()


def days_of(source: Item | Article, articles: Articles) -> Iterator[date]:
    """Yield the day on which an item or an article became known, and those on which a notice on it took force."""
    if isinstance(source, Article):
        article, notices = source, [source.document.notice] if source.document.notice else []
    else:
        article = articles[source.article]
        notices = list(notices_of(source, article, None))
    yield article.known_from
    yield from (max(article.known_from, _last_day(notice.date, article)) for notice in notices)


def _last_day(moment: PartialDate, article: Article) -> date:
    """Return the upper bound of a date; the day of reading, by which it had come, stands in for an open end."""
    accessed = article.document.accessed
    return moment.latest or accessed.latest or accessed.earliest or date.max
