"""What a repository knows of the content folder; only ever read, never changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

# Only the commands that read objects are used: they know no filter, no attribute and no way to show a difference. What
# is left by which the settings of a repository could run a program, or change it, is shut here.
_SETTINGS: Final = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.quotePath=false",
    "protocol.allow=never",
)
_ENVIRONMENT: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


class GitError(Exception):
    """Git cannot answer; the message is a sentence, `hint` a way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """Return what git prints, run in a folder and given some bytes to read.

    Raises:
        GitError: if there is no git, no repository, or git refuses.
    """
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    try:
        done = subprocess.run(  # noqa: S603 - no shell; revisions follow --end-of-options
            ["git", "-C", str(folder), *settings, *words],  # noqa: S607 - the git of the PATH is the one meant
            check=False,
            input=given,
            capture_output=True,
            env=os.environ | _ENVIRONMENT,
        )
    except FileNotFoundError:
        message = "git is not installed"
        raise GitError(
            message, "install git, or give folders instead of commits where the command takes them"
        ) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        message = f"git {words[0]}: {said[-1].removeprefix('fatal: ')}" if said else f"git {words[0]} failed"
        raise GitError(message, "see whether you stand in the repository and the commit exists")
    return done.stdout


def commit_of(folder: Path, revision: str) -> str:
    """Return the full name of the commit that a revision stands for.

    Raises:
        GitError: if there is no such commit.
    """
    try:
        found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as error:
        git(folder, "rev-parse", "--git-dir")  # tells what is wrong where it is not the revision
        message = f"'{revision}' is not a commit of this repository"
        raise GitError(message, "fetch it, or write a branch, a tag or a commit that 'git log' shows") from error
    return found.decode().strip()
