"""The one strict reader of front matter, shared by every command.

It stands on python-frontmatter's handler for the fences; that library by itself returns a whole file as body
where the closing fence is missing, and drops front matter that is a list, so both are looked at first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from generator.diagnostics import Code, Diagnostics, Location
from generator.model.source import Positions
from generator.reading.characters import text_of
from generator.reading.yaml_tree import Tree, YamlTree

_FENCE = re.compile(r"^---$", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""What Git writes around two versions of the same lines; `=======` between them may also underline a heading."""
_HANDLER = YAMLHandler(fm_boundary=_FENCE)


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """A file taken apart: nested strings, their positions, and the body below the fence."""

    data: dict[str, Tree]
    positions: Positions
    body: str
    body_line: int


def front_matter_of(content: bytes, shown: str, diagnostics: Diagnostics) -> FrontMatter | None:
    """Return the front matter and the body of a file with this content, or None after telling all that is wrong.

    `shown` is the path as the maintainer knows it, used in every diagnostic.
    """
    text = text_of(content, shown, diagnostics)
    if text is None or _in_conflict(text, shown, diagnostics) or not _fenced(text, shown, diagnostics):
        return None
    front, body = _HANDLER.split(text)
    found_before = len(diagnostics)
    # What precedes the first line break of `front` is the rest of the opening fence: line 1 of the file.
    tree = YamlTree(front, shown, 1, diagnostics)
    if tree.root is None:
        if len(diagnostics) == found_before:
            message = "the front matter is empty"
            diagnostics.error(Location(shown, 2), Code.MISSING_KEY, message, "start it with 'title: …' or 'name: …'")
        return None
    return FrontMatter(
        data=tree.root,
        positions=Positions(shown, tree.keys, tree.values),
        body=body.removeprefix("\n"),
        body_line=front.count("\n") + 2,
    )


def _in_conflict(text: str, shown: str, diagnostics: Diagnostics) -> bool:
    mark = _CONFLICT.search(text)
    if mark:
        message = "the marks of a merge stand around two versions"
        hint = "keep one version, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'"
        diagnostics.error(Location(shown, text.count("\n", 0, mark.start()) + 1), Code.BAD_TEXT, message, hint)
    return mark is not None


def _fenced(text: str, shown: str, diagnostics: Diagnostics) -> bool:
    lines = text.split("\n")
    hint = "put '---' alone on the first line and again on the line after the last key"
    if lines[0] != "---":
        message = "the file does not open with a fence of three hyphens"
        diagnostics.error(Location(shown), Code.BAD_FENCE, message, hint)
        return False
    if "---" in lines[1:]:
        return True
    near = next((number for number, line in enumerate(lines[1:], 2) if line.strip().startswith("---")), 1)
    diagnostics.error(Location(shown, near), Code.BAD_FENCE, "the front matter has no closing fence", hint)
    return False
