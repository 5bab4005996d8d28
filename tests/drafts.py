"""What drafts are written with in tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.maintaining.drafting.article import Desk
from generator.pipeline import shipped_templates
from tests.builders import read_content


def desk_with(folder: Path, files: Mapping[str, str] | None = None) -> Desk:
    """Return a desk in the sound content folder, with these files added to it."""
    sources = read_content(folder, files or {})
    return Desk(sources=sources, briefing=sources.briefings[0], taken=frozenset(), templates=shipped_templates())
