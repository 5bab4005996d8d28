"""Golden cases: what does not fit together is told with its place, its code and the way out."""

from pathlib import Path

import pytest

from tests.builders import Case, cases_below


@pytest.mark.parametrize("case", cases_below(Path(__file__).parent), ids=lambda case: case.name)
def test_what_does_not_fit_is_told(case: Case, tmp_path: Path) -> None:
    """Assembling the case's files tells exactly what the case expects, nothing more and nothing less."""
    assert case.told(tmp_path) == list(case.expected)
