"""Who carries a page: a known outlet, or a site known by nothing but its own name."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.model.files import ActorDocument
from generator.model.source import SourceFile


def host_of(address: str) -> str:
    """Return the host of a web address without its `www.`, or nothing."""
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def find_outlets(actors: Sequence[SourceFile[ActorDocument]], site: str, address: str) -> tuple[str, ...]:
    """Return the ids of the known outlets that a site may be; more than one where their files leave it open.

    The outlet's own address counts most, then the name the site gives itself, then its host read as a name.
    """
    outlets = [file for file in actors if file.document.kind == "outlet"]
    depths = {file.id: _shared_depth(file.document.url or "", address) for file in outlets}
    deepest = max(depths.values(), default=0)
    if deepest:
        return tuple(name for name, depth in depths.items() if depth == deepest)
    host = host_of(address)
    for written in (site, host, host.rpartition(".")[0]):
        found = tuple(file.id for file in outlets if _squeezed(written) in _names(file.document))
        if found:
            return found
    return ()


def _shared_depth(own: str, address: str) -> int:
    """Return how much of an address an outlet's own covers, in characters; none if it is another's."""
    host, other = host_of(own), host_of(address)
    path = urlsplit(own).path.rstrip("/")
    if not host or not (other == host or other.endswith(f".{host}")):
        return 0
    # On a site that many share, the outlet's own address has a path.
    return len(host + path) if f"{urlsplit(address).path}/".startswith(f"{path}/") else 0


def _names(outlet: ActorDocument) -> set[str]:
    native = [outlet.native.text] if outlet.native else []
    return {_squeezed(name) for name in [outlet.name, *outlet.aliases, *native]} - {""}


def _squeezed(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
