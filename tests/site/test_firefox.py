"""What holds in Chromium holds in Firefox: on the hosted site and in the folder on a disk."""

from pathlib import Path

import pytest

from tests.site.bidi import Session
from tests.site.firefox import FirefoxPage, open_tab
from tests.site.views import BRIEFING, KINDS, View

FIGURE = f"{BRIEFING}/figures/protest-deaths.html"
DAY = "2026-01-21"
SHOWN = "[...document.querySelectorAll('tr[data-known-from]:not([hidden])')].map((row) => row.dataset.knownFrom)"


@pytest.mark.parametrize("view", KINDS, ids=lambda view: view.name)
def test_every_kind_of_page_opens(firefox_page: FirefoxPage, view: View) -> None:
    """A page opens with its heading and its style, without an error, asking nobody else for anything."""
    firefox_page.goto(view.address)
    assert firefox_page.text("h1") != ""
    assert firefox_page.evaluate("getComputedStyle(document.body).getPropertyValue('--md-text-font-family')") != ""


def test_a_figure_hides_what_came_later(firefox_page: FirefoxPage) -> None:
    """On a figure's page no value published after the day in the address is left."""
    firefox_page.goto(f"{FIGURE}?as-of={DAY}")
    shown = firefox_page.evaluate(SHOWN)
    assert shown != []
    assert max(shown) <= DAY


def test_a_day_is_chosen_by_keyboard(firefox_page: FirefoxPage) -> None:
    """The control on the overview takes the focus, a day by its arrow keys, and leads to that day."""
    firefox_page.goto(f"{BRIEFING}/index.html")
    firefox_page.evaluate("document.querySelector('[name=as-of]').focus()")
    firefox_page.press("ArrowDown")
    firefox_page.wait_until("location.search.startsWith('?as-of=')")


def test_faults_are_told(firefox: Session, tmp_path: Path) -> None:
    """The fixture hears of what a page's policy refuses, of exceptions, and of requests elsewhere."""
    policy = "default-src 'none'; script-src 'self'; img-src https:"
    (tmp_path / "fault.js").write_text("throw new Error('a fault of ours')", encoding="utf-8")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<title>A page</title><script src="fault.js"></script><script>1</script><img src="https://elsewhere.invalid/a.png">',
        encoding="utf-8",
    )
    with open_tab(firefox, tmp_path.as_uri() + "/") as page:
        page.goto("index.html")
    told = " ".join(page.errors)
    assert "a fault of ours" in told
    assert "inline script" in told
    assert "https://elsewhere.invalid/a.png" in page.requested


def test_files_keep_to_themselves(firefox: Session, tmp_path: Path) -> None:
    """Firefox is tried with the rules that readers have: a file on disk cannot fetch another."""
    for name in ("index.html", "other.html"):
        (tmp_path / name).write_text("<!doctype html><title>A page</title>", encoding="utf-8")
    with open_tab(firefox, tmp_path.as_uri() + "/") as page:
        page.goto("index.html")
        assert page.evaluate("fetch('other.html').then(() => 'read', () => 'refused')") == "refused"
