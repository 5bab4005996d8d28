"""What was made before, for as long as what it is made of stays the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.diagnostics import Diagnostics

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[ResultT]):
    made_of: object
    result: ResultT
    diagnostics: Diagnostics


_MOST_TASKS = 10_000
"""More than there are for any site: about as many as it has files, or a few times as many."""


class Memory(Generic[ResultT]):
    """The last result of each of many tasks, and what was found to be wrong on the way.

    Of more tasks than it may keep, those are forgotten that were not asked for the longest: their files are gone.
    """

    def __init__(self, most_tasks: int = _MOST_TASKS) -> None:
        """Keep nothing yet, and never more than so many tasks."""
        self._most_tasks = most_tasks
        self._kept: dict[str, _Kept[ResultT]] = {}
        """In the order in which they were asked for last."""

    def recall(
        self, task: str, made_of: object, make: Callable[[Diagnostics], ResultT], diagnostics: Diagnostics
    ) -> ResultT:
        """Return the result of a task; it is made only where what it is made of is not what it was.

        `make` adds what is wrong to the diagnostics it is given, and all of it is told again every time.
        """
        kept = self._kept.get(task)
        if kept is None or kept.made_of != made_of:
            found = Diagnostics()
            kept = _Kept(made_of, make(found), found)
        self._kept.pop(task, None)
        self._kept[task] = kept
        if len(self._kept) > self._most_tasks:
            del self._kept[next(iter(self._kept))]
        for each in kept.diagnostics:
            diagnostics.add(each)
        return kept.result

    def steady(self, task: str, value: ResultT) -> ResultT:
        """Return the very value of the last time where this one is equal, so that what is made of it compares fast."""
        return self.recall(task, value, lambda _: value, Diagnostics())
