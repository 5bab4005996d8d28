"""The Jinja environment: escaping always on, an unknown name is an error."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.date_words import day_in_words, month_in_words
from generator.model.dates import PartialDate
from generator.rendering.page import Heading

_HEADING = re.compile(r'<h([23])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def make_environment(templates: Path) -> Environment:
    """Return the environment of all templates below a folder."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # an environment lives for one build
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters |= {"date": date_html, "day": day_name, "month": month_name, "slug": slug}
    return environment


def headings_of(html: Markup) -> tuple[Heading, ...]:
    """Return the page's second and third level headings, for its table of contents."""
    return tuple(
        Heading(int(level), anchor, Markup(text).striptags())  # noqa: S704 - it comes out of the page itself
        for level, anchor, text in _HEADING.findall(html)
    )


def date_html(day: PartialDate | None) -> Markup:
    """Return a date in words, marked up for machines where it is a single day."""
    return _date_html(day) if day else Markup("")


@lru_cache(maxsize=10_000)
def _date_html(day: PartialDate) -> Markup:
    if day.earliest and day.earliest == day.latest:
        return Markup('<time datetime="{}">{}</time>').format(day.earliest.isoformat(), day.display())
    return Markup('<span class="date date--uncertain" title="{}">{}</span>').format(day.text, day.display())


def day_name(day: date) -> str:
    """Return the words for a day, such as `3 February 2026`."""
    return day_in_words(day)


def month_name(period: str) -> str:
    """Return the words for a month written as `2026-02`, or for a year."""
    year, _, month = period.partition("-")
    return month_in_words(date(int(year), int(month), 1)) if month else year


def slug(text: str) -> str:
    """Return an anchor made of a phrase, such as `documented-count`."""
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")
