"""What the briefings add to Material: styles, scripts, the frame of every page, and a policy of what it may load."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.model.language import ENGLISH
from generator.rendering.languages import wordings

STYLESHEETS = ("briefings.css", "cite.css", "sort.css", "timeline.css", "cards.css", "search.css", "languages.css")
SCRIPTS = (
    "frame.js",
    "as-of.js",
    "cite.js",
    "sort.js",
    "timeline.js",
    "visit.js",
    "cards.js",
    "search_words.js",
    "search_index.js",
    "search_find.js",
    "search_results.js",
    "search.js",
)

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'self' file:"
)
"""Every page's: nothing loads but from the site's own folder, and no script stands in a page.

A form on a disk needs `file:` in Firefox, for which 'self' is no file there."""


def add_assets(config: MkDocsConfig) -> None:
    """Put our styles and scripts before those of the site's own, which have the last word."""
    config.extra_css[:0] = [f"assets/stylesheets/{name}" for name in STYLESHEETS]
    config.extra_javascript[:0] = [f"assets/javascripts/{name}" for name in SCRIPTS]


def site_language(config: MkDocsConfig) -> str:
    """Return the language of the site, as a BCP 47 tag; that of a theme without one is English."""
    return str(config.theme.get("language") or ENGLISH.code)


def theme_language(tag: str, config: MkDocsConfig) -> str:
    """Return the language in which Material words the frame of a page in a language: English, where it has no such."""
    for name in wordings(tag):
        if any((Path(folder) / "partials" / "languages" / f"{name}.html").is_file() for folder in config.theme.dirs):
            return name
    return ENGLISH.code
