"""Text written in Markdown, with the links found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Location


class Kind(StrEnum):
    """The kinds of thing that have a place of their own on the site and can be linked to."""

    ACTOR = "actor"
    ARTICLE = "article"
    EVENT = "event"
    FIGURE = "figure"
    ISSUE = "issue"


@dataclass(frozen=True, order=True, slots=True)
class Target:
    """What a link leads to."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a body in which names may become links, by offsets, and the section it stands in."""

    start: int
    end: int
    section: int


@dataclass(frozen=True, slots=True)
class HandLink:
    """A link written by hand, `[[reference|label]]`, by offsets; an empty label stands for the target's name."""

    start: int
    end: int
    reference: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The Markdown below a file's front matter, as scanned: no raw HTML, no unsafe link."""

    text: str
    line: int
    """Line of the file on which the text begins."""
    runs: tuple[Run, ...]
    links: tuple[HandLink, ...]

    def place(self, path: str, offset: int) -> Location:
        """Return where in the file an offset of the text stands."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Location(path, self.line + self.text.count("\n", 0, offset), offset - line_start + 1)


@dataclass(frozen=True, order=True, slots=True)
class ProseLink:
    """A stretch of Markdown, by offsets into its text, that becomes a link with this label."""

    start: int
    end: int
    label: str
    target: Target


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """Markdown without raw HTML, and its links in order, none overlapping another."""

    text: str
    links: tuple[ProseLink, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A sentence of some prose in which a thing is named."""

    source: Target
    """Whose prose it is: an article, a figure, …"""
    target: Target
    sentence: str
    """Plain text, its marks removed."""
