"""The index: entries in the order of their numbers, and for each word the entries that have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from generator.publishing.search.words import STOPPED, words
from generator.rendering.page import SearchEntry, SearchKind

_FEW = 3
"""A name of so many words, stop words aside, is a short one."""


class Place(IntEnum):
    """Where an entry has a word; the less else stands beside it, the more the entry is about it."""

    ALONE = 0
    """As the only word of one of its names."""
    SHORT_NAME = 1
    LONG_NAME = 2
    TEXT = 3


@dataclass(frozen=True, slots=True)
class Index:
    """What search finds, and by which words."""

    entries: tuple[SearchEntry, ...]
    """By kind, then weight; an entry's number is its place here."""
    postings: Mapping[str, tuple[list[int], ...]]
    """By word, in the order of scripts, the numbers of the entries that have it, ascending, one list a place."""


def build_index(entries: Iterable[SearchEntry]) -> Index:
    """Return the index of these entries, whatever order they come in."""
    kinds = {kind: number for number, kind in enumerate(SearchKind)}
    ordered = sorted(entries, key=lambda entry: (kinds[entry.kind], -entry.weight, entry.address, entry.title))
    postings: dict[str, tuple[list[int], ...]] = {}
    for number, entry in enumerate(ordered):
        for word, place in _places(entry).items():
            if word not in postings:
                postings[word] = tuple([] for _ in Place)
            postings[word][place].append(number)
    return Index(tuple(ordered), {word: postings[word] for word in sorted(postings, key=_as_scripts_order)})


def _as_scripts_order(word: str) -> bytes:
    # They compare halves of characters beyond the first 65,536.
    return word.encode("utf-16-be")


def _places(entry: SearchEntry) -> dict[str, Place]:
    """Return every word of an entry with the best place it has; of the text, stop words are left out."""
    found = dict.fromkeys(words(f"{entry.when}\n{entry.text}"), Place.TEXT)
    for word in STOPPED & found.keys():
        del found[word]
    for name in (entry.title, *entry.names):
        for word, place in _of_name(name):
            found[word] = min(place, found.get(word, place))
    return found


def _of_name(name: str) -> Iterator[tuple[str, Place]]:
    of_name = words(name)
    telling = [word for word in of_name if word not in STOPPED] or of_name
    place = Place.ALONE if len(telling) == 1 else Place.SHORT_NAME if len(telling) <= _FEW else Place.LONG_NAME
    for word in of_name:
        yield word, place
