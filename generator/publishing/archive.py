"""Zip archives that are the same bytes whoever packs them, wherever and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)
LAST_MOMENT = datetime(2105, 12, 31, tzinfo=UTC)
"""Archives know no day before the first, and gzip none in 2107; what is older or newer is dated by the nearest."""
_UNIX = 3
_READ_BY_ALL = 0o100644 << 16
_PACKED_ALREADY = (".epub", ".gz", ".ico", ".jpg", ".png", ".woff2", ".zip")


def datable(moment: datetime) -> datetime:
    """Return the moment, or the nearest to it by which every kind of archive can be dated."""
    return min(max(moment, FIRST_MOMENT), LAST_MOMENT)


def write_archive(target: Path | IO[bytes], entries: Iterable[tuple[str, bytes]], moment: datetime) -> None:
    """Write an archive of these files, in this order, all dated alike; `moment` is in UTC.

    What is packed already, and an EPUB's `mimetype`, is stored as it is.
    """
    with ZipFile(target, "w") as archive:
        for name, content in entries:
            entry = ZipInfo(name, datable(moment).timetuple()[:6])
            entry.create_system = _UNIX  # and not the system this happens to run on
            entry.external_attr = _READ_BY_ALL
            stored = name == "mimetype" or name.endswith(_PACKED_ALREADY)
            archive.writestr(entry, content, ZIP_STORED if stored else ZIP_DEFLATED)


def archive_site(site: Path, name: str, moment: datetime) -> None:
    """Pack the whole site into one folder of an archive beside its home page, for reading without a network."""
    target = site / f"{name}.zip"
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file() and path != target}
    entries = ((f"{name}/{address}", path.read_bytes()) for address, path in sorted(paths.items()))
    write_archive(target, entries, moment)
