"""Text written in Markdown, with the links found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from generator.diagnostics import Location

_MARKS = re.compile(
    r"""
      (&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[0-9A-Za-z]+);)  # a character reference, no mark though it may hold one
    | \\([^\w\s])
    | \[([^\[\]]*)\](?:\([^)\[]*\)|\[[^\[\]]*\])
    | <(https?://[^\s<>]*)>
    | \A\s*[0-9]+\.[ ]+
    | ^[ ]*+(?:>[ ]*+|\#{1,6}+[ ]*+|[-+*][ ]++)++
    | ^[ ]*[*_]{3,}[ ]*$
    | `+
    | (?<![\d*])\*++(?=\S) | (?<=[^\s*])\*++(?!\d)  # 5*3 is a product
    | (?<!\w)_(?=\S) | (?<=\S)_(?!\w)
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The marks of Markdown; of a link, its words are kept, and whatever a backslash makes plain."""
_TABLE = re.compile(r"^(?=[^\n]*\|)[^\n]*+\n(?=[^\n]*\|)[ |:-]++(?:\n|\Z)(?:(?! *\n)[^\n]++(?:\n|\Z))*+", re.MULTILINE)
_CELL_END = re.compile(r"(?<!\\)\|")


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
    location: Location | None = None
    """Where the text begins in its file."""

    def plain(self, start: int = 0, end: int | None = None) -> str:
        """Return a stretch of the text, by offsets, as a reader sees it: the words of its links, no marks, one line."""
        end = len(self.text) if end is None else end
        # A table is known as such only in the whole text; its offsets stay as they are.
        text = _TABLE.sub(lambda table: _CELL_END.sub(" ", table[0]), self.text)
        pieces = []
        for link in self.links:
            if start <= link.start and link.end <= end:
                pieces += [text[start : link.start], link.label]
                start = link.end
        plain = _MARKS.sub(_kept, "".join([*pieces, text[start:end]]))
        return " ".join(unescape(plain).split())


def _kept(mark: re.Match[str]) -> str:
    return mark[mark.lastindex] if mark.lastindex else ""


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A sentence of some prose in which a thing is named."""

    source: Target
    """Whose prose it is: an article, a figure, …"""
    target: Target
    sentence: str
    """Plain text, its marks removed."""
