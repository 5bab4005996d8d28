"""The kinds of value that a file may hold, each with its check and its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.diagnostics import Code, Repair, did_you_mean
from generator.model.addresses import is_web_address
from generator.model.dates import PartialDate, parse_days
from generator.model.quantities import Quantity
from generator.model.respelling import only_near, respelt_id, respelt_locator, respelt_value
from generator.model.respelling_dates import respelt_date

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id is: the name of a file without its ending."""
_OBSERVATION_ID = re.compile(rf"{ID.pattern}--{ID.pattern}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_LOCATOR = re.compile(r"¶[0-9]+([–-][0-9]+)?|pp?\. ?[0-9]+([–-][0-9]+)?|([0-9]+:)?[0-9]{1,2}:[0-9]{2}|headline|caption")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ARTICLE = rf"{ID.pattern}/{ID.pattern}"
_HOST = r"[^\s/?#@:<>\x22'`\\]+\.[^\s/?#@:<>\x22'`\\]+(:[0-9]+)?"
_ADDRESS = rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}([/?#][^\s<>\x22'`\\]*)?"
_DATE_LETTERS = r"[\s0-9XTZ~?%:,.+/\[\]-]+"
"""What dates are made of; a schema need not know their calendar."""
MAX_QUOTE_WORDS = 12
"""Most words of a quotation, wherever it stands."""
_FIRST_YEAR_IN_PRINT = 1600
"""The first newspapers are a few years younger; the years of the Solar Hijri calendar are all before it."""
_MAX_LINE = 400
_MAX_TEXT = 2000

ParsedT = TypeVar("ParsedT")


def problem(code: Code, message: str, hint: str = "", repair: Repair | None = None) -> PydanticCustomError:
    """Return the error that validation turns into a diagnostic of this code; a repair is a hint by itself."""
    hint = hint or (f"write '{repair.right}'" if repair else "")
    # Pydantic reads braces in a message as places to fill; the values are passed as such instead.
    context = {"code": code, "message": message, "hint": hint, "repair": repair}
    return PydanticCustomError("problem", "{message}", context)


def text_of(value: object) -> str:
    """Return the value if it is text; raise the diagnostic for a wrong shape if not."""
    if isinstance(value, str):
        return value
    found = "a list" if isinstance(value, list) else "a mapping"
    raise problem(Code.WRONG_SHAPE, f"text is expected here, {found} stands", "write one value")


def _respelt_by_nobody(_written: str) -> None:
    """Know of no other spelling."""


def _repair(written: str, right: str | None) -> Repair | None:
    return Repair(written, right) if right else None


def _parsed(
    parse: Callable[[str], ParsedT], code: Code, respelt: Callable[[str], str | None] = _respelt_by_nobody
) -> Callable[[object], ParsedT]:
    def validate(value: object) -> ParsedT:
        text = text_of(value)
        try:
            return parse(text)
        except ValueError as error:
            raise problem(code, str(error), repair=_repair(text, respelt(text))) from None

    return validate


def _matching(
    pattern: re.Pattern[str], code: Code, expected: str, respelt: Callable[[str], str | None] = _respelt_by_nobody
) -> Callable[[object], str]:
    def validate(value: object) -> str:
        text = text_of(value)
        if not pattern.fullmatch(text):
            raise problem(code, f"'{text}' is not {expected}", repair=_repair(text, respelt(text)))
        return text

    return validate


def _prose_of(longest: int) -> Callable[[object], str]:
    def validate(value: object) -> str:
        text = text_of(value)
        if len(text) > longest:
            raise problem(Code.TOO_LONG, f"the text is longer than {longest} characters", "shorten it")
        return " ".join(text.split())

    return validate


def _date(value: object, info: ValidationInfo) -> PartialDate:
    calendar = (info.data or {}).get("calendar") or "gregorian"
    text = text_of(value)
    try:
        return PartialDate.parse(text, calendar)
    except ValueError as error:
        raise problem(Code.BAD_DATE, str(error), repair=_repair(text, respelt_date(text, calendar))) from None


def _past_date(value: object, info: ValidationInfo) -> PartialDate:
    moment = _date(value, info)
    if moment.latest is None:
        message = f"'{moment.text}' has no last day, and what was done was done by some day"
        raise problem(Code.BAD_DATE, message, "write that day, or the last on which it may have been")
    return moment


def _in_print(value: PartialDate) -> PartialDate:
    """Refuse a date on which nothing can have been published: it is one of another calendar."""
    last = value.latest or value.earliest
    if last and last.year < _FIRST_YEAR_IN_PRINT:
        message = f"'{value.text}' is before the year {_FIRST_YEAR_IN_PRINT}, and no article was published so early"
        raise problem(Code.BAD_DATE, message, "write the Gregorian date, such as 2026-02-25")
    return value


in_print = AfterValidator(_in_print)
"""The check that an article can have been published, or read, on a date."""


def no_earlier_than(key: str) -> AfterValidator:
    """Return the check that a date is not surely over before the one under another key begins."""

    def validate(value: PartialDate | None, info: ValidationInfo) -> PartialDate | None:
        other = (info.data or {}).get(key)
        if value and other and value.before(other):
            message = f"'{value.text}' is before '{other.text}', which stands under '{key.rstrip('_')}'"
            raise problem(Code.BAD_DATE, message, "compare both with the article; one of them is wrong")
        return value

    return AfterValidator(validate)


def _address(value: object) -> str:
    text = text_of(value)
    hint = "write a whole web address, such as https://example.org/page"
    if not is_web_address(text):
        raise problem(Code.BAD_ADDRESS, f"'{text}' is not a web address", hint)
    return text


def _source(value: object) -> str:
    text = text_of(value)
    return text if re.fullmatch(_ARTICLE, text) else _address(text)


def _zone(value: object) -> str:
    text = text_of(value)
    try:
        ZoneInfo(text)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        message = f"'{text}' is not a time zone"
        hint = did_you_mean(text, available_timezones()) or "write its IANA name, such as 'Asia/Tehran'"
        raise problem(Code.BAD_CHOICE, message, hint, _repair(text, only_near(text, available_timezones()))) from None
    return text


def _quote(value: object) -> str:
    text = text_of(value)
    words = len(text.split())
    if words > MAX_QUOTE_WORDS:
        message = f"the quotation has {words} words, {MAX_QUOTE_WORDS} are allowed"
        raise problem(Code.LONG_QUOTE, message, "keep the words that matter and put the rest in your own")
    return text


def _flag(value: object) -> bool:
    text = text_of(value)
    if text == "true":
        return True
    hint = "write 'true' or delete the key"
    repair = Repair(text, "true") if text.lower() in {"true", "yes"} else None
    raise problem(Code.BAD_CHOICE, "only 'true' may stand here", hint, repair)


def _described(
    title: str, description: str, types: Sequence[str] = ("string",), pattern: str = "", **bounds: int
) -> WithJsonSchema:
    """Return what the JSON Schema of a kind of value says.

    Args:
        title: the kind's name in tables and editors.
        description: what may stand, in a sentence.
        types: what a reader of YAML that guesses may take such a value for; ours takes each for text.
        pattern: what the text, where it is text, matches as a whole.
        bounds: other keywords of JSON Schema.

    """
    schema: dict[str, Any] = {"type": list(types) if len(types) > 1 else types[0], "title": title}
    schema |= {"description": description, **bounds}
    return WithJsonSchema({**schema, "pattern": f"^({pattern})$"} if pattern else schema)


_WORDS = ("string", "number", "boolean")
_NUMBERS = ("string", "number")
_check_id = PlainValidator(
    _matching(ID, Code.BAD_ID, "an id: lower-case letters, digits and single hyphens", respelt_id)
)


def _id(title: str, description: str) -> WithJsonSchema:
    return _described(title, description, ("string", "integer", "boolean"), ID.pattern, minimum=0)


Id = Annotated[str, _check_id, _id("id", "Lower-case letters, digits and single hyphens.")]
ActorId = Annotated[str, _check_id, _id("actor id", "The name of a file in the folder actors, without its ending.")]
EventId = Annotated[str, _check_id, _id("event id", "An event of this briefing, as its articles or files name it.")]
FigureId = Annotated[str, _check_id, _id("figure id", "The name of a file in the folder figures, without its ending.")]
IssueId = Annotated[str, _check_id, _id("issue id", "The name of a file in the folder issues, without its ending.")]
PopulationId = Annotated[str, _check_id, _id("population id", "A population that the figure defines.")]
ObservationId = Annotated[
    str,
    PlainValidator(_matching(_OBSERVATION_ID, Code.BAD_ID, "an observation's id: '<article>--<figure or its id>'")),
    _described("observation id", "The article's id, two hyphens and the figure's.", pattern=_OBSERVATION_ID.pattern),
]
Line = Annotated[
    str,
    PlainValidator(_prose_of(_MAX_LINE)),
    _described("line", "One line of text.", _WORDS, maxLength=_MAX_LINE),
]
Text = Annotated[
    str,
    PlainValidator(_prose_of(_MAX_TEXT)),
    _described("text", "Some sentences; no Markdown.", _WORDS, maxLength=_MAX_TEXT),
]
Printed = Annotated[
    str,
    PlainValidator(text_of),
    _described("wording", "The article's own words, kept character by character.", _WORDS),
]
Quote = Annotated[
    str,
    PlainValidator(_quote),
    _described(
        "quotation",
        "At most twelve words, word for word.",
        _WORDS,
        rf"\s*(\S+(\s+\S+){{0,{MAX_QUOTE_WORDS - 1}}})?\s*",
    ),
]
Date = Annotated[
    PartialDate,
    PlainValidator(_date),
    _described("date", "A date in EDTF, such as 2026-02-03~.", ("string", "integer"), _DATE_LETTERS),
]
PastDate = Annotated[
    PartialDate,
    PlainValidator(_past_date),
    _described("date", "A date in EDTF with a last day, such as 2026-02-03.", ("string", "integer"), _DATE_LETTERS),
]
Value = Annotated[
    Quantity,
    PlainValidator(_parsed(Quantity.parse, Code.BAD_VALUE, respelt_value)),
    _described("value", "A value in the grammar of values, such as 'at least 3,919'.", _NUMBERS),
]
Days = Annotated[
    int,
    PlainValidator(_parsed(parse_days, Code.BAD_VALUE)),
    _described("days", "A number of days or weeks, such as '7 days'."),
]
Address = Annotated[
    str,
    PlainValidator(_address),
    _described("address", "A whole web address.", pattern=_ADDRESS),
]
Source = Annotated[
    str,
    PlainValidator(_source),
    _described("source", "A web address, or '<briefing>/<article>'.", pattern=rf"{_ADDRESS}|{_ARTICLE}"),
]
Language = Annotated[
    str,
    PlainValidator(_matching(_LANGUAGE, Code.BAD_CHOICE, "a language tag such as 'en' or 'fa'")),
    _described("language", "A BCP 47 tag of language, script and region.", pattern=_LANGUAGE.pattern),
]
Locator = Annotated[
    str,
    PlainValidator(
        _matching(_LOCATOR, Code.BAD_LOCATOR, "a locator such as '¶9', 'p. 3', '12:40' or 'headline'", respelt_locator)
    ),
    _described("locator", "A place in the article, such as ¶9 or p. 3.", pattern=_LOCATOR.pattern),
]
Sha256 = Annotated[
    str,
    PlainValidator(_matching(_SHA256, Code.BAD_TEXT, "a SHA-256 sum: 64 hexadecimal digits")),
    _described("sum", "A SHA-256 sum: 64 hexadecimal digits.", _NUMBERS, _SHA256.pattern),
]
Zone = Annotated[
    str,
    PlainValidator(_zone),
    _described("zone", "A time zone by its IANA name, such as 'Asia/Tehran'."),
]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"enum": ["true", True]})]
