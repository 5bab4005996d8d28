"""One page from one template: what every page kind has in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from generator.diagnostics import Code, Diagnostics, Location
from generator.model.briefing import Briefing, Library
from generator.model.prose import Prose
from generator.rendering.addresses import Links
from generator.rendering.environment import headings_of, make_environment
from generator.rendering.page import Page, SearchEntry
from generator.rendering.prose import UnsafeProseError, render_prose


@dataclass(frozen=True, slots=True)
class Renderer:
    """The templates and the library they show."""

    library: Library
    environment: Environment
    diagnostics: Diagnostics

    @classmethod
    def of(cls, library: Library, templates: Path, diagnostics: Diagnostics) -> Renderer:
        """Return the renderer of a library with the templates of a folder."""
        return cls(library, make_environment(templates), diagnostics)

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
        **context: object,
    ) -> Page:
        """Return a page: its template with `links`, the converted `body` and whatever else it asks for."""
        links = Links(self.library, address, briefing)
        html = Markup(  # noqa: S704 - the environment escapes everything that is not markup
            self.environment.get_template(f"pages/{template}.html.j2").render(
                links=links, title=title, body=self._prose(body, links, source), briefing=briefing, **context
            )
        )
        return Page(
            address=address,
            title=title,
            full_title=" · ".join(dict.fromkeys([title, briefing.document.title] if briefing else [title])),
            description=description,
            html=html,
            headings=headings_of(html),
            search=tuple(search),
            source=source.path if source else "",
        )

    def prose(self, prose: Prose, links: Links, location: Location) -> Markup:
        """Return prose that is part of a page made of many files."""
        return self._prose(prose, links, location)

    def _prose(self, prose: Prose | None, links: Links, source: Location | None) -> Markup:
        if prose is None:
            return Markup("")
        try:
            return render_prose(prose, links)
        except UnsafeProseError as error:
            location = prose.location or source or Location(links.page)
            message = f"the prose becomes HTML that is not allowed: {error}"
            self.diagnostics.error(location, Code.RAW_HTML, message, "use plain Markdown without attributes")
            return Markup("")
