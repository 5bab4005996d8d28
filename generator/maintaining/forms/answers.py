"""A filled form, as a host renders it in Markdown: a heading a question, with the answer below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Field(StrEnum):
    """The questions, by their labels in `.github/ISSUE_TEMPLATE/article.yml` and in its order."""

    BRIEFING = "Briefing"
    TITLE = "Title"
    OUTLET = "Outlet"
    ADDRESS = "Address"
    ARCHIVE = "Archived address"
    PUBLISHED = "Published"
    ACCESSED = "Read on"
    LANGUAGE = "Language"
    READ = "What you read"
    FIGURES = "Figures"
    EVENTS = "Events"
    STATEMENTS = "Statements"
    SUMMARY = "Summary"


Answers = Mapping[Field, str]

_UNANSWERED = "_No response_"
"""What GitHub writes below a question that was left open."""


def read_answers(text: str) -> Answers:
    """Return what was answered to each question; what was left open is not among it.

    Headings are looked for in the order of the form, each below the one before. One that stands inside an answer can
    thus end that answer early, and name a later question of the same person's form: nothing else.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found: list[tuple[Field, int, int]] = []
    for field in Field:
        heading = re.compile(rf"^### {re.escape(field)} *$", re.MULTILINE).search(text, found[-1][2] if found else 0)
        if heading:
            found.append((field, heading.start(), heading.end()))
    ends = [*(start for _, start, _ in found[1:]), len(text)]
    answers = {field: text[start:end].strip() for (field, _, start), end in zip(found, ends, strict=False)}
    return {field: answer for field, answer in answers.items() if answer not in {"", _UNANSWERED}}
