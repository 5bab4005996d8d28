"""Where commands write new files, and how they say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from generator.cli.speech import Failure
from generator.model.fields import ID
from generator.reading.folders import RESERVED


def briefing_folder(content: Path, briefing: str | None) -> Path:
    """Return the folder of the briefing that is meant; refuse one that does not exist, or a guess among several."""
    if not content.is_dir():
        raise Failure(f"there is no folder '{content}'", "name the right one by --content, or run `briefing init DIR`")
    folders = (path.parent.name for path in content.glob("*/index.md"))
    known = sorted(name for name in folders if ID.fullmatch(name) and name not in RESERVED)
    if not known:
        raise Failure(f"there is no briefing in '{content}'", "start one with `briefing new briefing ID`")
    if briefing is None and len(known) > 1:
        raise click.UsageError(f"There are several briefings; say which by --briefing: {', '.join(known)}")
    if briefing not in {None, *known}:
        raise click.BadParameter(f"'{briefing}' is none of: {', '.join(known)}", param_hint="--briefing")
    return content / (briefing or known[0])


def deliver(files: Mapping[Path, bytes], content: Path) -> None:
    """Write new files; write none if one of them exists already, or would stand outside the content through a link."""
    for path in files:
        refuse_links(path, content)
        if path.exists() or path.is_symlink():
            raise Failure(f"'{path}' exists, and is left as it is", "choose another id, or move that file away")
    for path, whole in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(whole)
        except OSError as error:
            raise Failure(f"'{path}' cannot be written: {error.strerror}", "see to the folder's permissions") from None


def refuse_links(path: Path, content: Path) -> None:
    """Refuse a path below the content folder if a folder on the way to it is a symbolic link: it may lead anywhere."""
    below = path.relative_to(content).parents if path.is_relative_to(content) else ()
    for folder in below:
        if folder.parts and (content / folder).is_symlink():
            raise Failure(f"'{content / folder}' is a symbolic link", "put the folder itself there")


def listed(keys: Iterable[str]) -> str:
    """Return at least one key as a list in words."""
    *most, last = (f"'{key}'" for key in keys)
    return f"{', '.join(most)} and {last}" if most else last


def check_of(content: Path) -> str:
    """Return the command that checks a content folder."""
    return "briefing check" if content == Path("briefings") else f"briefing check {content}"
