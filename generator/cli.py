"""The command `briefing`: what a maintainer types."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import click

from generator.diagnostics import Diagnostics
from generator.pipeline import build_pages, load, shipped_templates


@click.group()
@click.version_option(package_name="briefing-generator")
def main() -> None:
    """Check and build briefings."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what a terminal cannot show is written out


@main.command()
@click.argument("content", default="briefings", type=click.Path(path_type=Path))
def check(content: Path) -> None:
    """Read every file of the CONTENT folder and report all that is wrong.

    Exits with 0 if there is no error, and with 1 if there is one.
    """
    diagnostics = Diagnostics()
    build_pages(load(content, diagnostics, content), shipped_templates(), diagnostics)
    for diagnostic in diagnostics:
        click.echo(str(diagnostic))
    click.echo(diagnostics.summary(), err=True)
    sys.exit(1 if diagnostics.errors else 0)


@main.command()
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


if __name__ == "__main__":
    main()
