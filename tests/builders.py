"""Small content folders for tests: a sound one, and what a case changes in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostics, Severity
from generator.model.briefing import Library
from generator.model.source import Sources
from generator.pipeline import load
from generator.reading.folders import read_folder

SOUND = Path(__file__).parent / "content"
"""A content folder without a fault: one briefing, five actors, two articles."""

ARTICLE = "flood/articles/case.md"
ARTICLE_HEAD = """\
---
title: A case
outlet: gazette
published: 2026-03-03
accessed: 2026-03-09
language: en
read: excerpt
"""
"""Lines 1 to 7 of an article without annotations; what a case adds begins on line 8."""


def write_content(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the sound content folder with these files added or replaced, and return it."""
    content = folder / "briefings"
    shutil.copytree(SOUND, content)
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return content


def article(annotations: str = "", body: str = "") -> dict[str, str]:
    """Return the file of an article with these annotations and this body."""
    return {ARTICLE: f"{ARTICLE_HEAD}{annotations}---\n{body}"}


def load_content(folder: Path, files: Mapping[str, str]) -> Library:
    """Return the library of the sound content folder with these files; there may be no error in it."""
    diagnostics = Diagnostics()
    library = load(write_content(folder, files), diagnostics)
    assert [str(each) for each in diagnostics if each.severity is Severity.ERROR] == []
    return library


def read_content(folder: Path, files: Mapping[str, str]) -> Sources:
    """Return the sound content folder with these files as read; nothing may be wrong with it."""
    diagnostics = Diagnostics()
    sources = read_folder(write_content(folder, files), diagnostics)
    assert [str(each) for each in diagnostics] == []
    return sources


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A golden case: files that break the format, and every line that is then told."""

    name: str
    files: Mapping[str, str]
    expected: tuple[str, ...]

    def told(self, folder: Path) -> list[str]:
        """Return what is told of the content folder with the case's files."""
        diagnostics = Diagnostics()
        load(write_content(folder, self.files), diagnostics)
        return [str(each).replace("\n    hint: ", " | ") for each in diagnostics]


def cases_below(folder: Path) -> list[Case]:
    """Return every golden case in the YAML files below a folder.

    A case has `files`, or `annotations` and `body` of an article; `told` lists the diagnostics, hint after a bar.
    """
    return [
        _case(f"{path.stem}: {name}", case)
        for path in sorted(folder.rglob("cases/*.yml"))
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    ]


def _case(name: str, case: Mapping[str, Any]) -> Case:
    files = dict(case.get("files", {}))
    if "annotations" in case or "body" in case:
        files |= article(case.get("annotations", ""), case.get("body", ""))
    return Case(name=name, files=files, expected=tuple(case["told"]))
