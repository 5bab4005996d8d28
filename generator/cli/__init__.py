"""The command `briefing`: what a maintainer types, one module a command."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

_COMMANDS = {
    "build": "build",
    "check": "check",
    "completion": "completion",
    "diff": "diff",
    "explain": "explain",
    "form": "form",
    "init": "init",
    "lsp": "lsp",
    "new": "new",
    "schema": "schema",
    "verify": "verify",
}
"""Each command, and the module of this package that has it under the same name."""


class _Commands(click.Group):
    """Commands that are imported when they are asked for: each starts without what the others stand on."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *_COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, or None where there is none."""
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(f"generator.cli.{_COMMANDS[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - for the type's sake
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-generator")
def main() -> None:
    """Write, check and build briefings."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what a terminal cannot show is written out
