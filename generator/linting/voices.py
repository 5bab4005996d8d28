"""Described sources: whether a reader learns who speaks, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from generator.diagnostics import Code, Diagnostics
from generator.linting.nouns import COLLECTIVE, PLURAL, SINGULAR
from generator.model.files import ArticleDocument, Item, ObservationEntry, StatementEntry, VoiceEntry
from generator.model.own_words import items_of
from generator.model.quantities import Quantity
from generator.model.source import KeyPath, SourceFile

_ANYBODY = frozenset(
    "source sources official officials authority authorities report reports account accounts expert experts analyst "
    "analysts observer observers insider insiders critic critics person people somebody someone they media press "
    "estimate estimates rumour rumours rumor rumors "
    "a an another the some several many few various certain other others one two three four five more "
    "than of at least number unnamed anonymous unidentified undisclosed unspecified unknown unconfirmed "
    "informed reliable credible trusted it is are was were been being said reportedly allegedly who that not named "
    "familiar close with to matter issue situation question".split()
)
"""Words of which no selection says who speaks, or for whom."""

_END_OF_SUBJECT = frozenset(
    "about affiliated among at before briefed by close familiar for from in inside near of on quoted speaking that "
    "tied to under which who whom whose with within working".split()
)
"""Words after which a description speaks of somebody or something else."""


def advise_on_voices(article: SourceFile[ArticleDocument], diagnostics: Diagnostics) -> None:
    """Tell of every described source that could be anybody, and of every one whose number does not fit its words."""
    for key, voice, is_explained in _voices(article.document):
        if voice.descriptor is None:
            continue
        if not (voice.identified_as or is_explained) and says_nothing(voice.descriptor):
            message = f"'{voice.descriptor}' could be anybody"
            hint = "say whose or of what body they are, or in a 'note' that the article does not"
            diagnostics.advice(article.at(*key, "descriptor"), Code.VAGUE_ATTRIBUTION, message, hint)
        if found := miscounted(voice.descriptor, voice.count):
            place = article.at(*key, "count" if voice.count else "descriptor")
            diagnostics.advice(place, Code.PLURAL_SOURCE, *found)


def says_nothing(descriptor: str) -> bool:
    """Return whether a description names no country, body, role or side: 'unnamed officials', 'it is said'."""
    words = re.findall(r"\w+", descriptor.lower())
    return bool(words) and _ANYBODY.issuperset(words)


def miscounted(descriptor: str, count: str | None) -> tuple[str, str] | None:
    """Return what is wrong with the number of a described source and the way out, or None where nothing is."""
    is_plural = _is_plural(descriptor)
    if is_plural and count is None:
        message = f"how many they are is not said: '{descriptor}'"
        return message, "add 'count' as the article has it, such as 'count: two' or 'count: several'"
    if is_plural is None or count is None or _is_several(count) in {None, is_plural}:
        return None
    message = f"'{descriptor}' {'are several' if is_plural else 'is one'}, and 'count' says '{count}'"
    return message, "describe one source as one and several as several, as the article has them"


def _is_plural(descriptor: str) -> bool | None:
    """Return whether a description is of several, or of one; None where that cannot be told from its words."""
    words = descriptor.lower().split(",")[0].split()
    subject = list(takewhile(lambda word: word not in _END_OF_SUBJECT, words))
    if not subject:
        return None
    last = subject[-1]
    is_one = subject[0] in {"a", "an", "one"} and {"and", "dozen", "few"}.isdisjoint(subject)
    if last in PLURAL and not is_one:
        return True
    if last in COLLECTIVE or "and" in subject:
        return None
    return False if is_one or last in SINGULAR else None


@lru_cache(maxsize=1000)
def _is_several(count: str) -> bool | None:
    """Return whether a count means more than one, or one; None where it may be either or says neither."""
    if count.lower() in {"a single", "single", "only one"}:
        return False
    try:
        quantity = Quantity.parse(count)
    except ValueError:
        return None
    if quantity.interval is None:
        return None if count.lower().startswith("unknown") else True
    if quantity.interval.low > 1:
        return True
    return False if quantity.interval.high == 1 else None


def _voices(document: ArticleDocument) -> Iterator[tuple[KeyPath, VoiceEntry, bool]]:
    """Yield every voice of an article, the way to it, and whether a note beside it may say why it is so."""
    yield ("outlet",), document.outlet, bool(document.note)
    if document.carries:
        yield ("carries",), document.carries, bool(document.note)
    for key, item in items_of(document):
        is_explained = bool(item.note or getattr(item, "caveat", None))
        for name, voice in _voices_of(item):
            yield (*key, *name), voice, is_explained


def _voices_of(item: Item) -> Iterator[tuple[KeyPath, VoiceEntry]]:
    yield from ((("by", at), voice) for at, voice in enumerate(item.by))
    if isinstance(item, StatementEntry):
        yield ("actor",), item.actor
    if isinstance(item, ObservationEntry) and item.rejects and item.rejects.by:
        yield ("rejects", "by"), item.rejects.by
