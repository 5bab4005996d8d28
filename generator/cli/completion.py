"""`briefing completion`: what a shell needs to complete this command."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "fish", "zsh")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script by which a SHELL completes commands, options and codes.

    For bash, put this into ~/.bashrc: eval "$(briefing completion bash)".
    For zsh, the same into ~/.zshrc; for fish: briefing completion fish > ~/.config/fish/completions/briefing.fish.
    """
    found = get_completion_class(shell)
    program = ctx.find_root()
    assert found  # noqa: S101 - click knows each of them
    click.echo(found(program.command, {}, "briefing", "_BRIEFING_COMPLETE").source())
