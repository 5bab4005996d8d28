"""`briefing schema`: the JSON Schemas of the format."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.speech import Failure, tell
from generator.model.schemas import DOCUMENTS, schema_text
from generator.publishing.files import write_files
from generator.publishing.schemas import schema_files


@click.command()
@click.argument("kind", required=False, type=click.Choice(list(DOCUMENTS)))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write schemas/v1/KIND.json below this folder.")
def schema(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a KIND of file, or write those of all kinds below a folder.

    Every built site has the same files below schemas/.
    """
    if output:
        _write(kind, output)
    elif kind:
        click.echo(schema_text(kind), nl=False)
    else:
        raise click.UsageError("name a kind of file, or a folder for all of them with -o")


def _write(kind: str | None, output: Path) -> None:
    files = [file for file in schema_files() if kind is None or file.address.endswith(f"/{kind}.json")]
    try:
        write_files(output, files)
    except OSError as error:
        raise Failure(f"the schemas cannot be written: {error.strerror}", f"see to the folder '{output}'") from error
    for file in files:
        tell(f"wrote {output / file.address}")
