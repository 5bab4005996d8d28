"""What surrounds a number in languages that nobody here reads: what makes it another number, and what makes it a date.

A word that is not known leaves the number as it is; so the lists hold what the press uses, and no more.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

from generator.model.language import primary
from generator.model.wordings import EXPONENTS, OTHER_POWERS

_QUALIFIERS: Final = (
    # German
    *("mindestens", "wenigstens", "höchstens", "maximal", "etwa", "rund", "circa", "ca.", "ungefähr", "knapp", "fast"),
    *("nahezu", "beinahe", "gut", "über", "unter", "mehr als", "weniger als", "bis zu", "bis"),
    # French, Spanish, Portuguese, Italian
    *("au moins", "au plus", "environ", "près de", "presque", "plus de", "moins de", "jusqu'à", "jusqu’à", "quelque"),
    *("al menos", "por lo menos", "como mínimo", "unos", "unas", "casi", "cerca de", "alrededor de", "más de"),
    *("menos de", "hasta", "pelo menos", "mais de", "quase", "até", "almeno", "oltre", "più di", "meno di", "quasi"),
    # Turkish, Russian
    *("en az", "en fazla", "en çok", "yaklaşık", "не менее", "не более", "более", "менее", "около", "свыше"),
    *("примерно", "почти", "до", "как минимум", "по меньшей мере"),
    # Persian
    *("دست‌کم", "دست کم", "دستکم", "حداقل", "حداکثر", "حدود", "تقریبا", "تقریباً", "بیش از", "بیشتر از", "کمتر از"),
    *("نزدیک به", "قریب به", "بالغ بر", "تا"),
    # Arabic
    *("نحو", "حوالي", "زهاء", "قرابة", "أكثر من", "أقل من", "ما لا يقل عن", "ما يزيد على", "ما يقرب من", "حتى"),
)
QUALIFIED: Final = rf"(?:(?i:{'|'.join(sorted(map(re.escape, _QUALIFIERS), key=len, reverse=True))}) )"
"""What stands right before a number and bounds it."""
_POWERS: Final = "|".join(sorted(OTHER_POWERS | EXPONENTS.keys(), key=lambda word: (-len(word), word)))
SCALED: Final = rf"(?:[ \u200c-]?(?i:(?:tsd|mio|mrd|тыс|млн|млрд|трлн)\b\.?|(?:{_POWERS})\b))"
"""A power of ten right after a number."""

_SOLAR: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
"""The months of the Solar Hijri calendar, which the CLDR's data here lacks."""
_LOCALES: Final = {"ar": ("ar", "ar_IQ", "ar_DZ", "ar_MA")}
"""Where the months have other names in other countries."""
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_HIJRI_YEAR: Final = r"1[34][0-9]{2}"
_DAY: Final = r"[0-9]{1,2}(?:\.|º|er)?"


@cache
def dates_in(language: str) -> re.Pattern[str]:
    """Return what matches days beside the name of a month, and years by themselves, in texts of a language.

    Digits are those of ASCII. A round number such as 2000 is no year: too many count so.
    """
    year = f"(?:{_YEAR}|{_HIJRI_YEAR})" if primary(language) in {"ar", "fa"} else _YEAR
    patterns = [rf"(?<![\w.,:/-])(?![0-9]{{2}}00){year}(?: ?[–-] ?{year})?(?![\w%]|[.,:/–-][0-9]| %|{SCALED})"]
    if names := _months(primary(language)):
        month = rf"(?:(?:de |d['’])?(?:{'|'.join(names)})\.?(?!\w))"
        joint = r"(?: ?[–-] ?| (?:und|et|y|e|и|ve|و|تا|bis|au|al|a) )"
        patterns.insert(0, rf"(?<![\w.,:/-]){_DAY}(?:{joint}{_DAY})? {month}(?:,? (?:de )?{year}(?![\w.,:/-]*[0-9]))?")
    return re.compile("|".join(patterns))


def _months(language: str) -> list[str]:
    """Return the names of months in a language, the longest first; none where the CLDR does not know it."""
    found = set(_SOLAR if language == "fa" else [])
    for name in _LOCALES.get(language, (language,)):
        try:
            months = Locale.parse(name).months
        except (UnknownLocaleError, ValueError):
            return []
        kinds = [months[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
        found.update(month.rstrip(".") for kind in kinds for month in kind.values())
    found.update([month.capitalize() for month in found])
    return [re.escape(month) for month in sorted(found, key=lambda month: (-len(month), month))]
