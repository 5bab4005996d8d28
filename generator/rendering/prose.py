"""Prose into HTML that is safe to show.

Links found by assembling are put into the Markdown, Python-Markdown converts it, and an allow-list is held
against the result: whatever the list would strip is refused, so that nothing disappears in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser

import markdown
import nh3
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markupsafe import Markup, escape

from generator.diagnostics import Code, Diagnostics, Location
from generator.model.addresses import is_web_address
from generator.model.prose import Prose, Target

_TAGS = {"p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "br"}
_TAGS |= {"h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href", "title"}, "code": {"class"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_ATTRIBUTES |= {level: {"id"} for level in ("h2", "h3", "h4", "h5", "h6")}
_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]])")


class UnsafeProseError(Exception):
    """Prose became HTML that the allow-list does not hold."""


def render_prose(prose: Prose, address: Callable[[Target], str], part: str = "") -> Markup:
    """Return the HTML of some prose; `part` is the id of what it is about, where a page has more than one.

    `address` gives the way from the page to what the prose links to.

    Raises:
        UnsafeProseError: if the HTML holds an element, attribute or address that is not on the allow-list, or a
            character that cannot be seen and that nobody wrote as such.
    """
    if not prose.text.strip():
        return Markup("")
    written = _with_links(prose, address)
    html = _converter(f"text-{part}--" if part else "text-").convert(written)
    own = {address(link.target) for link in prose.links}

    def allowed(_tag: str, attribute: str, value: str) -> str | None:
        # An address inside the site is ours to make: one written by hand would be checked by nobody.
        return value if attribute != "href" or value in own or is_web_address(value) else None

    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=allowed,
        url_schemes={"http", "https"},
        link_rel=None,
    )
    lost = (_parts(html) - _parts(clean)) | _brought_in(clean, written)
    if lost:
        raise UnsafeProseError(", ".join(sorted(lost)))
    return Markup(clean)  # noqa: S704 - nh3 has cleaned it


def proved_prose(
    prose: Prose, address: Callable[[Target], str], location: Location, diagnostics: Diagnostics, part: str = ""
) -> Markup:
    """Return the HTML of some prose, or none after telling what in it is not allowed."""
    try:
        return render_prose(prose, address, part)
    except UnsafeProseError as error:
        message = f"the prose becomes HTML that is not allowed: {error}"
        diagnostics.error(location, Code.RAW_HTML, message, "use plain Markdown without attributes")
        return Markup("")


def _converter(prefix: str) -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            FencedCodeExtension(),
            SaneListExtension(),  # a list that is written from 3 on begins with 3
            TableExtension(use_align_attribute=True),
            TocExtension(slugify=partial(_anchor, prefix), toc_depth="2-6"),
        ],
        output_format="html",
    )


def _anchor(prefix: str, heading: str, separator: str) -> str:
    # The prefix keeps a heading written by a maintainer apart from the page's own anchors, and those of other parts.
    return prefix + re.sub(r"[^\w]+", separator, heading.casefold()).strip(separator)


def _with_links(prose: Prose, address: Callable[[Target], str]) -> str:
    pieces, end = [], 0
    for link in prose.links:
        label = _MARKDOWN_MARKS.sub(r"\\\1", str(escape(link.label)))
        pieces += [prose.text[end : link.start], f"[{label}]({address(link.target)})"]
        end = link.end
    return "".join([*pieces, prose.text[end:]])


def _brought_in(html: str, written: str) -> set[str]:
    # A reference that the scanner takes for code, or for none, is a character by now.
    new = set(html) - set(written) - {"\n"}
    return {f"U+{ord(each):04X}" for each in new if unicodedata.category(each) in _INVISIBLE}


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {f"<{tag}>", *(f"<{tag} {name}={value}>" for name, value in attrs)}


def _parts(html: str) -> set[str]:
    parser = _Parts()
    parser.feed(html)
    parser.close()
    return parser.found
