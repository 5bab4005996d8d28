"""A small Persian briefing about a made-up matter, and the project of a site around it."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.diagnostics import Diagnostics
from generator.model.briefing import Library
from generator.pipeline import load

PERSIAN = Path(__file__).parent / "content-fa"

_SETTINGS = """\
site_name: پرونده‌ها
use_directory_urls: false
theme: {name: material, language: fa, font: false}
plugins: [briefings]
nav: [about.md]
"""


def persian_library() -> Library:
    """Return the library of the Persian content folder; there may be nothing wrong with it."""
    diagnostics = Diagnostics()
    library = load(PERSIAN, diagnostics)
    assert [str(each) for each in diagnostics] == []
    return library


def make_persian_project(folder: Path) -> Path:
    """Write the project of a Persian site, and return its folder."""
    shutil.copytree(PERSIAN, folder / "briefings")
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# درباره\n\nصفحه‌ای از خود وبگاه.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return folder
