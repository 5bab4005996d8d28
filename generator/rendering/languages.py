"""The languages of the interface: their catalogues of messages, and what Unicode's CLDR knows of them."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.model.language import ENGLISH, Language, primary

_DIGITS: Final = {"arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
"""The digits of the CLDR's numbering systems, other than our own."""
_RIGHT_TO_LEFT: Final = frozenset("Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi".split())
"""The scripts in use today that run right to left, by their codes of ISO 15924."""


def language_of(tag: str, catalogues: Path) -> Language:
    """Return the language of a BCP 47 tag, with its catalogue among those of a folder.

    Without a catalogue in the language's script everything is worded in English; the tag and the direction are its own.
    """
    if tag == ENGLISH.code:
        return ENGLISH
    locale = _locale(tag)
    direction: Literal["ltr", "rtl"] = "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"
    catalogue = next((path for name in wordings(tag) if (path := catalogues / f"{name}.po").is_file()), None)
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


def wordings(tag: str) -> tuple[str, ...]:
    """Return the tags whose words serve for a BCP 47 tag, the best first: none is in another script."""
    return (tag, primary(tag)) if _script(primary(tag)) == _script(tag) else (tag,)


def _script(tag: str) -> str:
    """Return the script that a tag names, or that its language is likely written in there; empty where unknown."""
    language, *others = tag.split("-")
    if others and len(others[0]) == len("Arab") and others[0].isalpha():
        return others[0].title()
    likely = get_global("likely_subtags")
    region = others[0].upper() if others else ""
    full = likely.get(f"{language.lower()}_{region}") or likely.get(language.lower(), "")
    return full.split("_")[1] if full else ""


def _locale(tag: str) -> Locale | None:
    """Return what the CLDR knows of a language in its script; None where it knows nothing."""
    for name in wordings(tag):
        try:
            locale = Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        if _script(str(locale).replace("_", "-")) == _script(tag):  # a script that it does not know is left out
            return locale
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
