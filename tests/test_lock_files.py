"""The lock files pin everything, and name no machine."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_requirement_is_pinned_by_hash(name: str) -> None:
    """Each requirement has one version and at least one hash, so that every machine installs the same bytes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    requirements = re.findall(r"^[^#\s].*(?:\n +--hash.*)*", text, re.MULTILINE)
    loose = [entry for entry in requirements if "==" not in entry or "--hash=sha256:" not in entry]
    assert (len(requirements) > 0, loose) == (True, [])


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_no_address_is_written_down(name: str) -> None:
    """Where packages come from is each machine's own affair: no address and no path stands in a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"\w+://\S*|^-.*", text, re.MULTILINE) == []


def test_every_checker_is_pinned_by_hash() -> None:
    """Each npm package has one version and a hash, and no address."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    checkers = {path: package for path, package in packages.items() if path}
    loose = [path for path, package in checkers.items() if not package["integrity"].startswith("sha512-")]
    told = [path for path, package in checkers.items() if "resolved" in package]
    assert (len(checkers) > 0, loose, told) == (True, [], [])
