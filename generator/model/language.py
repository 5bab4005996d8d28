"""How one language words what the generator says: messages, terms, numbers, months. English is the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from gettext import NullTranslations
from typing import Final, Literal

from generator.model.intervals import EXACT

_CENT: Final = Decimal("0.01")
_MONTHS: Final = "January February March April May June July August September October November December"
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def message(text: str) -> str:
    """Return a text as it is: this marks a message that is translated elsewhere, for those who collect them."""
    return text


COMMAS: Final = message("{before}, {next}")
SEMICOLONS: Final = message("{before}; {next}")
AND: Final = message("{before} and {next}")
OR: Final = message("{before} or {next}")


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag, without its script and region."""
    return tag.partition("-")[0].lower()


def is_foreign(tag: str, reader: str) -> bool:
    """Return whether words of a language need our reading beside them: it is neither the reader's nor English."""
    return primary(tag) not in {"en", primary(reader)}


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """A language of the interface; by itself English, which needs no catalogue."""

    code: str = "en"
    """The BCP 47 tag of the pages."""
    direction: Literal["ltr", "rtl"] = "ltr"
    translations: NullTranslations = field(default_factory=NullTranslations)
    months: tuple[str, ...] = tuple(_MONTHS.split())
    """Their names, as they stand by themselves."""
    short_months: tuple[str, ...] = tuple(month[:3] for month in _MONTHS.split())
    signs: Mapping[int, str] = field(default_factory=dict)
    """What digits, the comma between groups and the decimal point are written as, for `str.translate`."""

    def gettext(self, text: str, /) -> str:
        """Return the message in this language."""
        return self.translations.gettext(text) if text else ""  # nothing is the name of the catalogue's header

    def ngettext(self, singular: str, plural: str, count: int, /) -> str:
        """Return the message for so many."""
        return self.translations.ngettext(singular, plural, count)

    def term(self, group: str, word: str) -> str:
        """Return a word of the format or the diagnosis; the group tells the `state` of a figure from an actor."""
        return self.translations.pgettext(group, word)

    def joined(self, texts: Sequence[str], joint: str = COMMAS) -> str:
        """Return texts one after the other, such as `A, B`; nothing where there are none."""
        pattern = self.gettext(joint)
        return reduce(lambda before, following: pattern.format(before=before, next=following), texts) if texts else ""

    def listed(self, texts: Sequence[str], last: str = AND) -> str:
        """Return texts as a list in words: `A`, `A and B`, `A, B and C`."""
        return self.joined([self.joined(texts[:-1]), texts[-1]], last) if len(texts) > 1 else self.joined(texts)

    def is_foreign(self, tag: str) -> bool:
        """Return whether words of a language need our reading beside them, for a reader of this one."""
        return is_foreign(tag, self.code)

    def number(self, number: Decimal) -> str:
        """Return a number with its digits in groups, rounded to hundredths if it has more."""
        text = f"{number.quantize(_CENT, context=EXACT):,f}"
        return self.digits((text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−"))

    def digits(self, text: str) -> str:
        """Return a text of digits as this language writes them."""
        return text.translate(self.signs) if self.signs else text

    def verbatim(self, text: str) -> str:
        """Return words that are not the interface's own, kept from disturbing the order of a line that runs left."""
        return f"{_ISOLATE}{text}{_POP_ISOLATE}" if text and self.direction == "rtl" else text


ENGLISH: Final = Language()
