"""Who says a thing, through whom: the attribution chain and its root."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """One link of a chain: a known actor, or somebody described."""

    actor: str | None = None
    """The actor's id."""
    descriptor: str = ""
    """How an unnamed source is described, as written."""
    count: str = ""
    """How many such sources there are, in the article's words."""
    identified_as: str | None = None
    """The actor whom a maintainer takes the described source to be, with the reason."""
    reason: str = ""

    @property
    def known_actor(self) -> str | None:
        """The actor's id, named or identified; None for a source that stays unidentified."""
        return self.actor or self.identified_as


@dataclass(frozen=True, order=True, slots=True)
class Root:
    """The originator at a chain's start, resolved upward through `speaks_for`.

    Two chains corroborate each other only if their roots differ. A described source that nobody identified
    has a key of its own and is merged with nobody.
    """

    key: str
    identified: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """Originator, then relays, then the report carried, then the outlet."""

    chain: tuple[Voice, ...]
    root: Root

    @property
    def originator(self) -> Voice:
        """The head of the chain."""
        return self.chain[0]
