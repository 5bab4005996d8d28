"""A diff for programs."""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics import Diagnostic
from generator.maintaining.diff.headline import headline
from generator.maintaining.diff.rows import Diff, Field, Row

_VERSION = 1

Json = dict[str, Any]
"""What becomes an object of JSON."""


def as_json(diff: Diff) -> str:
    """Return a diff as JSON, whole: nothing in it is shortened.

    The keys of the outermost object:

    - `version`: 1; it grows when a key changes its meaning or goes away, and new keys may come at any time;
    - `base`, `head`: what the sides are called; `base_is_empty`: whether there was no content at all;
    - `differs`, `headline`: whether anything differs, and the first line of the other forms;
    - `errors`: under `base` and `head`, lists of `{at, code, message}`;
    - `uncompared`: paths of files that could not be read on one side or the other;
    - `groups`: lists of rows under `rows`, with the briefing's `id` and `title`; the id of what all share is empty.

    A row has `what` (figure, event, issue, article, observation, report, statement, briefing, actor), `change` (new,
    removed, changed), `id`, `title`, `at` (file:line, in HEAD or, of what is removed, in BASE), and lists:

    - `fields`: what is written otherwise, as `{key, name, before, after}`; `name` is whose or which it is, where a key
      may hold of several, and null stands for a side that says nothing;
    - `moves`: what holds otherwise, likewise;
    - `followed`: rows of what moved because of a notice that is new.

    Rows of observations, reports and statements also have `about`, the id of figure, event or issue, and `said` with
    `voices` (who says it first, then through whom it came), `moment`, `published`, `article` and `at`, its locator.
    """
    told: Json = {
        "version": _VERSION,
        "base": diff.base,
        "head": diff.head,
        "base_is_empty": diff.base_is_empty,
        "differs": diff.differs,
        "headline": headline(diff),
        "errors": {"base": [*map(_error, diff.base_errors)], "head": [*map(_error, diff.head_errors)]},
        "uncompared": [each.path for each in diff.uncompared],
        "groups": [{"id": each.id, "title": each.title, "rows": [*map(_row, each.rows)]} for each in diff.groups],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _error(error: Diagnostic) -> Json:
    return {"at": str(error.location), "code": str(error.code), "message": error.message}


def _row(row: Row) -> Json:
    told: Json = {
        "what": str(row.what),
        "change": str(row.change),
        "id": row.id,
        "title": row.title,
        "at": f"{row.location.path}:{row.location.line}",
    }
    if row.said:
        told["about"] = row.about
        told["said"] = {
            "voices": list(row.said.voices),
            "moment": row.said.moment,
            "published": row.said.published,
            "article": row.said.article,
            "at": row.said.at,
        }
    told["fields"] = [_field(each) for each in row.fields]
    told["moves"] = [_field(each) for each in row.moves]
    told["followed"] = [_row(each) for each in row.followed]
    return told


def _field(field: Field) -> Json:
    return {"key": str(field.key), "name": field.name, "before": field.before, "after": field.after}
