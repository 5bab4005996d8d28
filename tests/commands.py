"""The command line as a test types it, and a repository to type it in."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main


def briefing(*words: object) -> Result:
    """Run the command `briefing` with these words."""
    return CliRunner().invoke(main, [str(word) for word in words])


def commit(folder: Path) -> str:
    """Commit everything in a folder, a repository from now on, and return the commit."""

    def git(*words: str) -> str:
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *words],  # noqa: S607 - the PATH's
            cwd=folder,
            env={**os.environ, **settings},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    if not (folder / ".git").exists():
        git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "A change")
    return git("rev-parse", "HEAD")
