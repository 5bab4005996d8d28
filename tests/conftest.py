"""What all tests share."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.site.audit.epub import find_faults

# A slow machine is no reason to fail: laws are about results, never about time.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own site with `briefing build`, once for all workers, and return its folder."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / "built-site"
    with (shared / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _build(folder)
    return folder


@pytest.fixture(scope="session")
def epubcheck() -> Callable[[Path], list[str]]:
    """Return what tells the faults of an e-book, a sentence each; a sound one has none."""
    return find_faults


def _build(folder: Path) -> None:
    command = [str(Path(sys.executable).with_name("briefing")), "build", "-f", "mkdocs.yml", "-d", str(folder)]
    build = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if build.returncode:
        pytest.fail(f"`briefing build` failed:\n{build.stdout}{build.stderr}", pytrace=False)
