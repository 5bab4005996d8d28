"""Advice: what a good editor would look at again is told where it stands, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostics, Severity
from generator.maintaining.checking import Checker
from generator.pipeline import load
from tests.builders import Case, cases_below, write_content

CASES = cases_below(Path(__file__).parent)


def found_in(folder: Path, files: Mapping[str, str]) -> Diagnostics:
    """Return everything that a check finds in the sound content folder with these files."""
    diagnostics = Diagnostics()
    Checker().check(write_content(folder, files), diagnostics)
    return diagnostics


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_an_editor_would_look_at_again_is_told(case: Case, tmp_path: Path) -> None:
    """Of the files of a case, the check tells exactly what the case expects; the order of keys is another matter."""
    own = {f"briefings/{name}" for name in case.files}
    found = (each for each in found_in(tmp_path, case.files) if each.code is not Code.KEY_ORDER)
    told = [str(each) for each in found if each.location.path in own]
    assert [line.replace("\n    hint: ", " | ") for line in told] == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_advice_changes_no_error_and_no_warning(case: Case, tmp_path: Path) -> None:
    """Whatever advice is given, the errors and warnings of a check are those of a build, which gives none."""
    built = Diagnostics()
    load(write_content(tmp_path / "built", case.files), built)
    checked = found_in(tmp_path / "checked", case.files)
    assert [str(each) for each in checked if each.severity is not Severity.ADVICE] == [str(each) for each in built]


@settings(max_examples=30)
@given(chosen=st.lists(st.sampled_from(CASES), min_size=2, max_size=4))
def test_advice_is_remembered_for_as_long_as_it_holds(chosen: list[Case]) -> None:
    """A checker that saw other files before gives the advice of one that sees these for the first time."""
    with TemporaryDirectory() as folder:
        content = write_content(Path(folder), {})
        checker = Checker()
        for case in chosen:
            for name, text in case.files.items():
                (content / name).parent.mkdir(parents=True, exist_ok=True)
                (content / name).write_text(text, encoding="utf-8")
            again, anew = Diagnostics(), Diagnostics()
            checker.check(content, again)
            Checker().check(content, anew)
            assert list(again) == list(anew)
