"""The reference of the format says what the program reads, and nothing else."""

import re
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from generator.diagnostics import Diagnostics
from generator.model import files
from generator.model.dates import PartialDate
from generator.model.quantities import Quantity
from generator.model.schemas import schema_of
from generator.rendering.reference import classes_below, with_tables

DOCS = Path(__file__).parent.parent / "docs"
SOURCE = (DOCS / "format.md").read_text(encoding="utf-8")
FOUND = Diagnostics()
REFERENCE = with_tables(SOURCE, "docs/format.md", FOUND)
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8").casefold()

CLASSES = {schema_of(kind)["title"]: kind for kind in classes_below(files.Document)}
"""Every class of the format, by its title in the reference."""


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, row by row, without its head."""
    section = re.split(r"^#{2,3} ", REFERENCE.split(f"# {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines[1:]]


def choices(annotation: object) -> set[str]:
    """Return the words among which a key's value is chosen; none for any other value."""
    if annotation is bool:
        return {"true"}
    if isinstance(annotation, type):
        return set()
    return {word for each in get_args(annotation) for word in ([each] if isinstance(each, str) else choices(each))}


def test_every_class_has_its_marker() -> None:
    """Under the heading of its title, the page asks for the table of every class, once."""
    asked = re.findall(r"^#{2,3} ([^\n]+)\n(?:(?!#)[^\n]*\n)*?\{keys: \1\}$", SOURCE, re.MULTILINE)
    assert sorted(asked) == sorted(CLASSES)
    assert SOURCE.count("{keys: ") == len(CLASSES)


def test_no_marker_is_left_over() -> None:
    """Nothing is wrong with the page's markers, and no reader sees one."""
    assert list(FOUND) == []
    assert "{keys" not in REFERENCE


@pytest.mark.parametrize("title", CLASSES)
def test_every_key_has_its_row(title: str) -> None:
    """A table has the keys that its class adds, each said to be needed or not as it is, with the words of a choice."""
    fields = {field.alias or name: field for name, field in CLASSES[title].model_fields.items()}
    own = [field.alias or name for name, field in CLASSES[title].model_fields.items() if is_own(CLASSES[title], name)]
    assert rows(title) == [
        [f"`{key}`", "yes" if fields[key].is_required() else "", row[2], str(fields[key].description)]
        for key, row in zip(own, rows(title), strict=True)
    ]
    documented = {row[0].strip("`"): set(re.findall(r"`([^`]+)`", row[2])) for row in rows(title)}
    assert documented == {key: choices(fields[key].annotation) for key in own}


def is_own(kind: type[files.Document], name: str) -> bool:
    """Return whether a class itself declares a field."""
    return not any(name in parent.__annotations__ for parent in kind.__mro__[1:-1] if parent is not files.Document)


def test_every_kind_of_value_is_explained() -> None:
    """What stands in the column of values is a link, a choice, or a row among the kinds of value."""
    explained = {row[0] for row in rows("Kinds of value")}
    values = {row[2] for title in CLASSES for row in rows(title) if "`" not in row[2]}
    plain = {
        word.removesuffix("s") if word.removesuffix("s") in explained else word
        for value in values
        for word in re.split(r"^list of | or (?:list of )?| by ", re.sub(r"\[[^\]]*\]\([^)]*\)", "", value))
        if word
    }
    assert plain - explained == set()


def test_the_limits_are_the_programs() -> None:
    """The page's limits are those of the classes."""
    assert f"at most {files.MAX_ITEMS} events, {files.MAX_ITEMS} figures and {files.MAX_ITEMS} statements" in REFERENCE
    assert f"at most {files.MAX_NAMES} items" in REFERENCE
    longest = {
        value["title"]: value["maxLength"]
        for kind in CLASSES.values()
        for value in schema_of(kind)["properties"].values()
        if "maxLength" in value
    }
    assert {row[0]: row[1] for row in rows("Kinds of value") if row[0] in longest} == {
        "line": f"one line, at most {longest['line']} characters",
        "text": f"some sentences, at most {longest['text']:,} characters; no Markdown",
    }


def test_an_unknown_class_is_told_with_its_line() -> None:
    """A marker that names no class is an error with file, line and the nearest title."""
    found = Diagnostics()
    page = "# A\n\n{keys: Voise}\n"
    assert with_tables(page, "docs/a.md", found) == page
    assert [str(each) for each in found] == [
        "docs/a.md:3:1: error: 'Voise' is no class of the format [unknown-reference]\n    hint: did you mean 'Voice'?"
    ]


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
