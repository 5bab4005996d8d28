"""Reasons: sentences that keep their message and its values, so that they can be told in any language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from string import Formatter
from typing import Final

from generator.model.dates import PartialDate
from generator.model.language import AND, COMMAS, ENGLISH, Language


class ReferenceKind(StrEnum):
    """What a part of a reason can lead to."""

    OBSERVATION = "observation"
    ACTOR = "actor"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the format or of the diagnosis, such as the basis `estimate`."""

    group: str
    word: str


def told(terms: Iterable[Term], language: Language = ENGLISH) -> str:
    """Return terms as a list, such as `held, dates disputed`."""
    return language.joined([language.term(each.group, each.word) for each in terms])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message in English, with a named place for each value."""

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str = ""
    """The message for any number but one, which is the value `count`; empty where nothing is counted."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Values one after the other, side by side rather than nested: there may be thousands."""

    values: tuple[Value, ...]
    joint: str
    """The message that puts the value `next` to those `before` it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of a reason that leads to an observation, an actor or an event."""

    kind: ReferenceKind
    id: str
    label: str | Phrase = ""
    """The words to show; empty where the thing's own name is to be shown."""

    def shown(self, language: Language = ENGLISH) -> str:
        """Return the label's words in a language."""
        return self.label if isinstance(self.label, str) else "".join(map(str, _woven(self.label, language)))


@dataclass(frozen=True, slots=True)
class Reason:
    """Plain sentences with references that pages turn into links."""

    sentences: tuple[Phrase, ...]

    def told(self, language: Language = ENGLISH) -> tuple[str | Reference, ...]:
        """Return the sentences in a language, in parts: text, and references in their places."""
        parts: list[str | Reference] = []
        for sentence in self.sentences:
            first, *rest = _woven(sentence, language)
            parts += [" "] if parts else []
            parts += [first[:1].upper() + first[1:] if isinstance(first, str) else first, *rest]
        return _merged(parts)

    @property
    def parts(self) -> tuple[str | Reference, ...]:
        """The sentences in English."""
        return self.told()

    def plain(self, name: Callable[[Reference], str], language: Language = ENGLISH) -> str:
        """Return the sentences as text; `name` gives the words for a reference without a label."""
        parts = self.told(language)
        return "".join(part if isinstance(part, str) else part.shown(language) or name(part) for part in parts)

    @property
    def references(self) -> tuple[Reference, ...]:
        """What the reason leads to, in order."""
        return tuple(part for part in self.parts if isinstance(part, Reference))

    def __add__(self, other: Reason) -> Reason:
        """Return this reason followed by another."""
        return Reason(self.sentences + other.sentences)


NO_REASON: Final = Reason(())

Value = str | int | Decimal | PartialDate | Term | Reference | Phrase | Joined | Reason
"""What stands in a place of a message; a text is somebody's own words and is never translated."""


def phrase(text: str, /, **values: Value) -> Phrase:
    """Return a message with its values."""
    return Phrase(text, tuple(values.items()))


def counted(singular: str, plural: str, count: int, /, **values: Value) -> Phrase:
    """Return a message that counts something; the number stands in the place `count`."""
    return Phrase(singular, (("count", count), *values.items()), plural)


def say(text: str, /, **values: Value) -> Reason:
    """Return a reason of one sentence: a message with its values."""
    return Reason((phrase(text, **values),))


def joined(values: Sequence[Value], joint: str = COMMAS) -> Value:
    """Return values one after the other, such as `A, B`; nothing where there are none."""
    return Joined(tuple(values), joint) if len(values) > 1 else next(iter(values), "")


def listed(values: Sequence[Value]) -> Value:
    """Return values as a list in words: `A`, `A and B`, `A, B and C`."""
    return joined([joined(values[:-1]), values[-1]], AND) if len(values) > 1 else joined(values)


def _woven(value: Value, language: Language) -> Iterator[str | Reference]:
    match value:
        case str():
            yield language.verbatim(value)
        case Reference():
            yield value
        case Term(group, word):
            yield language.term(group, word)
        case PartialDate():
            yield value.display(language)
        case Reason():
            yield from value.told(language)
        case Phrase():
            yield from _filled(_places(_message(value, language)), dict(value.values), language)
        case Joined():
            yield from _strung(value, language)
        case _:
            yield language.number(Decimal(value))


def _filled(
    places: Iterable[tuple[str, str]], values: Mapping[str, Value], language: Language
) -> Iterator[str | Reference]:
    for text, place in places:
        if text:
            yield text
        if place:
            yield from _woven(values[place], language)


def _strung(value: Joined, language: Language) -> Iterator[str | Reference]:
    """Yield what stands ahead of `before`, from the last value's joint inwards; then the first; then what follows."""
    places = _places(language.gettext(value.joint))
    at = [place for _, place in places].index("before")
    ahead, behind = (*places[:at], (places[at][0], "")), places[at + 1 :]
    first, *others = value.values
    for each in reversed(others):
        yield from _filled(ahead, {"next": each}, language)
    yield from _woven(first, language)
    for each in others:
        yield from _filled(behind, {"next": each}, language)


def _message(value: Phrase, language: Language) -> str:
    if not value.plural:
        return language.gettext(value.message)
    count = next(number for name, number in value.values if name == "count" and isinstance(number, int))
    return language.ngettext(value.message, value.plural, count)


@lru_cache(maxsize=1000)
def _places(text: str) -> tuple[tuple[str, str], ...]:
    """Return each stretch of a message with the name of the place that follows it, if one does."""
    return tuple((literal, place or "") for literal, place, _, _ in Formatter().parse(text))


def _merged(parts: Sequence[str | Reference]) -> tuple[str | Reference, ...]:
    """Return parts with neighbouring texts made one."""
    woven: list[str | Reference] = []
    for part in parts:
        if isinstance(part, str) and woven and isinstance(woven[-1], str):
            woven[-1] += part
        elif part != "":
            woven.append(part)
    return tuple(woven)
