"""The Jinja environments, one a language: escaping always on, an unknown name is an error."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.date_words import day_in_words, month_in_words
from generator.model.dates import PartialDate
from generator.model.language import ENGLISH, Language
from generator.rendering.languages import language_of
from generator.rendering.messages import message_functions
from generator.rendering.page import Heading
from generator.rendering.values import reading

_HEADING = re.compile(r'<h([23])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


class Templates:
    """All templates below a folder, in every language that is asked for; they live for one build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._languages = {ENGLISH.code: ENGLISH}
        self._environments: dict[str, Environment] = {}

    def language(self, tag: str) -> Language:
        """Return the language of a BCP 47 tag, with the catalogue in `locales/`."""
        if tag not in self._languages:
            self._languages[tag] = language_of(tag, self.folder / "locales")
        return self._languages[tag]

    def render(self, name: str, language: Language, **context: object) -> Markup:
        """Return a template, filled."""
        if language.code not in self._environments:
            self._environments[language.code] = make_environment(self.folder, language)
        html = self._environments[language.code].get_template(name).render(context)
        return Markup(html)  # noqa: S704 - the environment escapes everything that is not markup


def make_environment(templates: Path, language: Language = ENGLISH) -> Environment:
    """Return the environment of all templates below a folder, in one language."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # an environment lives for one build
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.extend(newstyle_gettext=True)
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals |= message_functions(language)
    environment.globals["language"] = language
    environment.filters |= {
        "date": partial(date_html, language=language),
        "day": partial(day_in_words, language=language),
        "month": partial(month_name, language=language),
        "reading": partial(reading, language=language),
        "slug": slug,
    }
    return environment


def headings_of(html: Markup) -> tuple[Heading, ...]:
    """Return the page's second and third level headings, for its table of contents."""
    return tuple(
        Heading(int(level), anchor, Markup(text).striptags())  # noqa: S704 - it comes out of the page itself
        for level, anchor, text in _HEADING.findall(html)
    )


def date_html(day: PartialDate | None, language: Language) -> Markup:
    """Return a date in words, marked up for machines where it is a single day."""
    return _date_html(day, language) if day else Markup("")


@lru_cache(maxsize=10_000)
def _date_html(day: PartialDate, language: Language) -> Markup:
    words = day.display(language)
    if day.earliest and day.earliest == day.latest:
        return Markup('<time datetime="{}">{}</time>').format(day.earliest.isoformat(), words)
    return Markup('<span class="date date--uncertain" title="{}">{}</span>').format(day.text, words)


def month_name(period: str, language: Language) -> str:
    """Return the words for a month written as `2026-02`, or for a year."""
    year, _, month = period.partition("-")
    return month_in_words(date(int(year), int(month), 1), language) if month else language.digits(year)


def slug(text: str) -> str:
    """Return an anchor made of a phrase, such as `documented-count`."""
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")
