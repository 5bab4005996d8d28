"""The index cut into pieces, each a small script that hands its data to the page that asked for it.

Browsers let a page on `file://` load scripts and nothing else, so data travel as scripts.  What the pieces hold is read
by `site_templates/theme/assets/javascripts/search_index.js`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import takewhile
from typing import Final

from generator.publishing.scripts import data_script
from generator.publishing.search.index import Index
from generator.publishing.search.tables import FORMS, LETTERS
from generator.publishing.search.words import STOPPED
from generator.rendering.page import SearchEntry, SearchKind, SiteFile

FOLDER: Final = "assets/search"
_TAKE: Final = "briefingSearch.take"
_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_WORDS_SIZE: Final = 8_000
_ENTRIES_SIZE: Final = 6_000
"""About how many characters a piece holds: small enough to load at once, large enough to be few."""
_LEAST_TO_MISSPELL: Final = 4
"""Shorter words have too many neighbours to guess which was meant."""


def search_files(index: Index) -> Iterator[SiteFile]:
    """Yield the pieces of an index and the manifest that tells which piece holds what.

    The pieces stand in a folder named by what they hold, so that pieces of two editions of a site never mix.
    """
    leaves = list(_cut(_leaf_parts(index), _WORDS_SIZE))
    chunks = list(_cut(map(_shown, index.entries), _ENTRIES_SIZE))
    spellings = _spellings(index.postings)
    pieces = {
        **{f"words-{number}": [part for word in leaf for part in word] for number, leaf in enumerate(leaves)},
        **{f"entries-{number}": chunk for number, chunk in enumerate(chunks)},
        **{f"spellings-{length}": spelled for length, spelled in spellings.items()},
    }
    scripts = {name: data_script(_TAKE, name, data) for name, data in pieces.items()}
    edition = sha256(b"".join(scripts.values())).hexdigest()[:12]
    manifest = {
        "edition": edition,
        "entries": len(index.entries),
        "kinds": _kinds(index.entries),
        "words": [leaf[0][0] for leaf in leaves],
        "chunks": _encoded(_firsts(chunks)),
        "spellings": list(spellings),
        "tables": {"letters": LETTERS, "stopped": sorted(STOPPED), "forms": FORMS},
    }
    yield SiteFile(f"{FOLDER}/manifest.js", data_script(_TAKE, "manifest", manifest))
    for name, script in scripts.items():
        yield SiteFile(f"{FOLDER}/{edition}/{name}.js", script)


def _leaf_parts(index: Index) -> Iterator[tuple[str, str]]:
    for word, places in index.postings.items():
        yield word, ",".join(map(_encoded, places)).rstrip(",")


def _shown(entry: SearchEntry) -> tuple[str, str, str, str]:
    return entry.title, entry.address, " · ".join(filter(None, (entry.when, entry.context))), entry.text


def _cut(parts: Iterable[tuple[str, ...]], size: int) -> Iterator[list[tuple[str, ...]]]:
    """Yield the parts in pieces of at least so many characters, but for the last."""
    piece: list[tuple[str, ...]] = []
    length = 0
    for part in parts:
        piece.append(part)
        length += sum(map(len, part))
        if length >= size:
            yield piece
            piece, length = [], 0
    if piece:
        yield piece


def _firsts(chunks: Sequence[Sequence[object]]) -> list[int]:
    """Return the number of the first entry of every chunk."""
    firsts = [0]
    for chunk in chunks[:-1]:
        firsts.append(firsts[-1] + len(chunk))
    return firsts


def _kinds(entries: Sequence[SearchEntry]) -> list[tuple[str, int]]:
    """Return each kind with how many entries it has, in the order in which they are numbered."""
    counts = dict.fromkeys(SearchKind, 0)
    for entry in entries:
        counts[entry.kind] += 1
    return list(counts.items())


def _spellings(words: Iterable[str]) -> dict[int, str]:
    """Return the words of each length in order, each as how many letters it shares with the last, and the others.

    Numbers have no neighbours that could be meant.
    """
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= _LEAST_TO_MISSPELL and not word[0].isdigit():
            by_length[len(word)].append(word)
    return {length: "".join(_front_coded(by_length[length])) for length in sorted(by_length)}


def _front_coded(words: Sequence[str]) -> Iterator[str]:
    for before, word in zip(["", *words], words, strict=False):
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False)))
        shared = min(shared, len(_DIGITS) - 1)
        yield _DIGITS[shared] + word[shared:]


def _encoded(numbers: Iterable[int]) -> str:
    """Return ascending numbers as the gaps between them, five bits a letter, the lowest first."""
    letters = []
    last = -1
    for number in numbers:
        gap = number - last - 1
        while gap > 31:  # noqa: PLR2004 - five bits
            letters.append(_DIGITS[32 + gap % 32])
            gap //= 32
        letters.append(_DIGITS[gap])
        last = number
    return "".join(letters)
