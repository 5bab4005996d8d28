"""The plugin: what is done at each event of a build."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator.diagnostics import Diagnostics, Severity
from generator.model.briefing import Library
from generator.pipeline import build_pages, load, shipped_templates
from generator.plugin.clashes import refuse_taken
from generator.plugin.dating import build_moment, forget_build_date, set_build_date
from generator.plugin.navigation import addresses, navigation
from generator.plugin.offline import archive_address, archive_name
from generator.plugin.pages import GeneratedPage
from generator.plugin.theme import CONTENT_SECURITY_POLICY, add_assets, site_language
from generator.publishing.archive import archive_site
from generator.publishing.cards import card_files
from generator.publishing.epub import make_books
from generator.publishing.exchange import building_folder, publish, tidy
from generator.publishing.files import write_files
from generator.publishing.schemas import schema_files
from generator.publishing.search import build_index, search_files, sections_of
from generator.rendering.frame import Frames
from generator.rendering.page import Page, SearchEntry
from generator.rendering.reference import with_tables

log = get_plugin_logger("briefings")


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
        self._searched: list[SearchEntry] = []
        self._templates = shipped_templates()
        self._frames = Frames(self._templates)
        self._archive = ""
        self._taken: dict[str, str] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note whether a site is to be published, as a preview is not, and whether somebody else dates it."""
        self._publishes = command != "serve"
        self._dates_itself = "SOURCE_DATE_EPOCH" not in os.environ

    @event_priority(100)  # before every plugin that looks at what we set
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything before MkDocs touches a file, so that bad input leaves the old site whole."""
        content = _home(config) / self.config.content_dir
        templates = Path(self.config.templates_dir) if self.config.templates_dir else shipped_templates()
        diagnostics = Diagnostics()
        self._library = load(content, diagnostics, Path(self.config.content_dir))
        self._pages = build_pages(self._library, templates, diagnostics, site_language(config))
        self._searched = [
            entry
            for page in self._pages
            for entry in page.search or sections_of(page.address, page.title, page.html, weight=1)
        ]
        self._templates = templates
        self._frames = Frames(templates)
        _report(diagnostics)
        if self._dates_itself:
            set_build_date(self._library)
        config.use_directory_urls = False
        # The site's own overrides come before ours, ours before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(templates / "theme"))
        add_assets(config)
        config.watch += [str(content), str(templates)]
        if self._publishes:
            self._site = Path(config.site_dir).resolve()  # a link to the site stays what it is
            config.site_dir = str(building_folder(self._site))
            self._archive = archive_address(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file in memory for every page, and the briefings to the navigation."""
        in_navigation = navigation(self._library, self._pages[0].title)
        listed = set(addresses(in_navigation))
        self._taken = {file.dest_uri: f"{Path(config.docs_dir).name}/{file.src_uri}" for file in files}
        refuse_taken((page.address for page in self._pages), self._taken)
        for page in self._pages:
            name = page.address.removesuffix(".html") + ".md"
            inclusion = InclusionLevel.INCLUDED if name in listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, name, content="", inclusion=inclusion)
            file.edit_uri = _from_docs(page.source, config) if page.source else None
            GeneratedPage(page, file, config)
            files.append(file)
        config.nav = [*in_navigation, *(config.nav or [])]
        return files

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: HostPage,
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002
    ) -> str:
        """Put the tables of keys where a page of the site's own asks for them."""
        diagnostics = Diagnostics()
        tabled = with_tables(markdown, f"{Path(config.docs_dir).name}/{page.file.src_uri}", diagnostics)
        _report(diagnostics)
        return tabled

    def on_page_content(
        self,
        html: str,
        *,
        page: HostPage,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> None:
        """Let search find the sections of the site's own pages, but those that ask to be left out as Material does."""
        search = page.meta.get("search")
        left_out = isinstance(search, dict) and search.get("exclude")
        if not isinstance(page, GeneratedPage) and not left_out:
            self._searched += sections_of(page.file.url, str(page.title), html)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: HostPage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give the theme what stands around every page."""
        page.previous_page = page.next_page = None  # Firefox loads rel="next" ahead of time: our policy refuses that
        language = page.meta.get("language") or site_language(config)
        return self._framed(context, "../" * page.url.count("/"), language)

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Give the same to the theme's own pages, such as the one for what is not found."""
        return self._framed(context, f"{context['base_url'].rstrip('/')}/", site_language(config))

    def _framed(self, context: TemplateContext, to_top: str, language: str) -> TemplateContext:
        more = {
            "frame": self._frames.around(to_top, language),
            "content_security_policy": CONTENT_SECURITY_POLICY,
            "archive": self._archive,
        }
        return {**context, **more}  # type: ignore[typeddict-item]  # the host's type knows its own keys only

    @event_priority(-200)  # after every plugin that still writes into the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the old one's place, unless a strict build is about to fail."""
        site = Path(config.site_dir)
        made = [
            *card_files(self._pages),
            *schema_files(),
            *search_files(build_index(self._searched)),
            *make_books(self._library, self._pages, self._templates, config.site_url or ""),
        ]
        refuse_taken([*(file.address for file in made), f"{archive_name(config)}.zip"], self._taken)
        write_files(site, made)
        if self._site and not _fails_strictly(config):
            archive_site(site, archive_name(config), build_moment())
            publish(site, self._site)
            config.site_dir = str(self._site)
            log.info("The site is whole: %s", self._site / "index.html")
            self._site = None  # whatever fails from here on fails after the exchange
        self._forget_date()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave behind no site half built, and no date by which another build of this process would go."""
        if self._site:
            with suppress(OSError):  # what is to be told is why the build failed; the next one tidies again
                tidy(self._site)
            if self._site.exists():
                log.info("The old site stands: %s", self._site / "index.html")
        self._forget_date()

    def _forget_date(self) -> None:
        if self._dates_itself:
            forget_build_date()


def _home(config: MkDocsConfig) -> Path:
    """Return the folder of `mkdocs.yml`, from which its paths are reckoned."""
    return Path(config.config_file_path).parent


def _from_docs(source: str, config: MkDocsConfig) -> str:
    """Return the way to a file from the folder of MkDocs' own pages, which is where edit links begin."""
    return Path(os.path.relpath(_home(config) / source, config.docs_dir)).as_posix()


def _report(diagnostics: Diagnostics) -> None:
    levels = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.ADVICE: log.info}
    for diagnostic in diagnostics:
        levels[diagnostic.severity](str(diagnostic))
    if diagnostics.errors:
        message = f"{diagnostics.summary()}; the site was left as it is"
        raise PluginError(message)


def _fails_strictly(config: MkDocsConfig) -> bool:
    """Return whether MkDocs is going to end a strict build because of warnings that it has counted."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return bool(config.strict) and any(counter.get_counts() for counter in counters)
