"""Why the answers to a figure's question differ: findings, relations, series and the state, each with its reason.

Nothing here chooses between answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.model.attribution import Root
from generator.model.measures import Measure
from generator.model.reasons import Reason


class FindingKind(StrEnum):
    """What may be said of one observation; the first three take it out of every comparison."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    DELETED = "deleted"
    PROBABLE_SLIP = "probable slip"
    CARRIED_DIFFERENTLY = "carried differently"
    DENIED = "denied"


STRIKING = frozenset({FindingKind.WITHDRAWN, FindingKind.CORRECTED, FindingKind.DELETED})
"""The findings that remove: kept, shown struck, compared with nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something to know about one observation."""

    kind: FindingKind
    observation: str
    reason: Reason


class RelationKind(StrEnum):
    """What one observation is to another."""

    UNRESOLVED = "unresolved"
    SUPERSEDED = "superseded"
    NOT_THE_SAME_MEASURE = "not the same measure"
    REPEATED = "repeated"
    CORROBORATED = "corroborated"
    COMPATIBLE = "compatible"
    DISPUTED = "disputed"
    NOT_CONTEMPORANEOUS = "not contemporaneous"


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """How two observations stand to each other.

    Of a `superseded` pair, `observation` is superseded by `other`; of a `repeated` one, it repeats `other`.
    """

    kind: RelationKind
    observation: str
    other: str
    gap: Decimal | None = None
    """How far the floors of two compatible values lie apart, in the figure's unit; None where they do not."""
    told: Callable[[], Reason] = field(repr=False, compare=False)
    """Makes the reason: a figure has far more relations than anybody reads."""

    @property
    def reason(self) -> Reason:
        """Why they stand so."""
        return self.told()


class State(StrEnum):
    """What holds of a figure as a whole, the strongest first."""

    DISPUTED = "disputed"
    COMPATIBLE = "compatible"
    CORROBORATED = "corroborated"
    NOT_CONTEMPORANEOUS = "not contemporaneous"
    NOT_THE_SAME_MEASURE = "not the same measure"
    UNRESOLVED = "unresolved"
    REPEATED = "repeated"
    ONE_VOICE = "one voice"
    NO_NUMBER = "no number"
    """Nobody gives a number that still stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Break:
    """A change of method or of definition inside a series."""

    observation: str
    """The first observation after the change."""
    reason: Reason


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """Everything that one root says of one measure, by the moment spoken of; struck and superseded values included."""

    root: Root
    measure: Measure
    horizon: str | None
    """What a projection speaks of; None where the values are none or do not say."""
    observations: tuple[str, ...]
    breaks: tuple[Break, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """What one root says of one measure now: one value, or several where none can be preferred."""

    root: Root
    measure: Measure
    horizon: str | None
    observations: tuple[str, ...]
    """One observation for each value in force."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagnosis:
    """Why the answers to one figure's question differ."""

    figure: str
    state: State
    summary: Reason
    findings: tuple[Finding, ...]
    relations: tuple[Relation, ...]
    series: tuple[Series, ...]
    ranges: tuple[Range, ...]
    live: frozenset[str]
    """The observations that are quantified, not struck and not superseded."""

    def findings_on(self, observation: str) -> Iterator[Finding]:
        """Yield what is found on one observation."""
        return (finding for finding in self.findings if finding.observation == observation)

    def relations_of(self, observation: str) -> Iterator[Relation]:
        """Yield the relations in which one observation stands."""
        return (each for each in self.relations if observation in (each.observation, each.other))
