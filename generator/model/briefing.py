"""What is known: everything of the files, resolved and tied together, never changed after assembling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.diagnostics import Location
from generator.model.attribution import Attribution
from generator.model.dates import PartialDate
from generator.model.differences import Assessment
from generator.model.files import (
    ActorDocument,
    ArticleDocument,
    BriefingDocument,
    EventEntry,
    FigureDocument,
    IssueDocument,
    ObservationEntry,
    StatementEntry,
)
from generator.model.intervals import Interval
from generator.model.measures import Measure
from generator.model.prose import Mention, Prose
from generator.model.wordings import Form


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A person, organisation, state, group or outlet; site-wide."""

    id: str
    document: ActorDocument
    body: Prose
    location: Location

    @property
    def name(self) -> str:
        """The name that pages show."""
        return self.document.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """One attributed answer to a figure's question, from one article."""

    id: str
    """`<article>--<figure>`, with a number from the second on, or `<article>--<its own id>`."""
    article: str
    entry: ObservationEntry
    attribution: Attribution
    measure: Measure
    interval: Interval | None
    """The value in the figure's canonical unit; None where it is not quantified or only rejects another's."""
    published: PartialDate
    as_of: PartialDate
    """The moment the value speaks about; `published` stands in where none is given."""
    as_of_given: bool
    location: Location

    @property
    def is_floor(self) -> bool:
        """Whether the value counts what was documented, which more may follow, and prints no bound of its own.

        `about` and `nearly` round a count; they do not bound what was not counted.
        """
        entry = self.entry
        if entry.basis != "documented count" or entry.complete or entry.value is None:
            return False
        return entry.value.form in {Form.EXACT, Form.ABOUT, Form.NEARLY}


@dataclass(frozen=True, kw_only=True, slots=True)
class EventReport:
    """An event as one article tells it."""

    id: str
    """`<article>--<event>`, with a number from the second on."""
    article: str
    entry: EventEntry
    attribution: Attribution
    published: PartialDate
    location: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What an actor says, as one article tells it."""

    id: str
    """`<article>--statement-<number>`."""
    article: str
    entry: StatementEntry
    speaker: Attribution
    """The speaker as a chain of one, so that a described speaker has a root of its own."""
    attribution: Attribution
    """Who attributes it to the speaker."""
    published: PartialDate
    moment: PartialDate
    """When it was said; `published` stands in where no date is given."""
    location: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One published item with everything annotated in it."""

    id: str
    document: ArticleDocument
    body: Prose
    voices: Attribution
    """The article's own voice: `carries`, then the outlet."""
    observations: tuple[Observation, ...]
    events: tuple[EventReport, ...]
    statements: tuple[Statement, ...]
    location: Location

    @property
    def known_from(self) -> date:
        """The day by which everybody could know the article: the last on which it may have been published.

        Where that is open, the day on which a maintainer read it.
        """
        return self.document.published.latest or self.document.accessed.latest or date.max


@dataclass(frozen=True, kw_only=True, slots=True)
class EventTiming:
    """One answer to when an event was or will be, with the reports that give it."""

    start: PartialDate | None
    end: PartialDate | None
    reports: tuple[EventReport, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something dated, with every report of it."""

    id: str
    title: str
    is_span: bool
    place: str
    body: Prose
    reports: tuple[EventReport, ...]
    """By publication."""
    timings: tuple[EventTiming, ...]
    """Every different dating, earliest first; none is chosen."""
    moment: PartialDate | None
    """The date that gives the event its place in the timeline."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A question with a number for an answer, and every answer to it."""

    id: str
    document: FigureDocument
    body: Prose
    observations: tuple[Observation, ...]
    location: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """A question on which actors take stances or accounts give answers."""

    id: str
    document: IssueDocument
    body: Prose
    statements: tuple[Statement, ...]
    location: Location


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """One matter, whole."""

    id: str
    document: BriefingDocument
    body: Prose
    articles: Mapping[str, Article]
    events: Mapping[str, Event]
    figures: Mapping[str, Figure]
    issues: Mapping[str, Issue]
    observations: Mapping[str, Observation]
    """Every observation of every figure, by id."""
    mentions: tuple[Mention, ...]
    location: Location
    told_assessment: Callable[[], Assessment] = field(repr=False, compare=False)
    """Makes the assessment: it follows from all the rest, and a check of the files asks for little of it."""

    @cached_property
    def assessment(self) -> Assessment:
        """How everything in the briefing stands."""
        return self.told_assessment()

    @property
    def last_source(self) -> date | None:
        """The last day on which a source of this briefing was published, as far as is known."""
        days = [article.document.published.latest for article in self.articles.values()]
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """Every actor and every briefing of a site."""

    actors: Mapping[str, Actor]
    briefings: Mapping[str, Briefing]
