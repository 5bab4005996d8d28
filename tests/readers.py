"""Somebody who follows a page of the documentation: types its commands, makes its edits, compares its outputs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

LEFT_OUT = "…\n"
"""What stands, alone on its line, for lines that a page leaves out."""
WHO = {"NAME": "Ada Moor", "EMAIL": "ada@example.org"}


@dataclass(frozen=True)
class Block:
    """A block of a page: its language, the title above it, and its lines."""

    language: str
    title: str
    text: str

    @classmethod
    def all_of(cls, page: str) -> tuple[Self, ...]:
        """Return the blocks of a page, in order."""
        found = re.findall(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', page, re.MULTILINE | re.DOTALL)
        return tuple(cls(*each) for each in found)


class Reader:
    """Somebody who follows a page in a folder, with the programs of this environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = ""
        self._end = folder.with_name("end")
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        author = {f"GIT_{role}_{key}": word for role in ("AUTHOR", "COMMITTER") for key, word in WHO.items()}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": programs}
        self._environment = os.environ | author | settings

    def follow(self, block: Block) -> None:
        """Type the commands of a block, make its change, write its file, or compare what it shows with what is there.

        A file's title with a note behind a comma is of one that is only shown.
        """
        path, _, note = block.title.partition(", ")
        if block.language == "sh":
            self.type(block.text)
        elif block.language == "text":
            assert shows(block.text, self.output), f"the page has\n{block.text}\nthe screen has\n{self.output}"
        elif block.language == "diff":
            self._edit(self.folder / path, block.text)
        elif note:
            assert shows(block.text, text := (self.folder / path).read_text(encoding="utf-8")), text
        else:
            (self.folder / path).write_text(block.text, encoding="utf-8")

    def type(self, commands: str) -> None:
        """Run lines as a shell does, where the last ones ended; they fail if, and only if, they tell of an error."""
        done = subprocess.run(
            ["/bin/sh", "-e", "-c", f"trap 'pwd > {shlex.quote(str(self._end))}' EXIT\n{commands}"],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert (done.returncode != 0) is (": error: " in done.stdout), done.stdout
        self.folder = Path(self._end.read_text(encoding="utf-8").removesuffix("\n"))
        self.output = done.stdout

    def _edit(self, path: Path, change: str) -> None:
        """Make a change that is shown as lines kept, taken away and added; it fits one place of the file."""
        lines = change.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] != "+")
        after = "".join(line[1:] for line in lines if line[0] != "-")
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, change
        path.write_text(text.replace(before, after), encoding="utf-8")


def shows(shown: str, text: str) -> bool:
    """Return whether lines are those of a text, but for those that are left out."""
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, shown.split(LEFT_OUT))), text) is not None
