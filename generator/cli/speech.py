"""How commands speak, and how they end: plain in a pipe, with colour and progress on a terminal.

What a command was asked for goes to stdout; how it fares, what it did and what to do next go to stderr.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import ClassVar

import click
from rich.console import Console
from rich.text import Text

from generator.reading.characters import printable

asked = Console(markup=False, emoji=False, highlight=False, soft_wrap=True)
"""Stdout, for what was asked: coloured on a terminal where NO_COLOR is not set, plain text elsewhere."""
aside = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
"""Stderr, for everything beside it."""


class Exit(IntEnum):
    """How a command ends; each is explained in `docs/commands.md`."""

    DONE = 0
    """It did what was asked, and found nothing wrong."""
    FAULTY = 1
    """It looked, and something in the files is wrong."""
    MISUSED = 2
    """It was typed in a way that it does not understand; nothing was done."""
    FAILED = 3
    """Something outside the files stood in the way: a program, a package, the network, the disk."""


class Failure(click.ClickException):
    """Something outside the files stands in the way; told in one sentence with a way out."""

    exit_code: ClassVar[int] = Exit.FAILED

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def format_message(self) -> str:
        """Return the sentence, with the way out below it."""
        return f"{self.message}\n    hint: {self.hint}" if self.hint else self.message


def tell(sentence: str, detail: str = "") -> None:
    """Tell the person at the command line something beside the output; the detail on a terminal only."""
    aside.print(Text(printable(f"{sentence} {detail}" if detail and aside.is_terminal else sentence)))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal that something goes on, for as long as it does; say nothing in a pipe."""
    if not aside.is_terminal:
        yield
        return
    with aside.status(Text(f"{what} …"), spinner_style="none"):
        yield
