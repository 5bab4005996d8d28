"""The way from a content folder to pages, one line an arrow."""

from __future__ import annotations

from pathlib import Path

from generator.assembling.library import assemble
from generator.diagnostics import Diagnostics
from generator.model.briefing import Library
from generator.reading.folders import read_folder
from generator.rendering.page import Page
from generator.rendering.site import render_site


def load(content: Path, diagnostics: Diagnostics, shown: Path | None = None) -> Library:
    """Return everything the content folder says; all problems are told in `diagnostics`.

    Their paths begin with `shown`, the folder as the maintainer knows it; without it, with the folder's name.
    """
    return assemble(read_folder(content, diagnostics, shown), diagnostics)


def build_pages(library: Library, templates: Path, diagnostics: Diagnostics, language: str = "en") -> tuple[Page, ...]:
    """Return every page of the site, or none where the library has errors: it would not be whole.

    `language` is the site's own, as a BCP 47 tag; the pages of a briefing are in the briefing's.
    """
    return () if diagnostics.errors else tuple(render_site(library, templates, diagnostics, language))


def shipped_templates() -> Path:
    """Return the folder of templates: inside an installed package, beside it in a checkout."""
    inside = Path(__file__).parent / "site_templates"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "site_templates"
