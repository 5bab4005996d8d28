"""A saved page as text: the bytes of a file in any encoding, told from what is no page at all."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from dataclasses import dataclass
from typing import Final

from generator.maintaining.drafting.plain import is_plain

MAX_SAVED: Final = 16 * 1024 * 1024
"""Most bytes of a saved file: browsers put a page's pictures inside, so it may be large."""
MAX_PAGE: Final = 2 * 1024 * 1024
"""Most characters of a page without the pictures inside: its own text is far shorter."""
_MOST_ELEMENTS: Final = 30_000
"""Most elements of a page: to take apart so many within each other is a matter of seconds, of ten times as many of
minutes."""
TEXT_ALONE: Final = "put the article's text alone into a file, page.txt, and give that"

_ELEMENT: Final = re.compile(r"<[A-Za-z]")
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(rb"""<meta[^>]+?charset\s*+=\s*+["']?+\s*+([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_PRESCANNED: Final = 4096
"""Within so many bytes, a page names its encoding: four times what HTML asks for, since real pages are late."""
_WIDER: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""Encodings that mean a wider one on the web (WHATWG, Encoding Standard, "Names and labels")."""
_MOST_BOUNDARIES: Final = 100
"""Most mentions of a boundary between the parts of an archive: a browser writes one, and parsers recurse at each."""
_ARCHIVE: Final = re.compile(rb"\A(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?MIME-Version:", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"data:\w++/[\w+.;=-]*+,[^\s\"'<>()]*+")
"""A picture, a font or the like inside a page, as an address of its own (RFC 2397)."""
_SAVED_FROM: Final = re.compile(
    r"<!--\s*(?:saved from url=\([0-9]+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)"
)


class UnusableError(Exception):
    """What was given is no page that can be drafted from; one sentence, and a way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as it was saved or fetched."""

    html: str
    address: str | None = None
    """Where it was saved or fetched from, where that is known."""
    plain: bytes | None = None
    """The file itself, if it is an article's plain text and no page; then `html` is that text."""


def read_page(content: bytes, charset: str | None = None, address: str | None = None) -> SavedPage:
    """Return a page out of its bytes; raise UnusableError for what is none.

    `charset` is what a server said of it, `address` where it came from; without it, what the browser that saved the
    page noted is taken. One file with a page and its pictures inside (MHTML) is read as well, and so is plain text.
    """
    if len(content) > MAX_SAVED:
        raise UnusableError(f"the page is longer than {MAX_SAVED // 1024 // 1024} MiB", "save it without its pictures")
    if _ARCHIVE.match(content):
        return _from_archive(content, address)
    if not content.strip():
        raise UnusableError("the page is empty", "open it in a browser, save it once more and look into the file")
    html = _decoded(content, charset)
    if "\0" in html or content.startswith(b"%PDF"):
        raise UnusableError("this is not a web page", "in the browser, save the page as HTML, and give that file")
    html = _bounded(html)
    if is_plain(html):
        return SavedPage(html, address, content)
    noted = _SAVED_FROM.search(html[:_PRESCANNED])
    return SavedPage(html, address or (noted[1] if noted else None))


def _bounded(html: str) -> str:
    """Return a page without what is embedded in it; refuse one that would take minutes to be read."""
    html = _EMBEDDED.sub("data:,", html)
    if len(html) > MAX_PAGE:
        raise UnusableError(f"the page is longer than {MAX_PAGE // 1024 // 1024} MiB", TEXT_ALONE)
    if sum(1 for _ in _ELEMENT.finditer(html)) > _MOST_ELEMENTS:
        raise UnusableError(f"the page has more than {_MOST_ELEMENTS:,} elements", TEXT_ALONE)
    return html


def _decoded(content: bytes, charset: str | None) -> str:
    """Return the text in the encoding that its first bytes, the server or the page itself name; else UTF-8."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    named = _CHARSET.search(content[:_PRESCANNED])
    for label in (charset, named[1].decode() if named else None, "utf-8"):
        try:
            return content.decode(_codec(label)) if label else content.decode()
        except (LookupError, UnicodeDecodeError):
            continue  # what names its encoding wrongly is in another of these
    return content.decode("cp1252", errors="replace")  # as browsers do


def _codec(label: str) -> str:
    name = codecs.lookup(label).name
    return _WIDER.get(name, name)


def _from_archive(content: bytes, address: str | None) -> SavedPage:
    if content.lower().count(b"boundary") > _MOST_BOUNDARIES:
        raise UnusableError("this archive has too many archives in it", TEXT_ALONE)
    # The parser's older policy leaves headers as they are; the newer takes long ones apart without end.
    archive = email.message_from_bytes(content, policy=email.policy.compat32)
    page = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    html = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(html, bytes):
        raise UnusableError("there is no web page in this archive", "save the page as HTML, and give that file")
    noted = page.get("Content-Location") or archive.get("Snapshot-Content-Location")
    place = "".join(str(noted or "").split())  # a long address is folded
    return SavedPage(_bounded(_decoded(html, page.get_content_charset())), address or place or None)
