"""A page as a browser would read it: its elements, their text, and what is wrong with their nesting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = set("p ul ol dl div table h1 h2 h3 h4 h5 h6 section article details blockquote pre hr header footer".split())
INTERACTIVE = {"a", "button"}
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "tr": {"thead", "tbody", "tfoot", "table"},
    "td": {"tr"},
    "th": {"tr"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "summary": {"details"},
}


@dataclass(slots=True)
class Element:
    """One element with what stands in it, text and elements in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Yield the element and every element inside it, in the order of the page."""
        yield self
        for each in self.inside:
            if isinstance(each, Element):
                yield from each.walk()

    @property
    def text(self) -> str:
        """All text inside, its white space folded; elements are told apart by a space."""
        return " ".join(" ".join(_texts(self)).split())

    def find(self, anchor: str) -> Element:
        """Return the element with this id."""
        return next(each for each in self.walk() if each.attributes.get("id") == anchor)


def _texts(element: Element) -> Iterator[str]:
    for each in element.inside:
        if isinstance(each, str):
            yield each
        elif each.tag not in {"script", "style"}:
            yield from _texts(each)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("#page")
        self.open = [self.root]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        if len(element.attributes) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes <{self.open[-1].tag}>")

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def _check(self, tag: str) -> None:
        outer = [element.tag for element in self.open]
        if tag in BLOCKS and "p" in outer:
            self.faults.append(f"<{tag}> stands inside <p>")
        if tag in INTERACTIVE and INTERACTIVE & set(outer):
            self.faults.append(f"<{tag}> stands inside another link or button")
        if tag in PARENTS and outer[-1] not in PARENTS[tag]:
            self.faults.append(f"<{tag}> stands inside <{outer[-1]}>")


def read_html(html: str) -> Element:
    """Return the root of a page's elements."""
    return _read(html).root


def nesting_faults(html: str) -> list[str]:
    """Return what is wrong with the nesting of a page written by a program, which closes all it opens."""
    builder = _read(html)
    return builder.faults + [f"<{element.tag}> is never closed" for element in builder.open[1:]]


def _read(html: str) -> _Builder:
    builder = _Builder()
    builder.feed(str.__str__(html))
    builder.close()
    return builder
