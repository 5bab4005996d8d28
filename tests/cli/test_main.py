"""The command `briefing` itself."""

from __future__ import annotations

from tests.commands import briefing


def test_version_and_help() -> None:
    """The command tells its version and its commands; a command that is not one is refused."""
    told = [briefing("--version"), briefing("--help"), briefing("bild")]
    assert [done.exit_code for done in told] == [0, 0, 2]
    assert "check" in told[1].stdout
    assert "build" in told[1].stdout
