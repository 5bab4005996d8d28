"""The archive of the whole site, for reading without a network: its name and its address."""

from __future__ import annotations

from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig

from generator.rendering.environment import slug


def archive_name(config: MkDocsConfig) -> str:
    """Return the name of the archive and of the folder in it: the site's."""
    return slug(config.site_name) or "site"


def archive_address(config: MkDocsConfig) -> str:
    """Return the whole address of the archive, which is not in itself; nothing where the site's is not known."""
    return urljoin(config.site_url, quote(f"{archive_name(config)}.zip")) if config.site_url else ""
