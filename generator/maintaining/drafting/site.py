"""A new site: settings, a page, and a made-up briefing that shows what one is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.maintaining.drafting.templates import render_file

_TEMPLATE = ".j2"


def site_files(templates: Path, name: str, version: str) -> Mapping[PurePosixPath, bytes]:
    """Return the files of a new site by their path in it; `version` is that of the generator it is made with."""
    shipped = templates / "site"
    files = {}
    for path in sorted(each for each in shipped.rglob("*") if each.is_file()):
        place = PurePosixPath(path.relative_to(shipped).as_posix())
        if place.suffix == _TEMPLATE:
            files[place.with_suffix("")] = render_file(shipped, str(place), name=name, version=version).encode()
        else:
            files[place] = path.read_bytes()
    return files
