"""What somebody most likely did where front matter is no YAML, and at which line.

A parser tells where it gave up, mostly a line too late, and in words of its own trade. The slips behind that are few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

_KEY = re.compile(r" *(?:- +)*")
"""What stands before a key: its indent, and the dash of the item that it begins."""
_QUOTED = re.compile(r"""^ *(?:- +)*(?:[\w-]+: +)?(?P<mark>["'])(?P<rest>.*)$""")
_LOOSE_DASH = re.compile(r" *-\w")
_OTHER_DASH = re.compile(r" *[–—•*] ")
_INDENT = "the indent of this line does not fit the lines around it"
_INDENT_HINT = "give it as many spaces as the lines it belongs with, and '- ' where a new item begins"
_QUOTE_HINT = "put the whole value in quotation marks"
_CLOSING = {"[": "]", "{": "}"}

# What the parser was about when it gave up.
_BEGUN: dict[str | None, tuple[str, str]] = {
    "while scanning a simple key": (
        "no key with a colon stands here",
        "write a colon and a plain space after the key",
    ),
    "while scanning a quoted scalar": ("this quotation mark is never closed", "close it where the value ends"),
}
"""What is told where that begins, with the way out."""
_WITHIN: dict[str | None, tuple[str, str]] = {
    "while parsing a quoted scalar": (
        "a backslash between double quotation marks begins a code of YAML",
        "put the value in single quotation marks",
    ),
    "while scanning a block scalar": (
        "words stand on the line of '>' or '|', which begins a longer text",
        "begin the text on the next line, or put it in quotation marks",
    ),
}
"""What is told where the parser gave up."""
_SIGNS = {f"while scanning {what}" for what in ("for the next token", "an anchor", "an alias", "a tag")}
_BRACKETS = {"while parsing a flow sequence", "while parsing a flow mapping"}


@dataclass(frozen=True, kw_only=True, slots=True)
class YamlSlip:
    """A slip in the writing of YAML: its place, counted from 0, and what to do."""

    line: int
    column: int
    message: str
    hint: str


def slip_behind(text: str, error: yaml.MarkedYAMLError) -> YamlSlip:
    """Return the slip that most likely made a parser give up on a text."""
    started = error.context_mark
    mark = error.problem_mark or started
    if mark is None:
        return _unexplained((0, 0), error)
    at = (mark.line, mark.column)
    begun = (started.line, started.column) if started else at
    lines = text.split("\n")
    lines += [""] * (mark.line + 1 - len(lines))  # the end of the text may be a line of its own
    if error.context in _BEGUN:
        return _slip(begun, *_BEGUN[error.context])
    if error.context in _WITHIN:
        return _slip(at, *_WITHIN[error.context])
    sign = lines[begun[0]][begun[1] : begun[1] + 1]
    if error.context in _SIGNS:
        return _slip(begun, f"no value can begin with '{sign}'", _QUOTE_HINT)
    if sign in _CLOSING and error.context in _BRACKETS:
        return _slip_in_brackets(sign, begun, at)
    return _slip_of_lines(lines, begun[0], at, error)


def _slip_of_lines(lines: Sequence[str], first: int, at: tuple[int, int], error: yaml.MarkedYAMLError) -> YamlSlip:
    match error.problem:
        case "mapping values are not allowed in this context":
            return _slip_at_a_colon(lines, at)
        case "did not find expected '-' indicator":
            return _slip_in_a_list(lines, at)
        case "did not find expected key":
            return _slip_among_keys(lines, first, at)
        case "did not find expected <document start>":
            return _slip(at, _INDENT, _INDENT_HINT)
    return _unexplained(at, error)


def _slip(at: tuple[int, int], message: str, hint: str) -> YamlSlip:
    line, column = at
    return YamlSlip(line=line, column=column, message=message, hint=hint)


def _unexplained(at: tuple[int, int], error: yaml.MarkedYAMLError) -> YamlSlip:
    return _slip(
        at, f"the front matter is not YAML: {error.problem}", "compare this line and the one above it with others"
    )


def _slip_in_brackets(bracket: str, begun: tuple[int, int], at: tuple[int, int]) -> YamlSlip:
    closing = _CLOSING[bracket]
    if begun[0] == at[0]:
        return _slip(at, "a comma is missing", f"part what stands between '{bracket}' and '{closing}' by commas")
    return _slip(begun, f"the bracket '{bracket}' is not closed", f"write '{closing}' after its last item")


def _slip_at_a_colon(lines: Sequence[str], at: tuple[int, int]) -> YamlSlip:
    line, column = at
    if ": " in lines[line][:column]:
        return _slip(at, "the value holds a colon before a space, as only a key does", _QUOTE_HINT)
    before = [number for number in range(line) if lines[number].strip() and not _is_comment(lines[number])][-2:]
    if before and _LOOSE_DASH.match(lines[before[-1]]):
        return _slip_of_a_dash(lines, before[-1])
    above_fits = len(before) > 1 and _column_of_key(lines[before[0]]) == _column_of_key(lines[line])
    odd = before[-1] if above_fits else line
    return _slip(_start(lines, odd), _INDENT, _INDENT_HINT)


def _slip_in_a_list(lines: Sequence[str], at: tuple[int, int]) -> YamlSlip:
    line, _ = at
    if _LOOSE_DASH.match(lines[line]) or _OTHER_DASH.match(lines[line]):
        return _slip_of_a_dash(lines, line)
    return _slip(at, _INDENT, _INDENT_HINT)


def _slip_of_a_dash(lines: Sequence[str], line: int) -> YamlSlip:
    message = "an item of a list begins with a hyphen and a space"
    return _slip(_start(lines, line), message, "write '- ' at the start of the line")


def _slip_among_keys(lines: Sequence[str], first: int, at: tuple[int, int]) -> YamlSlip:
    """Return the slip behind a line, not before the first one of its mapping, on which a key was looked for."""
    line, column = at
    for number in range(line, first - 1, -1):
        quoted = _QUOTED.match(lines[number])
        if quoted and quoted["mark"] not in quoted["rest"]:
            message = "this quotation mark is not closed on its line"
            return _slip((number, quoted.start("mark")), message, "close it where the value ends")
        if quoted and number == line and not re.search(rf"{quoted['mark']} *(?:#.*)?$", quoted["rest"]):
            message = "words stand after the closing quotation mark"
            return _slip((number, quoted.start("mark")), message, f"{_QUOTE_HINT}, of the other kind than those in it")
    if lines[line][column : column + 1] in {"]", "}"}:
        return _slip(at, f"there is no bracket that '{lines[line][column]}' closes", "delete it")
    top = line
    while top - 1 > first and _indent(lines[top - 1]) > column:
        top -= 1
    if lines[line].lstrip().startswith("- ") and top < line and not lines[top].lstrip().startswith("-"):
        return _slip(_start(lines, top), "the first item of this list begins without '- '", "put '- ' before it")
    return _slip(at, _INDENT, _INDENT_HINT)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _column_of_key(line: str) -> int:
    found = _KEY.match(line)
    return found.end() if found else 0


def _start(lines: Sequence[str], line: int) -> tuple[int, int]:
    return line, _indent(lines[line])
