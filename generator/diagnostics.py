"""What is wrong with a file, where, and the way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import fuzz, process, utils

_LIKENESS = 72.0
"""Least similarity, in per cent, of a name that is worth suggesting."""

_SHORTEST_PART = 3
"""Least length, in characters, of what may be a part of another name."""

_LONGEST = 400
"""Longest message, in characters."""


class Severity(StrEnum):
    """How much a problem weighs: an error ends the build, a warning a strict one, advice none."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    """A good editor would look at it again; nothing is wrong with the file."""


class Code(StrEnum):
    """The closed set of problems; each has its paragraph in `docs/diagnostics.md`."""

    AMBIGUOUS_NAME = "ambiguous-name"
    BAD_ADDRESS = "bad-address"
    BAD_CHARACTER = "bad-character"
    BAD_CHOICE = "bad-choice"
    BAD_DATE = "bad-date"
    BAD_ENCODING = "bad-encoding"
    BAD_FENCE = "bad-fence"
    BAD_FILE_NAME = "bad-file-name"
    BAD_ID = "bad-id"
    BAD_LOCATOR = "bad-locator"
    BAD_TEXT = "bad-text"
    BAD_VALUE = "bad-value"
    BAD_YAML = "bad-yaml"
    CIRCULAR_REFERENCE = "circular-reference"
    CIRCULAR_VOICE = "circular-voice"
    CONFLICTING_KEYS = "conflicting-keys"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_KEY = "duplicate-key"
    KEY_ORDER = "key-order"
    LOADED_VERB = "loaded-verb"
    LONG_QUOTE = "long-quote"
    MISSING_ARCHIVE = "missing-archive"
    MISSING_AS_OF = "missing-as-of"
    MISSING_FILE = "missing-file"
    MISSING_HORIZON = "missing-horizon"
    MISSING_KEY = "missing-key"
    MISSING_LOCATOR = "missing-locator"
    NEAR_ID = "near-id"
    NOT_IN_SOURCE = "not-in-source"
    OTHER_NUMBER = "other-number"
    OTHER_SOURCE = "other-source"
    PLURAL_SOURCE = "plural-source"
    PROBABLE_SLIP = "probable-slip"
    RAW_HTML = "raw-html"
    SAME_ARTICLE = "same-article"
    STALE_EVENT = "stale-event"
    STRAY_FILE = "stray-file"
    TOO_DEEP = "too-deep"
    TOO_LONG = "too-long"
    UNEXPLAINED_INFERENCE = "unexplained-inference"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_REFERENCE = "unknown-reference"
    UNSAFE_LINK = "unsafe-link"
    UNUSED_DEFINITION = "unused-definition"
    VAGUE_ATTRIBUTION = "vague-attribution"
    WRONG_KIND = "wrong-kind"
    WRONG_LOCATOR = "wrong-locator"
    WRONG_SHAPE = "wrong-shape"
    YAML_FEATURE = "yaml-feature"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: its path as the maintainer knows it, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return `path:line:column`, which terminals and editors open."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Repair:
    """The one way out that can do no harm: where the diagnostic stands, `right` takes the place of `written`."""

    written: str
    """The text of the file from the diagnostic's place on; a quotation mark may precede it."""
    right: str


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """One problem, in the shape of the Language Server Protocol's diagnostics."""

    location: Location
    code: Code
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    repair: Repair | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the line a terminal shows, with the way out below it."""
        line = f"{self.location}: {self.severity}: {self.message} [{self.code}]"
        return f"{line}\n    hint: {self.hint}" if self.hint else line


class Diagnostics:
    """Every problem found so far; reading goes on after each."""

    def __init__(self) -> None:
        self._found: set[Diagnostic] = set()

    def error(self, location: Location, code: Code, message: str, hint: str = "", repair: Repair | None = None) -> None:
        """Add a problem that ends the build."""
        self.add(Diagnostic(location, code, _in_one_line(message), hint, Severity.ERROR, repair))

    def warning(self, location: Location, code: Code, message: str, hint: str = "") -> None:
        """Add a problem that is told and ends a strict build only."""
        self.add(Diagnostic(location, code, _in_one_line(message), hint, Severity.WARNING))

    def advice(self, location: Location, code: Code, message: str, hint: str = "") -> None:
        """Add what a good editor would look at again."""
        self.add(Diagnostic(location, code, _in_one_line(message), hint, Severity.ADVICE))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a problem as it was found elsewhere."""
        self._found.add(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield the problems by place, so that the same files give the same report."""
        return iter(sorted(self._found))

    def __len__(self) -> int:
        """Return how many problems there are."""
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many of the problems end the build."""
        return self.count(Severity.ERROR)

    def summary(self) -> str:
        """Return the counts in words, such as `2 errors, 1 warning`; advice is counted where there is any."""
        advice = self.count(Severity.ADVICE)
        told = [_counted(self.errors, "error"), _counted(self.count(Severity.WARNING), "warning")]
        return ", ".join([*told, _counted(advice, "piece of advice", "pieces of advice")] if advice else told)

    def count(self, severity: Severity) -> int:
        """Return how many of the problems weigh so much."""
        return sum(each.severity is severity for each in self._found)


def _in_one_line(message: str) -> str:
    """Return a message that quotes a file as one line: what a file says may be long and hold line breaks."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"


def _counted(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or nothing where none is near."""
    found = nearest(written, known)
    return f"did you mean '{found}'?" if found else ""


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the nearest known word, or None where none is near."""
    names = sorted(known)
    # Whole words first: 'dat' is nearer to 'date' than to 'at'. Then parts of words, of which a letter or two is none.
    for likeness in (fuzz.ratio, fuzz.WRatio) if len(written) >= _SHORTEST_PART else (fuzz.ratio,):
        found = process.extractOne(
            written, names, scorer=likeness, processor=utils.default_process, score_cutoff=_LIKENESS
        )
        if found:
            return found[0]
    return None
