"""A page of the briefings as MkDocs takes it: HTML already, with nothing left to convert."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import get_toc

from generator.plugin.theme import theme_language
from generator.rendering.page import Page

_ANCHOR = re.compile(r' id="([^"]+)"')


class GeneratedPage(HostPage):
    """A page that is HTML already and needs no conversion."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        # The host's templates escape nothing: not titles, nor descriptions.
        super().__init__(escape(page.title), file, config)
        self._page = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would take from front matter; nothing from a maintainer's file reaches it."""
        self.markdown = ""
        self.meta = {
            "description": escape(self._page.description),
            "search": {"exclude": True},
            "language": self._page.language,
            "direction": self._page.direction,
            "theme_language": theme_language(self._page.language, config),
        }
        if not self._page.headings:
            self.meta["hide"] = ["toc"]  # its room goes to the page
        if not self.is_homepage:
            # Material would take the tags, and with them the escapes, out of any other title.
            self.meta["title"] = escape(self._page.full_title)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take over the page's HTML, its headings and its anchors."""
        self.content = str(self._page.html)
        self.present_anchor_ids = set(_ANCHOR.findall(self.content))
        self.toc = get_toc(_toc_tokens(self._page))


def _toc_tokens(page: Page) -> list[Any]:
    """Return the headings as Python-Markdown's table of contents gives them to MkDocs."""
    tokens: list[dict[str, Any]] = []
    for heading in page.headings:
        token = {"level": heading.level, "id": heading.anchor, "name": escape(heading.text), "children": []}
        nested = heading.level > 2 and tokens  # noqa: PLR2004 - the page's sections are of level two
        (tokens[-1]["children"] if nested else tokens).append(token)
    return tokens
