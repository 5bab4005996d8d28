"""What an article annotates, and the names that its permalinks are made of."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembling.library import assemble
from generator.diagnostics import Diagnostics
from generator.model.briefing import Article
from generator.model.files import ArticleDocument
from tests.builders import article, load_content, read_content

FIGURE = "---\ntitle: T\nquestion: Q?\nkind: count\nchanges: grows\nunit: people\n---\n"


VALUE = ", printed: '1', value: 1}\n"


def assemble_case(folder: Path, annotations: str) -> Article:
    """Return an article with these annotations, beside figures `deaths` to `deaths-4`."""
    figures = {f"flood/figures/deaths-{number}.md": FIGURE for number in (2, 3, 4)}
    used = "".join(f"  - {{figure: deaths-{number}, printed: '1', value: 1}}\n" for number in (2, 3, 4))
    user = article(f"figures:\n{used}")["flood/articles/case.md"]
    files = figures | {"flood/articles/user.md": user} | article(annotations)
    return load_content(folder, files).briefings["flood"].articles["case"]


def test_observations_are_numbered_from_the_second_on(tmp_path: Path) -> None:
    """An observation is named after its figure, or as it asks to be, and a number never makes two names one."""
    names = ["figure: deaths", "figure: deaths", "figure: deaths-2", "figure: deaths, id: mine", "figure: deaths"]
    case = assemble_case(tmp_path, "figures:\n" + "".join(f"  - {{{name}{VALUE}" for name in names))
    ids = [observation.id.removeprefix("case--") for observation in case.observations]
    assert ids == ["deaths", "deaths-3", "deaths-2", "mine", "deaths-4"]


def test_reports_and_statements_share_no_name(tmp_path: Path) -> None:
    """An event that is called like a statement's permalink gets a name of its own."""
    case = assemble_case(
        tmp_path,
        "events:\n  - {id: statement-1, title: A, status: held}\n  - {id: statement-1, title: B, status: held}\n"
        "statements:\n  - {actor: ada-moor, says: No., account: reported}\n",
    )
    names = [*(report.id for report in case.events), *(statement.id for statement in case.statements)]
    assert names == ["case--statement-1-2", "case--statement-1-3", "case--statement-1"]


def test_a_moment_that_nobody_gives(tmp_path: Path) -> None:
    """Without an as-of, the last day on which the article may have appeared stands in, and it is known that it does."""
    case = assemble_case(
        tmp_path,
        "figures:\n  - {figure: deaths, printed: '1', value: 1, as_of: 2026-03-01}\n"
        "  - {figure: deaths, printed: '1', value: 1}\n",
    )
    assert [(each.as_of.text, each.as_of_given) for each in case.observations] == [
        ("2026-03-01", True),
        ("2026-03-03", False),
    ]


def test_every_annotation_is_kept(tmp_path: Path) -> None:
    """No observation, event report or statement of any file is dropped, merged or changed in assembling."""
    sources = read_content(tmp_path, {})
    articles = assemble(sources, Diagnostics()).briefings["flood"].articles
    for file in sources.briefings[0].articles:
        document: ArticleDocument = file.document
        made = articles[file.id]
        assert [each.entry for each in made.observations] == list(document.figures)
        assert [each.entry for each in made.events] == list(document.events)
        assert [each.entry for each in made.statements] == list(document.statements)


@settings(max_examples=25)  # each writes and reads a folder of files
@given(
    names=st.lists(st.sampled_from(("deaths", "deaths-2", "deaths-3", "deaths-4")), max_size=8),
    asked=st.sets(st.sampled_from(("a", "deaths-3", "deaths-5")), max_size=3),
)
def test_permalinks_are_unique(names: list[str], asked: set[str]) -> None:
    """Whatever figures are named how often, and whatever names are asked for, no two permalinks are the same."""
    wanted = [f"figure: {name}" for name in names] + [f"figure: deaths, id: {name}" for name in sorted(asked)]
    with TemporaryDirectory() as folder:
        case = assemble_case(
            Path(folder), "figures:\n" * bool(wanted) + "".join(f"  - {{{each}{VALUE}" for each in wanted)
        )
    ids = [each.id for each in case.observations]
    assert len(set(ids)) == len(wanted)
    assert {f"case--{name}" for name in asked} <= set(ids)
