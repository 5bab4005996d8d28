"""What is told of a check: which of the problems, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
from rich.text import Text

from generator.cli.speech import Failure, asked, tell
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.maintaining.git import GitError, changed_lines
from generator.maintaining.reporting import REPORTS

FORMS = ("text", *REPORTS)
WEIGHTS = tuple(Severity)
"""The heaviest first."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def content_of(path: Path) -> Path:
    """Return the content folder that a path means: itself, or the one that a file in it belongs to."""
    if not path.is_file():
        return path
    if path.name == "index.md" or path.parent.name == "actors":
        return path.parent.parent
    return path.parent.parent.parent


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """Which problems are told, and how."""

    content: Path
    only: Path | None
    """The one file whose problems are told."""
    form: str
    least: Severity
    since: str | None
    """The commit since which a line must have changed, unless there is an error on it."""

    def tell(self, found: Diagnostics, took: float) -> None:
        """Tell what was asked for; `took` is how long the check did, in seconds."""
        chosen = self._chosen(found)
        if self.form == "text":
            for each in chosen:
                asked.print(_styled(each))
        else:
            click.echo(REPORTS[self.form](chosen), nl=False)
        some = f" in all, of which {len(chosen)} are told here" if len(chosen) < len(found) else ""
        tell(f"{found.summary()}{some}", f"({took:.1f} s)")
        codes = sorted({each.code for each in chosen})
        if codes:
            tell(f"More about a message: briefing explain {codes[0]}")

    def _chosen(self, found: Diagnostics) -> Diagnostics:
        changed = None
        if self.since is not None and self.content.is_dir():
            try:
                changed = changed_lines(self.content, self.since)
            except GitError as error:
                raise Failure(str(error), error.hint) from error
        chosen = Diagnostics()
        for each in found:
            path = Path(each.location.path).resolve()
            is_meant = changed is None or each.location.line in changed.get(path, ())
            weighs_enough = WEIGHTS.index(each.severity) <= WEIGHTS.index(self.least)
            is_elsewhere = self.only is not None and path != self.only.resolve()
            if not is_elsewhere and (each.severity is Severity.ERROR or (is_meant and weighs_enough)):
                chosen.add(each)
        return chosen


def _styled(diagnostic: Diagnostic) -> Text:
    text = Text(str(diagnostic))
    start = len(f"{diagnostic.location}: ")
    text.stylize(_STYLES[diagnostic.severity], start, start + len(diagnostic.severity))
    return text
