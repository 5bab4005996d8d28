"""`briefing init`: a new site."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.speech import Failure, tell
from generator.cli.writing import deliver
from generator.maintaining.drafting.site import site_files
from generator.pipeline import shipped_templates


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="Our briefings", show_default=True, help="What the site is called.")
def init(folder: Path, name: str) -> None:
    """Start a new site in the folder DIR, with a made-up briefing that checks and builds at once.

    The folder may be there already, if there is nothing in it, or nothing but git's own folder.
    """
    if folder.exists() and not folder.is_dir():
        raise Failure(f"'{folder}' is no folder", "name a folder that is empty, or that does not exist yet")
    if folder.is_dir() and any(child.name != ".git" for child in folder.iterdir()):
        raise Failure(f"the folder '{folder}' is not empty, and is left as it is", "name one that is")
    files = site_files(shipped_templates(), name, version("briefing-generator"))
    deliver({folder / place: content for place, content in files.items()}, folder)
    tell(f"Written: {len(files)} files in {folder}")
    tell(f"Next: `cd {folder}`, then `briefing check` and `briefing build`; README.md says the rest.")
