"""Addresses that both the briefings and the site's own files ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.exceptions import PluginError


def refuse_taken(wanted: Iterable[str], taken: Mapping[str, str]) -> None:
    """Stop the build if one of the addresses is taken, so that nothing is overwritten in silence.

    Args:
        wanted: the addresses of what the generator makes, from the site's top.
        taken: by address, the file of the site's own that goes there.

    Raises:
        PluginError: naming the file that has to give way.

    """
    clash = next((address for address in wanted if address in taken), None)
    if clash:
        message = f"{taken[clash]} would stand at {clash}, where the briefings put a file of theirs; rename it"
        raise PluginError(message)
