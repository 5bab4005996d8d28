"""Publication is atomic: a site is built aside and takes the old one's place in one step, or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def building_folder(site: Path) -> Path:
    """Return the folder beside the site in which the next one is built, after mending what a killed build left."""
    tidy(site)
    return _building(site)


def tidy(site: Path) -> None:
    """Remove what an ended build left beside the site; a site that it had moved aside is moved back.

    It is moved back only where no other took its place.
    """
    old = _moved_aside(site)
    if old.exists() and not site.exists():
        old.rename(site)
    elif old.exists():
        shutil.rmtree(old)
    if _building(site).exists():
        shutil.rmtree(_building(site))


def publish(built: Path, site: Path) -> None:
    """Let the built folder take the site's place and remove the old site.

    Raises:
        OSError: if the folders cannot be renamed; the old site then stands as it was.
    """
    if not site.exists():
        built.rename(site)
    elif _exchange(built, site):
        shutil.rmtree(built)
    else:
        old = _moved_aside(site)
        site.rename(old)
        try:
            built.rename(site)
        except OSError:
            old.rename(site)
            raise
        shutil.rmtree(old)


def _building(site: Path) -> Path:
    return site.with_name(f".{site.name}.building")


def _moved_aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in a single step where the system can (renameat2 of Linux), and return whether it could."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
