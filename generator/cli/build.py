"""`briefing build`: the site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click


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
    sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own words, no shell
