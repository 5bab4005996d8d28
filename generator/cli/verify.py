"""`briefing verify`: whether the words that articles are said to have stand in the texts that were kept."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.speech import Exit, Failure, asked, tell, working
from generator.diagnostics import Diagnostics
from generator.maintaining.verifying import verify as verify_sources
from generator.reading.characters import printable
from generator.reading.folders import read_folder


@click.command()
@click.argument("content", default="briefings", type=click.Path(path_type=Path))
@click.option(
    "--sources",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of kept texts: text or HTML, each named by its article's id or tied to it by its sum.",
)
@click.option(
    "--list", "lists", is_flag=True, help="List the articles of which no text is kept, and the files that are no texts."
)
def verify(content: Path, folder: Path, *, lists: bool) -> None:
    """Look for every quotation and every value as printed in the kept text of its article, letter by letter.

    Exits with 0 if all stand there, and with 1 if one does not or a text is another than the one that was read.
    """
    if not folder.is_dir():
        message = f"there is no folder '{printable(str(folder))}'"
        raise Failure(message, "name the folder in which the texts of the articles are kept")
    unreadable = Diagnostics()
    with working(f"Looking into {printable(str(folder))}"):
        sources = read_folder(content, unreadable, content)
        missing = Diagnostics()
        verified = verify_sources(sources, folder, missing)
    for each in missing:
        asked.print(str(each))
    texts = f"{verified.texts} of {verified.texts + len(verified.without_text)} articles have a kept text"
    tell(f"{texts}; {verified.found} of {verified.looked_for} quotations and values were found in theirs")
    for name in verified.without_article:
        tell(f"no article belongs to {name}: name it by the article's id, or write its sum into 'source_sha256'")
    for path in verified.without_text if lists else ():
        click.echo(printable(f"no text is kept of {path}"))
    if others := len(verified.not_texts):
        files = "1 other file was" if others == 1 else f"{others} other files were"
        tell(f"{files} not read, for texts end in .txt, .html or .htm")
    for name in verified.not_texts if lists else ():
        click.echo(printable(f"not read: {name}"))
    if unreadable.errors:
        tell("Some files could not be read whole; 'briefing check' tells why")
    sys.exit(Exit.FAULTY if missing.errors or unreadable.errors else Exit.DONE)
