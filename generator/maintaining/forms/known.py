"""What people may mean by a name: the id of an actor, a figure or an event that is known already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.maintaining.drafting.scalars import readable
from generator.model.files import NativeName
from generator.model.source import BriefingSources, Sources


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by what people write for them: the id itself, a name, an alias or a title, in any case of letters."""

    actors: Mapping[str, str]
    figures: Mapping[str, str]
    events: Mapping[str, str]
    articles: frozenset[str]
    """Ids that are taken."""


def known_in(sources: Sources, briefing: BriefingSources) -> Known:
    """Return what an article of a briefing may refer to; a name that two share means neither."""
    actors = [
        (file.id, [file.document.name, *file.document.aliases, *_native(file.document.native)])
        for file in sources.actors
    ]
    told = chain.from_iterable(article.document.events for article in briefing.articles)
    events = [(file.id, [file.document.title]) for file in briefing.events]
    return Known(
        actors=_by_name(actors),
        figures=_by_name((file.id, [file.document.title, file.document.question]) for file in briefing.figures),
        events=_by_name([*events, *((event.id, [event.title]) for event in told)]),
        articles=frozenset(file.id for file in briefing.articles),
    )


def spelled(text: str) -> str:
    """Return a name in the one spelling by which names are compared."""
    return readable(text).casefold()


def _native(name: NativeName | None) -> list[str]:
    return [name.text] if name else []


def _by_name(named: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, str]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    ids = set()
    for each, names in named:
        ids.add(each)
        for name in names:
            owners[spelled(name)].add(each)
    return {name: next(iter(found)) for name, found in owners.items() if len(found) == 1} | {each: each for each in ids}
