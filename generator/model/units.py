"""Units: which numbers may be compared, and by what factor."""

from decimal import Decimal
from typing import Final

from generator.model.wordings import OTHER_POWERS

# Each family has one canonical unit to which every conversion is exact.  Months and years are a family of their own,
# since neither is a fixed number of days.
_FAMILIES: Final[dict[str, dict[str, str]]] = {
    "minutes": {"minute": "1", "min": "1", "hour": "60", "day": "1440", "week": "10080"},
    "months": {"month": "1", "year": "12"},
    "people": {"people": "1", "person": "1"},
    "%": {"%": "1", "percent": "1", "per cent": "1", "share": "100"},
    "km": {"km": "1", "kilometre": "1", "kilometer": "1", "metre": "0.001", "meter": "0.001", "mile": "1.609344"},
}

# Codes of ISO 4217.  A bare `$` is the United States' dollar; signs that several states share (¥, ﷼) stand for no code.
_CURRENCIES: Final[dict[str, tuple[str, ...]]] = {
    "USD": ("$", "us$", "dollar", "us dollar"),
    "EUR": ("€", "euro"),
    "GBP": ("£", "pound sterling"),
    "AUD": ("a$",),
    "CAD": ("c$",),
    "CHF": (),
    "CNY": ("yuan",),
    "ILS": ("₪", "shekel"),
    "INR": ("₹",),
    "IQD": (),
    "IRR": ("iranian rial",),
    "JPY": ("yen",),
    "KWD": (),
    "OMR": (),
    "QAR": (),
    "RUB": ("₽",),
    "SAR": (),
    "TRY": ("₺",),
    "UAH": ("₴",),
    "AED": (),
}

_CANONICAL: Final[dict[str, tuple[str, Decimal]]] = {
    **{name: (unit, Decimal(factor)) for unit, names in _FAMILIES.items() for name, factor in names.items()},
    **{name: (code, Decimal(1)) for code, names in _CURRENCIES.items() for name in (code.casefold(), *names)},
}


def canonical(unit: str) -> tuple[str, Decimal]:
    """Return the unit in which `unit` is compared, and how many of it make one `unit`.

    Case and plural do not matter.  `share` is a part of one whole: 0.03 share is 3 %.
    Currencies are never converted into each other.  An unknown unit is its own canonical unit, with factor 1.
    """
    folded = " ".join(unit.casefold().split())
    # A code such as ILS is no plural, so the word as it stands is looked up first.
    singular = folded if folded in _CANONICAL else " ".join(map(_singular, folded.split()))
    return _CANONICAL.get(singular, (singular, Decimal(1)))


def is_plain(unit: str) -> bool:
    """Return whether words may be meant as a unit: a known one, or words in ASCII of which none is a power of ten."""
    is_known = canonical(unit)[0] in {known for known, _ in _CANONICAL.values()}
    return is_known or (unit.isascii() and OTHER_POWERS.isdisjoint(unit.casefold().replace("-", " ").split()))


def is_signed(unit: str | None) -> bool:
    """Return whether numbers of `unit` may lie below zero by nature, as changes in money and in per cent do."""
    return unit is not None and (canonical(unit)[0] == "%" or canonical(unit)[0] in _CURRENCIES)


def _singular(word: str) -> str:
    """Return the singular of a plain English plural."""
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word.removesuffix("es")
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word.removesuffix("s")
    return word
