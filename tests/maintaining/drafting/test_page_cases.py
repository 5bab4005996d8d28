"""Saved pages of every shape are drafted from, or refused in a sentence."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostics
from generator.maintaining.drafting.article import Desk, Given, draft_article
from generator.maintaining.drafting.pages import UnusableError, read_page
from generator.reading.frontmatter import front_matter_of
from tests.drafts import desk_with

CASES = yaml.safe_load((Path(__file__).parent / "page_cases.yml").read_text(encoding="utf-8"))
OUTLETS = {
    "actors/gazette.md": "---\nname: River Gazette\nkind: outlet\nurl: https://www.gazette.example.org\n---\n",
    "actors/twin-one.md": "---\nname: Twin One\nkind: outlet\naliases: [The Twin]\n---\n",
    "actors/twin-two.md": "---\nname: Twin Two\nkind: outlet\naliases: [The Twin]\n---\n",
}

LARGE = {
    "{long}": "x" * 5000,
    "{deep}": "<div><ul><li>" * 2000 + "It rained.",
    "{deepest}": "<div>\n" * 100_000 + "It rained.",
    "{picture}": "iVBORw0K" * 400_000,
}


def _bytes_of(case: dict[str, str]) -> bytes:
    if "base64" in case:
        return base64.b64decode(case["base64"])
    html = case["html"]
    for name, text in LARGE.items():
        html = html.replace(name, text)
    return html.encode(case.get("encoding", "utf-8"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk that knows some outlets; no draft changes anything in it."""
    return desk_with(tmp_path_factory.mktemp("desk"), OUTLETS)


@pytest.mark.parametrize("name", CASES)
def test_page(desk: Desk, name: str) -> None:
    """Each page is drafted as its case says: what it tells stands there, what it does not is left to be decided."""
    case: dict[str, Any] = CASES[name]
    if "refused" in case:
        with pytest.raises(UnusableError) as refused:
            read_page(_bytes_of(case))
        assert (refused.value.message, bool(refused.value.hint)) == (case["refused"], True)
        return
    draft = draft_article(read_page(_bytes_of(case)), desk, Given(accessed="2026-03-09"))
    diagnostics = Diagnostics()
    front = front_matter_of(draft.text.encode(), "draft.md", diagnostics)
    assert front is not None
    expected = {key: value or "" for key, value in case["draft"].items() if value != "absent"}
    assert expected == {key: value for key, value in front.data.items() if key in expected}
    assert not {key for key, value in case["draft"].items() if value == "absent"} & set(front.data)
    assert [comment for comment in case.get("comments", ()) if comment not in draft.text] == []
    undecided = sorted(key for key, value in front.data.items() if not value)
    assert sorted(draft.undecided) == undecided
    assert sorted(str(each).split("'")[1] for each in diagnostics) == undecided, "the check names each by its line"
