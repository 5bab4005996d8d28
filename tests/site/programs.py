"""The programs that the tests drive, and the checkers that npm installs for them."""

import os
import shutil
from pathlib import Path

import pytest

CHECKERS = Path(__file__).parent.parent.parent / "node_modules"
KNOWN = {
    "CHROMIUM": (["chromium-headless-shell", "chromium", "google-chrome"], "Chromium", "chromium-headless-shell"),
    "FIREFOX": (["firefox-esr", "firefox"], "Firefox", "firefox-esr"),
    "JAVA": (["java"], "Java 17 or later", "default-jre-headless"),
}


def find_program(variable: str) -> str:
    """Return the path of the program named in a variable, or found on the PATH; without any the test fails."""
    commands, title, package = KNOWN[variable]
    named = os.environ.get(variable)
    found = next(filter(None, map(shutil.which, [named] if named else commands)), None)
    if found is None:
        pytest.fail(
            f"no {title}: install it (Debian: apt-get install {package}) or name it in {variable}", pytrace=False
        )
    return found


def find_checker(path: str) -> Path:
    """Return a file of a package that `npm ci` installs; without it the test fails."""
    found = CHECKERS / path
    if not found.is_file():
        pytest.fail(f"no {found.name}: run `npm ci` (or `make test`, which does)", pytrace=False)
    return found
