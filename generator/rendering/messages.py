"""What templates say in a language: messages, terms, lists and numbers, escaped as the rest of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache, partial

from markupsafe import Markup

from generator.model.language import Language
from generator.model.reasons import Term, told


def message_functions(language: Language) -> Mapping[str, Callable[..., Markup]]:
    """Return the functions of templates by their names; `_`, `gettext` and `ngettext` are also what `trans` calls."""
    functions: dict[str, Callable[..., Markup]] = {
        "_": _message,
        "gettext": _message,
        "ngettext": _counted,
        "pgettext": _term,
        "terms": _terms,
        "joined": _joined,
        "number": _number,
    }
    return {name: partial(function, language) for name, function in functions.items()}


def _message(language: Language, text: str, /, **values: object) -> Markup:
    return _filled(language, language.gettext(text), values) if values else _plain(language, text)


@lru_cache(maxsize=10_000)
def _plain(language: Language, text: str) -> Markup:
    """Return a message without values, which stands on many pages."""
    return _filled(language, language.gettext(text), {})


def _counted(language: Language, singular: str, plural: str, number: int, /, **values: object) -> Markup:
    return _filled(language, language.ngettext(singular, plural, number), {"num": number, **values})


def _filled(language: Language, text: str, values: Mapping[str, object]) -> Markup:
    shown = {name: _number(language, value) if isinstance(value, int) else value for name, value in values.items()}
    return Markup(text) % shown  # noqa: S704 - it comes from a template or a catalogue; the values are escaped


@lru_cache(maxsize=10_000)
def _term(language: Language, group: str, word: str) -> Markup:
    return Markup.escape(language.term(group, word))


def _terms(language: Language, words: Iterable[Term]) -> Markup:
    return Markup.escape(told(words, language))


def _joined(language: Language, parts: Iterable[object]) -> Markup:
    return Markup(language.joined([Markup.escape(part) for part in parts]))  # noqa: S704 - escaped part by part


def _number(language: Language, value: int) -> Markup:
    return Markup.escape(language.number(Decimal(value)))
