"""What a page says of its article in JSON-LD, after schema.org: https://schema.org/NewsArticle."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The one article that a page is about, in its own data, and whatever stands beside it."""

    article: Node
    named: Mapping[str, Node]
    """Each thing that has a name of its own, by it: all that is said of it anywhere in the page."""
    broken: int
    """How many blocks were none of JSON; they are told, and left aside."""

    def text(self, key: str) -> str:
        """Return a text of the article, or nothing."""
        return next(iter(self.texts(key)), "")

    def texts(self, key: str, inner: str = "name") -> tuple[str, ...]:
        """Return the texts under a key of the article; of things, the text under their `inner` key."""
        return tuple(text for text in map(unescape, self._texts(self.article.get(key), inner)) if text.strip())

    def _texts(self, value: object, inner: str) -> Iterator[str]:
        for each in _flat(value):
            match each:
                case str():
                    yield each
                case dict() if isinstance(each.get(inner), str):
                    yield each[inner]
                case {"@id": str(name)}:  # the thing itself stands elsewhere in the page
                    found = self.named.get(name, {}).get(inner)
                    if isinstance(found, str):
                        yield found


def read_linked_data(blocks: Sequence[str], address: str = "") -> LinkedData:
    """Return what the blocks of JSON-LD say; of several articles, the one at the page's address, or the first."""
    nodes: list[Node] = []
    broken = 0
    for block in blocks:
        try:
            nodes += _nodes(json.loads(block, strict=False))
        except (ValueError, RecursionError):
            broken += 1
    articles = [node for node in nodes if _is_article(node)]
    at_address = [node for node in articles if address and address in _addresses(node)]
    return LinkedData(next(iter([*at_address, *articles]), {}), _by_name(nodes), broken)


def _nodes(value: object) -> Iterator[Node]:
    for each in _flat(value, "@graph", "mainEntity"):
        if isinstance(each, dict):
            yield each


def _flat(value: object, *keys: str) -> Iterator[object]:
    """Yield what is in a list and the lists inside it, in order, each mapping before what it has under these keys."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, list):
            left += reversed(each)
            continue
        yield each
        if isinstance(each, dict):
            left += [each[key] for key in reversed(keys) if key in each]


def _by_name(nodes: Sequence[Node]) -> Mapping[str, Node]:
    named: dict[str, Node] = {}
    for node in nodes:
        if isinstance(name := node.get("@id"), str):
            thing = named.setdefault(name, {})
            for key, value in node.items():
                thing.setdefault(key, value)
    return named


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _addresses(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    found = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    return {each for each in found if isinstance(each, str)}
