"""What is answered to who filled in the form: the draft, and what is to be mended in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 60_000
"""Most characters of a reply; a comment on GitHub may have 65,536."""


def reply_of(path: str, text: str, faults: Sequence[str], advice: Sequence[str] = ()) -> str:
    """Return the reply in Markdown; whatever strangers have written stands between fences, where it means nothing.

    `path` is where the article would go, and `text` its file; both are empty where there is none.
    """
    if faults:
        reply = [f"Thank you. Before this can become an article, {_things(len(faults))} to be mended:"]
        reply += [_fenced("\n".join(faults), "text")]
        reply += ["Edit your answers above: the check then runs again, and this comment changes with it."]
    else:
        reply = ["Thank you. Your answers make an article, and the check finds nothing wrong with it."]
    if advice:
        reply += ["Worth another look:", _fenced("\n".join(advice), "text")]
    if text:
        reply += [f"For whoever takes it on: the file would be `{path}`.", _fenced(text, "yaml")]
    whole = "\n\n".join(reply) + "\n"
    return whole if len(whole) <= LONGEST else _too_long(len(faults))


def _too_long(faults: int) -> str:
    found = f"\n{_things(faults).capitalize()} to be mended in it.\n" if faults else ""
    return f"Thank you. The draft is longer than a comment may be: fill in two forms, each with a part.\n{found}"


def _things(number: int) -> str:
    return "one thing is" if number == 1 else f"{number} things are"


def _fenced(text: str, language: str) -> str:
    """Return a text in a fence that is longer than any inside it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
