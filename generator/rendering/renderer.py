"""One page from one template: what every page kind has in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.diagnostics import Diagnostics, Location
from generator.model.briefing import Briefing, Library
from generator.model.prose import Prose
from generator.rendering.addresses import Links
from generator.rendering.environment import Templates, headings_of
from generator.rendering.page import Page, SearchEntry
from generator.rendering.prose import proved_prose

_LINE_ENDS = re.compile(r" *\n[ \n]*")


@dataclass(frozen=True, slots=True)
class Renderer:
    """The templates and the library they show."""

    library: Library
    templates: Templates
    diagnostics: Diagnostics
    language: str
    """The site's own, as a BCP 47 tag; the pages of a briefing are in the briefing's."""

    @classmethod
    def of(cls, library: Library, templates: Path, diagnostics: Diagnostics, language: str) -> Renderer:
        """Return the renderer of a library with the templates of a folder."""
        return cls(library, Templates(templates), diagnostics, language)

    def links(self, address: str, briefing: Briefing | None = None) -> Links:
        """Return the links of a page, in the language of its briefing, or of the site."""
        language = self.templates.language(briefing.document.language if briefing else self.language)
        return Links(self.library, address, briefing, language)

    def page(  # noqa: PLR0913 - by keyword: a page has that many parts
        self,
        template: str,
        address: str,
        *,
        title: str,
        description: str,
        search: Iterable[SearchEntry] = (),
        briefing: Briefing | None = None,
        body: Prose | None = None,
        source: Location | None = None,
        contents: bool = True,
        cards: Mapping[str, Markup] | None = None,
        **context: object,
    ) -> Page:
        """Return a page: its template with `links`, the converted `body` and whatever else it asks for."""
        links = self.links(address, briefing)
        context |= {"links": links, "title": title, "body": self._prose(body, links, source), "briefing": briefing}
        html = self.templates.render(f"pages/{template}.html.j2", links.language, **context)
        return Page(
            address=address,
            language=links.language.code,
            direction=links.language.direction,
            title=title,
            full_title=" · ".join(dict.fromkeys([title, briefing.document.title] if briefing else [title])),
            description=description,
            html=html,
            headings=headings_of(html) if contents else (),
            search=tuple(search),
            source=source.path if source else "",
            cards=cards or {},
        )

    def card(self, kind: str, links: Links, **context: object) -> Markup:
        """Return what a link to a thing shows, on one line."""
        html = self.templates.render(f"cards/{kind}.html.j2", links.language, links=links, **context)
        return Markup(_LINE_ENDS.sub(" ", html))  # noqa: S704 - as it was, on one line

    def prose(self, prose: Prose, links: Links, location: Location, part: str) -> Markup:
        """Return prose that is part of a page made of many files; `part` is the id of what it is about."""
        return self._prose(prose, links, location, part)

    def _prose(self, prose: Prose | None, links: Links, source: Location | None, part: str = "") -> Markup:
        if prose is None:
            return Markup("")
        location = prose.location or source or Location(links.page)
        return proved_prose(prose, lambda target: links.target(target).href, location, self.diagnostics, part)
