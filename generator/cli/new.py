"""`briefing new`: files to go on with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.speech import Failure, tell, working
from generator.cli.writing import briefing_folder, check_of, deliver, listed
from generator.diagnostics import Diagnostics
from generator.maintaining.drafting.article import ArticleDraft, Desk, Given, draft_article
from generator.maintaining.drafting.definitions import KINDS, ROOMLESS, askable, draft_definition, place_of
from generator.maintaining.drafting.fetching import fetch, is_address
from generator.maintaining.drafting.keys import Key, keys_of
from generator.maintaining.drafting.pages import MAX_SAVED, SavedPage, UnusableError, read_page
from generator.model.dates import PartialDate
from generator.model.fields import ID
from generator.model.files import ArticleDocument
from generator.pipeline import shipped_templates
from generator.reading.folders import RESERVED, read_folder

_READ = next(key for key in keys_of(ArticleDocument) if key.name == "read")


def _id(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return an id that a file may have, or refuse it."""
    if value is not None and (not ID.fullmatch(value) or value in RESERVED):
        expected = "lower-case letters, digits and single hyphens"
        raise click.BadParameter(f"'{value}' is no id: {expected}, and none of {', '.join(sorted(RESERVED))}")
    return value


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return a date by whose last day something was done, or refuse it."""
    try:
        if value is not None and PartialDate.parse(value).latest is None:
            raise click.BadParameter(f"'{value}' has no last day")
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return value


_CONTENT = click.Option(
    ["--content"],
    type=click.Path(path_type=Path),
    default="briefings",
    show_default=True,
    help="The folder of all briefings.",
)
_BRIEFING = click.Option(["--briefing"], help="The briefing it is for; needed where there are several.")
_PRINT = click.Option(["--print", "prints"], is_flag=True, help="Print the file instead of writing it.")


@click.group()
def new() -> None:
    """Write a file to go on with: what is known is filled in, what is yours to decide is said.

    Nothing is overwritten.
    """


def _article(  # noqa: PLR0913 - one parameter an option
    *,
    source: str,
    file_id: str | None,
    accessed: str | None,
    read: str | None,
    keep: Path | None,
    content: Path,
    briefing: str | None,
    prints: bool,
) -> None:
    """Draft the file of an article from its page, saved from the browser or on the web.

    What the page says of itself is filled in: title, outlet, dates, addresses and language.
    Known actors in its text, and its numbers, are listed as comments for you to decide on.
    """
    folder = briefing_folder(content, briefing) / "articles"
    page, day, reason = _opened(source)
    given = Given(
        accessed=accessed or day,
        reason="" if accessed else reason,
        id=file_id or "",
        read=read or "",
        kept=keep is not None,
    )
    try:
        draft = _drafted(page, content, folder, given)
    except UnusableError as error:
        raise Failure(f"{source}: {error.message}", error.hint) from None
    beside = {keep / f"{draft.id}.txt": draft.source} if keep and draft.source else {}
    _put(folder / f"{draft.id}.md", draft.text, beside, content, prints=prints)
    if keep and not beside:
        tell("No text was found in the page, so that none is kept.")
    for path in draft.known:
        tell(f"{path} has the same page already: keep both only if they are two versions of it.")
    steps = [f"decide {listed(draft.undecided)}"] if draft.undecided else []
    steps += [f"look at the numbers in it ({draft.numbers})"] if draft.numbers else []
    tell(f"Next: {', '.join([*steps, 'add a summary below'])}; then `{check_of(content)}`.")


def _drafted(page: SavedPage, content: Path, folder: Path, given: Given) -> ArticleDraft:
    diagnostics = Diagnostics()
    with working("Reading the briefings"):
        sources = read_folder(content, diagnostics, content)
    if diagnostics.errors:
        tell(f"What is wrong in {content} is left aside: {diagnostics.summary()}. `{check_of(content)}` names it.")
    desk = Desk(
        sources=sources,
        briefing=next(each for each in sources.briefings if each.id == folder.parent.name),
        taken={path.stem for path in folder.glob("*.md")},
        templates=shipped_templates(),
    )
    try:
        with working("Reading the page"):
            return draft_article(page, desk, given)
    except ModuleNotFoundError as error:
        message = f"reading a page needs {error.name}, which is not installed"
        raise Failure(message, "pip install 'briefing-generator[new]'") from None


def _opened(source: str) -> tuple[SavedPage, str, str]:
    """Return the page, the day on which it was read, and how that day is known."""
    try:
        if is_address(source):
            with working(f"Fetching {source}"):
                return fetch(source), datetime.now(UTC).astimezone().date().isoformat(), "today"
        with Path(source).open("rb") as stream:
            content = stream.read(MAX_SAVED + 1)
        saved = datetime.fromtimestamp(Path(source).stat().st_mtime, UTC).astimezone().date()
        return read_page(content), saved.isoformat(), "the day on which the file was saved, by its date"
    except UnusableError as error:
        raise Failure(f"{source}: {error.message}", error.hint) from None
    except OSError as error:
        raise Failure(f"'{source}' cannot be read: {error.strerror}", "give a saved page, or its address") from None


def _define(kind: str) -> Callable[..., None]:
    def define(*, file_id: str, content: Path, prints: bool, briefing: str | None = None, **values: Any) -> None:  # noqa: ANN401 - whatever click made of the options
        room = "" if kind in ROOMLESS else briefing_folder(content, briefing).name
        draft = draft_definition(kind, values, shipped_templates())
        _put(content / place_of(kind, file_id, room), draft.text, {}, content, prints=prints)
        steps = [f"decide {listed(draft.undecided)}"] if draft.undecided else []
        tell(f"Next: {', '.join([*steps, 'describe it below'])}; then `{check_of(content)}`.")

    return define


def _put(path: Path, text: str, beside: Mapping[Path, bytes], content: Path, *, prints: bool) -> None:
    """Write a draft, or print it, and write what is kept beside it."""
    files = beside if prints else {**beside, path: text.encode()}
    deliver(files, content)
    for each in files:
        tell(f"Written: {each}")
    if prints:
        click.echo(text, nl=False)


def _option(key: Key) -> click.Option:
    return click.Option(
        [f"--{key.name.replace('_', '-')}", key.name],
        type=click.Choice(key.choices) if key.choices else str,
        multiple=key.shape.startswith("["),
        help=key.description,
    )


def _command(kind: str) -> click.Command:
    rooms = [] if kind in ROOMLESS else [_BRIEFING]
    return click.Command(
        kind,
        params=[
            click.Argument(["file_id"], metavar="ID", callback=_id),
            *map(_option, askable(kind)),
            *rooms,
            _CONTENT,
            _PRINT,
        ],
        callback=_define(kind),
        help=f"{KINDS[kind].__doc__}\n\nWrites its file; ID is the file's name. What is not given is left to be "
        "decided, and further keys stand in it as comments.",
    )


new.add_command(
    click.Command(
        "article",
        params=[
            click.Option(
                ["--from", "source"], required=True, metavar="FILE|URL", help="The page, saved or on the web."
            ),
            click.Option(["--id", "file_id"], callback=_id, help="The file's name; else outlet and date."),
            click.Option(["--accessed"], callback=_day, help="The day on which the page was read."),
            click.Option(["--read"], type=click.Choice(_READ.choices), help="What you have read of the article."),
            click.Option(
                ["--keep"], type=click.Path(path_type=Path, file_okay=False), help="A folder in which its text is kept."
            ),
            _BRIEFING,
            _CONTENT,
            _PRINT,
        ],
        callback=_article,
        help=_article.__doc__,
    )
)
for _kind in KINDS:
    new.add_command(_command(_kind))
