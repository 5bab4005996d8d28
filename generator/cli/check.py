"""`briefing check`: everything that is wrong with the files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.speech import Exit, say
from generator.diagnostics import Diagnostics
from generator.maintaining.checking import Checker


@click.command()
@click.argument("content", default="briefings", type=click.Path(path_type=Path))
def check(content: Path) -> None:
    """Read every file of the CONTENT folder and report all that is wrong.

    Exits with 0 if there is no error, and with 1 if there is one.
    """
    diagnostics = Diagnostics()
    Checker().check(content, diagnostics, content)
    for diagnostic in diagnostics:
        click.echo(str(diagnostic))
    say(diagnostics.summary())
    sys.exit(Exit.FAULTY if diagnostics.errors else Exit.DONE)
