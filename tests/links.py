"""Every address that a page, a drawing or a style sheet names, wherever it names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.documents import Element, read_html

MARKUP = {".html", ".svg"}
ADDRESSES = {"href", "xlink:href", "src", "poster", "data", "action", "formaction"}
IN_STYLE = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)""")


def links_of(path: Path) -> set[str]:
    """Return the addresses in a file of a site, as they are written there; none for what is no text of the web."""
    if path.suffix in MARKUP:
        page = read_html(path.read_text(encoding="utf-8"))
        return {link for each in page.walk() for link in _links_of_element(each)}
    if path.suffix == ".css":
        return set(_links_of_style(path.read_text(encoding="utf-8")))
    return set()


def _links_of_element(element: Element) -> Iterator[str]:
    for name, value in element.attributes.items():
        if name in ADDRESSES:
            yield value
        elif name in {"srcset", "imagesrcset"}:
            yield from (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
        else:
            yield from _links_of_style(value)  # style="…", but fill, mask and marker-end of a drawing too


def _links_of_style(text: str) -> Iterator[str]:
    for found in IN_STYLE.finditer(text):
        yield next(filter(None, found.groups()), "")
