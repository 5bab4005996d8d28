"""`briefing check`: everything that is wrong with the files."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import NoReturn

import click
from rich.text import Text
from watchfiles import watch

from generator.cli.speech import Exit, Failure, asked, tell, working
from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.maintaining.checking import Checker
from generator.maintaining.git import GitError, changed_lines
from generator.maintaining.reporting import REPORTS

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_WEIGHTS = list(Severity)
"""The heaviest first."""
_TURN = 200
"""How long to wait for changes before looking whether to end, in milliseconds."""


@click.command()
@click.argument("content", default="briefings", type=click.Path(path_type=Path))
@click.option("--format", "form", default="text", type=click.Choice(["text", *REPORTS]), help="How problems are told.")
@click.option(
    "--least",
    default="advice",
    type=click.Choice([each.value for each in _WEIGHTS]),
    help="The least weight of what is told.",
)
@click.option(
    "--since", metavar="COMMIT", help="Of warnings and advice, tell those on lines changed since COMMIT; all errors."
)
@click.option("--watch", "watches", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
def check(content: Path, form: str, least: str, since: str | None, *, watches: bool) -> None:
    """Read every file of the CONTENT folder and report all that is wrong.

    An error ends a build, a warning a strict one; advice is what a good editor would look at again.
    Exits with 0 if there is no error, and with 1 if there is one.
    """
    checker = Checker()
    telling = _Telling(content, form, Severity(least), since)
    if watches:
        _watch(checker, telling)
    sys.exit(Exit.FAULTY if _checked(checker, telling).errors else Exit.DONE)


def _watch(checker: Checker, telling: _Telling) -> NoReturn:
    """Check now, and again whenever a file changes; an interruption is the way to end it."""
    if not telling.content.is_dir():
        message = f"there is no folder '{telling.content}' to watch"
        raise Failure(message, "name the folder of the briefings")
    with suppress(KeyboardInterrupt):
        watching = False
        # The first turn comes when the notices have begun, so that no change is missed between it and the check.
        for changes in watch(telling.content, rust_timeout=_TURN, yield_on_timeout=True):
            if changes or not watching:
                _checked(checker, telling)
            if not watching:
                tell(f"Watching {telling.content}; Ctrl+C ends it")
                watching = True
    sys.exit(Exit.DONE)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is told of a check, and how."""

    content: Path
    form: str
    least: Severity
    since: str | None

    def chosen(self, found: Diagnostics) -> Diagnostics:
        """Return those of the problems that were asked for."""
        changed = None
        if self.since is not None and self.content.is_dir():
            try:
                changed = changed_lines(self.content, self.since)
            except GitError as error:
                raise Failure(str(error), error.hint) from error
        chosen = Diagnostics()
        for each in found:
            place = each.location
            is_meant = changed is None or place.line in changed.get(Path(place.path).resolve(), ())
            if each.severity is Severity.ERROR or (is_meant and self._weighs_enough(each)):
                chosen.add(each)
        return chosen

    def _weighs_enough(self, diagnostic: Diagnostic) -> bool:
        return _WEIGHTS.index(diagnostic.severity) <= _WEIGHTS.index(self.least)


def _checked(checker: Checker, telling: _Telling) -> Diagnostics:
    """Check once, tell what was asked for, and return all that was found."""
    started = perf_counter()
    found = Diagnostics()
    with working(f"Checking {telling.content}"):
        checker.check(telling.content, found, telling.content)
    chosen = telling.chosen(found)
    if telling.form == "text":
        for each in chosen:
            asked.print(_styled(each))
    else:
        click.echo(REPORTS[telling.form](chosen), nl=False)
    tell(found.summary(), f"in {perf_counter() - started:.1f} s")
    _say_what_next(chosen)
    return found


def _styled(diagnostic: Diagnostic) -> Text:
    text = Text(str(diagnostic))
    start = len(f"{diagnostic.location}: ")
    text.stylize(_STYLES[diagnostic.severity], start, start + len(diagnostic.severity))
    return text


def _say_what_next(told: Diagnostics) -> None:
    codes = sorted({each.code for each in told})
    if codes:
        tell(f"More about a message: briefing explain {codes[0]}")
