"""The MkDocs shell: hands the generator's pages to MkDocs in memory. Only this module knows MkDocs."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime, time
from html import escape
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from generator.diagnostics import Diagnostics, Severity
from generator.model.briefing import Library
from generator.pipeline import build_pages, load, shipped_templates
from generator.publishing import building_folder, publish
from generator.rendering.page import Page

log = get_plugin_logger("briefings")

_ANCHOR = re.compile(r' id="([^"]+)"')
_STYLESHEET = "assets/stylesheets/briefings.css"
_AS_OF_SCRIPT = "assets/javascripts/as-of.js"
_SEARCH_SHIM = "assets/javascripts/iframe-worker-shim.js"


_SECTIONS = ("index", "timeline", "figures/index", "issues/index", "articles/index", "outlets", "coverage", "history")
_LISTED_WHOLE = 4
"""Up to so many briefings stand in the navigation with all their sections."""


class BriefingsConfig(Config):
    """The options of the plugin in `mkdocs.yml`."""

    content_dir = config_options.Type(str, default="briefings")
    """The folder of annotated files, beside `mkdocs.yml`."""
    templates_dir = config_options.Optional(config_options.Dir(exists=True))
    """A folder of templates to use instead of those shipped."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Adds the briefings' pages to the site, in memory, and publishes the site in one step."""

    def __init__(self) -> None:
        self._publishes = False
        self._dates_itself = True
        self._site: Path | None = None
        self._library = Library(actors={}, briefings={})
        self._pages: tuple[Page, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note whether a site is to be published, as a preview is not, and whether somebody else dates it."""
        self._publishes = command != "serve"
        self._dates_itself = "SOURCE_DATE_EPOCH" not in os.environ

    @event_priority(100)  # before Material's offline plugin, which looks for the shim
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything before MkDocs touches a file, so that bad input leaves the old site whole."""
        content = _home(config) / self.config.content_dir
        templates = Path(self.config.templates_dir) if self.config.templates_dir else shipped_templates()
        diagnostics = Diagnostics()
        self._library = load(content, diagnostics, Path(self.config.content_dir))
        self._pages = build_pages(self._library, templates, diagnostics)
        _report(diagnostics)
        if self._dates_itself:
            _set_build_date(self._library)
        config.use_directory_urls = False
        # The site's own overrides come before ours, ours before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(templates / "theme"))
        config.extra_css.insert(0, _STYLESHEET)
        config.extra_javascript.insert(0, _AS_OF_SCRIPT)
        # Material's search needs it on file://, and its offline plugin would ask a public host for it.
        config.extra.setdefault("polyfills", []).append(_SEARCH_SHIM)
        config.watch += [str(content), str(templates)]
        if self._publishes:
            self._site = Path(config.site_dir).resolve()  # a link to the site stays what it is
            config.site_dir = str(building_folder(self._site))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file in memory for every page, and the briefings to the navigation."""
        in_navigation = _navigation(self._library)
        listed = set(_addresses(in_navigation))
        for page in self._pages:
            name = page.address.removesuffix(".html") + ".md"
            if files.get_file_from_path(name):
                message = f"{config.docs_dir}/{name} stands where a page of the briefings goes; rename it"
                raise PluginError(message)
            inclusion = InclusionLevel.INCLUDED if name in listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, name, content="", inclusion=inclusion)
            file.edit_uri = _from_docs(page.source, config) if page.source else None
            GeneratedPage(page, file, config)
            files.append(file)
        config.nav = [*in_navigation, *(config.nav or [])]
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Hand the search entries to Material's search, which would else parse every page again."""
        search = config.plugins.get("material/search") or config.plugins.get("search")
        index = getattr(search, "search_index", None)
        if index is not None and hasattr(index, "entries"):
            index.entries += [
                {"location": entry.address, "title": escape(entry.title), "text": escape(entry.text)}
                for page in self._pages
                for entry in page.search
            ]

    @event_priority(-200)  # after every plugin that still writes into the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the old one's place, unless a strict build is about to fail."""
        if self._site and not _fails_strictly(config):
            publish(Path(config.site_dir), self._site)
            config.site_dir = str(self._site)


class GeneratedPage(HostPage):
    """A page that is HTML already and needs no conversion."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        # The host's templates escape nothing: not titles, nor descriptions.
        super().__init__(escape(page.title), file, config)
        self._page = page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Set what MkDocs would take from front matter; nothing from a maintainer's file reaches it."""
        self.markdown = ""
        self.meta = {"description": escape(self._page.description), "search": {"exclude": True}}
        if not self.is_homepage:
            # Material would take the tags, and with them the escapes, out of any other title.
            self.meta["title"] = escape(self._page.full_title)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take over the page's HTML, its headings and its anchors."""
        self.content = str(self._page.html)
        self.present_anchor_ids = set(_ANCHOR.findall(self.content))
        self.toc = get_toc(_toc_tokens(self._page))


def _home(config: MkDocsConfig) -> Path:
    """Return the folder of `mkdocs.yml`, from which its paths are reckoned."""
    return Path(config.config_file_path).parent


def _from_docs(source: str, config: MkDocsConfig) -> str:
    """Return the way to a file from the folder of MkDocs' own pages, which is where edit links begin."""
    return Path(os.path.relpath(_home(config) / source, config.docs_dir)).as_posix()


def _report(diagnostics: Diagnostics) -> None:
    for diagnostic in diagnostics:
        level = log.error if diagnostic.severity is Severity.ERROR else log.warning
        level(str(diagnostic))
    if diagnostics.errors:
        message = f"{diagnostics.summary()}; the site was left as it is"
        raise PluginError(message)


def _set_build_date(library: Library) -> None:
    """Date the build by its last source, so that the same content gives the same bytes on every day."""
    days = [briefing.last_source for briefing in library.briefings.values()]
    last = max((day for day in days if day), default=None)
    if last:
        moment = datetime.combine(last, time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))


def _navigation(library: Library) -> list[Any]:
    """Return the navigation: few briefings with their sections, many by their overviews, which lead on to them.

    Every page carries the whole of it, so that twenty briefings with all their sections made a site ten times as large.
    """
    if len(library.briefings) > _LISTED_WHOLE:
        return ["index.md", {"Briefings": [f"{name}/index.md" for name in library.briefings]}, "actors/index.md"]
    briefings = [
        {escape(briefing.document.title): [f"{briefing.id}/{section}.md" for section in _SECTIONS]}
        for briefing in library.briefings.values()
    ]
    return ["index.md", *briefings, "actors/index.md"]


def _addresses(navigation: Iterable[Any]) -> Iterable[str]:
    for item in navigation:
        if isinstance(item, str):
            yield item
        else:
            for children in item.values():
                yield from _addresses(children)


def _toc_tokens(page: Page) -> list[Any]:
    """Return the headings as Python-Markdown's table of contents gives them to MkDocs."""
    tokens: list[dict[str, Any]] = []
    for heading in page.headings:
        token = {"level": heading.level, "id": heading.anchor, "name": escape(heading.text), "children": []}
        nested = heading.level > 2 and tokens  # noqa: PLR2004 - the page's sections are of level two
        (tokens[-1]["children"] if nested else tokens).append(token)
    return tokens


def _fails_strictly(config: MkDocsConfig) -> bool:
    """Return whether MkDocs is going to end a strict build because of warnings that it has counted."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return bool(config.strict) and any(counter.get_counts() for counter in counters)
