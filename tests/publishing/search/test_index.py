"""The index holds every word of every entry, in the order of the entries' numbers, and its pieces hold the index."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.search import build_index, search_files
from generator.publishing.search.index import Place
from generator.publishing.search.words import STOPPED, words
from generator.rendering.page import SearchEntry, SearchKind, SiteFile

TEXTS = st.lists(st.sampled_from("the dead count 6,430 talks in Muscat علی who differ".split()), max_size=6).map(
    " ".join
)
ENTRIES = st.lists(
    st.builds(
        SearchEntry,
        address=st.text("abc/", min_size=1, max_size=5),
        title=TEXTS,
        kind=st.sampled_from(list(SearchKind)),
        names=st.lists(TEXTS, max_size=2).map(tuple),
        when=TEXTS,
        context=TEXTS,
        text=TEXTS,
        weight=st.integers(0, 3),
    ),
    max_size=8,
    unique_by=lambda entry: entry.address,
)
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


ANYTHING = SearchEntry(address="a.html", title="Anything")


def read(file: SiteFile) -> tuple[str, Any]:
    """Return what a piece hands to the page: its name and its data."""
    script = re.fullmatch(r"briefingSearch\.take\((.*)\);\n", file.content.decode())
    assert script is not None
    name, data = json.loads(f"[{script[1]}]")
    return name, data


def numbers(letters: str) -> list[int]:
    """Return the numbers that a piece writes as gaps."""
    found: list[int] = []
    gap = shift = 0
    for letter in letters:
        digit = DIGITS.index(letter)
        gap, shift = gap + (digit % 32 << shift), shift + 5
        if digit < 32:
            found.append((found[-1] if found else -1) + gap + 1)
            gap = shift = 0
    return found


@given(ENTRIES, st.randoms())
def test_the_order_of_entries_never_matters(entries: list[SearchEntry], random: Random) -> None:
    """The same entries in another order give the same index."""
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert build_index(shuffled) == build_index(entries)


@given(ENTRIES)
def test_no_word_is_lost(entries: list[SearchEntry]) -> None:
    """Every word of a title or a name leads to its entry, and every word of a text but the stop words."""
    index = build_index(entries)
    assert sorted(entry.address for entry in index.entries) == sorted(entry.address for entry in entries)
    for number, entry in enumerate(index.entries):
        named = {word for name in (entry.title, *entry.names) for word in words(name)}
        told = set(words(f"{entry.when}\n{entry.text}")) - STOPPED
        having = {word for word, places in index.postings.items() if any(number in place for place in places)}
        assert having == named | told


@given(ENTRIES)
def test_pieces_hold_the_whole_index(entries: list[SearchEntry]) -> None:
    """What the pieces say, read back, is the index: no posting and no entry is cut off."""
    index = build_index(entries)
    manifest, *pieces = [read(file)[1] for file in search_files(index)]
    named = dict(read(file) for file in search_files(index))
    assert len(named) == len(pieces) + 1
    leaves = [part for number in range(len(manifest["words"])) for part in named[f"words-{number}"]]
    found = dict(zip(leaves[::2], leaves[1::2], strict=True))
    assert list(found) == list(index.postings)
    for word, places in index.postings.items():
        told = [numbers(letters) for letters in found[word].split(",")]
        assert [*told, *[[]] * (len(Place) - len(told))] == list(places)
    chunks = numbers(manifest["chunks"]) if index.entries else []
    shown = [entry for number in range(len(chunks)) for entry in named[f"entries-{number}"]]
    assert [(title, address) for title, address, _, _ in shown] == [
        (each.title, each.address) for each in index.entries
    ]
    assert sum(count for _, count in manifest["kinds"]) == manifest["entries"] == len(entries)


def test_the_less_stands_beside_a_word_the_better_its_place() -> None:
    """A word that is all of a name comes before one in a short name, one in a long name, one in the text."""
    entry = replace(
        ANYTHING,
        title="The talks that were held in Muscat on Friday",
        names=("Muscat round", "Oman"),
        text="All of Oman, of Qatar",
    )
    places = {word: [place for place in Place if found[place]] for word, found in build_index([entry]).postings.items()}
    assert places["oman"] == [Place.ALONE]
    assert places["muscat"] == [Place.SHORT_NAME]
    assert places["friday"] == [Place.LONG_NAME]
    assert places["qatar"] == [Place.TEXT]


def test_stop_words_are_looked_up_in_titles_alone() -> None:
    """A word that tells nothing leads to the titles it stands in, and not to every text."""
    entries = [
        replace(ANYTHING, title="Who counts", text="of the dead"),
        replace(ANYTHING, address="b.html", text="who they were"),
    ]
    index = build_index(entries)
    assert [index.entries[number].title for place in index.postings["who"] for number in place] == ["Who counts"]
    assert "they" not in index.postings


def test_entries_are_numbered_by_kind_and_weight() -> None:
    """Where words match alike, actors come before articles, and what weighs more before what weighs less."""
    light, heavy = (
        replace(ANYTHING, kind=SearchKind.ACTOR, address="1"),
        replace(ANYTHING, kind=SearchKind.ACTOR, address="2", weight=9),
    )
    article = replace(ANYTHING, kind=SearchKind.ARTICLE, address="0", weight=99)
    assert build_index([article, light, heavy]).entries == (heavy, light, article)


def test_pieces_of_two_editions_never_mix() -> None:
    """Another index stands in another folder, so that a page kept from before asks for what is gone."""
    one, other = (
        [file.address for file in search_files(build_index([replace(ANYTHING, text=text)]))] for text in ("one", "two")
    )
    assert one[0] == other[0] == "assets/search/manifest.js"
    assert set(one[1:]) & set(other[1:]) == set()


def test_pieces_stay_small() -> None:
    """However much there is, no piece grows with it beyond one entry or one word."""
    entries = [replace(ANYTHING, address=f"{number}.html", text=f"word{number} " * 50) for number in range(500)]
    files = list(search_files(build_index(entries)))
    assert max(len(file.content) for file in files if "spellings" not in file.address) < 16_000


def test_what_strangers_write_stays_data() -> None:
    """Quotes, brackets and line separators in an entry cannot end the string that a piece holds."""
    text = 'a "quoted" \\ </script> & \u2028 \u2029 \x00 ); alert(1)'
    files = list(search_files(build_index([replace(ANYTHING, title=text, text=text)])))
    data = dict(map(read, files))
    assert data["entries-0"] == [[text, "a.html", "", text]]
    written = "".join(file.content.decode() for file in files)
    assert [letter for letter in "<>&\u2028\u2029\x00" if letter in written] == []
