"""Pages are valid HTML, by the Nu checker."""

import re
from pathlib import Path

import pytest

from tests.site.audit.markup import NOT_OURS, find_errors, is_ours


@pytest.fixture(scope="module")
def errors(built_site: Path) -> list[tuple[str, str]]:
    """Return every error on every page of the site."""
    return find_errors(built_site)


def test_every_page_is_valid(errors: list[tuple[str, str]]) -> None:
    """No page has an error, but for those that Material brings along."""
    assert [(place, message) for place, message in errors if is_ours(message)] == []


@pytest.mark.parametrize("pattern", NOT_OURS)
def test_no_exception_is_kept_for_nothing(errors: list[tuple[str, str]], pattern: str) -> None:
    """What is excepted does occur: an exception that Material no longer needs is taken off the list."""
    assert any(re.fullmatch(pattern, message) for _, message in errors)


def test_errors_are_found(tmp_path: Path) -> None:
    """The checker finds what is wrong."""
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=en><title>A page</title><p><div></p>", encoding="utf-8")
    assert [message for _, message in find_errors(page)] != []
