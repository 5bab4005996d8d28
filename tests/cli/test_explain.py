"""`briefing explain`: the catalogue of messages, on a terminal."""

from __future__ import annotations

import pytest

from generator.diagnostics import Code
from tests.commands import briefing


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained(code: Code) -> None:
    """Of every code it tells the rule, wrong and right lines and the way out, none of them empty."""
    done = briefing("explain", code)
    parts = done.stdout.replace("\nWrong:\n", "\0").replace("\nRight:\n", "\0").replace("\nWay out: ", "\0").split("\0")
    assert done.exit_code == 0
    assert parts[0].startswith(f"{code}\n\n")
    assert [len(part.split()) > 0 for part in parts] == [True] * 4
    assert "](" not in parts[0] + parts[3]


def test_all_codes_are_listed() -> None:
    """Without a code it lists every code, each with a sentence."""
    lines = briefing("explain").stdout.splitlines()
    assert sorted(line.split()[0] for line in lines) == sorted(Code)
    assert all(line.endswith(".") for line in lines)


def test_a_code_as_messages_show_it() -> None:
    """The brackets of a message may be typed along."""
    assert briefing("explain", "[bad-date]").stdout == briefing("explain", "bad-date").stdout


def test_a_code_that_is_none() -> None:
    """A misspelt code is told with the nearest one."""
    done = briefing("explain", "bad-dat")
    assert (done.exit_code, "did you mean 'bad-date'?" in done.stderr) == (2, True)
