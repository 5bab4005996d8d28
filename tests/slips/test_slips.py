"""What a hurried maintainer writes: every slip is told at its place, with a way out that works."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.maintaining.fixing.edits import edited, edits_of
from tests.slips.desk import Desk, Slip, slips_below, told, words

SLIPS = list(slips_below(Path(__file__).parent))
CONTENT = Path(__file__).parents[2] / "briefings"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a copy of the real briefings in which slips may be made."""
    content = tmp_path_factory.mktemp("slips") / "briefings"
    shutil.copytree(CONTENT, content)
    return Desk(content)


@pytest.fixture(scope="module")
def before(desk: Desk) -> Iterator[list[Diagnostic]]:
    """Return what is told of the briefings before any slip; after all slips it is the same."""
    report = desk.report()
    yield report
    assert desk.report() == report


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_and_its_way_out_works(slip: Slip, desk: Desk, before: list[Diagnostic]) -> None:
    """A slip is the first that is told of its file, in its place, with what follows from it and nothing else.

    After the way out everything is told as before the slip.
    """
    sound, text = words(before, slip), desk.text(slip)
    with desk.slipped(slip) as made:
        place, report = desk.place(slip), desk.report()
        fresh = words(report, slip) - sound
        assert {words for _, words in fresh} == {slip.told, *slip.also}
        of_file = [
            each for each in report if each.location.path == place.path and told(each) in {slip.told, *slip.also}
        ]
        found = next(each for each in of_file if told(each) == slip.told)
        assert (found.location, of_file[0].location) == (place, place)
        assert (found.repair is not None) == slip.fix
        if slip.fix:
            written = made.read_bytes().decode("utf-8")
            desk.mend(slip, made, text)
            assert edited(written, edits_of(written, found)) == made.read_text(encoding="utf-8")
        else:
            desk.mend(slip, made, text)
        assert words(desk.report(), slip) == sound


def test_the_slips_are_of_many_kinds() -> None:
    """There are more than fifty slips, and no two are the same."""
    made = Counter((slip.file, slip.wrong, slip.saved, slip.moved_to, slip.deleted) for slip in SLIPS)
    assert len(SLIPS) > 50
    assert made.most_common(1)[0][1] == 1
