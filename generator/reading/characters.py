"""The characters of a file: strict UTF-8, normal form, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.diagnostics import Code, Diagnostics, Location, Repair
from generator.reading.verbatim import verbatim_places

MAX_BYTES = 512 * 1024
"""A longer file is a mistake or an attack: the longest articles have a tenth of it."""

_MOST_TOLD = 100
"""So many bad characters of one file are told; where there are more, the file is hardly text."""
_LONGEST_REPAIR = 1000
"""Longest stretch of a line that is brought into normal form, in characters: that of many marks takes long."""
_MOST_MARKS = 30
"""Most combining marks on one letter: Unicode's Stream-Safe Text Format (UAX #15) needs no more for any language."""

_JOINERS = "\u200c\u200d"
_SUSPECT = re.compile(
    # Control and format characters, unassigned and private ones come out of the categories below; these
    # are letters and marks by category that draw nothing (Unicode, Default_Ignorable_Code_Point).
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_NEVER_MEANT = re.compile(r"[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Hyphens and marks that programs leave behind: without them every word is the same."""
_PLAIN = re.compile(r"[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e]*")
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_PICTURES = {"So", "Sk"}
"""Signs, and the modifiers of skin colour."""
_JOINING_SCRIPTS: tuple[str, ...] = (
    "ARABIC",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "ORIYA",
    "TAMIL",
    "TELUGU",
)
_JOINING_SCRIPTS += ("KANNADA", "MALAYALAM", "SINHALA")


def read_bytes(path: Path, shown: str, diagnostics: Diagnostics) -> bytes | None:
    """Return what a file holds, or None after telling why it cannot be read; of too long a file, a byte too many."""
    if path.is_symlink() or not path.is_file():
        diagnostics.error(Location(shown), Code.STRAY_FILE, "not a regular file", "put the file itself here")
        return None
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        diagnostics.error(Location(shown), Code.STRAY_FILE, message, "see to its permissions")
        return None


def text_of(content: bytes, shown: str, diagnostics: Diagnostics) -> str | None:
    """Return the text of a file, or None after telling everything that is wrong with its characters."""
    found_before = len(diagnostics)
    if len(content) > MAX_BYTES:
        message = f"the file is longer than {MAX_BYTES // 1024} KiB"
        diagnostics.error(Location(shown), Code.TOO_LONG, message, "keep the annotation and a summary, not the text")
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        location = _location(before, len(before), shown)
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        diagnostics.error(location, Code.BAD_ENCODING, message, "save the file as UTF-8")
        return None
    found = list(islice(bad_characters(text), _MOST_TOLD))
    verbatim = verbatim_places(text) if found else set[int]()
    for offset, message, hint in found:
        repair = _repair(text, offset, verbatim)
        diagnostics.error(_location(text, offset, shown), Code.BAD_CHARACTER, message, hint, repair)
    return text if len(diagnostics) == found_before else None


def printable(text: str) -> str:
    """Return a text with whatever a terminal could not show, or would obey, written out."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def _location(text: str, offset: int, shown: str) -> Location:
    line_start = text.rfind("\n", 0, offset) + 1
    return Location(shown, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def bad_characters(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield offset, message and hint for each character that cannot be seen or is not in normal form."""
    if _PLAIN.fullmatch(text):
        return
    if "\r" in text:
        yield text.index("\r"), "lines end in CR or CRLF", "save the file with LF line ends"
        text = text.replace("\r", " ")
    marks = 0
    for offset, character in enumerate(text):
        if character == "\n" or " " <= character <= "~":
            marks = 0
            continue
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            yield offset, f"more than {_MOST_MARKS} marks stand on one letter", "delete them"
            return  # to look whether such a text is in normal form takes for ever
        if character in _JOINERS:
            if not _joins(text, offset):
                message = f"{_named(character)} stands outside a word of a joining script"
                yield offset, message, "delete it"
        elif character == "\t":
            yield offset, "a tab stands here, which may be any number of spaces", "write spaces in its place"
        elif unicodedata.category(character) in _INVISIBLE_CATEGORIES or _SUSPECT.match(character):
            yield offset, f"{_named(character)} cannot be seen", "delete it, or write a space"
    yield from _not_normal(text)


def _repair(text: str, offset: int, verbatim: set[int]) -> Repair | None:
    """Return the way out for a bad character, if there is but one and the words are not those of others."""
    character = text[offset]
    if character == "\r":
        return None if re.search(r"\r(?!\n)", text) else Repair("\r\n", "\n")
    if offset in verbatim or _joins_pictures(text, offset):
        return None
    if _NEVER_MEANT.match(character):
        return Repair(character, "")
    rest = re.split(r"[\r\n]", text[offset:], maxsplit=1)[0]
    if len(rest) > _LONGEST_REPAIR:
        return None
    normal = unicodedata.normalize("NFC", rest)
    is_unseen = unicodedata.category(character) in _INVISIBLE_CATEGORIES or _SUSPECT.match(character)
    is_safe = verbatim.isdisjoint(range(offset, offset + len(rest)))
    return Repair(rest, normal) if is_safe and not is_unseen and normal != rest else None


def _not_normal(text: str) -> Iterator[tuple[int, str, str]]:
    offset = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            normal = unicodedata.normalize("NFC", line) + "\n"
            column = next(at for at, (one, other) in enumerate(zip(line, normal, strict=False)) if one != other)
            yield offset + column, "the text is not in Unicode normal form NFC", "save the file in form NFC"
        offset += len(line) + 1


def _joins(text: str, offset: int) -> bool:
    return all(0 <= at < len(text) and _of_joining_script(text[at]) for at in (offset - 1, offset + 1))


def _joins_pictures(text: str, offset: int) -> bool:
    """Return whether a joiner makes one picture of two; U+FE0F asks for a sign to be shown as a picture."""
    beside = text[max(offset - 1, 0) : offset] + text[offset + 1 : offset + 2]
    return text[offset] == "\u200d" and any(
        unicodedata.category(each) in _PICTURES or each == "\ufe0f" for each in beside
    )


def _of_joining_script(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM" and unicodedata.name(character, "").startswith(_JOINING_SCRIPTS)


def _named(character: str) -> str:
    name = unicodedata.name(character, "an unnamed character").lower()
    return f"U+{ord(character):04X} ({name})"
