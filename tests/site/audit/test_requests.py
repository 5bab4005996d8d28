"""The promise of the folder on a disk: nothing is asked of anybody, nothing fails, nothing is refused."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.views import VIEWS, View
from tests.site.watching import watch


def test_every_page_keeps_to_itself(served_page: Page, built_site: Path) -> None:
    """Every page opens without a request elsewhere, a failed one, an error, or anything that its policy refuses."""
    for path in sorted(built_site.rglob("*.html")):
        if path.name != "404.html":  # written for the root of a host
            served_page.goto(path.relative_to(built_site).as_posix())


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_kind_keeps_to_itself_on_a_disk(offline_page: Page, view: View) -> None:
    """The same holds for each kind of page opened from a folder with the network off."""
    view.show(offline_page)


def test_faults_are_told(browser: Browser, tmp_path: Path) -> None:
    """Watching hears of each kind of fault."""
    policy = "default-src 'none'; script-src 'self'; img-src https:"
    (tmp_path / "fault.js").write_text("console.error('an error'); throw new Error('a fault')", encoding="utf-8")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<script src="fault.js"></script><script>1</script><script src="lost.js"></script>'
        '<img src="https://elsewhere.invalid/a.png">',
        encoding="utf-8",
    )
    origin = tmp_path.as_uri() + "/"
    with browser.new_context(offline=True) as context:
        faults = watch(context, origin)
        context.new_page().goto(origin + "index.html")
    told = "\n".join(faults)
    for fault in (
        "asks https://elsewhere.invalid/a.png",
        "fails: https://elsewhere.invalid/a.png",
        f"fails: {origin}lost.js",
        f"error in the console of {origin}index.html: an error",
        "refused by script-src-elem: inline",
        f"exception on {origin}index.html: a fault",
    ):
        assert fault in told
