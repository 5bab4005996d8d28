"""What changed, day by day, in a form that a reader's browser can remember."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from generator.model.differences import History
from generator.model.reasons import told


def day_marks(history: History) -> Mapping[date, str]:
    """Return a mark for each day on which something changed; it differs whenever anything about the day does."""
    words: defaultdict[date, list[str]] = defaultdict(list)
    for change in history.changes:
        words[change.on] += [
            change.target.kind,
            change.target.id,
            told(change.before),
            told(change.after),
            *change.articles,
        ]
    return {day: blake2b("\n".join(each).encode(), digest_size=4).hexdigest() for day, each in words.items()}
