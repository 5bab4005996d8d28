"""Ids of new files: made of a name, and taken by no other file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import chain, count
from typing import Final

from generator.maintaining.drafting.scalars import readable

_LONGEST: Final = 60
"""Most characters of an id made of a name: it becomes part of a file's name and of an address."""


def id_of(name: str) -> str:
    """Return a name as an id, such as `valley-herald`, or nothing where it has no Latin letter and no digit."""
    plain = unicodedata.normalize("NFKD", readable(name)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:_LONGEST].strip("-")


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return the id that is wanted, with a number behind it where it is taken."""
    return next(name for name in chain([wanted], (f"{wanted}-{again}" for again in count(2))) if name not in taken)
