"""What there is to look at on the built site: one page of each kind, and the states that a reader brings pages into."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

BRIEFING = "iran-us-talks-2026-02"


def as_opened(_: Page) -> None:
    """Leave a page as it opens."""


def with_search_open(page: Page) -> None:
    """Search for something that several kinds of pages tell of."""
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("6430")
    expect(page.get_by_role("option").first).to_be_visible()


def with_a_card_open(page: Page) -> None:
    """Show the card of the first link that has one, as the keyboard does."""
    page.locator(".md-content a.to-actor:visible").first.focus()
    expect(page.locator("#frame__card")).to_be_visible()


@dataclass(frozen=True)
class View:
    """A page, and what is done on it before it is looked at."""

    name: str
    address: str
    prepare: Callable[[Page], None] = as_opened
    whole: bool = True
    """Whether it is the whole page that is to be looked at, or only what the window shows."""
    part: str = "html"
    """What of it is new: a card hides parts of links for as long as it is open, and the rest is another view's."""

    def show(self, page: Page) -> None:
        """Open the page, from the origin of its context, and bring it into its state."""
        page.goto(self.address)
        self.prepare(page)


KINDS = (
    View("home", "index.html"),
    View("legend", "legend.html"),
    View("actors", "actors/index.html"),
    View("actor", "actors/ali-khamenei.html"),
    View("overview", f"{BRIEFING}/index.html"),
    View("timeline", f"{BRIEFING}/timeline.html"),
    View("figures", f"{BRIEFING}/figures/index.html"),
    View("figure", f"{BRIEFING}/figures/protest-deaths.html"),
    View("issues", f"{BRIEFING}/issues/index.html"),
    View("issue", f"{BRIEFING}/issues/talks-with-the-us.html"),
    View("articles", f"{BRIEFING}/articles/index.html"),
    View("article", f"{BRIEFING}/articles/bbc-rewrite-2026-02-03.html"),
    View("outlets", f"{BRIEFING}/outlets.html"),
    View("coverage", f"{BRIEFING}/coverage.html"),
    View("history", f"{BRIEFING}/history.html"),
    View("docs", "annotating.html"),
)
STATES = (
    View("search", "index.html", with_search_open, whole=False),
    View("card", f"{BRIEFING}/index.html", with_a_card_open, whole=False, part="#frame__card"),
    View("timeline-filtered", f"{BRIEFING}/timeline.html?actor=iran&disputed=1"),
    View("history-as-of", f"{BRIEFING}/history.html?as-of=2026-01-21"),
    View("figure-as-of", f"{BRIEFING}/figures/protest-deaths.html?as-of=2026-01-21"),
)
VIEWS = KINDS + STATES
