"""What is too dear for every run of the tests and is tried by `make audit`: every single page, by axe."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.audit.accessibility import find_violations

SHARES = 8


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_has_a_violation(served_page: Page, built_site: Path, share: int) -> None:
    """No page has a violation; the pages are shared out, so that several browsers look at them at once."""
    found = {}
    for path in sorted(built_site.rglob("*.html"))[share::SHARES]:
        address = path.relative_to(built_site).as_posix()
        served_page.goto(address)
        found[address] = find_violations(served_page)
    assert {address: violations for address, violations in found.items() if violations} == {}
