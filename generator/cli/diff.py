"""`briefing diff`: what a change of the files means."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from generator.cli.speech import Exit, Failure, tell, working
from generator.maintaining.diff import Side, as_json, as_markdown, as_text, compare, load_side
from generator.maintaining.git import GitError
from generator.maintaining.revisions import opened

_FORMS = {"text": as_text, "markdown": as_markdown, "json": as_json}
_NAME_IT = "name the folder with the files by '--content'"


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--content",
    default="briefings",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder with the files.",
)
@click.option(
    "--format", "form", default="text", show_default=True, type=click.Choice(list(_FORMS)), help="What is printed."
)
@click.option("--exit-code", "tells_by_code", is_flag=True, help="Exit with 1 if anything differs, as git does.")
def diff(base: str, head: str | None, content: Path, form: str, *, tells_by_code: bool) -> None:
    """Tell what the files mean in HEAD that they did not in BASE.

    BASE and HEAD are commits, branches or tags of git, or folders. Without HEAD, it is the files as they are now.

    Exits with 0 whether or not anything differs, and with 3 if one of the two cannot be had.
    """
    try:
        with ExitStack() as stack:
            earlier = _side(base, content, stack)
            later = _side(head, content, stack)
    except GitError as error:
        raise Failure(str(error), error.hint) from None
    except OSError as error:
        raise Failure(f"a file cannot be read or written: {error}", "see to its permissions") from None
    if head is not None and later.is_empty:
        raise Failure(f"there is no '{content}' in {head}", _NAME_IT)
    with working("Comparing"):
        found = compare(earlier, later)
    click.echo(_FORMS[form](found), nl=False)
    _tell_errors(later)
    if found.base_is_empty:
        tell(f"There is no '{content}' in {base}: everything is new.")
    if tells_by_code and found.differs:
        sys.exit(Exit.FAULTY)


def _side(name: str | None, content: Path, stack: ExitStack) -> Side:
    """Return a side as read."""
    if name is None and not content.is_dir():
        raise Failure(f"there is no folder '{content}'", _NAME_IT)
    folder, shown = stack.enter_context(opened(name, content)) if name is not None else (content, content)
    with working(f"Reading {name or content}"):
        return load_side(name or str(content), folder, shown)


def _tell_errors(side: Side) -> None:
    """Tell what is wrong with a side, as `briefing check` does."""
    for error in side.errors:
        tell(str(error))
    if side.errors:
        number = len(side.errors)
        tell(f"{number} {'error' if number == 1 else 'errors'} in {side.name}: the comparison may not be whole.")
