"""`briefing check`: everything that is wrong with the files."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import NoReturn

import click
from watchfiles import watch

from generator.cli.speech import Exit, Failure, tell, working
from generator.cli.telling import FORMS, WEIGHTS, Telling
from generator.diagnostics import Diagnostics, Severity
from generator.maintaining.checking import Checker
from generator.maintaining.fixing import fix, told
from generator.maintaining.git import GitError
from generator.maintaining.since import Since
from generator.reading.folders import content_folder_of

_TURN = 200
"""How long to wait for changes before looking whether to end, in milliseconds."""


@click.command()
@click.argument("path", default="briefings", type=click.Path(path_type=Path))
@click.option("--format", "form", default="text", type=click.Choice(FORMS), help="How problems are told.")
@click.option(
    "--least",
    default="advice",
    type=click.Choice([each.value for each in WEIGHTS]),
    help="The least weight of what is told.",
)
@click.option(
    "--since",
    "revision",
    metavar="COMMIT",
    help="Of warnings and advice, tell what has come about since COMMIT or stands on lines changed since; all errors.",
)
@click.option("--watch", "watches", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
@click.option("--fix", "fixes", is_flag=True, help="First mend what can be mended without harm, in the files.")
def check(  # noqa: PLR0913 - a command has as many options as it needs
    path: Path, form: str, least: str, revision: str | None, *, watches: bool, fixes: bool
) -> None:
    """Read every file of a content folder and report all that is wrong.

    PATH is the folder, or one file in it: then everything is read, and what is wrong with that file is told.
    An error ends a build, a warning a strict one; advice is what a good editor would look at again.
    Exits with 0 if there is no error, and with 1 if there is one; of one file, its own errors count.
    """
    checker = Checker()
    content, only = _meant(path)
    since = _since(content, revision) if revision is not None and content.is_dir() else None
    telling = Telling(content=content, only=only, form=form, least=Severity(least), since=since)
    if fixes:
        _fix(telling)
    if watches:
        _watch(checker, telling)
    sys.exit(Exit.FAULTY if _check(checker, telling).errors else Exit.DONE)


def _meant(path: Path) -> tuple[Path, Path | None]:
    """Return the content folder that a path means, as the maintainer knows it, and the one file in it, if any."""
    if not path.is_file():
        return path, None
    folder = content_folder_of(path)
    if folder is None:
        message = f"'{path}' is no file of a content folder"
        raise Failure(message, "name the folder of the briefings, or a file in one of its folders")
    file = Path(os.path.normpath(path.absolute()))
    content = folder if path.is_absolute() else Path(os.path.relpath(folder))
    return content, content / file.relative_to(folder)


def _since(content: Path, revision: str) -> Since:
    try:
        with working(f"Looking at {revision}"):
            return Since(content, content, revision)
    except GitError as error:
        raise Failure(str(error), error.hint) from error
    except OSError as error:
        raise Failure(f"a file cannot be read: {error}", "see to its permissions") from error


def _check(checker: Checker, telling: Telling) -> Diagnostics:
    """Check once, tell what was asked for, and return it."""
    started = perf_counter()
    found = Diagnostics()
    with working(f"Checking {telling.content}"):
        checker.check(telling.content, found, telling.content)
    return telling.tell(found, perf_counter() - started)


def _fix(telling: Telling) -> None:
    """Mend what can be mended without harm, and tell every repair."""
    try:
        with working(f"Mending {telling.content}"):
            fixed = fix(telling.content, telling.content, telling.only)
    except OSError as error:
        message = f"{error.filename or telling.content} cannot be written: {error.strerror}"
        raise Failure(message, "see to its permissions; nothing else was mended") from error
    for each in fixed.repairs:
        tell(f"{each.location}: fixed: {told(each)} [{each.code}]")
    for each in fixed.dropped:
        tell(f"{each.location}: left as it is, since the repair would break something else [{each.code}]")
    for path, why in fixed.barred.items():
        tell(f"{path}: not mended: {why}")


def _watch(checker: Checker, telling: Telling) -> NoReturn:
    """Check now, and again whenever a file changes; an interruption is the way to end it."""
    if not telling.content.is_dir():
        message = f"there is no folder '{telling.content}' to watch"
        raise Failure(message, "name the folder of the briefings")
    with suppress(KeyboardInterrupt):
        watching = False
        # The first turn comes when the notices have begun, so that no change is missed between it and the check.
        for changes in watch(telling.content, rust_timeout=_TURN, yield_on_timeout=True):
            if changes:
                tell("--")  # where the next report begins, which may be worded as the one before
            if changes or not watching:
                _check(checker, telling)
            if not watching:
                tell(f"Watching {telling.content}; Ctrl+C ends it")
                watching = True
    sys.exit(Exit.DONE)
