"""The order of keys: told once a mapping, and known for every key of the format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Code, Diagnostics
from generator.maintaining.checking import Checker
from generator.model.files import Document
from generator.model.key_order import key_order
from tests.builders import ARTICLE, article, write_content

CASES = yaml.safe_load(Path(__file__).with_name("key_order_cases.yml").read_text(encoding="utf-8"))


def classes_below(kind: type[Document]) -> Iterator[type[Document]]:
    """Yield every class of the format below one."""
    for child in kind.__subclasses__():
        yield child
        yield from classes_below(child)


@pytest.mark.parametrize("name", CASES)
def test_a_key_out_of_place_is_told(name: str, tmp_path: Path) -> None:
    """Of the order of keys, a check tells exactly what the case expects."""
    found = Diagnostics()
    Checker().check(write_content(tmp_path, article(CASES[name]["annotations"])), found)
    told = [str(each).replace("\n    hint: ", " | ") for each in found if each.code is Code.KEY_ORDER]
    assert told == [f"briefings/{ARTICLE}:{line}" for line in CASES[name]["told"]]


@pytest.mark.parametrize("kind", list(classes_below(Document)), ids=lambda kind: kind.__name__)
def test_every_key_has_its_place(kind: type[Document]) -> None:
    """The order of a class has each of its keys once, and no other."""
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    assert sorted(key_order(kind)) == sorted(keys)
