"""Every rule of the diagnosis, by cases kept as data."""

from pathlib import Path

import pytest

from tests.assembling.casebook import Yaml, check_case, read_cases

_CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", _CASES)
def test_case(case: Yaml, tmp_path: Path) -> None:
    """A case has the state, the findings, the relations and the reasons that are expected of it, and no others."""
    check_case(case, tmp_path / "content")


def test_names_are_unique() -> None:
    """No two cases claim the same, and there are enough of them to cover every rule."""
    names = [param.id for param in _CASES]
    assert len(set(names)) == len(names) >= 60
