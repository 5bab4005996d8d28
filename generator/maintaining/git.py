"""What a repository knows of the content folder; only ever read, never changed."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

_HUNK = re.compile(rb"^@@ -\S+ \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")


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
    # Neither the reader's own settings nor the repository's may run a program or colour what is read here.
    quiet = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "color.ui=false"]
    try:
        done = subprocess.run(  # noqa: S603 - no shell; revisions follow --end-of-options
            ["git", "-C", str(folder), *quiet, *words],  # noqa: S607 - the git of the PATH is the one meant
            check=False,
            input=given,
            capture_output=True,
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


def changed_lines(content: Path, revision: str) -> Mapping[Path, frozenset[int]]:
    """Return, by resolved path, the lines of the content folder's files that are not as they were at a commit.

    Of a file that git does not know yet, every line is new. Lines count from 1.

    Raises:
        GitError: if git cannot answer.
    """
    top = Path(git(content, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    commit = commit_of(content, revision)
    settings = ["--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--dst-prefix=b/"]
    lines: defaultdict[Path, set[int]] = defaultdict(set)
    at = top
    for line in git(content, "diff", *settings, "--relative", commit, "--", ".").split(b"\n"):
        if line.startswith(b"+++ b/"):
            at = content.resolve() / line.removeprefix(b"+++ b/").decode(errors="surrogateescape").rstrip("\t")
        elif hunk := _HUNK.match(line):
            first, count = int(hunk["first"]), int(hunk["count"] or 1)
            lines[at].update(range(first, first + count))
    for name in git(content, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if name:
            path = content.resolve() / name.decode(errors="surrogateescape")
            lines[path].update(range(1, path.read_bytes().count(b"\n") + 2))
    return {path: frozenset(each) for path, each in lines.items()}
