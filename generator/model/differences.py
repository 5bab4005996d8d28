"""Where accounts of events and positions on issues differ, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from generator.model.diagnosis import Diagnosis
from generator.model.prose import Target
from generator.model.reasons import Reason, Term


class EventState(StrEnum):
    """What holds of the dates of an event."""

    DISPUTED = "dates disputed"
    AGREED = "dates agree"
    UNCONFIRMED = "unconfirmed"
    ONE_VOICE = "one voice"
    UNDATED = "no date"


@dataclass(frozen=True, kw_only=True, slots=True)
class EventDiagnosis:
    """How the reports of one event stand to each other."""

    state: EventState
    status: str
    """What the latest report known says became of it: scheduled, moved, held, …; empty where none is known."""
    reason: Reason
    superseded: frozenset[str]
    """Reports whose date an update or a move has overtaken."""


class IssueState(StrEnum):
    """What holds of the stances or answers on an issue."""

    ANSWERS_CONFLICT = "answers conflict"
    ANSWERS_AGREE = "answers agree"
    UNCONFIRMED = "unconfirmed"
    STANCES_DIFFER = "stances differ"
    STANCES_AGREE = "stances agree"
    ONE_VOICE = "one voice"
    OPEN = "nobody says"


class ShiftKind(StrEnum):
    """How a later stance of somebody differs from an earlier one."""

    REVERSAL = "reversal"
    """From for to against, or back."""
    SHIFT = "shift"
    """Any other change."""
    TOLD_DIFFERENTLY = "told differently"
    """Two accounts of one time that cannot both hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shift:
    """A change of stance, or of answer, of one speaker."""

    kind: ShiftKind
    statement: str
    earlier: str
    reason: Reason


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueDiagnosis:
    """How the statements on one issue stand to each other."""

    state: IssueState
    reason: Reason
    shifts: tuple[Shift, ...]
    standings: Mapping[str, tuple[str, ...]]
    """By stance or answer, all there are, the statements that stand: of each speaker there the latest.

    What the speaker's own later word, or an event since, has overtaken is not among them.
    """


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What became known on a day and changed the state of one figure, event or issue."""

    on: date
    target: Target
    before: tuple[Term, ...]
    """The state until then, of an event after what had become of it; empty where nothing was known."""
    after: tuple[Term, ...]
    reason: Reason
    articles: tuple[str, ...]
    """The articles that became known on that day, of those the state draws on; none where a notice took effect."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """What was known of one figure from a day on."""

    on: date
    diagnosis: Diagnosis


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """How everything in a briefing stood on every day on which something became known or was taken back."""

    snapshots: Mapping[str, tuple[Snapshot, ...]]
    """By figure, each day on which something about it became known, the first one first."""
    changes: tuple[Change, ...]
    """By day, then kind and id."""
    days: tuple[date, ...]
    """Every day on which a source became known or was taken back, in whole or in part."""

    def turns(self, figure: str) -> tuple[Snapshot, ...]:
        """Return the snapshots of a figure in which its state is another than before, beginning with the first."""
        snapshots = self.snapshots[figure]
        turned = (now for before, now in pairwise(snapshots) if now.diagnosis.state != before.diagnosis.state)
        return (*snapshots[:1], *turned)


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """How everything in a briefing stands."""

    figures: Mapping[str, Diagnosis]
    events: Mapping[str, EventDiagnosis]
    issues: Mapping[str, IssueDiagnosis]
    told_history: Callable[[], History] = field(repr=False, compare=False)
    """Makes the history: most of the work, and a check of the files asks for none of it."""

    @cached_property
    def history(self) -> History:
        """How it all stood before."""
        return self.told_history()
