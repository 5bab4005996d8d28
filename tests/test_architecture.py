"""The layers of the package, as `pyproject.toml` declares them, are kept."""

import pytest
from importlinter.cli import lint_imports


def test_imports_point_down_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every import contract holds: layers, stages that never see each other, MkDocs behind the plugin alone."""
    broken = lint_imports(no_cache=True, no_logo=True)
    assert not broken, capsys.readouterr().out
