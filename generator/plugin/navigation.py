"""The briefings in the navigation of the site."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from generator.model.briefing import Library

_SECTIONS = ("index", "timeline", "figures/index", "issues/index", "articles/index", "outlets", "coverage", "history")
_LISTED_WHOLE = 4
"""Up to so many briefings stand in the navigation with all their sections."""


def navigation(library: Library, heading: str) -> list[Any]:
    """Return the navigation: few briefings with their sections, many by their overviews below a heading.

    Every page carries the whole of it, so that twenty briefings with all their sections made a site ten times as large.
    """
    if len(library.briefings) > _LISTED_WHOLE:
        return ["index.md", {escape(heading): [f"{name}/index.md" for name in library.briefings]}, "actors/index.md"]
    briefings = [
        {escape(briefing.document.title): [f"{briefing.id}/{section}.md" for section in _SECTIONS]}
        for briefing in library.briefings.values()
    ]
    return ["index.md", *briefings, "actors/index.md"]


def addresses(navigation: Iterable[Any]) -> Iterable[str]:
    """Yield every page that a navigation lists."""
    for item in navigation:
        if isinstance(item, str):
            yield item
        else:
            for children in item.values():
                yield from addresses(children)
