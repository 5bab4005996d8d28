"""Values in a few signs: where there is no room for words, or where the words of our grammar are not understood."""

from __future__ import annotations

from typing import Final

from generator.model.language import ENGLISH, Language
from generator.model.quantities import Quantity
from generator.model.wordings import QUALIFIERS, Form

_SIGNS: Final = {
    Form.ABOUT: "≈",
    Form.AT_LEAST: "≥",
    Form.MORE_THAN: ">",
    Form.UP_TO: "≤",
    Form.AS_HIGH_AS: "≤",
    Form.FEWER_THAN: "<",
}


def brief(value: Quantity, language: Language) -> str:
    """Return a value with a sign in the place of its wording, such as `≥ 7,002` for `at least 7,002`.

    Our grammar is English; in another language the numbers stand alone, without the words of the grammar.
    """
    if language is not ENGLISH:
        return _in_signs(value, language)
    for wording, form in QUALIFIERS.items():
        if form in _SIGNS and value.text.startswith(f"{wording} "):
            return f"{_SIGNS[form]} {value.text.removeprefix(f'{wording} ')}"
    return value.text


def reading(value: Quantity, language: Language) -> str:
    """Return a value as our grammar words it; in another language than the grammar's, in signs."""
    return value.text if language is ENGLISH else _in_signs(value, language)


def _in_signs(value: Quantity, language: Language) -> str:
    if value.interval is None:
        return language.verbatim(value.text)
    low, high = value.interval.low, value.interval.high
    ends = [value.best] if value.best is not None else [low] if high is None else [low, high]
    return f"{_SIGNS.get(value.form, '')} {'–'.join(map(language.number, ends))}".strip()
