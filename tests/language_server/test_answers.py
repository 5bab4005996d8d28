"""What is completed, shown and found at a place of a file, without a server."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.language_server.completing import complete
from generator.language_server.defining import definition
from generator.language_server.hovering import hover
from generator.language_server.knowledge import Knowledge
from generator.language_server.places import Document, document_at
from generator.maintaining.checking import Checked, Checker
from generator.model.files import ActorDocument
from tests.builders import ARTICLE_HEAD, SOUND

ARTICLE = Document("article", "case", "flood")
FIGURE = Document("figure", "deaths", "flood")
ACTOR = Document("actor", "ada-moor")
ISSUE = Document("issue", "warning", "flood")
ACTOR_KEYS = list(ActorDocument.model_fields)
ACTORS = ["ada-moor", "gazette", "relief", "river-council", "wire"]


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Return the sound content folder as checked."""
    return Checker().check(SOUND, Diagnostics(), SOUND)


def cursor(marked: str) -> tuple[str, int, int]:
    """Return a text without its mark `‸`, and the mark's line and column."""
    before, _, after = marked.partition("‸")
    return before + after, before.count("\n"), len(before) - before.rfind("\n") - 1


def proposed(marked: str, document: Document, checked: Checked) -> list[str]:
    """Return the labels of what is proposed at the mark."""
    return [each.label for each in complete(*cursor(marked), Knowledge(checked, document)).proposals]


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        ("carries: ‸", ACTORS),
        ("carries: wire\ncarried_as: ‸", ["copy", "rewrite", "translation"]),
        ("figures:\n  - figure: ‸", ["deaths"]),
        ("figures:\n  - figure: deaths\n    by: [‸", ACTORS),
        ("figures:\n  - figure: deaths\n    of: ‸\n    at: ¶1", ["total", "residents", "visitors"]),
        ("figures:\n  - figure: deaths\n    parts: {residents: 1, ‸}", ["total", "residents", "visitors"]),
        ("figures:\n  - figure: deaths\n    rejects: {‸}", ["by", "value"]),
        ("figures:\n  - figure: deaths\n    complete: ‸", ["true"]),
        ("events:\n  - id: ‸", ["dam-break", "inquiry"]),
        ("events:\n  - id: fresh-start\n  - id: ‸", ["dam-break", "inquiry", "fresh-start"]),
        ("statements:\n  - issue: ‸", ["rebuilding", "warning"]),
        ("statements:\n  - issue: warning\n    answer: ‸", ["nobody", "the council"]),
        ("statements:\n  - to: ‸", ACTORS),
        ("statements:\n  - to: [gazette, ‸]", ACTORS),
        ("notice: {kind: ‸}", ["corrected", "withdrawn", "deleted"]),
        ("note: ‸", []),
        ("unknown:\n  - ‸", []),
    ],
)
def test_an_article_is_completed(annotations: str, expected: list[str], checked: Checked) -> None:
    """What may stand at the cursor is proposed, and nothing else, though the rest is no YAML yet."""
    assert proposed(f"{ARTICLE_HEAD}{annotations}\n---\n", ARTICLE, checked) == expected


def test_keys_that_are_there_are_not_proposed(checked: Checked) -> None:
    """Of an observation's keys, those are proposed that it does not have, wherever they stand in it."""
    marked = f"{ARTICLE_HEAD}figures:\n  - figure: deaths\n    ‸\n    printed: three\n    of: total\n---\n"
    found = proposed(marked, ARTICLE, checked)
    assert {"value", "as_of", "basis", "by", "at"} < set(found)
    assert {"figure", "printed", "of", "says"} & set(found) == set()


def test_a_key_brings_its_colon(checked: Checked) -> None:
    """A key is written with its colon, unless one stands there; what is needed says so."""
    found = complete(*cursor("---\nti‸\n---\n"), Knowledge(checked, ARTICLE))
    assert (found.proposals[0].text, found.proposals[0].detail, found.start, found.end) == (
        "title: ",
        "line, needed",
        0,
        2,
    )
    found = complete(*cursor("---\nti‸tel: A\n---\n"), Knowledge(checked, ARTICLE))
    assert (found.proposals[0].text, found.start, found.end) == ("title", 0, 5)


@pytest.mark.parametrize(
    ("marked", "document", "expected"),
    [
        ("---\n  n‸\n---\n", ACTOR, ACTOR_KEYS),
        ("---\nname: A\nkind: ‸\n---\n", ACTOR, ["person", "organisation", "state", "group", "outlet"]),
        ("---\nborn: {date: 1970, source: ‸}\n---\n", ACTOR, ["flood/gazette-1", "flood/wire-1"]),
        ("---\npopulations:\n  all: {}\n  some: {part_of: ‸}\n---\n", FIGURE, ["all", "some"]),
        ("---\nspans: ‸\n---\n", FIGURE, ["dam-break", "inquiry"]),
        ("---\nevent: ‸\n---\n", ISSUE, ["dam-break", "inquiry"]),
        ("---\ntitle: A\n---\nSee [[‸", ARTICLE, [*ACTORS, "article:", "event:", "figure:", "issue:"]),
        ("---\ntitle: A\n---\nSee [[figure:‸", ARTICLE, ["deaths"]),
        ("---\ntitle: A\n---\nSee [[nothing:‸", ARTICLE, []),
        ("---\ntitle: A\n---\nSee [[figure:deaths]] and ‸", ARTICLE, []),
    ],
)
def test_other_files_and_texts_are_completed(
    marked: str, document: Document, expected: list[str], checked: Checked
) -> None:
    """Every kind of file is completed by its own classes, and links by hand by what there is."""
    assert proposed(marked, document, checked) == expected


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("[[figure:de‸", "[[figure:deaths]]"),
        ("[[figure:de‸]]", "[[figure:deaths]]"),
        ("[[figure:‸x|the toll]]", "[[figure:deaths|the toll]]"),
    ],
)
def test_a_link_is_closed_once(typed: str, result: str, checked: Checked) -> None:
    """The brackets of a link are closed where they are not."""
    text, line, column = cursor(f"---\ntitle: A\n---\n{typed}")
    found = complete(text, line, column, Knowledge(checked, ARTICLE))
    written = text.split("\n")[line]
    assert f"{written[: found.start]}{found.proposals[0].text}{written[found.end :]}" == result


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("---\npub‸lished: 2026\n---\n", "published: When it appeared.\nwhat may stand: date"),
        ("---\npublished: 20‸26\n---\n", "published: When it appeared.\nwhat may stand: date"),
        (
            "---\noutlet‸: wire\n---\n",
            "outlet: Who published it: an actor of kind outlet.\nwhat may stand: actor id or voice",
        ),
        (
            "---\ncarried_as: co‸py\n---\n",
            "carried_as: How it is carried; it needs the key before.\none of: copy, rewrite, translation",
        ),
        (
            "---\noutlet: ada-m‸oor\n---\n",
            "Ada Moor (person)\nChair of the council, River Council: since 2020\nspeaks for River Council",
        ),
        ("---\nfigures:\n  - figure: deaths\n    of: resi‸dents\n---\n", "Residents\npart of total"),
        (
            "---\ntitle: A\n---\nSee [[event:dam-br‸eak|the breach]].",
            "The dam at Low Bridge breaks\nheld, one voice\n• 1 March 2026: wire-1\n• 2 March 2026: gazette-1",
        ),
        ("---\noutlet: nob‸ody\n---\n", ""),
        ("---\ntitle: A\n---\nPlain wor‸ds.", ""),
        ("---\ntitle: A\n---\n[[nothing:deaths‸]]", ""),
    ],
)
def test_a_key_and_an_id_are_explained(marked: str, expected: str, checked: Checked) -> None:
    """A key says what it means and what may stand, an id what it stands for; nothing else says anything."""
    found = hover(*cursor(marked), Knowledge(checked, ARTICLE))
    assert (found.text if found else "") == expected


def test_a_figure_says_how_it_stands(checked: Checked) -> None:
    """A figure's id shows its question, its state with the reason, and who says what now."""
    found = hover(*cursor("---\nfigures:\n  - figure: dea‸ths\n---\n"), Knowledge(checked, ARTICLE))
    assert found
    question, state, *answers = found.text.split("\n")
    assert question == "How many people died in the flood at Low Bridge?"
    assert state.startswith("not the same measure: ")
    assert answers == [
        "• Relief Now: at least 1,200 (total), as of 1 March 2026",
        "• a rescuer: 870 (residents), published 2 March 2026",
    ]


@pytest.mark.parametrize(
    ("marked", "document", "expected"),
    [
        ("---\noutlet: wi‸re\n---\n", ARTICLE, "actors/wire.md:1:1"),
        ("---\nfigures: [{figure: dea‸ths}]\n---\n", ARTICLE, "flood/figures/deaths.md:1:1"),
        ("---\nfigures: [{figure: deaths, of: visi‸tors}]\n---\n", ARTICLE, "flood/figures/deaths.md:13:3"),
        (
            "---\nfigures: [{figure: deaths, replaces: gazette-1--dea‸ths}]\n---\n",
            ARTICLE,
            "flood/articles/gazette-1.md:20:5",
        ),
        ("---\nevents: [{id: dam-b‸reak}]\n---\n", ARTICLE, "flood/events/dam-break.md:1:1"),
        ("---\nevents: [{id: inq‸uiry}]\n---\n", ARTICLE, "flood/articles/wire-1.md:19:5"),
        ("---\nevents: [{id: nev‸er}]\n---\n", ARTICLE, ""),
        ("---\noutlet: ../../fl‸ood/index\n---\n", ARTICLE, ""),
        ("---\nborn: {source: flood/wi‸re-1}\n---\n", ACTOR, "flood/articles/wire-1.md:1:1"),
        ("---\ntitle: A\n---\nSee [[issue:warn‸ing]].", ARTICLE, "flood/issues/warning.md:1:1"),
        ("---\ntitle: A\n---\nSee [[ada-mo‸or|her]].", ARTICLE, "actors/ada-moor.md:1:1"),
        ("---\ntitle‸: A\n---\n", ARTICLE, ""),
    ],
)
def test_a_name_leads_to_its_file(marked: str, document: Document, expected: str, checked: Checked) -> None:
    """An id leads to its file, an event without one to the article that tells it first; other words lead nowhere."""
    found = definition(*cursor(marked), Knowledge(checked, document), SOUND)
    assert str(found or "").removeprefix(f"{SOUND}/") == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("actors/a.md", Document("actor", "a")),
        ("flood/index.md", Document("briefing", "flood", "flood")),
        ("flood/articles/a.md", Document("article", "a", "flood")),
        ("flood/notes/a.md", None),
        ("flood/articles/a.txt", None),
        ("flood/articles/deeper/a.md", None),
        ("../other/a.md", None),
    ],
)
def test_a_files_place_says_what_it_is(path: str, expected: Document | None) -> None:
    """The kind of a file follows from its folder; what is elsewhere is no file of the format."""
    content = Path("/site/briefings")
    assert document_at(Path("/site/other/a.md") if path.startswith("..") else content / path, content) == expected


@given(
    typed=st.lists(st.sampled_from([*"ab: -[]{},#\"'|>\n\n  ", "figures:", "events:", "of:", "[["]), max_size=40),
    document=st.sampled_from([ARTICLE, FIGURE, ACTOR, ISSUE]),
    data=st.data(),
)
def test_nothing_that_is_typed_is_too_broken(
    typed: list[str], document: Document, data: st.DataObject, checked: Checked
) -> None:
    """At every place of every text something is proposed and shown, or nothing, and that is all."""
    text = f"---\n{''.join(typed)}"
    lines = text.split("\n")
    line = data.draw(st.integers(0, len(lines)))
    column = data.draw(st.integers(0, len(lines[line]) if line < len(lines) else 0))
    known = Knowledge(checked, document)
    complete(text, line, column, known)
    hover(text, line, column, known)
    definition(text, line, column, known, SOUND)
