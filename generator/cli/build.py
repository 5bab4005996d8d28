"""`briefing build`: the site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
from rich.text import Text

from generator.cli.speech import aside, working


@click.command()
@click.option("-f", "--config-file", default="mkdocs.yml", show_default=True, help="The settings of the site.")
@click.option("-d", "--site-dir", help="Where the site goes; else as the settings say.")
def build(config_file: str, site_dir: str | None) -> None:
    """Check every file and build the site; whatever goes wrong, the old site stays whole.

    Exits with 0 if the site was built, and with MkDocs' own code if not.
    """
    # A process of its own: the core does not know MkDocs, and a crash there cannot take this one along.
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", config_file]
    command += ["--site-dir", str(Path(site_dir).resolve())] if site_dir else []
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # Material's farewell to MkDocs is not news on every build
    with (
        working("Building the site"),
        subprocess.Popen(command, env=quiet, stderr=subprocess.PIPE, text=True, errors="replace") as process,  # noqa: S603 - our own words, no shell
    ):
        for line in process.stderr or ():
            aside.print(Text(line.removesuffix("\n")))
    sys.exit(process.returncode)
