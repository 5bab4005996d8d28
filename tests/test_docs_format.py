"""The reference of the format says what the program reads, and nothing else."""

import re
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from pydantic.fields import FieldInfo

from generator.model import files
from generator.model.dates import PartialDate
from generator.model.quantities import Quantity

DOCS = Path(__file__).parent.parent / "docs"
REFERENCE = (DOCS / "format.md").read_text(encoding="utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8").casefold()

HEADINGS: dict[type[files.Document], str] = {
    files.ArticleDocument: "Article",
    files.Item: "Item",
    files.EventEntry: "Event in an article",
    files.ObservationEntry: "Observation",
    files.Rejection: "Rejection",
    files.StatementEntry: "Statement",
    files.VoiceEntry: "Voice",
    files.Notice: "Notice",
    files.FigureDocument: "Figure",
    files.Population: "Population",
    files.EventDocument: "Event",
    files.ActorDocument: "Actor",
    files.NativeName: "Native name",
    files.Birth: "Birth",
    files.Role: "Role",
    files.IssueDocument: "Issue",
    files.BriefingDocument: "Briefing",
}


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, row by row, without its head."""
    section = re.split(r"^#{2,3} ", REFERENCE.split(f"# {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines]


def own_fields(kind: type[files.Document]) -> dict[str, FieldInfo]:
    """Return the fields that a class itself declares, by the key that stands in a file."""
    return {field.alias or name: field for name, field in kind.model_fields.items() if name in kind.__annotations__}


def choices(annotation: object) -> set[str]:
    """Return the words among which a key's value is chosen; none for any other value."""
    if annotation is bool:
        return {"true"}
    if isinstance(annotation, type):
        return set()
    return {word for each in get_args(annotation) for word in ([each] if isinstance(each, str) else choices(each))}


def subclasses(kind: type[files.Document]) -> set[type[files.Document]]:
    """Return every class below a class."""
    return {found for child in kind.__subclasses__() for found in {child} | subclasses(child)}


def test_every_kind_of_mapping_has_a_heading() -> None:
    """No class of the format is missing from the reference."""
    assert set(HEADINGS) == subclasses(files.Document)


@pytest.mark.parametrize(("kind", "heading"), HEADINGS.items(), ids=HEADINGS.values())
def test_every_key_stands_under_its_heading(kind: type[files.Document], heading: str) -> None:
    """The keys under a heading are those of its class, each said to be needed or not as it is."""
    documented = {row[0].strip("`"): row[1] == "yes" for row in rows(heading)}
    assert documented == {key: field.is_required() for key, field in own_fields(kind).items()}


@pytest.mark.parametrize(("kind", "heading"), HEADINGS.items(), ids=HEADINGS.values())
def test_every_choice_stands_beside_its_key(kind: type[files.Document], heading: str) -> None:
    """Beside a key stand the words of its choice, all of them and no other."""
    documented = {row[0].strip("`"): set(re.findall(r"`([^`]+)`", row[2])) for row in rows(heading)}
    assert documented == {key: choices(field.annotation) for key, field in own_fields(kind).items()}


def bounds(quantity: Quantity) -> list[str]:
    """Return the bounds of a quantity in the reference's words."""
    interval = quantity.interval
    if interval is None:
        return ["not given", "not given"]
    low = ("above " if interval.low_open else "") + plain(interval.low)
    high = "no limit" if interval.high is None else ("below " if interval.high_open else "") + plain(interval.high)
    return [low, high]


def plain(number: Decimal) -> str:
    """Return a number in groups of three digits, without zeros that say nothing."""
    return f"{number.normalize():,f}"


@pytest.mark.parametrize("row", rows("Values"), ids=lambda row: str(row[0]))
def test_a_value_has_the_bounds_beside_it(row: list[str]) -> None:
    """A value of the reference is read, with the bounds that the reference gives."""
    assert row[1:] == bounds(Quantity.parse(row[0].strip("`")))


@pytest.mark.parametrize("row", rows("Dates"), ids=lambda row: str(row[0]))
def test_a_date_has_the_days_beside_it(row: list[str]) -> None:
    """A date of the reference is read, shown and bounded as the reference says."""
    day = PartialDate.parse(row[0].strip("`"))
    assert row[1:] == [day.display(), *(str(bound or "open") for bound in day.bounds)]


@pytest.mark.parametrize(
    "badges",
    [files.Basis, files.Account, files.Stance, files.EventStatus, files.NoticeKind],
    ids=lambda badges: get_args(badges)[0],
)
def test_the_words_of_the_badges_stand_in_the_glossary(badges: object) -> None:
    """Every word that a badge shows is a word that the glossary explains."""
    assert [word for word in choices(badges) if word not in GLOSSARY] == []
