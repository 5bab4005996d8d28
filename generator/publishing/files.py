"""Files of the site that are no pages, written into its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.rendering.page import SiteFile


def write_files(site: Path, files: Iterable[SiteFile]) -> None:
    """Write each file to its address below the site's folder."""
    for file in files:
        path = site / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
