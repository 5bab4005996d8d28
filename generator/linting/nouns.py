"""English nouns for those who speak, by number."""

from __future__ import annotations

from typing import Final

_REGULAR: Final = (
    "activist adviser agent aide analyst broadcaster commander commentator critic defector demonstrator diplomat "
    "doctor envoy estimate executive expert eyewitness guard insider investigator journalist lawmaker lawyer leader "
    "lobbyist medic minister negotiator newspaper observer officer official organisation organization outlet paramedic "
    "politician president prisoner prosecutor protester relative report reporter researcher resident scholar scientist "
    "soldier source specialist spokesperson strategist student supporter survivor teacher veteran volunteer worker"
).split()

SINGULAR: Final = frozenset([*_REGULAR, *"agency spokesman spokeswoman witness".split()])
PLURAL: Final = frozenset(
    [*(f"{noun}s" for noun in _REGULAR), *"agencies eyewitnesses groups people persons spokesmen witnesses".split()]
)
COLLECTIVE: Final = frozenset(
    "army article cabinet committee council couple court crowd dozen family government group handful military ministry "
    "number office page pair parliament party police side state team text union".split()
)
"""Nouns in the singular that may stand for one voice or for several, or for what a voice wrote."""
