"""The languages of the interface: their catalogues of messages, and what Unicode's CLDR knows of them."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.model.language import ENGLISH, Language, primary

_DIGITS: Final = {"arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
"""The digits of the CLDR's numbering systems, other than our own."""


def language_of(tag: str, catalogues: Path) -> Language:
    """Return the language of a BCP 47 tag, with its catalogue among those of a folder.

    Without a catalogue everything is worded in English; the tag and the direction are the language's own.
    """
    if tag == ENGLISH.code:
        return ENGLISH
    locale = _locale(tag)
    direction: Literal["ltr", "rtl"] = "rtl" if locale and locale.text_direction == "rtl" else "ltr"
    catalogue = next((path for name in (tag, primary(tag)) if (path := catalogues / f"{name}.po").is_file()), None)
    if catalogue is None or locale is None:
        return Language(code=tag, direction=direction)
    # The form by itself: the other one of Persian takes an ending from the year, which neighbouring days may share.
    months = locale.months["stand-alone"]
    return Language(
        code=tag,
        direction=direction,
        translations=_translations(catalogue),
        months=tuple(months["wide"][month] for month in range(1, 13)),
        short_months=tuple(months["abbreviated"][month] for month in range(1, 13)),
        signs=_signs(locale),
    )


def _locale(tag: str) -> Locale | None:
    """Return what the CLDR knows of a language; None where it does not know the language."""
    for name in (tag, primary(tag)):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _translations(catalogue: Path) -> GNUTranslations:
    """Return the messages of a catalogue; those that are marked as fuzzy are left out."""
    with catalogue.open("rb") as text:
        messages = read_po(text, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _signs(locale: Locale) -> dict[int, str]:
    """Return what digits, the comma between groups and the decimal point are written as."""
    system = locale.default_numbering_system
    symbols = locale.number_symbols[system]
    digits = zip("0123456789", _DIGITS.get(system, "0123456789"), strict=True)
    signs = {**dict(digits), ",": symbols["group"], ".": symbols["decimal"]}
    return {ord(sign): written for sign, written in signs.items() if sign != written}
