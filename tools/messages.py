"""Collect the interface's messages, and bring every catalogue of translations up to date with them.

Run as `python -m tools.messages`.
To begin with a language, write `site_templates/locales/<language>.po` with the header of another and its own plurals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from generator.model.terms import TERMS

ROOT: Final = Path(__file__).parent.parent
CATALOGUES: Final = ROOT / "site_templates" / "locales"

_SOURCES: Final[tuple[tuple[str, str, str, Mapping[str, Any]], ...]] = (
    (
        "python",
        "generator",
        "*.py",
        {"message": None, "phrase": None, "say": None, "gettext": None, "counted": (1, 2), "ngettext": (1, 2)},
    ),
    (
        "jinja2.ext:babel_extract",
        "site_templates",
        "*.j2",
        {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)},
    ),
)
_OPTIONS: Final = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}


def collect() -> Catalog:
    """Return every message of the program and of its templates, and every term."""
    catalogue = Catalog(fuzzy=False)
    for path, message, comments, context in _found():
        catalogue.add(message, locations=[(path, 0)], auto_comments=comments, context=context)
    for group, words in TERMS.items():
        for word in words:
            catalogue.add(str(word), context=group)
    return catalogue


def _found() -> Iterator[tuple[str, Any, list[str], str | None]]:
    """Yield each message with the file it stands in, the comments above it, and its context."""
    for method, folder, pattern, keywords in _SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            for _, message, comments, context in extract_from_file(
                method, path, keywords, ("For translators:",), _OPTIONS
            ):
                yield path.relative_to(ROOT).as_posix(), message, comments, context


def update(path: Path, messages: Catalog) -> None:
    """Bring a catalogue up to date: new messages wait for their translation, those no longer used are left out."""
    header, _, _ = path.read_text(encoding="utf-8").partition("\n\n")
    with path.open("rb") as text:
        catalogue = read_po(text)
    catalogue.update(messages, no_fuzzy_matching=True)
    written = BytesIO()
    # The header is its translators'; Babel's would carry the time of day.
    write_po(written, catalogue, include_lineno=False, ignore_obsolete=True, omit_header=True)
    path.write_text(f"{header}\n\n{written.getvalue().decode()}", encoding="utf-8")


if __name__ == "__main__":
    found = collect()
    for file in sorted(CATALOGUES.glob("*.po")):
        update(file, found)
