"""What is told of a check: which of the problems, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
from rich.text import Text

from generator.cli.speech import asked, tell
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.maintaining.reporting import REPORTS
from generator.maintaining.since import Since

FORMS = ("text", *REPORTS)
WEIGHTS = tuple(Severity)
"""The heaviest first."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """Which problems are told, and how."""

    content: Path
    only: Path | None
    """The one file whose problems are told."""
    form: str
    least: Severity
    since: Since | None
    """What warnings and advice must have been brought about by."""

    def tell(self, found: Diagnostics, took: float) -> Diagnostics:
        """Tell what was asked for, and return it; `took` is how long the check did, in seconds."""
        chosen = self._chosen(found)
        if self.form == "text":
            for each in chosen:
                asked.print(_styled(each))
        else:
            click.echo(REPORTS[self.form](chosen), nl=False)
        some = f" in all; told here: {len(chosen)}" if len(chosen) < len(found) else ""
        tell(f"{found.summary()}{some}", f"({took:.1f} s)")
        codes = sorted({each.code for each in chosen})
        if codes:
            tell(f"More about a message: briefing explain {codes[0]}")
        return chosen

    def _chosen(self, found: Diagnostics) -> Diagnostics:
        brought_about = set(self.since.brought_about(found) if self.since else found)
        chosen = Diagnostics()
        for each in found:
            weighs_enough = WEIGHTS.index(each.severity) <= WEIGHTS.index(self.least)
            is_elsewhere = self.only is not None and Path(each.location.path) != self.only
            is_asked_for = each in brought_about and weighs_enough
            if not is_elsewhere and (each.severity is Severity.ERROR or is_asked_for):
                chosen.add(each)
        return chosen


def _styled(diagnostic: Diagnostic) -> Text:
    text = Text(str(diagnostic))
    start = len(f"{diagnostic.location}: ")
    text.stylize(_STYLES[diagnostic.severity], start, start + len(diagnostic.severity))
    return text
