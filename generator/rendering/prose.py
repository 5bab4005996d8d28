"""Prose into HTML that is safe to show.

Links found by assembling are put into the Markdown, Python-Markdown converts it, and an allow-list is held
against the result: whatever the list would strip is refused, so that nothing disappears in silence.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import nh3
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markupsafe import Markup, escape

from generator.model.addresses import is_web_address
from generator.model.prose import Prose
from generator.rendering.addresses import Links

_TAGS = {"p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "br"}
_TAGS |= {"h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href", "title"}, "code": {"class"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_ATTRIBUTES |= {level: {"id"} for level in ("h2", "h3", "h4", "h5", "h6")}
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]])")


class UnsafeProseError(Exception):
    """Prose became HTML that the allow-list does not hold."""


def render_prose(prose: Prose, links: Links) -> Markup:
    """Return the HTML of some prose.

    Raises:
        UnsafeProseError: if the HTML holds an element, attribute or address that is not on the allow-list.
    """
    if not prose.text.strip():
        return Markup("")
    html = _converter().convert(_with_links(prose, links))
    own = {links.target(link.target).href for link in prose.links}

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
    lost = _parts(html) - _parts(clean)
    if lost:
        raise UnsafeProseError(", ".join(sorted(lost)))
    return Markup(clean)  # noqa: S704 - nh3 has cleaned it


def _converter() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            FencedCodeExtension(),
            SaneListExtension(),  # a list that is written from 3 on begins with 3
            TableExtension(use_align_attribute=True),
            TocExtension(slugify=_anchor, toc_depth="2-6"),
        ],
        output_format="html",
    )


def _anchor(heading: str, separator: str) -> str:
    # The prefix keeps a heading written by a maintainer apart from the page's own anchors.
    return f"text{separator}" + re.sub(r"[^\w]+", separator, heading.casefold()).strip(separator)


def _with_links(prose: Prose, links: Links) -> str:
    pieces, end = [], 0
    for link in prose.links:
        label = _MARKDOWN_MARKS.sub(r"\\\1", str(escape(link.label)))
        pieces += [prose.text[end : link.start], f"[{label}]({links.target(link.target).href})"]
        end = link.end
    return "".join([*pieces, prose.text[end:]])


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
