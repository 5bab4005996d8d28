"""The body of a file: which parts of its Markdown are plain words, and what in it is refused."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import unescape

from generator.diagnostics import Code, Diagnostics
from generator.model.addresses import is_web_address
from generator.model.prose import Body, HandLink, Run
from generator.reading.characters import bad_characters

_MARKS = re.compile(
    r"""
      (?P<fence>^(?P<ticks>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^(?P=ticks)[ ]*$|\Z))
    | (?P<indented>(?:(?<=\n\n)|\A)(?:[ ]{4}[^\n]*(?:\n|\Z))+)
    | (?P<code>(?<!\\)(?P<tick>`++)(?:(?!\n[ ]*\n).)+?(?<!`)(?P=tick)(?!`))
    | (?P<definition>^[ ]{0,3}\[[^\]\n]+\]:[ ]*\n?[ ]*(?P<definition_address>\S+)[^\n]*$)
    | (?P<hand>\[\[(?P<reference>[^\[\]|\n]++)(?:\|(?P<label>(?:[^\[\]|\n]|\n(?![ ]*\n))++))?\]\])
    | (?P<link>!?\[(?:[^\]\n]|\n(?![ ]*\n))*+\]\([ ]*+(?P<address>[^\s)]*+)[^)\n]*+\))
    | (?P<collapsed>!?\[(?:[^\]\n]|\n(?![ ]*\n))*+\]\[[^\]\n]*+\])
    | (?P<loose>\[\[)
    | (?P<automatic><(?P<automatic_address>https?://[^\s<>]*+)>)
    | (?P<html><[A-Za-z/!?])
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_MARKED = re.compile(r"[`~\[<]|^ {4}", re.MULTILINE)
"""What every mark begins with: most bodies have none, and looking for it is a hundred times faster."""
_REFERENCE = re.compile(
    # The converter reads numbers without a semicolon as well.
    r"&(?:#(?P<decimal>[0-9]++);?|#x(?P<hexadecimal>[0-9a-f]++);?|[0-9a-z]++;)",
    re.IGNORECASE,
)
_HTML = re.compile(r"<[A-Za-z/!?]")
_HEADING = re.compile(r"^(#{1,6})[^\n]*$|^(?=[^\n]*\S)[^\n]*+\n(=|-)\2*+[ ]*+$", re.MULTILINE)
_QUOTATION = re.compile(
    # A quotation may run on over the end of a line, not over that of a paragraph.
    r"^ {0,3}>(?:[^\n]|\n(?! *\n))*+"
    + "".join(rf"|{opening}(?:[^{closing}\n]|\n(?! *\n))*+{closing}" for opening, closing in ("“”", "«»", "‘’", '""')),
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"^(?! *\n)[^\n](?:[^\n]|\n(?! *\n))*+", re.MULTILINE)

# What is scanned is short enough that no text can keep the scan, or the Markdown after it, busy for long.
_MAX_BODY = 32 * 1024
_MAX_LINES = 2000
_MAX_PARAGRAPH = 4000
_MAX_NESTING = 20
_NESTED = re.compile(
    rf"^(?: *+(?:>|[-*+] |[0-9]++\. )){{{_MAX_NESTING + 1}}}|^ {{{4 * _MAX_NESTING + 1}}}", re.MULTILINE
)
_MAX_OPENERS = 40
_OPENERS = '[`“«‘"'
"""What opens a link, code or a quotation: wherever one stands, its end is looked for in the whole paragraph."""


def scan_body(text: str, first_line: int, path: str, diagnostics: Diagnostics) -> Body:
    """Return the scanned body after telling every piece of raw HTML and every unsafe link in it."""
    unscanned = Body(text=text, line=first_line, runs=(), links=())
    too_long = list(_too_long(text))
    for offset, code, message, hint in too_long:
        diagnostics.error(unscanned.place(path, offset), code, message, hint)
    if too_long:
        return unscanned
    marks = list(_MARKS.finditer(text)) if _MARKED.search(text) else []
    # Where a mark stands, no quotation, heading or name is looked for.
    plain = _blanked(text, [match.span() for match in marks])
    headings = list(_HEADING.finditer(plain))
    closed = sorted(match.span() for match in [*marks, *headings, *_QUOTATION.finditer(plain)])
    body = Body(
        text=text,
        line=first_line,
        runs=tuple(_open_runs(len(text), closed, {heading.start() for heading in headings})),
        links=tuple(
            HandLink(*match.span(), match["reference"].strip(), " ".join((match["label"] or "").split()))
            for match in marks
            if match["hand"]
        ),
    )
    for match in marks:
        for code, message, hint in _refusals(match):
            diagnostics.error(body.place(path, match.start()), code, message, hint)
    verbatim = [match.span() for match in marks if match["fence"] or match["indented"] or match["code"]]
    for offset, message in _bad_references(_blanked(text, verbatim)):
        hint = "delete it, or write the character itself if it can be seen"
        diagnostics.error(body.place(path, offset), Code.BAD_CHARACTER, f"by a reference, {message}", hint)
    for heading in headings:
        if heading[1] == "#" or heading[2] == "=":
            message = "a heading of the first level is the page's own title"
            diagnostics.error(body.place(path, heading.start()), Code.BAD_TEXT, message, "start with '##'")
    return body


def _too_long(text: str) -> Iterator[tuple[int, Code, str, str]]:
    if len(text) > _MAX_BODY:
        message = f"the text is longer than {_MAX_BODY // 1024} KiB"
        yield 0, Code.TOO_LONG, message, "keep a summary, and leave the article where it was published"
        return
    if text.count("\n") > _MAX_LINES:
        yield 0, Code.TOO_LONG, f"the text has more than {_MAX_LINES:,} lines", "keep a summary"
        return
    for line in _NESTED.finditer(text):
        message = f"lists and quotations are nested deeper than {_MAX_NESTING} levels"
        yield line.start(), Code.TOO_DEEP, message, "delete marks and spaces from the start of the line"
    for paragraph in _PARAGRAPH.finditer(text):
        if len(paragraph[0]) > _MAX_PARAGRAPH:
            message = f"a paragraph is longer than {_MAX_PARAGRAPH:,} characters"
            yield paragraph.start(), Code.TOO_LONG, message, "part it by a blank line"
        crowded = next((each for each in _OPENERS if paragraph[0].count(each) > _MAX_OPENERS), None)
        if crowded:
            message = f"a paragraph has more than {_MAX_OPENERS} of the character {crowded}"
            yield paragraph.start(), Code.TOO_LONG, message, "part it by a blank line"


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], re.sub(r"[^\n]", " ", text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]])


def _open_runs(length: int, closed: list[tuple[int, int]], section_starts: set[int]) -> Iterator[Run]:
    end = section = 0
    for start, stop in [*closed, (length, length)]:
        if end < start:
            yield Run(end, start, section)
        if start in section_starts:
            section += 1
        end = max(end, stop)


def _bad_references(text: str) -> Iterator[tuple[int, str]]:
    """Yield where, and how, what character references stand for is no sound text."""
    references = list(_REFERENCE.finditer(text)) if "&" in text else []
    if not references:
        return
    pieces, places, end = [], list[int](), 0
    for reference in references:
        meant = _meant(reference)
        pieces += [text[end : reference.start()], meant]
        places += [*range(end, reference.start()), *[reference.start()] * len(meant)]
        end = reference.end()
    places += range(end, len(text) + 1)
    for offset, message, _ in bad_characters("".join([*pieces, text[end:]])):
        yield places[offset], message


def _meant(reference: re.Match[str]) -> str:
    digits = reference["decimal"] or reference["hexadecimal"]
    if not digits:
        return unescape(reference[0])
    # Above the last number there are no characters, and the last is none either.
    return chr(min(int(digits, 10 if reference["decimal"] else 16), sys.maxunicode))


def _refusals(match: re.Match[str]) -> Iterator[tuple[Code, str, str]]:
    verbatim = match["fence"] or match["indented"] or match["code"] or match["automatic"]
    if not verbatim and _HTML.search(match[0]):
        yield Code.RAW_HTML, "raw HTML is not allowed", "use Markdown; write &lt; for a '<' that is meant as such"
    if match["loose"]:
        yield Code.BAD_TEXT, "'[[' opens no link", "write [[kind:id]] or [[kind:id|words]]"
    written = match["link"] or match["collapsed"] or ""
    if "![" in written:
        yield Code.UNSAFE_LINK, "images are not allowed in prose", "describe what the picture shows"
    address = match["address"] if match["link"] else match["definition_address"] or match["automatic_address"]
    if address is not None and not is_web_address(address):
        hint = "write a whole https address, or [[kind:id]] for a page of this site"
        yield Code.UNSAFE_LINK, f"'{address}' is not a web address", hint
