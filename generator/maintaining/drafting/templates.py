"""The templates of drafts: what is put into a line of YAML stays in this line."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shlex import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.maintaining.drafting.scalars import readable, scalar
from generator.reading.characters import bad_characters


def render_draft(templates: Path, template: str, **context: object) -> str:
    """Return a draft as a template words it; `templates` is the folder of all templates."""
    return render_file(templates / "drafts", template, **context)


def render_file(folder: Path, template: str, **context: object) -> str:
    """Return a file as a template in a folder words it.

    Everything that a template puts in is one line of sound characters: nothing ends a comment but the template itself.
    """
    return _environment(folder).get_template(template).render(context)


@cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701 - what comes out is no HTML, but YAML with rules of its own
        undefined=StrictUndefined,
        finalize=_in_one_line,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["scalar"] = scalar
    environment.filters["shell"] = lambda text: quote(readable(text))
    return environment


def _in_one_line(value: object) -> str:
    text = str(value)
    return readable(text) if any(bad_characters(text.replace("\n", "\0"))) else text
