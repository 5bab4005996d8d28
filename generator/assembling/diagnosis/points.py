"""An observation as it enters comparisons: its root, its key, its bounds, its moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from generator.assembling.diagnosis.keys import Key
from generator.model.attribution import Root
from generator.model.briefing import Article, Observation
from generator.model.dates import PartialDate
from generator.model.files import Notice
from generator.model.intervals import Interval
from generator.model.language import message
from generator.model.wordings import Form


class Bound(StrEnum):
    """To which side a wording leaves room."""

    NEAR = message("a number")
    FLOOR = message("a minimum")
    CEILING = message("a maximum")
    RANGE = message("a range")


_BOUNDS = {
    Form.EXACT: Bound.NEAR,
    Form.ABOUT: Bound.NEAR,
    Form.NEARLY: Bound.NEAR,
    Form.AT_LEAST: Bound.FLOOR,
    Form.MORE_THAN: Bound.FLOOR,
    Form.UP_TO: Bound.CEILING,
    Form.AS_HIGH_AS: Bound.CEILING,
    Form.FEWER_THAN: Bound.CEILING,
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Point:
    """An observation as it enters comparisons; the same state of the same observation is the same point."""

    observation: Observation
    root: Root
    """The observation's own, but for circular citations, whose root is unknown."""
    key: Key
    factor: Decimal
    """How many of the canonical unit make one of the unit that is written."""
    meant: Interval | None
    """The bounds that its wording and its basis leave to the truth; of an age, the possible days of birth."""
    notices: tuple[Notice, ...]
    """Those in force."""
    article: Article
    is_foreign: bool
    """Whether its wording is neither in the briefing's language nor in English, the language of our own reading."""

    @property
    def id(self) -> str:
        """The observation's id."""
        return self.observation.id

    @property
    def report(self) -> str:
        """The report that its article carries a copy of; empty where none is named."""
        return self.article.document.report or ""

    @property
    def printed(self) -> Interval | None:
        """The bounds of the value as printed, in the canonical unit."""
        return self.observation.interval

    @property
    def moment(self) -> PartialDate:
        """What it speaks about; the publication's upper bound stands in where none is given."""
        return self.observation.as_of

    @property
    def dated(self) -> bool:
        """Whether it says as of when it holds; if not, it supersedes nothing."""
        return self.observation.as_of_given

    @property
    def published(self) -> PartialDate:
        """When its article appeared."""
        return self.observation.published

    @property
    def is_compared(self) -> bool:
        """Whether it takes part in comparisons: quantified and not struck."""
        return self.meant is not None and not self.notices

    @cached_property
    def form(self) -> Form:
        """How its value is worded."""
        return self.observation.entry.value.form if self.observation.entry.value else Form.UNQUANTIFIED

    @cached_property
    def number(self) -> Decimal | None:
        """The source's own number in the canonical unit; none for a range."""
        value = self.observation.entry.value
        return value.best * self.factor if value and value.best is not None else None

    @cached_property
    def precision(self) -> Decimal:
        """The power of ten of the last digit of its number that is not zero: 10 for 6,430; 0 without a number."""
        value = self.observation.entry.value
        if value is None or value.best is None:
            return Decimal(0)
        return Decimal((0, (1,), int(value.best.normalize().as_tuple().exponent))) * self.factor

    @cached_property
    def wording(self) -> Bound:
        """To which side its wording alone leaves room."""
        return _BOUNDS.get(self.form, Bound.RANGE)

    @cached_property
    def bound(self) -> Bound:
        """To which side its wording and its basis leave room."""
        return Bound.FLOOR if self.observation.is_floor else self.wording

    @property
    def open_ended(self) -> bool:
        """Whether one side of it is left open, so that it can fit many numbers and confirms none."""
        return self.bound in {Bound.FLOOR, Bound.CEILING}

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """A key for one order of all points: by moment, then publication, then id."""
        return self.moment.sort_key, self.published.sort_key, self.id

    @property
    def first_day(self) -> date:
        """The first day that it may speak about."""
        return self.moment.earliest or date.min

    @property
    def last_day(self) -> date:
        """The last day that it may speak about."""
        return self.moment.latest or date.max


def above(first: Interval, second: Interval) -> bool:
    """Return whether every number of the first lies above every number of the second."""
    return second.high is not None and first.low >= second.high and not first.overlaps(second)


def is_rounding(first: Point, second: Point) -> bool:
    """Return whether one value is the other, told less exactly: `about 3,100` of 3,117, `over 6,800` of 6,854."""
    return _rounds(first, second) or _rounds(second, first)


def same_value(first: Point, second: Point) -> bool:
    """Return whether two values say the same, a rounding being no difference."""
    if first.meant == second.meant or is_rounding(first, second):
        return True
    return first.number is not None and first.number == second.number and first.bound == second.bound


def same_as_printed(first: Point, second: Point) -> bool:
    """Return whether two values have the same number in the same form."""
    return first.form == second.form and (first.number, first.printed) == (second.number, second.printed)


def _rounds(coarse: Point, fine: Point) -> bool:
    if coarse.number is None or fine.number is None or fine.form not in {Form.EXACT, coarse.form}:
        return False
    offset, least = fine.number - coarse.number, coarse.precision
    if fine.precision >= least:
        return coarse.form is Form.ABOUT and offset == 0
    match coarse.form:
        case Form.ABOUT:
            return abs(offset) <= least / 2
        case Form.EXACT:
            # One digit alone, such as 20 for 22, is another number rather than a rounding.
            return abs(offset) <= least / 2 and coarse.number >= 10 * least
        case Form.AT_LEAST | Form.MORE_THAN:
            return 0 <= offset < least
        case _:
            return coarse.form not in {Form.RANGE, Form.MARGIN, Form.BOUNDED} and -least < offset <= 0
