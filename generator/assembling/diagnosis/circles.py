"""Circular citations: where A cites B and B cites A for one number, whose it is cannot be known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from generator.assembling.diagnosis.context import Context
from generator.assembling.diagnosis.keys import Key
from generator.model.attribution import Root
from generator.model.briefing import Observation
from generator.model.intervals import Interval

Cited = tuple[Observation, Key]
_Number = tuple[Key, Interval | Decimal | None]


def circular_roots(observations: Iterable[Cited], context: Context) -> dict[str, Root]:
    """Return the unknown root of each observation whose root is also said to have it from those who relay it.

    Those of one circle share the beginning of their roots' keys, by which `share_circle` knows them.
    """
    groups: defaultdict[_Number, list[Observation]] = defaultdict(list)
    for observation, key in observations:
        if observation.interval is not None:
            groups[key, observation.interval].append(observation)
    unknown: dict[str, Root] = {}
    for told in groups.values():
        sources = _sources(told, context)
        for observation in told:
            root = observation.attribution.root
            circle = _circle(root.key, sources)
            if root.identified and circle:
                name = f"circle:{'+'.join(sorted(circle))}:{root.key}"
                unknown[observation.id] = Root(name, identified=False)
    return unknown


def share_circle(first: Root, second: Root) -> bool:
    """Return whether two unknown roots cite each other."""
    return first.key.startswith("circle:") and first.key.rpartition(":")[0] == second.key.rpartition(":")[0]


def _sources(observations: Iterable[Observation], context: Context) -> Mapping[str, set[str]]:
    """Return from whom each voice has the number."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for observation in observations:
        voices = [context.voice(voice.known_actor) for voice in observation.attribution.chain if voice.known_actor]
        for source, relay in pairwise(voices):
            if source != relay:
                sources[relay].add(source)
    return sources


def _circle(voice: str, sources: Mapping[str, set[str]]) -> set[str]:
    """Return the voices that have it from this one and this one from them; empty without a circle."""
    reached = set(_reached(voice, sources))
    return {other for other in reached if voice in _reached(other, sources)} if voice in reached else set()


def _reached(voice: str, sources: Mapping[str, set[str]]) -> Iterator[str]:
    seen: set[str] = set()
    ahead = sorted(sources.get(voice, ()))
    while ahead:
        other = ahead.pop()
        if other not in seen:
            seen.add(other)
            ahead += sorted(sources.get(other, ()))
            yield other
