"""What a built site lets search find, read back from the pieces of its index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple


class Shown(NamedTuple):
    """An entry as its piece holds it."""

    title: str
    address: str
    context: str
    text: str


def shown_entries(site: Path) -> list[Shown]:
    """Return every entry of a built site."""
    pieces = sorted(site.glob("assets/search/*/entries-*.js"))
    assert pieces != []
    return [Shown(*entry) for piece in pieces for entry in _data(piece)]


def _data(piece: Path) -> list[list[str]]:
    script = piece.read_text(encoding="utf-8")
    data: list[list[str]] = json.loads(script[script.index("[") : script.rindex("]") + 1])
    return data
