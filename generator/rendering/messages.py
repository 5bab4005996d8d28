"""What templates say in a language: messages, terms, lists and numbers, escaped as the rest of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from markupsafe import Markup

from generator.model.language import AND, COMMAS, Language
from generator.model.reasons import Term, told


def message_functions(language: Language) -> Mapping[str, Callable[..., Markup]]:
    """Return the functions of templates by their names; `_`, `gettext` and `ngettext` are also what `trans` calls."""

    def gettext(text: str, /, **values: object) -> Markup:
        return filled(language.gettext(text), values)

    def ngettext(singular: str, plural: str, number: int, /, **values: object) -> Markup:
        return filled(language.ngettext(singular, plural, number), {"num": number, **values})

    def filled(text: str, values: Mapping[str, object]) -> Markup:
        return Markup(text) % {name: shown(value) for name, value in values.items()}  # noqa: S704 - from the catalogue

    def shown(value: object) -> object:
        return language.number(Decimal(value)) if isinstance(value, int) else value

    def pgettext(group: str, word: str, /, **values: object) -> Markup:
        return filled(language.term(group, word), values)

    def number(value: int) -> Markup:
        return Markup.escape(language.number(Decimal(value)))

    def terms(words: Iterable[Term]) -> Markup:
        return Markup.escape(told(words, language))

    def joined(parts: Iterable[object], joint: str = COMMAS) -> Markup:
        return Markup(language.joined([Markup.escape(part) for part in parts], joint))  # noqa: S704 - escaped part by part

    def listed(parts: Iterable[object], last: str = AND) -> Markup:
        return Markup(language.listed([Markup.escape(part) for part in parts], last))  # noqa: S704 - escaped part by part

    functions = (gettext, ngettext, pgettext, terms, number, joined, listed)
    return {"_": gettext, **{function.__name__: function for function in functions}}
