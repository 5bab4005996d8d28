"""Laws of a diff: nothing is passed over, nothing is made up, and read backwards it is the diff backwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.diagnostics import Diagnostics
from generator.maintaining.checking import Checker
from generator.maintaining.diff import Diff, Side, as_json, as_markdown, as_text, compare
from generator.maintaining.diff.rows import Change, Row, What
from generator.model.files import ArticleDocument, EventEntry, Item, ObservationEntry, StatementEntry
from tests.builders import ARTICLE, write_content

Yaml = Any
"""Mappings, lists and strings, as the YAML of a file holds them."""

_ITEM: Final[dict[str, Yaml]] = {
    "calendar": ["gregorian"],
    "by": [["relief"], ["river-council", "relief"], [{"descriptor": "a rescuer", "count": "one"}]],
    "at": ["¶1", "p. 3"],
    "quote": ["not one call", "nobody came"],
    "note": ["As printed.", "Printed, so."],
    "notice": [{"kind": "withdrawn", "date": "2026-03-05"}, {"kind": "deleted", "date": "2026-03-05", "by": "wire"}],
}
KEYS: Final[Mapping[str, Mapping[str, Yaml]]] = {
    "figures": _ITEM
    | {
        "figure": ["deaths", "toll"],
        "id": ["first", "second"],
        "printed": ["1,200", "1200", "900 dead"],
        "value": ["1,200", "1200", "about 900", "dozens"],
        "as_of": ["2026-03-01", "2026-03-01~", "2026-03-02"],
        "basis": ["documented count", "estimate", "projection"],
        "of": ["total", "residents"],
        "place": ["Low Bridge", "High Bridge"],
        "period": ["2026-03", "2026-03-01/.."],
        "unit": ["people", "families"],
        "method": ["names", "graves"],
        "horizon": ["April", "May"],
        "parts": [{"residents": "900", "visitors": "300"}, {"residents": "900"}],
        "parts_complete": ["true"],
        "parts_overlap": ["true"],
        "complete": ["true"],
        "replaces": ["wire-1--deaths", "wire-1--deaths-2"],
        "caveat": ["Perhaps.", "Perhaps not."],
        "rejects": [{"by": "relief", "value": "1,200"}, {"value": "1,200"}],
    },
    "events": _ITEM
    | {
        "id": ["dam-break", "inquiry"],
        "title": ["The dam breaks", "An inquiry"],
        "status": ["held", "moved", "cancelled"],
        "date": ["2026-03-01", "2026-03-02"],
        "start": ["2026-03-01", "2026-03-02"],
        "end": ["2026-03-04", "2026-03-05"],
        "zone": ["Asia/Tehran", "UTC"],
        "actors": [["ada-moor"], ["ada-moor", "relief"]],
        "invited": [["relief"], ["relief", "ada-moor"]],
        "place": ["Low Bridge", "High Bridge"],
    },
    "statements": _ITEM
    | {
        "actor": ["ada-moor", {"descriptor": "an official"}],
        "says": ["Nobody was warned.", "Rebuild it."],
        "account": ["own words", "reported", "silence"],
        "issue": ["warning", "rebuilding"],
        "stance": ["for", "against"],
        "answer": ["nobody", "the council"],
        "date": ["2026-03-02", "2026-03"],
        "through": ["gazette", "wire"],
        "to": [["relief"], ["relief", "ada-moor"]],
    },
}
"""By list and key, values that mean something else each."""

_NEEDED: Final = {
    "figures": ("figure", "printed", "value"),
    "events": ("id", "title", "status"),
    "statements": ("actor", "says", "account"),
}
_WHAT: Final = {"figures": What.OBSERVATION, "events": What.REPORT, "statements": What.STATEMENT}
_MIRRORED: Final = {Change.NEW: Change.REMOVED, Change.REMOVED: Change.NEW}
_LAWS: Final = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def items(section: str) -> st.SearchStrategy[dict[str, Yaml]]:
    """Draw items of a list, with whatever of a key's values the others allow."""
    keys = {key: st.sampled_from(values) for key, values in KEYS[section].items()}
    needed = {key: keys.pop(key) for key in _NEEDED[section]}
    return st.fixed_dictionaries(needed, optional=keys).map(_agreeing)


def _agreeing(item: dict[str, Yaml]) -> dict[str, Yaml]:
    """Return an item without the keys that others of it rule out."""
    ruled_out = {
        "start": "date" in item,
        "end": "date" in item,
        "horizon": item.get("basis") != "projection",
        "parts_complete": "parts" not in item,
        "parts_overlap": "parts" not in item,
        "stance": "issue" not in item,
        "answer": "issue" not in item or "stance" in item,
    }
    return {key: value for key, value in item.items() if not ruled_out.get(key)}


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str, dict[str, Yaml], dict[str, Yaml]]:
    """Draw a list, a key, and an item before and after that key of it was written otherwise, added or deleted."""
    section = draw(st.sampled_from(sorted(KEYS)))
    before = draw(items(section))
    key = draw(st.sampled_from(sorted(KEYS[section])))
    after = {other: value for other, value in before.items() if other != key}
    others = [value for value in KEYS[section][key] if value != before.get(key)]
    if others and (key not in before or draw(st.booleans())):
        after[key] = draw(st.sampled_from(others))
    assume(after != before and _is_valid({section: [after]}))
    return section, key, before, after


def articles() -> st.SearchStrategy[dict[str, Yaml]]:
    """Draw articles with a few items of each kind."""
    return st.fixed_dictionaries(
        {section: st.lists(items(section), max_size=3) for section in KEYS}
        | {"title": st.sampled_from(["One", "Two"]), "read": st.sampled_from(["excerpt", "whole"])}
    )


def _document(article: Mapping[str, Yaml]) -> dict[str, Yaml]:
    fixed = {"outlet": "gazette", "published": "2026-03-03", "accessed": "2026-03-09", "language": "en"}
    return {"title": "A case", "read": "excerpt", **fixed, **article}


def _is_valid(article: Mapping[str, Yaml]) -> bool:
    try:
        ArticleDocument.model_validate(_document(article))
    except ValidationError:
        return False
    return True


class Contents:
    """Two content folders, of which one article is ever another."""

    def __init__(self, folder: Path) -> None:
        self._sides = {name: (write_content(folder / name, {}), Checker()) for name in ("base", "head")}

    def diff(self, before: Mapping[str, Yaml], after: Mapping[str, Yaml]) -> Diff:
        """Return the diff of two states of the article."""
        return compare(self._side("base", before), self._side("head", after))

    def _side(self, name: str, article: Mapping[str, Yaml]) -> Side:
        content, checker = self._sides[name]
        front = yaml.dump(_document(article), Dumper=_Dumper, allow_unicode=True, default_style='"')
        (content / ARTICLE).write_text(f"---\n{front}---\n", encoding="utf-8")
        checked = checker.check(content, Diagnostics(), Path("briefings"))
        return Side(name=name, shown="briefings", sources=checked.sources, library=checked.library, problems=())


class _Dumper(yaml.SafeDumper):
    """Writes everything out, without the anchors that the reader refuses."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Return that nothing is ever written as an alias."""
        return True


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """Give two content folders."""
    return Contents(tmp_path_factory.mktemp("contents"))


def test_every_key_is_drawn() -> None:
    """The laws are tried on every key that an item may have."""
    classes: dict[str, type[Item]] = {
        "figures": ObservationEntry,
        "events": EventEntry,
        "statements": StatementEntry,
    }
    assert {section: set(keys) for section, keys in KEYS.items()} == {
        section: set(each.model_fields) for section, each in classes.items()
    }


@_LAWS
@given(edit=edits())
def test_nothing_is_passed_over(contents: Contents, edit: tuple[str, str, dict[str, Yaml], dict[str, Yaml]]) -> None:
    """Whatever of an item is written otherwise is told, in every form, with the article it stands in."""
    section, key, before, after = edit
    diff = contents.diff({section: [before]}, {section: [after]})
    rows = [row for row in diff.rows if row.what is _WHAT[section]]
    told = [field for row in rows for field in row.fields if field.key == key]
    assert told
    assert all(field.before != field.after for field in told)
    assert all(row.said and row.said.article == "case" and row.said.voices for row in rows)
    changed = len(rows) == 1
    assert not changed or key in as_text(diff)
    assert not changed or key in as_markdown(diff).replace("\\", "")
    assert f'"key": "{key}"' in as_json(diff)


@_LAWS
@given(article=articles())
def test_what_is_the_same_does_not_differ(contents: Contents, article: dict[str, Yaml]) -> None:
    """A content folder does not differ from itself."""
    diff = contents.diff(article, article)
    assert (diff.rows, diff.differs) == ((), False)
    assert as_text(diff) == "base → head: nothing differs\n"


@_LAWS
@given(before=articles(), after=articles())
def test_backwards(contents: Contents, before: dict[str, Yaml], after: dict[str, Yaml]) -> None:
    """With the sides exchanged, what was new is removed, and each `before` is an `after`."""
    there, back = contents.diff(before, after), contents.diff(after, before)
    assert _told(there.rows) == _told(back.rows, mirrored=True)


def _told(rows: Iterable[Row], *, mirrored: bool = False) -> list[Yaml]:
    told = []
    for row in rows:
        sides = [(each.key, str(each.before), str(each.after)) for each in (*row.fields, *row.moves)]
        fields = [(key, after, before) for key, before, after in sides] if mirrored else sides
        change = _MIRRORED.get(row.change, row.change) if mirrored else row.change
        # What it is called, and where it stands, is said of HEAD, which is another side backwards.
        told.append((row.what, change, sorted(fields)))
    return sorted(told)
