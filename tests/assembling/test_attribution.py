"""Chains of attribution and their roots: who said it first, and which voice that is in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.attribution import Attribution
from tests.builders import article, load_content

ACTORS = {
    "actors/spokesman.md": "---\nname: Spokesman\nkind: person\nspeaks_for: ministry\n---\n",
    "actors/ministry.md": "---\nname: Ministry\nkind: organisation\nspeaks_for: state\n---\n",
    "actors/state.md": "---\nname: State\nkind: state\n---\n",
}


def told(attribution: Attribution) -> tuple[list[str], str | None]:
    """Return a chain as words, and its root where that is known."""
    chain = [voice.actor or f"({voice.descriptor})" for voice in attribution.chain]
    return chain, attribution.root.key if attribution.root.identified else None


@pytest.mark.parametrize(
    ("head", "by", "chain", "root"),
    [
        pytest.param("", "", ["gazette"], "gazette", id="the outlet's own voice"),
        pytest.param("", "by: [relief]", ["relief", "gazette"], "relief", id="an originator"),
        pytest.param("", "by: [relief, wire]", ["relief", "wire", "gazette"], "relief", id="a relay"),
        pytest.param("carries: wire", "", ["wire", "gazette"], "wire", id="a report that is carried"),
        pytest.param("carries: wire", "by: [relief]", ["relief", "wire", "gazette"], "relief", id="the whole chain"),
        pytest.param("carries: wire", "by: [wire]", ["wire", "gazette"], "wire", id="the carried agency named twice"),
        pytest.param("", "by: [gazette]", ["gazette"], "gazette", id="the outlet named twice"),
        pytest.param(
            "carries: wire", "by: [wire, relief]", ["wire", "relief", "wire", "gazette"], "wire", id="there and back"
        ),
        pytest.param("", "by: [spokesman]", ["spokesman", "gazette"], "state", id="a voice of a voice"),
        pytest.param("", "by: [state, spokesman]", ["state", "spokesman", "gazette"], "state", id="its own spokesman"),
        pytest.param("", "by: [{descriptor: a man}]", ["(a man)", "gazette"], None, id="somebody unnamed"),
        pytest.param("carries: {descriptor: an agency}", "", ["(an agency)", "gazette"], None, id="an agency unnamed"),
        pytest.param(
            "",
            "by: [{descriptor: a man, identified_as: spokesman, reason: He says so.}]",
            ["(a man)", "gazette"],
            "state",
            id="somebody whom a maintainer knows",
        ),
    ],
)
def test_chain_and_root(head: str, by: str, chain: list[str], root: str | None, tmp_path: Path) -> None:
    """The chain is originator, relays, report and outlet, doubles folded; its root follows `speaks_for` to the end."""
    carries = f"{head}\ncarried_as: copy\n" if head else ""
    figures = f"figures:\n  - figure: deaths\n    printed: '5'\n    value: 5\n    of: total\n    {by}\n"
    library = load_content(tmp_path, ACTORS | article(carries + figures))
    observation = library.briefings["flood"].articles["case"].observations[0]
    assert told(observation.attribution) == (chain, root)


def test_described_sources_are_merged_with_nobody(tmp_path: Path) -> None:
    """Two sources described in the same words are two roots, in one article and in two."""
    item = "  - {figure: deaths, printed: '5', value: 5, of: total, by: [{descriptor: a man, count: one}]}\n"
    statement = "  - {actor: {descriptor: a man}, says: No., account: reported}\n"
    files = article(f"figures:\n{item}{item}statements:\n{statement}{statement}")
    files["flood/articles/other.md"] = files["flood/articles/case.md"]
    articles = load_content(tmp_path, files).briefings["flood"].articles
    roots = [each.attribution.root for name in ("case", "other") for each in articles[name].observations]
    roots += [each.speaker.root for name in ("case", "other") for each in articles[name].statements]
    assert len(set(roots)) == 8
    assert not any(root.identified for root in roots)


def test_an_article_without_a_name_is_one_voice(tmp_path: Path) -> None:
    """What an outlet that nobody names says by itself has one root in one article, and another in the next."""
    item = "  - {figure: deaths, printed: '5', value: 5, of: total}\n"
    files = article(f"figures:\n{item}{item}")
    text = files["flood/articles/case.md"].replace("outlet: gazette", "outlet: {descriptor: a site}")
    library = load_content(tmp_path, {"flood/articles/case.md": text, "flood/articles/other.md": text})
    articles = library.briefings["flood"].articles
    roots = [[each.attribution.root for each in articles[name].observations] for name in ("case", "other")]
    assert [len(set(each)) for each in roots] == [1, 1]
    assert roots[0][0] != roots[1][0]
