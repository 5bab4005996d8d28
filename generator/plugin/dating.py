"""By what day a build is dated: https://reproducible-builds.org/specs/source-date-epoch/."""

from __future__ import annotations

import os
from datetime import UTC, datetime, time

from generator.model.briefing import Library
from generator.publishing.archive import datable

_VARIABLE = "SOURCE_DATE_EPOCH"


def set_build_date(library: Library) -> None:
    """Date the build by its last source, so that the same content gives the same bytes on every day."""
    days = [briefing.last_source for briefing in library.briefings.values()]
    last = max((day for day in days if day), default=None)
    if last:
        moment = datable(datetime.combine(last, time(), UTC))
        os.environ[_VARIABLE] = str(int(moment.timestamp()))


def forget_build_date() -> None:
    """Let the next build of this process be dated by its own sources."""
    os.environ.pop(_VARIABLE, None)


def build_moment() -> datetime:
    """Return the moment by which the build is dated."""
    return datetime.fromtimestamp(int(os.environ.get(_VARIABLE, "0")), UTC)
