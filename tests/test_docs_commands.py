"""The page of commands has every command with every option, and no other."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.cli.speech import Exit
from generator.diagnostics import Code
from tests.commands import briefing

PAGE = (Path(__file__).parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (briefing [^\n]+)\n(.*?)(?=^#{2,3} |\Z)", PAGE, re.MULTILINE | re.DOTALL))
"""What the page says of each command, by its heading."""


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command of a group, and of the groups in it, by its whole name."""
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


COMMANDS = dict(commands(main, "briefing"))


def rows(name: str) -> dict[str, str]:
    """Return what a command's section says of each option, under all its spellings."""
    options = re.findall(r"^\| ((?:`-[^`]+`(?:, )?)+) \| (.*) \|$", SECTIONS[name], re.MULTILINE)
    return {spelling: meaning for names, meaning in options for spelling in re.findall(r"`([^`]+)`", names)}


def options(command: click.Command) -> dict[str, click.Option]:
    """Return the options of a command, under all their spellings."""
    return {
        spelling: each for each in command.params if isinstance(each, click.Option) for spelling in sorted(each.opts)
    }


def test_every_command_has_its_section() -> None:
    """The page has a section for each command, and none for what is no command."""
    assert sorted(SECTIONS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_named(name: str) -> None:
    """A section names each option of its command, and no other; those that all drafts share are said once."""
    shared = rows("briefing new") if name.startswith("briefing new ") else {}
    said = {} if name == "briefing new" else rows(name)
    assert set(said) == set(options(COMMANDS[name])) - set(shared)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_choice_is_named(name: str) -> None:
    """Where an option or an argument is one of a few words, the section has them all."""
    choices = [
        word for each in COMMANDS[name].params if isinstance(each.type, click.Choice) for word in each.type.choices
    ]
    assert [word for word in choices if f"`{word}`" not in SECTIONS[name]] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_needed_and_what_stands_in_is_said(name: str) -> None:
    """An option that has to be given is said to be needed, and what stands in for one is named."""
    said = rows("briefing new") | rows(name)
    for spelling, option in options(COMMANDS[name]).items():
        assert option.required is said[spelling].endswith("; needed"), spelling
        if isinstance(option.default, str) and option.default not in {"text", "advice"}:
            assert f"`{option.default}` if you do not say" in said[spelling], spelling


def test_every_end_is_explained() -> None:
    """Each code with which a command may end has its row, and no other has one."""
    assert re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE) == [str(int(each)) for each in Exit]


def test_every_example_is_typed_right() -> None:
    """Each line of an example is understood by the command, down to its options; each code is one."""
    lines = re.findall(r"^briefing [^#\n]+", "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)), re.MULTILINE)
    assert lines
    for line in lines:
        _, *words = line.replace('"', "").split()
        assert briefing(*words, "--help").exit_code == 0, line
    assert all(word in set(Code) for word in re.findall(r"briefing explain ([a-z-]+)$", "\n".join(lines), re.MULTILINE))
