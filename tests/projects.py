"""A small project, as one would start one's own: settings, a page of its own, and the made-up briefing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.pipeline import shipped_templates
from tests.builders import write_content

SETTINGS = """\
site_name: A small site
repo_url: https://git.example.org/small
edit_uri: edit/main/docs/
use_directory_urls: false
theme: {name: material, font: false, features: [content.action.edit]}
plugins: [briefings]
nav: [about.md]
"""


BARE_SETTINGS = """\
site_name: A bare site
use_directory_urls: false
theme: {name: null, custom_dir: templates/theme}
plugins:
  - briefings: {templates_dir: templates}
nav: [about.md]
"""
"""Settings with next to nothing for a theme and for templates, where looks do not matter and time does."""


def make_project(folder: Path, files: Mapping[str, str] | None = None, *, bare: bool = False) -> Path:
    """Write the small project, with these files in its content, and return its folder."""
    write_content(folder, files or {})
    if bare:
        _write(folder / "templates/theme/main.html", "{{ page.content }}\n")
        for template in (shipped_templates() / "pages").iterdir():
            _write(folder / "templates/pages" / template.name, "<h1>{{ title }}</h1>\n{{ body }}\n")
        for template in (shipped_templates() / "cards").iterdir():
            _write(folder / "templates/cards" / template.name, "<p>{{ links.page }}</p>\n")
    _write(folder / "docs/about.md", "# About\n\nA page of the site's own.\n")
    _write(folder / "mkdocs.yml", BARE_SETTINGS if bare else SETTINGS)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def copy_project(project: Path, folder: Path) -> Path:
    """Return a copy of a project and of all it has built."""
    return shutil.copytree(project, folder / "project", symlinks=True)


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment in a project, and return how it ended and what it said."""
    return subprocess.run(
        [str(Path(sys.executable).with_name(command[0])), *command[1:]],
        cwd=project,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )


def build(project: Path) -> Path:
    """Build a project's site and return its folder; nothing may go wrong."""
    done = run(project, "briefing", "build")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return project / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path inside it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
