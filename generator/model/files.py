"""The files as maintainers write them: one class a kind of file, one field a key.

This is the format. Validation, the editors' JSON Schemas and the reference in the documentation come from here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.diagnostics import Code
from generator.model.fields import (
    ActorId,
    Address,
    Date,
    Days,
    EventId,
    FigureId,
    Flag,
    Id,
    IssueId,
    Language,
    Line,
    Locator,
    ObservationId,
    PastDate,
    PopulationId,
    Printed,
    Quote,
    Sha256,
    Source,
    Text,
    Value,
    Zone,
    in_print,
    no_earlier_than,
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


def _title(kind: type[object]) -> str:
    """Return what a class is called in the reference: `NativeName` is "Native name"."""
    words = re.findall("[A-Z][a-z]+", kind.__name__.removesuffix("Document").removesuffix("Entry"))
    return " ".join(words).capitalize()


class Document(BaseModel):
    """What every mapping of every file has in common: no unknown key, no change after reading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        model_title_generator=_title,
    )


def _as_voice(value: object) -> object:
    return {"actor": value} if isinstance(value, str) else value


class VoiceEntry(Document):
    """Who speaks: an actor's id, or a description of somebody unnamed."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["actor"], "maxProperties": 1},
                {"required": ["descriptor"], "properties": {"actor": False}},
            ],
            "dependentRequired": {"identified_as": ["reason"]},
        }
    )

    actor: ActorId | None = None
    """The actor who speaks; it stands alone."""
    descriptor: Line | None = None
    """How the article describes a source that it does not name."""
    count: Line | None = None
    """How many they are, as the article says: one, two, several."""
    identified_as: ActorId | None = None
    """The actor whom we take the source to be; it needs the reason."""
    reason: Text | None = None
    """How that is known."""

    @model_validator(mode="after")
    def _one_of_two(self) -> VoiceEntry:
        if (self.actor is None) == (self.descriptor is None):
            raise problem(Code.CONFLICTING_KEYS, "a voice is either an actor's id or a 'descriptor'", "write one")
        if self.identified_as and not self.reason:
            raise problem(Code.MISSING_KEY, "'identified_as' stands without its 'reason'", "say how it is known")
        if self.actor and (self.count or self.identified_as or self.reason):
            raise problem(Code.CONFLICTING_KEYS, "a named actor needs no 'count', 'identified_as' or 'reason'")
        return self


VoiceField = Annotated[VoiceEntry, BeforeValidator(_as_voice, json_schema_input_type=ActorId | VoiceEntry)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Notice(Document):
    """A correction, withdrawal or deletion, in force from its date."""

    kind: NoticeKind
    """What was done."""
    date: Date
    """Since when."""
    by: VoiceField | None = None
    """Who did it."""
    note: Text | None = None
    """Why, or what was said about it."""


class Item(Document):
    """What events, observations and statements in an article share."""

    calendar: Calendar | None = None
    """The calendar of the item's own dates; Gregorian where nothing is said."""
    by: Few[VoiceField] = ()
    """Who says so: the originator first, then who relays it. Without it, the article itself says so."""
    at: Locator | None = None
    """Where in the article it stands; needed where the article was read whole."""
    quote: Quote | None = None
    """The words themselves, twelve at most."""
    note: Text | None = None
    """What a reader should know about this item."""
    notice: Notice | None = None
    """That this item was corrected, withdrawn or deleted."""


class EventEntry(Item):
    """An event as one article tells it."""

    model_config = ConfigDict(
        title="Event report",
        json_schema_extra={"dependentSchemas": {"date": {"properties": {"start": False, "end": False}}}},
    )

    id: EventId
    """Which event: the same in every article that tells it."""
    title: Line
    """What happened, as this article has it."""
    status: EventStatus
    """How things stand in this article."""
    date: Date | None = None
    """The day, with a time where it is known."""
    start: Date | None = None
    """The first day of something that lasts."""
    end: Annotated[Date | None, no_earlier_than("start")] = None
    """Its last day."""
    zone: Zone | None = None
    """The time zone of a time, such as Asia/Muscat."""
    actors: Few[ActorId] = ()
    """The actors who take part."""
    invited: Few[ActorId] = ()
    """The actors who are asked to."""
    place: Line | None = None
    """Where it happens."""

    @model_validator(mode="after")
    def _one_kind_of_date(self) -> EventEntry:
        if self.date and (self.start or self.end):
            raise problem(Code.CONFLICTING_KEYS, "'date' stands beside 'start' or 'end'", "a span has only the latter")
        return self


class Rejection(Document):
    """Whose value somebody rejects, and which."""

    by: VoiceField | None = None
    """Whose value is denied."""
    value: Value | None = None
    """The value that is denied."""


class ObservationEntry(Item):
    """One attributed answer to a figure's question."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["value"]}, {"required": ["rejects"]}],
            "dependentRequired": {
                "printed": ["value"],
                "value": ["printed"],
                "parts_complete": ["parts"],
                "parts_overlap": ["parts"],
                "horizon": ["basis"],
            },
            "dependentSchemas": {"horizon": {"properties": {"basis": {"const": "projection"}}}},
        }
    )

    figure: FigureId
    """The question that is answered."""
    id: Id | None = None
    """A name of its own, for the permalink."""
    printed: Printed | None = None
    """The value as the article prints it; left out only beside a denial."""
    value: Value | None = None
    """The same in the grammar of values; left out only beside a denial."""
    as_of: Date | None = None
    """The moment the value speaks about."""
    basis: Basis | None = None
    """What kind of number it is."""
    of: PopulationId | None = None
    """The population: who or what is counted, where the figure defines several."""
    place: Line | None = None
    """Where, if not where the figure says."""
    period: Date | None = None
    """Over which time, if not that of the figure."""
    unit: Line | None = None
    """In what, if not in the figure's unit."""
    method: Line | None = None
    """How the number was made."""
    horizon: Line | None = None
    """The time that a projection speaks of; only for a projection."""
    parts: Annotated[Mapping[PopulationId, Value], Field(max_length=MAX_NAMES)] = Field(default_factory=dict)
    """A value each for some of the figure's populations."""
    parts_complete: Flag = False
    """That no part is missing."""
    parts_overlap: Flag = False
    """That some may stand in two parts."""
    complete: Flag = False
    """That its source calls the count whole."""
    replaces: ObservationId | None = None
    """The observation that this one updates."""
    caveat: Text | None = None
    """A doubt that belongs beside the number."""
    rejects: Rejection | None = None
    """Whose value is denied."""

    def reading(self, *, is_foreign: bool) -> str:
        """Return our wording of the value, for readers to whom the print is foreign; nothing where it says the same."""
        return self.value.text if self.value and is_foreign and self.value.text != self.printed else ""

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

    model_config = ConfigDict(
        json_schema_extra={
            "dependentRequired": {"stance": ["issue"], "answer": ["issue"]},
            "dependentSchemas": {"stance": {"properties": {"answer": False}}},
        }
    )

    actor: VoiceField
    """Who speaks."""
    says: Text
    """What is said, in our own words."""
    account: Account
    """How it is known."""
    issue: IssueId | None = None
    """The issue it is about."""
    stance: Stance | None = None
    """Where the actor stands, on an issue of kind position."""
    answer: Line | None = None
    """What is answered to an issue of kind fact: one of that issue's own list."""
    date: Date | None = None
    """When it was said."""
    through: ActorId | None = None
    """The actor through whom it was said, such as a broadcaster."""
    to: Annotated[Few[ActorId], BeforeValidator(_as_list, json_schema_input_type=ActorId | Few[ActorId])] = ()
    """The actors to whom it is said."""

    @model_validator(mode="after")
    def _stance_on_an_issue(self) -> StatementEntry:
        if (self.stance or self.answer) and not self.issue:
            raise problem(Code.MISSING_KEY, "a stance or an answer needs the 'issue' it is about", "name the issue")
        if self.stance and self.answer:
            raise problem(Code.CONFLICTING_KEYS, "a statement has a 'stance' or an 'answer', not both")
        return self


class ArticleDocument(Document):
    """One published item, annotated."""

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"carries": ["carried_as"], "carried_as": ["carries"]}}
    )

    title: Line
    """What the article reports; the outlet's headline only if it is short and plain."""
    outlet: VoiceField
    """Who published it: an actor of kind outlet."""
    published: Annotated[Date, in_print]
    """When it appeared."""
    accessed: Annotated[PastDate, in_print, no_earlier_than("published")]
    """When it was read; it has a last day."""
    language: Language
    """The language it is written in."""
    read: Literal["whole", "excerpt", "summary"]
    """What of it was read; where it is the whole, every item needs its locator."""
    carries: VoiceField | None = None
    """Whose report it is, where the outlet only carries it; it needs the next key."""
    carried_as: Carriage | None = None
    """How it is carried; it needs the key before."""
    report: Id | None = None
    """One name for one report, given to all its copies."""
    url: Address | None = None
    """Where it stands."""
    archive_url: Address | None = None
    """Where a copy is kept."""
    dateline: Line | None = None
    """The place from which it was reported."""
    source_sha256: Sha256 | None = None
    """The sum of the text that was read, where it is kept."""
    note: Text | None = None
    """What a reader should know about this article or its annotation."""
    notice: Notice | None = None
    """That the whole article was corrected, withdrawn or deleted."""
    events: Items[EventEntry] = ()
    """What happened."""
    figures: Items[ObservationEntry] = ()
    """The numbers."""
    statements: Items[StatementEntry] = ()
    """What was said."""

    @model_validator(mode="after")
    def _carried_whole(self) -> ArticleDocument:
        if (self.carries is None) != (self.carried_as is None):
            message = "'carries' and 'carried_as' belong together"
            raise problem(Code.MISSING_KEY, message, "say whose report it is and whether copy, rewrite or translation")
        return self


class Population(Document):
    """Who or what is counted: all, a part of another population, or a union of some."""

    title: Line | None = None
    """Its name on the pages."""
    part_of: PopulationId | None = None
    """The population of which it is a part."""
    union: Few[PopulationId] = ()
    """The populations of which it is made."""


class FigureDocument(Document):
    """A question with a number for an answer."""

    title: Line
    """A short name."""
    question: Line
    """The question in full."""
    kind: FigureKind
    """What sort of number answers it."""
    changes: Change
    """Whether the true number can only rise, can rise and fall, or never changes."""
    unit: Line
    """The unit, such as people or days."""
    place: Line | None = None
    """Where it is counted or measured."""
    period: Date | None = None
    """Over which time."""
    window: Days | None = None
    """How far apart the days of two values may lie for them to be compared."""
    populations: FewById[Population] = Field(default_factory=dict)
    """Who or what may be counted."""
    spans: EventId | None = None
    """For a duration: the event whose length it is."""
    person: ActorId | None = None
    """For an age: the person."""


class EventDocument(Document):
    """A curated title, place and text for an event; its dates come from the articles."""

    title: Line
    """What the timeline calls it."""
    kind: Literal["point", "span"] = "point"
    """Whether it lasts; it does not, where nothing is said."""
    place: Line | None = None
    """Where it happened."""


class NativeName(Document):
    """A name in its own language and script."""

    text: Line
    """The name."""
    lang: Language
    """Its language."""


class Birth(Document):
    """When somebody was born, and who says so."""

    date: Date
    """The day, as exactly as it is known."""
    source: Source
    """Where that is said."""


class Role(Document):
    """A title somebody holds or held."""

    title: Line
    """The title."""
    of: Line | None = None
    """Of what: an actor's id, or words."""
    from_: Annotated[Date | None, Field(alias="from")] = None
    """Since when."""
    to: Annotated[Date | None, no_earlier_than("from_")] = None
    """Until when."""
    source: Source | None = None
    """Where that is said."""


class ActorDocument(Document):
    """A person, organisation, state, group or outlet."""

    name: Line
    """The name that pages show."""
    kind: ActorKind
    """What sort of actor it is."""
    aliases: Few[Line] = ()
    """Other names, which link by themselves as the name does."""
    native: NativeName | None = None
    """The name in its own script."""
    speaks_for: ActorId | None = None
    """The actor whose voice this one is."""
    born: Birth | None = None
    """When, and who says so."""
    roles: Few[Role] = ()
    """Titles held."""
    url: Address | None = None
    """A site of its own."""


class IssueDocument(Document):
    """A question on which actors take stances, or to which accounts give answers."""

    title: Line
    """The question."""
    kind: Literal["position", "fact"]
    """A position has stances, a fact has answers."""
    event: EventId | None = None
    """The event it is about."""
    answers: Few[Line] = ()
    """The answers that accounts give; needed for a fact."""
    overtaken_by: EventId | None = None
    """The event that changed the matter: what was said before it no longer stands against what was said after."""


class BriefingDocument(Document):
    """One matter: what is asked, how far it reaches and who keeps it."""

    title: Line
    """The name of the matter."""
    question: Text
    """What it asks."""
    scope: Text
    """How far it reaches."""
    maintainers: Annotated[Few[Line], Field(min_length=1)]
    """Who keeps it."""
    status: Progress
    """Whether more is to come."""
    language: Language = "en"
    """In which language it is written, and so the words that the pages put around it; English if none is given."""
