"""Every id and every name that the files of a briefing may refer to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostics, Location, Repair, nearest
from generator.model.prose import Kind, Target
from generator.model.respelling import only_near, only_same
from generator.model.source import BriefingSources, Sources

_NOUNS = {
    Kind.ACTOR: "actor",
    Kind.ARTICLE: "article",
    Kind.EVENT: "event",
    Kind.FIGURE: "figure",
    Kind.ISSUE: "issue",
}
_WORD = re.compile(r"[\w\u200c\u200d]+")  # the joiners stand inside Persian, Arabic and Indic words


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known by id, and what each is called."""

    labels: Mapping[Target, str]
    """The name or title of everything that exists; empty for files that exist and could not be read."""

    def check(self, target: Target, location: Location, diagnostics: Diagnostics, before: str = "") -> bool:
        """Return whether the target exists; tell it, with the nearest id, if not.

        `before` is what stands in the file between the location and the id.
        """
        if target in self.labels:
            return True
        names = {known.id: known.id for known in self.labels if known.kind is target.kind}
        names |= {label: known.id for known, label in self.labels.items() if known.kind is target.kind}
        near = nearest(target.id, names)
        known = self._ids_like(target)
        folder = "actors" if target.kind is Kind.ACTOR else f"<briefing>/{target.kind}s"
        to_add = f"add the file {folder}/{target.id}.md"
        hint = f"{to_add}, or correct the id"
        others = [known.kind for known in self.labels if known.id == target.id]
        if before and others:
            hint = f"did you mean '[[{others[0]}:{target.id}]]'?"
        elif near:
            hint = f"did you mean '{names[near]}'?" + ("" if only_near(target.id, known) else f" if not, {to_add}")
        message = f"'{target.id}' is not a known {_NOUNS[target.kind]}"
        right = only_same(target.id, known)
        repair = Repair(f"{before}{target.id}", f"{before}{right}") if right else None
        diagnostics.error(location, Code.UNKNOWN_REFERENCE, message, hint, repair)
        return False

    def _ids_like(self, target: Target) -> list[str]:
        """Return all ids of the target's kind; none where not all of them are known."""
        # An article that could not be read may tell of an event that nothing else does.
        articles = [label for known, label in self.labels.items() if known.kind is Kind.ARTICLE]
        if target.kind is Kind.EVENT and not all(articles):
            return []
        return [known.id for known in self.labels if known.kind is target.kind]


def site_registry(sources: Sources) -> Registry:
    """Return what may be referred to from everywhere: the actors."""
    labels = {Target(Kind.ACTOR, file.id): file.document.name for file in sources.actors}
    return Registry({**_unreadable(sources.unreadable), **labels})


def briefing_registry(site: Registry, briefing: BriefingSources) -> Registry:
    """Return what may be referred to inside a briefing: the actors and all that is its own."""
    labels = dict(site.labels) | _unreadable(briefing.unreadable)
    for article in briefing.articles:
        labels[Target(Kind.ARTICLE, article.id)] = article.document.title
        for event in article.document.events:
            labels.setdefault(Target(Kind.EVENT, event.id), event.title)
    labels |= {Target(Kind.EVENT, file.id): file.document.title for file in briefing.events}
    labels |= {Target(Kind.FIGURE, file.id): file.document.title for file in briefing.figures}
    labels |= {Target(Kind.ISSUE, file.id): file.document.title for file in briefing.issues}
    return Registry(labels)


def _unreadable(files: frozenset[str]) -> dict[Target, str]:
    return {Target(Kind(folder.removesuffix("s")), name): "" for folder, name in (file.split("/") for file in files)}


class Names:
    """The names and aliases of all actors, found in text word by word."""

    def __init__(self, sources: Sources) -> None:
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for file in sources.actors:
            native = [file.document.native.text] if file.document.native else []
            for name in [file.document.name, *file.document.aliases, *native]:
                first_word = _WORD.search(name)
                if first_word:
                    owners[name[first_word.start() :]].add(file.id)
        # The longest name wins: "Foreign ministry of Iran" is not a mention of "Iran".
        self._by_first_word: defaultdict[str, list[_Name]] = defaultdict(list)
        for name in sorted(owners, key=lambda name: (-len(name), name)):
            self._by_first_word[_WORD.findall(name)[0]].append(_Name.of(name, owners[name]))

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield start, end and owners of each name between two offsets, left to right."""
        at = start
        while word := _WORD.search(text, at, end):
            at = word.end()
            for name in self._by_first_word.get(word[0], ()):
                found = name.pattern.match(text, word.start(), end)
                if found:
                    yield *found.span(), name.owners
                    at = found.end()
                    break


@dataclass(frozen=True, slots=True)
class _Name:
    pattern: re.Pattern[str]
    owners: tuple[str, ...]

    @classmethod
    def of(cls, name: str, owners: Iterable[str]) -> _Name:
        # Prose is wrapped: a space of the name may be the end of a line, but not of a paragraph.
        words = r"(?: |\n *)".join(map(re.escape, name.split()))
        return cls(re.compile(rf"{words}(?!{_WORD.pattern})"), tuple(sorted(owners)))
