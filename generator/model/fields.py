"""The kinds of value that a file may hold, each with its check and its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.diagnostics import Code, did_you_mean
from generator.model.addresses import is_web_address
from generator.model.dates import PartialDate, parse_days
from generator.model.quantities import Quantity

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id is: the name of a file without its ending."""
_OBSERVATION_ID = re.compile(rf"{ID.pattern}--{ID.pattern}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_LOCATOR = re.compile(r"¶[0-9]+([–-][0-9]+)?|pp?\. ?[0-9]+([–-][0-9]+)?|([0-9]+:)?[0-9]{1,2}:[0-9]{2}|headline|caption")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_QUOTE_WORDS = 12
_MAX_LINE = 400
_MAX_TEXT = 2000

ParsedT = TypeVar("ParsedT")


def problem(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that validation turns into a diagnostic of this code."""
    # Pydantic reads braces in a message as places to fill; the values are passed as such instead.
    return PydanticCustomError("problem", "{message}", {"code": code, "message": message, "hint": hint})


def text_of(value: object) -> str:
    """Return the value if it is text; raise the diagnostic for a wrong shape if not."""
    if isinstance(value, str):
        return value
    found = "a list" if isinstance(value, list) else "a mapping"
    raise problem(Code.WRONG_SHAPE, f"text is expected here, {found} stands", "write one value")


def _parsed(parse: Callable[[str], ParsedT], code: Code) -> Callable[[object], ParsedT]:
    def validate(value: object) -> ParsedT:
        try:
            return parse(text_of(value))
        except ValueError as error:
            if isinstance(error, PydanticCustomError):
                raise
            raise problem(code, str(error)) from None

    return validate


def _matching(pattern: re.Pattern[str], code: Code, expected: str) -> Callable[[object], str]:
    def validate(value: object) -> str:
        text = text_of(value)
        if not pattern.fullmatch(text):
            raise problem(code, f"'{text}' is not {expected}")
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
    try:
        return PartialDate.parse(text_of(value), calendar)
    except ValueError as error:
        if isinstance(error, PydanticCustomError):
            raise
        raise problem(Code.BAD_DATE, str(error)) from None


def _past_date(value: object, info: ValidationInfo) -> PartialDate:
    moment = _date(value, info)
    if moment.latest is None:
        message = f"'{moment.text}' has no last day, and what was done was done by some day"
        raise problem(Code.BAD_DATE, message, "write that day, or the last on which it may have been")
    return moment


def _address(value: object) -> str:
    text = text_of(value)
    hint = "write a whole web address, such as https://example.org/page"
    if not is_web_address(text):
        raise problem(Code.BAD_ADDRESS, f"'{text}' is not a web address", hint)
    return text


def _source(value: object) -> str:
    text = text_of(value)
    return text if re.fullmatch(rf"{ID.pattern}/{ID.pattern}", text) else _address(text)


def _zone(value: object) -> str:
    text = text_of(value)
    try:
        ZoneInfo(text)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        message = f"'{text}' is not a time zone"
        hint = did_you_mean(text, available_timezones()) or "write its IANA name, such as 'Asia/Tehran'"
        raise problem(Code.BAD_CHOICE, message, hint) from None
    return text


def _quote(value: object) -> str:
    text = text_of(value)
    words = len(text.split())
    if words > _MAX_QUOTE_WORDS:
        message = f"the quotation has {words} words, {_MAX_QUOTE_WORDS} are allowed"
        raise problem(Code.LONG_QUOTE, message, "keep the words that matter and put the rest in your own")
    return text


def _flag(value: object) -> bool:
    if text_of(value) == "true":
        return True
    raise problem(Code.BAD_CHOICE, "only 'true' may stand here", "write 'true' or delete the key")


def _string(pattern: re.Pattern[str] | None = None, description: str = "") -> WithJsonSchema:
    schema = {"type": "string", "description": description}
    return WithJsonSchema({**schema, "pattern": f"^({pattern.pattern})$"} if pattern else schema)


Id = Annotated[
    str,
    PlainValidator(_matching(ID, Code.BAD_ID, "an id: lower-case letters, digits and single hyphens")),
    _string(ID, "An id: the name of a file without its ending."),
]
ObservationId = Annotated[
    str,
    PlainValidator(_matching(_OBSERVATION_ID, Code.BAD_ID, "an observation's id: '<article>--<figure>'")),
    _string(_OBSERVATION_ID, "An observation's id: article, two hyphens, figure."),
]
Line = Annotated[str, PlainValidator(_prose_of(_MAX_LINE)), _string(None, "One line of text.")]
Text = Annotated[str, PlainValidator(_prose_of(_MAX_TEXT)), _string(None, "A short text.")]
Printed = Annotated[str, PlainValidator(text_of), _string(None, "The value verbatim, as the article prints it.")]
Quote = Annotated[str, PlainValidator(_quote), _string(None, "A verbatim fragment of at most twelve words.")]
Date = Annotated[PartialDate, PlainValidator(_date), _string(None, "A date in EDTF, such as 2026-02-03~.")]
PastDate = Annotated[
    PartialDate,
    PlainValidator(_past_date),
    _string(None, "A date in EDTF with a last day, such as 2026-02-03."),
]
Value = Annotated[
    Quantity,
    PlainValidator(_parsed(Quantity.parse, Code.BAD_VALUE)),
    _string(None, "A value in the grammar of values, such as 'at least 3,919'."),
]
Days = Annotated[
    int,
    PlainValidator(_parsed(parse_days, Code.BAD_VALUE)),
    _string(None, "A number of days, such as '7 days'."),
]
Address = Annotated[str, PlainValidator(_address), _string(None, "A web address with http or https.")]
Source = Annotated[str, PlainValidator(_source), _string(None, "A web address, or '<briefing>/<article>'.")]
Language = Annotated[
    str,
    PlainValidator(_matching(_LANGUAGE, Code.BAD_CHOICE, "a language tag such as 'en' or 'fa'")),
    _string(_LANGUAGE, "A BCP 47 language tag."),
]
Locator = Annotated[
    str,
    PlainValidator(_matching(_LOCATOR, Code.BAD_LOCATOR, "a locator such as '¶9', 'p. 3', '12:40' or 'headline'")),
    _string(_LOCATOR, "Where in the article it stands."),
]
Sha256 = Annotated[
    str,
    PlainValidator(_matching(_SHA256, Code.BAD_TEXT, "a SHA-256 sum: 64 hexadecimal digits")),
    _string(_SHA256, "The SHA-256 sum of the text that was read."),
]
Zone = Annotated[str, PlainValidator(_zone), _string(None, "A time zone by its IANA name, such as 'Asia/Tehran'.")]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"enum": ["true", True]})]
