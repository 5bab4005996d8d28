"""The keys and values of front matter, also while it is half typed and no YAML at all.

The strict reader refuses such a file whole; this one goes by indents, brackets and colons, and never fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from generator.model.source import KeyPath
from generator.reading.characters import MAX_BYTES
from generator.reading.yaml_tree import MAX_DEPTH

_KEY = re.compile(r"""("[^"]*"[ ]*+|'[^']*'[ ]*+|[^\s:#\[\]{},"'&*!|>%@`-][^:#]*+):(?=\s|$)""")
_DASH = re.compile(r"-(?:[ ]+|$)")
_PLAIN = re.compile(r"(?:(?! #)[^\n])*")
_FLOW_SCALAR = re.compile(r""""[^"]*"?|'[^']*'?|(?:(?!:(?:\s|$|[,\[\]{}])| #)[^,\[\]{}])+""")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"?|'[^']*'?""")


@dataclass(frozen=True, slots=True)
class Token:
    """A key or a value; line and columns count from 0, in characters."""

    path: KeyPath
    """The way to the value, or to the key by its own name."""
    text: str
    """As written, without quotation marks."""
    line: int
    start: int
    end: int
    is_key: bool = False
    in_brackets: bool = False

    def covers(self, line: int, column: int) -> bool:
        """Return whether a position stands in the token or at one of its ends."""
        return self.line == line and self.start <= column <= self.end


def front_matter_lines(text: str) -> list[str]:
    """Return the lines up to the closing fence, the opening one among them; none where the file opens with none."""
    lines = text.split("\n")
    if lines[0] != "---":
        return []
    return lines[: lines.index("---", 1)] if "---" in lines[1:] else lines


def outline(text: str) -> tuple[Token, ...]:
    """Return the keys and values of a file's front matter, in their order.

    Of what no file may be, as it is too long or from some place on too deep, no more is read than of a file.
    """
    if len(text) > MAX_BYTES:  # as many characters are at least as many bytes
        return ()
    return tuple(_Reader(front_matter_lines(text)).read())


def value_at(path: KeyPath, tokens: Iterable[Token]) -> str:
    """Return the value at a path, or an empty text where there is none."""
    return next((token.text for token in tokens if not token.is_key and token.path == path), "")


@dataclass(slots=True)
class _Frame:
    """A mapping or a list that is open, and where in it the reader is."""

    indent: int
    path: KeyPath
    at: str | int | None

    def __post_init__(self) -> None:
        if len(self.path) > MAX_DEPTH:
            raise _TooDeepError

    @property
    def here(self) -> KeyPath:
        """The way to the value that comes next."""
        return self.path if self.at is None else (*self.path, self.at)


class _TooDeepError(Exception):
    """A mapping or a list stands deeper than the strict reader goes."""


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._frames = [_Frame(0, (), None)]
        self._next = 1

    def read(self) -> Iterator[Token]:
        with suppress(_TooDeepError):
            while self._next < len(self._lines):
                number = self._next
                self._next += 1
                line = self._lines[number]
                if line.strip() and not line.lstrip().startswith("#"):
                    yield from self._line(number, line)

    def _line(self, number: int, line: str) -> Iterator[Token]:
        column = _indent(line)
        self._close(column, is_item=_DASH.match(line, column) is not None)
        while dash := _DASH.match(line, column):
            self._item(column)
            column = dash.end()
        key = _KEY.match(line, column)
        if key:
            written = key[1].rstrip()
            self._key(column, _bare(written))
            yield Token(self._frames[-1].here, _bare(written), number, column, column + len(written), is_key=True)
            yield from self._value(number, key.end() + _indent(line[key.end() :]))
        elif line[column:].strip():
            yield from self._word(number, column)

    def _close(self, indent: int, *, is_item: bool) -> None:
        """Leave what ends above this indent; a list may stand as far left as its key."""
        while len(self._frames) > 1:
            last = self._frames[-1]
            ends = last.indent == indent and isinstance(last.at, int) and not is_item
            if last.indent <= indent and not ends:
                break
            self._frames.pop()

    def _item(self, indent: int) -> None:
        last = self._frames[-1]
        if isinstance(last.at, int) and last.indent == indent:
            last.at += 1
        else:
            self._frames.append(_Frame(indent, last.here, 0))

    def _key(self, indent: int, key: str) -> None:
        last = self._frames[-1]
        if isinstance(last.at, int) or last.indent < indent:
            self._frames.append(_Frame(indent, last.here, key))
        else:
            last.at = key

    def _word(self, number: int, column: int) -> Iterator[Token]:
        """Read what no colon follows: a key that is being typed, or a value."""
        last = self._frames[-1]
        is_first = last.at is None  # all keys of a file may be indented
        if isinstance(last.at, int) or (last.indent < column and not is_first):
            yield from self._value(number, column)
            return
        word = _PLAIN.match(self._lines[number], column)
        text = word[0].rstrip() if word else ""
        yield Token((*last.path, text), text, number, column, column + len(text), is_key=True)

    def _value(self, number: int, column: int) -> Iterator[Token]:
        line, last = self._lines[number], self._frames[-1]
        start = line[column : column + 1]
        if start in {"[", "{"}:
            yield from self._flow(number, column)
        elif start in {"|", ">"}:
            self._skip(last.indent)
        else:
            scalar = (_QUOTED if start in {'"', "'"} else _PLAIN).match(line, column)
            text = scalar[0].rstrip() if scalar else ""
            if text and not text.startswith("#"):
                yield Token(last.here, _bare(text), number, column, column + len(text))

    def _skip(self, indent: int) -> None:
        while self._next < len(self._lines) and (
            not self._lines[self._next].strip() or _indent(self._lines[self._next]) > indent
        ):
            self._next += 1

    def _flow(self, number: int, column: int) -> Iterator[Token]:
        """Read brackets, which may go on over lines; one that is never closed ends where the indent does."""
        indent, stack = self._frames[-1].indent, list[_Frame]()
        path = self._frames[-1].here
        while True:
            line = self._lines[number]
            while column < len(line):
                sign = line[column]
                if sign in "[{":
                    stack.append(_Frame(0, stack[-1].here if stack else path, 0 if sign == "[" else None))
                elif sign in "]}":
                    stack.pop()
                    if not stack:
                        return
                elif sign == ",":
                    stack[-1].at = stack[-1].at + 1 if isinstance(stack[-1].at, int) else None
                elif line.startswith(" #", column):
                    break
                elif not sign.isspace() and (scalar := _FLOW_SCALAR.match(line, column)):
                    yield _flow_token(stack[-1], scalar[0].rstrip(), number, column)
                    column = scalar.end() - 1
                column += 1
            if self._next >= len(self._lines) or _indent(self._lines[self._next]) <= indent:
                return
            number, column = self._next, 0
            self._next += 1


def _flow_token(frame: _Frame, text: str, number: int, column: int) -> Token:
    word = _bare(text)
    is_key = frame.at is None
    if is_key:
        frame.at = word
    return Token(frame.here, word, number, column, column + len(text), is_key=is_key, in_brackets=True)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _bare(text: str) -> str:
    return text[1:].removesuffix(text[0]) if text[:1] in {'"', "'"} else text


_CURSOR = "\ue000"
"""Stands where the cursor is, so that a place where nothing is written yet has a token; no file may hold it."""


def token_to_complete(text: str, line: int, column: int) -> tuple[Token | None, tuple[Token, ...]]:
    """Return the key or value that is being typed at a position, and all others; its text ends at the position."""
    lines = text.split("\n")
    lines[line] = f"{lines[line][:column]}{_CURSOR}{lines[line][column:]}"
    tokens = outline("\n".join(lines))
    found = next((token for token in tokens if _CURSOR in token.text), None)
    others = tuple(token for token in tokens if token is not found)
    if found is None:
        return None, others
    path = found.path[:-1] if found.is_key else found.path
    written = found.text.partition(_CURSOR)[0]
    return replace(found, path=path, text=written, start=min(found.start, column), end=found.end - 1), others
