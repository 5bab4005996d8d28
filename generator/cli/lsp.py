"""`briefing lsp`: the language server, for editors."""

from __future__ import annotations

import click

from generator.cli.speech import Failure


@click.command()
def lsp() -> None:
    """Serve an editor over stdin and stdout, by the Language Server Protocol.

    The editor starts it; its folder holds the content folder 'briefings', or the one that the editor's
    initialization option 'content' names.
    """
    try:
        from generator.language_server.features import make_server  # noqa: PLC0415 - it needs an extra
    except ModuleNotFoundError as error:
        if error.name not in {"pygls", "lsprotocol"}:
            raise
        message = "the language server needs the package pygls"
        raise Failure(message, "pip install 'briefing-generator[editor]'") from error
    make_server().start_io()
