"""The order in which files are read never matters."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembling.library import assemble
from generator.diagnostics import Diagnostics
from generator.model.briefing import Library
from generator.model.source import Sources
from generator.reading.folders import read_folder
from tests.builders import read_content

ThingT = TypeVar("ThingT")
ROOT = Path(__file__).parent.parent.parent


@cache
def made_up() -> Sources:
    """Return the sound content folder, as read."""
    with TemporaryDirectory() as folder:
        return read_content(Path(folder), {})


@cache
def real() -> Sources:
    """Return the project's own briefings, as read."""
    return read_folder(ROOT / "briefings", Diagnostics())


def shuffled(sources: Sources, seed: int) -> Sources:
    """Return the same files in another order."""
    random = Random(seed)  # noqa: S311 - an order is wanted that can be had again

    def mixed(things: tuple[ThingT, ...]) -> tuple[ThingT, ...]:
        return tuple(random.sample(things, len(things)))

    briefings = [
        replace(
            briefing,
            articles=mixed(briefing.articles),
            figures=mixed(briefing.figures),
            events=mixed(briefing.events),
            issues=mixed(briefing.issues),
        )
        for briefing in sources.briefings
    ]
    return replace(sources, actors=mixed(sources.actors), briefings=mixed(tuple(briefings)))


def told(sources: Sources) -> tuple[Library, list[str]]:
    """Return the library and all that is told of it."""
    diagnostics = Diagnostics()
    return assemble(sources, diagnostics), [str(each) for each in diagnostics]


@settings(max_examples=20)  # each reads the whole library; any order that mattered would show in a few
@given(st.integers(0, 10**6))
def test_made_up_files(seed: int) -> None:
    """The same files in any order give the same library and the same diagnostics."""
    assert told(shuffled(made_up(), seed)) == told(made_up())


def test_real_files() -> None:
    """So do the project's own, which hold every kind of disagreement."""
    assert told(shuffled(real(), 1)) == told(real())
