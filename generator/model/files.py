"""The files as maintainers write them: one class a kind of file, one field a key.

This is the format. Validation, the editors' JSON Schemas and the reference in the documentation come from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.diagnostics import Code
from generator.model.fields import (
    Address,
    Date,
    Days,
    Flag,
    Id,
    Language,
    Line,
    Locator,
    ObservationId,
    PastDate,
    Printed,
    Quote,
    Sha256,
    Source,
    Text,
    Value,
    Zone,
    problem,
)

Calendar = Literal["gregorian", "persian"]
ActorKind = Literal["person", "organisation", "state", "group", "outlet"]
EventStatus = Literal["proposed", "announced", "scheduled", "ongoing", "held", "moved", "denied", "cancelled"]
FigureKind = Literal["count", "duration", "age", "amount", "share"]
Change = Literal["grows", "varies", "fixed"]
Basis = Literal["documented count", "official tally", "estimate", "projection", "allegation"]
Stance = Literal["for", "conditional", "against", "unclear"]
Account = Literal["own words", "reported", "inferred", "silence"]
NoticeKind = Literal["corrected", "withdrawn", "deleted"]
Carriage = Literal["copy", "rewrite", "translation"]
Progress = Literal["developing", "paused", "closed"]


MAX_ITEMS = 300
"""Most annotations of a kind in one article."""
MAX_NAMES = 100
"""Most items of any other list."""

ItemT = TypeVar("ItemT")
Items = Annotated[tuple[ItemT, ...], Field(max_length=MAX_ITEMS)]
Few = Annotated[tuple[ItemT, ...], Field(max_length=MAX_NAMES)]
FewById = Annotated[Mapping[Id, ItemT], Field(max_length=MAX_NAMES)]


class Document(BaseModel):
    """What every mapping of every file has in common: no unknown key, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _as_voice(value: object) -> object:
    return {"actor": value} if isinstance(value, str) else value


class VoiceEntry(Document):
    """Who speaks: an actor's id, or a description of somebody unnamed."""

    actor: Id | None = None
    descriptor: Line | None = None
    count: Line | None = None
    identified_as: Id | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> VoiceEntry:
        if (self.actor is None) == (self.descriptor is None):
            raise problem(Code.CONFLICTING_KEYS, "a voice is either an actor's id or a 'descriptor'", "write one")
        if self.identified_as and not self.reason:
            raise problem(Code.MISSING_KEY, "'identified_as' stands without its 'reason'", "say how it is known")
        if self.actor and (self.count or self.identified_as or self.reason):
            raise problem(Code.CONFLICTING_KEYS, "a named actor needs no 'count', 'identified_as' or 'reason'")
        return self


VoiceField = Annotated[VoiceEntry, BeforeValidator(_as_voice)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Notice(Document):
    """A correction, withdrawal or deletion, in force from its date."""

    kind: NoticeKind
    date: Date
    by: VoiceField | None = None
    note: Text | None = None


class Item(Document):
    """What events, observations and statements in an article share."""

    calendar: Calendar | None = None
    by: Few[VoiceField] = ()
    at: Locator | None = None
    quote: Quote | None = None
    note: Text | None = None
    notice: Notice | None = None


class EventEntry(Item):
    """An event as one article tells it."""

    id: Id
    title: Line
    status: EventStatus
    date: Date | None = None
    start: Date | None = None
    end: Date | None = None
    zone: Zone | None = None
    actors: Few[Id] = ()
    invited: Few[Id] = ()
    place: Line | None = None

    @model_validator(mode="after")
    def _one_kind_of_date(self) -> EventEntry:
        if self.date and (self.start or self.end):
            raise problem(Code.CONFLICTING_KEYS, "'date' stands beside 'start' or 'end'", "a span has only the latter")
        return self


class Rejection(Document):
    """Whose value somebody rejects, and which."""

    by: VoiceField | None = None
    value: Value | None = None


class ObservationEntry(Item):
    """One attributed answer to a figure's question."""

    figure: Id
    id: Id | None = None
    printed: Printed | None = None
    value: Value | None = None
    as_of: Date | None = None
    basis: Basis | None = None
    of: Id | None = None
    place: Line | None = None
    period: Date | None = None
    unit: Line | None = None
    method: Line | None = None
    horizon: Line | None = None
    parts: FewById[Value] = Field(default_factory=dict)
    parts_complete: Flag = False
    parts_overlap: Flag = False
    complete: Flag = False
    replaces: ObservationId | None = None
    caveat: Text | None = None
    rejects: Rejection | None = None

    @model_validator(mode="after")
    def _value_or_denial(self) -> ObservationEntry:
        if (self.printed is None) != (self.value is None):
            raise problem(Code.MISSING_KEY, "'printed' and 'value' belong together", "give the words and the value")
        if self.value is None and self.rejects is None:
            raise problem(Code.MISSING_KEY, "the keys 'printed' and 'value' are missing", "or say what it 'rejects'")
        if (self.parts_complete or self.parts_overlap) and not self.parts:
            raise problem(Code.CONFLICTING_KEYS, "there are no 'parts' to be complete or to overlap")
        if self.horizon and self.basis != "projection":
            raise problem(Code.CONFLICTING_KEYS, "only a projection has a 'horizon'", "write 'basis: projection'")
        return self


class StatementEntry(Item):
    """What somebody says, does not say, or is taken to mean."""

    actor: VoiceField
    says: Text
    account: Account
    issue: Id | None = None
    stance: Stance | None = None
    answer: Line | None = None
    date: Date | None = None
    through: Id | None = None
    to: Annotated[Few[Id], BeforeValidator(_as_list)] = ()

    @model_validator(mode="after")
    def _stance_on_an_issue(self) -> StatementEntry:
        if (self.stance or self.answer) and not self.issue:
            raise problem(Code.MISSING_KEY, "a stance or an answer needs the 'issue' it is about", "name the issue")
        if self.stance and self.answer:
            raise problem(Code.CONFLICTING_KEYS, "a statement has a 'stance' or an 'answer', not both")
        return self


class ArticleDocument(Document):
    """One published item, annotated."""

    title: Line
    outlet: VoiceField
    published: Date
    accessed: PastDate
    language: Language
    read: Literal["whole", "excerpt", "summary"]
    carries: VoiceField | None = None
    carried_as: Carriage | None = None
    report: Id | None = None
    url: Address | None = None
    archive_url: Address | None = None
    dateline: Line | None = None
    source_sha256: Sha256 | None = None
    note: Text | None = None
    notice: Notice | None = None
    events: Items[EventEntry] = ()
    figures: Items[ObservationEntry] = ()
    statements: Items[StatementEntry] = ()

    @model_validator(mode="after")
    def _carried_whole(self) -> ArticleDocument:
        if (self.carries is None) != (self.carried_as is None):
            message = "'carries' and 'carried_as' belong together"
            raise problem(Code.MISSING_KEY, message, "say whose report it is and whether copy, rewrite or translation")
        return self


class Population(Document):
    """Who or what is counted: all, a part of another population, or a union of some."""

    title: Line | None = None
    part_of: Id | None = None
    union: Few[Id] = ()


class FigureDocument(Document):
    """A question with a number for an answer."""

    title: Line
    question: Line
    kind: FigureKind
    changes: Change
    unit: Line
    place: Line | None = None
    period: Date | None = None
    window: Days | None = None
    populations: FewById[Population] = Field(default_factory=dict)
    spans: Id | None = None
    person: Id | None = None


class EventDocument(Document):
    """A curated title, place and text for an event; its dates come from the articles."""

    title: Line
    kind: Literal["point", "span"] = "point"
    place: Line | None = None


class NativeName(Document):
    """A name in its own language and script."""

    text: Line
    lang: Language


class Birth(Document):
    """When somebody was born, and who says so."""

    date: Date
    source: Source


class Role(Document):
    """A title somebody holds or held."""

    title: Line
    of: Line | None = None
    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    source: Source | None = None


class ActorDocument(Document):
    """A person, organisation, state, group or outlet."""

    name: Line
    kind: ActorKind
    aliases: Few[Line] = ()
    native: NativeName | None = None
    speaks_for: Id | None = None
    born: Birth | None = None
    roles: Few[Role] = ()
    url: Address | None = None


class IssueDocument(Document):
    """A question on which actors take stances, or to which accounts give answers."""

    title: Line
    kind: Literal["position", "fact"]
    event: Id | None = None
    answers: Few[Line] = ()
    overtaken_by: Id | None = None


class BriefingDocument(Document):
    """One matter: what is asked, how far it reaches and who keeps it."""

    title: Line
    question: Text
    scope: Text
    maintainers: Annotated[Few[Line], Field(min_length=1)]
    status: Progress
    language: Language = "en"
