"""HTML as browsers understand it, written as XML: https://html.spec.whatwg.org/multipage/xhtml.html."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape

from markupsafe import Markup
from selectolax.lexbor import LexborNode

Follow = Callable[[str], str | None]
"""Where a link leads from where it is written now; None where it leads nowhere any more."""

_OPEN = {"details": "section", "summary": "div"}  # not every reader of books could open what is closed
_LEFT_OUT = frozenset(["open", "rel", "target"])
_VOID = frozenset(["br", "col", "hr", "img", "wbr"])
_SVG = "http://www.w3.org/2000/svg"


def to_xhtml(body: LexborNode, follow: Follow) -> Markup:
    """Return what is inside an element; links that lead nowhere become words alone."""
    pieces: list[str] = []
    for node in body.iter(include_text=True):
        _write(node, follow, pieces)
    return Markup("".join(pieces))  # noqa: S704 - made of parsed elements, every text and value escaped


def _write(node: LexborNode, follow: Follow, pieces: list[str]) -> None:
    if node.is_text_node:
        pieces.append(escape(node.text_content or "", quote=False))
    elif node.is_element_node:
        tag, attributes = _element(node, follow)
        opening = "".join([f' {name}="{escape(value)}"' for name, value in attributes.items()])
        if tag in _VOID:
            pieces.append(f"<{tag}{opening}/>")
            return
        pieces.append(f"<{tag}{opening}>")
        for each in node.iter(include_text=True):
            _write(each, follow, pieces)
        pieces.append(f"</{tag}>")


def _element(node: LexborNode, follow: Follow) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes of an element as they are in a book."""
    tag = node.tag or ""
    attributes = {name: value or "" for name, value in node.attributes.items() if _stays(name)}
    if tag == "a" and "href" in attributes:
        address = follow(attributes.pop("href"))
        if address is None:
            return "span", attributes
        attributes["href"] = address
    elif tag == "svg":
        # An axis runs to the right whatever the language, and a book's style sheet must not say so.
        attributes |= {"xmlns": _SVG, "direction": "ltr"}
    elif tag in _OPEN:
        attributes["class"] = f"{tag} {attributes.get('class', '')}".strip()
    return _OPEN.get(tag, tag), attributes


@cache
def _stays(attribute: str) -> bool:
    return attribute == "data-label" or not (attribute in _LEFT_OUT or attribute.startswith("data-"))
