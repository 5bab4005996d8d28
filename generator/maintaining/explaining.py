"""What each code means: its section in the catalogue of messages, taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_SECTION = re.compile(
    r"^### (?P<code>[a-z-]+)\n\n(?P<rule>(?:(?!\n#).)*?)\n\n"
    r"Wrong:\n\n```\w*\n(?P<wrong>.*?)```\n\nRight:\n\n```\w*\n(?P<right>.*?)```\n\n"
    r"Way out: (?P<way_out>.*?)(?=\n\n#|\Z)",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """What a code means, in the words of the catalogue."""

    rule: str
    wrong: str
    """Lines of a file that give the message."""
    right: str
    """The same lines as they should be."""
    way_out: str

    @property
    def summary(self) -> str:
        """The first sentence of the rule."""
        return self.rule.split("\n")[0].partition(". ")[0].removesuffix(".") + "."


def explanations(catalogue: str) -> Mapping[str, Explanation]:
    """Return the explanation of every code in the text of `docs/diagnostics.md`."""
    return {
        section["code"]: Explanation(
            rule=_plain(section["rule"]),
            wrong=section["wrong"],
            right=section["right"],
            way_out=_plain(section["way_out"]),
        )
        for section in _SECTION.finditer(catalogue)
    }


def shipped_catalogue() -> str:
    """Return the catalogue: inside an installed package, in `docs/` of a checkout."""
    inside = Path(__file__).parent.parent / "docs" / "diagnostics.md"
    checkout = Path(__file__).parent.parent.parent / "docs" / "diagnostics.md"
    return (inside if inside.is_file() else checkout).read_text(encoding="utf-8")


def _plain(text: str) -> str:
    """Return a text of the catalogue as a terminal shows it: of a link, its words."""
    return _LINK.sub(r"\1", text).strip()
