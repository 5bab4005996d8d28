"""What search finds on a page that the generator did not make: a section under each of its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.rendering.page import SearchEntry

_HEADING = re.compile(r"h[1-6]")
_UNREAD = {"pre", "script", "style", "template"}
"""Code is an example of something, not about it."""
_INLINE = set("a abbr b bdi cite code em i kbd mark q s small span strong sub sup".split())


def sections_of(address: str, title: str, html: str, weight: int = 0) -> tuple[SearchEntry, ...]:
    """Return an entry of this weight for a page, as HTML, and one for every section that a link can lead to."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    page, *sections = reader.sections
    return (
        SearchEntry(address=address, title=title, text=page.words, weight=weight),
        *(
            SearchEntry(
                address=f"{address}#{each.anchor}", title=each.title, context=title, text=each.words, weight=weight
            )
            for each in sections
        ),
    )


@dataclass(slots=True)
class _Section:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return " ".join("".join(self.heading).split())

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


class _Reader(HTMLParser):
    """Gathers the words of a page, section by section; the first `h1` is the page's own if no section precedes it."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [_Section()]
        self._heading = ""
        self._is_headed = False
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._skipped or tag in _UNREAD or "headerlink" in (attributes.get("class") or "").split():
            self._skipped.append(tag)
            return
        anchor = attributes.get("id")
        if tag == "h1" and not self._is_headed:
            self._heading, self._is_headed = tag, True
        elif _HEADING.fullmatch(tag) and anchor:
            self._heading, self._is_headed = tag, True
            self.sections.append(_Section(anchor))
        elif tag not in _INLINE:
            self._gathered.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag in self._skipped:
                while self._skipped.pop() != tag:
                    pass
        elif tag == self._heading:
            self._heading = ""
        elif tag not in _INLINE:
            self._gathered.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._gathered.append(data)

    @property
    def _gathered(self) -> list[str]:
        return self.sections[-1].heading if self._heading else self.sections[-1].text
