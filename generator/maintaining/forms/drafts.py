"""Answers into the text of an article file.

Nothing is judged here: what the answers say wrongly is found where every file is checked, and told from there.
Strangers write them, so each answer becomes one value, quoted where that is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.maintaining.drafting.ids import free_id, id_of
from generator.maintaining.drafting.scalars import readable, scalar
from generator.maintaining.forms.answers import Answers, Field
from generator.maintaining.forms.known import Known, spelled

LINES: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.FIGURES: ("figure", "printed", "value", "by", "as_of", "at"),
    Field.EVENTS: ("title", "date", "status", "place", "at"),
    Field.STATEMENTS: ("actor", "says", "account", "date", "at"),
}
"""What stands between the bars of a line, question by question."""

_HEAD: Final[Mapping[str, Field]] = {
    "title": Field.TITLE,
    "outlet": Field.OUTLET,
    "url": Field.ADDRESS,
    "archive_url": Field.ARCHIVE,
    "published": Field.PUBLISHED,
    "accessed": Field.ACCESSED,
    "language": Field.LANGUAGE,
    "read": Field.READ,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An article file to be looked at by a person."""

    id: str
    text: str
    undecided: tuple[str, ...]
    """Each line of an answer that could not be told apart, in a sentence; it stands in the text as a comment."""


def draft_article(answers: Answers, known: Known) -> Draft:
    """Return the article file that the answers make."""
    head = [
        f"{key}: {_voice(answers[field], known) if key == 'outlet' else scalar(answers[field])}"
        for key, field in _HEAD.items()
        if field in answers
    ]
    undecided: list[str] = []
    items = [line for field in LINES for line in _items(field, answers, known, undecided)]
    body = "\n".join(_prose_line(line) for line in answers.get(Field.SUMMARY, "").split("\n"))
    text = "\n".join(["---", *head, *items, "---", *([body] if body.strip() else [])])
    return Draft(_article_id(answers, known), f"{text}\n", tuple(undecided))


def _items(field: Field, answers: Answers, known: Known, undecided: list[str]) -> Iterator[str]:
    keys = LINES[field]
    comments, entries = [], []
    for number, line in enumerate(map(readable, answers.get(field, "").split("\n")), 1):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > len(keys):
            undecided.append(f"{field}, line {number} has {len(cells)} parts between bars; {len(keys)} are the most")
            comments.append(f"# {line}")
        elif any(cells):
            open_cells = [""] * (len(keys) - len(cells))
            entry = _entry(field, dict(zip(keys, cells + open_cells, strict=True)), number, known)
            first, *others = [f"{key}: {_value(key, text, known)}" for key, text in entry.items() if text]
            entries += [f"  - {first}", *(f"    {other}" for other in others)]
    yield from comments
    if entries:
        yield f"{field.lower()}:"
        yield from entries


def _entry(field: Field, cells: Mapping[str, str], number: int, known: Known) -> Mapping[str, str]:
    """Return the keys of one item with what is to stand there; what was left open is empty."""
    match field:
        case Field.FIGURES:
            asked = cells["figure"]
            figure = known.figures.get(spelled(asked)) or id_of(asked) or asked
            return {**cells, "figure": figure, "value": cells["value"] or cells["printed"]}
        case Field.EVENTS:
            event = known.events.get(spelled(cells["title"])) or id_of(cells["title"]) or f"event-{number}"
            start, slash, end = cells["date"].partition("/")
            date = {"start": start, "end": end} if slash else {"date": start}
            return {"id": event, "title": cells["title"], **date, **dict(list(cells.items())[2:])}
        case _:
            return cells


def _value(key: str, text: str, known: Known) -> str:
    match key:
        case "by":
            return f"[{_voice(text, known)}]"
        case "actor":
            return _voice(text, known)
        case "at":
            return scalar(f"¶{text}" if re.fullmatch(r"[0-9]+([–-][0-9]+)?", text) else text)
        case _:
            return scalar(text)


def _voice(text: str, known: Known) -> str:
    """Return a known actor's id, or a description of somebody who is not known."""
    return known.actors.get(spelled(text)) or f"{{descriptor: {scalar(text)}}}"


def _article_id(answers: Answers, known: Known) -> str:
    outlet = answers.get(Field.OUTLET, "")
    name = known.actors.get(spelled(outlet)) or id_of(outlet) or "article"
    day = re.match(r"[0-9]{4}(-[0-9]{2}){0,2}", answers.get(Field.PUBLISHED, ""))
    return free_id(f"{name}-{day[0] if day else 'undated'}", known.articles)


def _prose_line(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))] + readable(line)
