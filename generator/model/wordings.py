"""The words of the grammar of values: how a number may be worded, spelled and scaled."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """How a quantity is worded, and so which bounds it has around its number N."""

    EXACT = "exact"
    """`6,430`: N itself."""
    ABOUT = "about"
    """`about 6,430`: N ± half its last non-zero place, so 6,425 to 6,435."""
    NEARLY = "nearly"
    """`nearly 300`: from one last non-zero place below N up to, but not including, N: 200 to 300."""
    AT_LEAST = "at least"
    """`at least 300`, `300 or more`, `300+`: N and all above."""
    MORE_THAN = "more than"
    """`more than 300`, `over 300`: all above N."""
    UP_TO = "up to"
    """`up to 300`, `300 or fewer`: 0 to N."""
    AS_HIGH_AS = "as high as"
    """`as high as 300`: 0 to N, said of a number that is contested or still rising."""
    FEWER_THAN = "fewer than"
    """`fewer than 300`: 0 up to, but not including, N."""
    RANGE = "range"
    """`6,000–7,000`: both ends included."""
    MARGIN = "margin"
    """`300 ± 20`, `300 ± 20 %`: N and its margin on both sides."""
    BOUNDED = "bounded"
    """`300 (250–400)`: the source's own best number and its bounds."""
    UNQUANTIFIED = "unquantified"
    """`several thousand`: no number, so no bounds."""


QUALIFIERS: Final = {
    **dict.fromkeys(("about", "approximately", "around", "roughly", "some"), Form.ABOUT),
    **dict.fromkeys(("nearly", "almost"), Form.NEARLY),
    **dict.fromkeys(("at least", "no fewer than", "no less than"), Form.AT_LEAST),
    **dict.fromkeys(("more than", "over"), Form.MORE_THAN),
    **dict.fromkeys(("up to", "at most", "no more than"), Form.UP_TO),
    **dict.fromkeys(("as high as", "as many as", "as much as"), Form.AS_HIGH_AS),
    **dict.fromkeys(("fewer than", "less than", "under"), Form.FEWER_THAN),
}
SUFFIXES: Final = {" or more": Form.AT_LEAST, "+": Form.AT_LEAST, " or fewer": Form.UP_TO, " or less": Form.UP_TO}

ONES: Final = "one two three four five six seven eight nine"
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS: Final = {
    **{word: number for number, word in enumerate(f"zero {ONES} {_TEENS}".split())},
    **{word: 10 * number for number, word in enumerate(TENS.split(), start=2)},
}
EXPONENTS: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

WORDINGS: Final = (
    *("unknown", "several", "some", "many", "most", "few", "a few", "numerous", "countless", "a handful"),
    *("dozens", "scores", *(f"{power}s" for power in EXPONENTS)),
    *(f"{some} {power}" for some in ("several", "a few", "many") for power in EXPONENTS),
    *(f"{tens} of {power}s" for tens in ("tens", "dozens", "scores", "hundreds") for power in EXPONENTS),
)
"""The closed vocabulary of wordings that give no number; a unit may follow."""

# Words of the grammar are no part of a unit, and nor are abbreviated scales: `5 m` may be metres or millions.
_ABBREVIATIONS: Final = "k m b mn mln bn tn dozen score half odd plus ago and to from between"
NOT_UNITS: Final = frozenset(" ".join([*QUALIFIERS, *SUFFIXES, *WORDINGS, *WORDS, *EXPONENTS, _ABBREVIATIONS]).split())

OTHER_POWERS: Final = frozenset(
    (
        # German, French, Spanish, Portuguese, Italian, Turkish
        "hundert tausend tsd millionen mio mrd milliarde milliarden billionen "
        "mille milliard milliards milliers mil millón millones billón billones "
        "milhão milhões bilhão bilhões mila milione milioni miliardo miliardi yüz bin milyon milyar trilyon "
        # Russian, Persian, Arabic, Hebrew, Hindi
        "тыс тысяча тысячи тысяч млн миллион миллиона миллионов млрд миллиард миллиарда миллиардов трлн триллион "
        "триллионов صد هزار میلیون میلیارد بیلیون تریلیون "
        "مئة مائة ألف ألفا آلاف الف مليون مليونا ملايين مليار مليارا مليارات بليون تريليون "
        "אלף אלפים מיליון מיליוני מיליארד लाख करोड़ हज़ार हजार lakh lakhs crore crores"
    ).split()
)
"""Words for powers of ten that the grammar does not know; a number before one of them is not the whole number."""
