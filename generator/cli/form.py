"""`briefing form`: the draft of an article out of a filled form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.speech import Exit, Failure, tell, working
from generator.cli.writing import deliver, refuse_links
from generator.diagnostics import Diagnostics, Severity
from generator.maintaining.forms.answers import Answers, Field, read_answers
from generator.maintaining.forms.drafts import draft_article
from generator.maintaining.forms.known import known_in, spelled
from generator.maintaining.forms.proof import faults_of
from generator.maintaining.forms.replies import reply_of
from generator.model.source import BriefingSources, Sources
from generator.reading.folders import read_folder


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--briefing", "wanted", help="The briefing it belongs to; else as the form says.")
@click.option(
    "--content",
    default="briefings",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder with the briefings.",
)
@click.option("--print", "printed", is_flag=True, help="Print the article instead of writing its file.")
@click.option("--reply", is_flag=True, help="Print an answer to who filled in the form, in Markdown; write no file.")
def form(file: Path, wanted: str | None, content: Path, *, printed: bool, reply: bool) -> None:
    """Make the draft of an article out of FILE, the form for people without git as its host renders it.

    Exits with 0 if the check finds nothing wrong with the draft, and with 1 if something is to be mended.
    """
    answers = read_answers(_text_of(file))
    if not content.is_dir():
        raise Failure(f"there is no folder '{content}'", "name the folder with the briefings by '--content'")
    with working("Reading the briefings"):
        sources = read_folder(content, Diagnostics(), content)
    briefing = _briefing_of(wanted, answers, sources)
    if briefing is None:
        names = ", ".join(each.id for each in sources.briefings)
        fault = f"the form names no briefing that exists: write one of {names}"
        _end([fault], output=reply_of("", "", [fault]) if reply else "")
        return
    draft = draft_article(answers, known_in(sources, briefing))
    path = Path(briefing.id, "articles", f"{draft.id}.md")
    refuse_links(content / path, content)
    with working("Checking the draft"):
        found = faults_of(draft.text, path, content)
    faults = [*draft.undecided, *(str(each) for each in found if each.severity is not Severity.ADVICE)]
    advice = [str(each) for each in found if each.severity is Severity.ADVICE]
    if reply:
        _end(faults, advice, reply_of((content / path).as_posix(), draft.text, faults, advice))
    elif printed:
        _end(faults, advice, draft.text)
    else:
        deliver({content / path: draft.text.encode()}, content)
        tell(f"Written: {content / path}")
        _end(faults, advice)


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"'{file}' cannot be read: {error}", "save it as UTF-8") from None


def _briefing_of(wanted: str | None, answers: Answers, sources: Sources) -> BriefingSources | None:
    """Return the briefing that is named by its id or its title, or None."""
    name = spelled(wanted or answers.get(Field.BRIEFING, ""))
    for briefing in sources.briefings:
        if name == briefing.id or (briefing.index and name == spelled(briefing.index.document.title)):
            return briefing
    return None


def _end(faults: Sequence[str], advice: Sequence[str] = (), output: str = "") -> None:
    """Print what was asked for, tell what is to be mended, and end accordingly."""
    click.echo(output, nl=False)
    for each in (*faults, *advice):
        tell(each)
    tell("Next: mend what is named above, then `briefing check`." if faults else "Next: look at every line of it.")
    sys.exit(Exit.FAULTY if faults else Exit.DONE)
