"""The words of the format and of the diagnosis that pages show, by the group that tells what each means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from generator.model.diagnosis import FindingKind, RelationKind, State
from generator.model.differences import EventState, IssueState, ShiftKind
from generator.model.files import (
    Account,
    ActorKind,
    Basis,
    Carriage,
    EventStatus,
    NoticeKind,
    Progress,
    Stance,
)
from generator.model.prose import Kind

TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "account": get_args(Account),
    "basis": get_args(Basis),
    "carriage": get_args(Carriage),
    "finding": (*FindingKind, "superseded", "break in the series"),
    "kind": (*get_args(ActorKind), *Kind),
    "notice": get_args(NoticeKind),
    "progress": get_args(Progress),
    "relation": tuple(RelationKind),
    "shift": tuple(ShiftKind),
    "stance": (*get_args(Stance), "answer"),
    "state": tuple(dict.fromkeys([*State, *EventState, *IssueState])),
    "status": get_args(EventStatus),
    "unit": ("minutes", "hours", "days", "weeks", "months", "years", "people"),
}
"""A word alone may mean several things: `held` of an event, `for` of a stance."""
