"""What is remembered is what was made of the same, and never without an end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostics, Location
from generator.memory import Memory


def recalled(memory: Memory[int], task: str, made_of: int, made: list[str]) -> tuple[int, list[str]]:
    """Return the result of a task, and what is told of it; `made` has every task that had to be made."""

    def make(found: Diagnostics) -> int:
        made.append(task)
        found.warning(Location(task), Code.STRAY_FILE, str(made_of))
        return made_of * 10

    diagnostics = Diagnostics()
    return memory.recall(task, made_of, make, diagnostics), [each.message for each in diagnostics]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 2)), max_size=30), st.integers(1, 5))
def test_nothing_is_ever_stale(asked: list[tuple[str, int]], most: int) -> None:
    """Whatever is asked for, and however much is forgotten, the answer is that of who makes it anew."""
    memory = Memory[int](most)
    for task, made_of in asked:
        assert recalled(memory, task, made_of, []) == (made_of * 10, [str(made_of)])


def test_what_was_not_asked_for_the_longest_is_forgotten() -> None:
    """Where two tasks are kept, the one that nobody asked for since is forgotten, and made again when it returns."""
    memory, made = Memory[int](2), list[str]()
    for task in ("gone", "steady", "new", "steady", "newer", "steady", "gone"):
        recalled(memory, task, 1, made)
    assert made == ["gone", "steady", "new", "newer", "gone"]
