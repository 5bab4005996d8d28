"""`briefing explain`: what a code means."""

from __future__ import annotations

from textwrap import indent

import click
from click.shell_completion import CompletionItem

from generator.diagnostics import Code, did_you_mean
from generator.maintaining.explaining import explanations, shipped_catalogue


class _CodeName(click.ParamType[str]):
    """A code, as it stands in square brackets at the end of a message."""

    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code without its brackets."""
        code = value.strip("[]")
        if code not in set(Code):
            hint = did_you_mean(code, Code) or "'briefing explain' alone lists all codes"
            self.fail(f"there is no code '{code}'; {hint}", param, ctx)
        return code

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """Return the codes that begin like this."""
        return [CompletionItem(code) for code in Code if code.startswith(incomplete)]


@click.command()
@click.argument("code", type=_CodeName(), required=False)
def explain(code: str | None) -> None:
    """Show what a CODE means, a wrong and a right example, and the way out; without one, list all codes."""
    known = explanations(shipped_catalogue())
    if code is None:
        width = max(map(len, known))
        for name, each in known.items():
            click.echo(f"{name:{width}}  {each.summary}")
        return
    each = known[code]
    click.echo(f"{code}\n\n{each.rule}\n\nWrong:\n\n{indent(each.wrong, '    ')}")
    click.echo(f"Right:\n\n{indent(each.right, '    ')}\nWay out: {each.way_out}")
