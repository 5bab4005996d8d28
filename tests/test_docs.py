"""Every diagnostic is explained, and provoked by a case."""

import re
from pathlib import Path

import pytest

from generator.diagnostics import Code

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "diagnostics.md"


@pytest.mark.parametrize("code", Code)
def test_every_code_has_its_paragraph(code: Code) -> None:
    """The page of diagnostics has a heading for the code, and says something under it."""
    sections = dict(
        re.findall(r"^#{2,4} `?([a-z-]+)`?[^\n]*\n(.*?)(?=^#|\Z)", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    )
    assert len(sections.get(code, "").split()) > 10


def test_no_paragraph_is_left_over() -> None:
    """Every heading that looks like a code is one."""
    headings = re.findall(r"^### `?([a-z-]+)`?$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(set(headings) - set(Code)) == []


@pytest.mark.parametrize("code", Code)
def test_every_code_is_provoked(code: Code) -> None:
    """Some test provokes the code with files that are wrong in that way."""
    cases = [*TESTS.rglob("*cases*.yml"), *TESTS.rglob("cases/*.yml"), *(TESTS / "reading").glob("test_*.py")]
    cases += (TESTS / "maintaining").glob("test_*.py")
    texts = [path.read_text(encoding="utf-8") for path in cases]
    assert any(f"[{code}]" in text or f' {code}"' in text or f" {code}'" in text for text in texts)
