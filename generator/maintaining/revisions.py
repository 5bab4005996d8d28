"""Content folders as they were: taken out of git, which is asked and never changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from generator.maintaining.git import GitError, commit_of, git

_REGULAR: Final = frozenset({"100644", "100664", "100755"})
_LINK: Final = "120000"


class _Entry(NamedTuple):
    path: PurePosixPath
    """Inside the content folder."""
    is_link: bool
    thing: str
    """The name by which git keeps the bytes."""


@contextmanager
def opened(side: str, content: Path) -> Iterator[tuple[Path | None, Path]]:
    """Give the folder of a side, and the folder as the maintainer knows it, for as long as it is looked at.

    A side is a revision of git, or the path of a folder.  The folder is None where a revision has no `content`.

    Raises:
        GitError: if there is no such side.
    """
    at = next(each for each in (content.absolute(), *content.absolute().parents) if each.is_dir())
    is_folder = bool(side) and Path(side).is_dir()
    try:
        commit = commit_of(at, side)
    except GitError:
        if not is_folder:
            raise
        yield Path(side), Path(side)
        return
    if is_folder:
        raise GitError(f"'{side}' is a revision and a folder", f"write '{Path('.', side).absolute()}' for the folder")
    with TemporaryDirectory(prefix="briefing-diff-") as folder:
        yield _taken_out(commit, at, content, Path(folder)), content


def _taken_out(commit: str, at: Path, content: Path, folder: Path) -> Path | None:
    """Write the content folder of a commit below `folder` and return it; None where the commit has none.

    The files are read as git keeps them.  `git archive` would heed the commit's own attributes, by which a change could
    hide files from those who review it.
    """
    top = Path(git(at, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    try:
        inside = content.resolve().relative_to(top.resolve())
    except ValueError:
        raise GitError(f"'{content}' is outside of the repository", "name a folder of it by '--content'") from None
    listed = git(top, "ls-tree", "-r", "-z", commit, "--", *(f"{part}/" for part in [inside.as_posix()] if part != "."))
    entries = [entry for line in listed.split(b"\0") if line and (entry := _entry(line, inside))]
    entries.sort(key=lambda entry: (entry.is_link, entry.path))  # links last: nothing is written through one
    for entry, text in zip(entries, _contents(top, entries), strict=True):
        place = folder.joinpath(*entry.path.parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        if entry.is_link:
            place.symlink_to("nowhere")  # the reader refuses every link, wherever it leads
        else:
            place.write_bytes(text)
    return folder if entries else None


def _entry(line: bytes, inside: Path) -> _Entry | None:
    """Return a line of `git ls-tree`; None for what is no file."""
    meta, _, name = line.partition(b"\t")
    mode, _, thing = meta.decode().split()
    path = PurePosixPath(os.fsdecode(name)).relative_to(inside.as_posix())
    if path.is_absolute() or ".." in path.parts:
        raise GitError(f"the commit has a file of the name {name!r}", "look at the commit with 'git fsck'")
    return _Entry(path, mode == _LINK, thing) if mode in {*_REGULAR, _LINK} else None


def _contents(top: Path, entries: Sequence[_Entry]) -> Iterator[bytes]:
    """Yield the bytes of each entry."""
    told = git(top, "cat-file", "--batch", given="".join(f"{entry.thing}\n" for entry in entries).encode())
    at = 0
    for entry in entries:
        end = told.index(b"\n", at)
        if told.endswith(b" missing", at, end):
            raise GitError(f"git has no '{entry.path}' of that commit", "fetch it: the clone holds only a part")
        size = int(told[at:end].split()[-1])
        yield told[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
