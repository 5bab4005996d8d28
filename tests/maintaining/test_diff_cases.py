"""What changes mean: cases as data, told as on a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.maintaining.diff import as_text, compare
from generator.maintaining.diff.rows import Diff
from tests.maintaining.diff_sides import side_of

CASES = yaml.safe_load((Path(__file__).parent / "diff_cases.yml").read_text(encoding="utf-8"))


def diff_of(case: dict[str, Any], folder: Path) -> Diff:
    """Return the diff of a case's two states."""
    return compare(side_of(folder, "base", case.get("before") or {}), side_of(folder, "head", case["after"]))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_cases(case: dict[str, Any], tmp_path: Path) -> None:
    """A change is told as what it means."""
    assert as_text(diff_of(case, tmp_path)) == case["told"]
