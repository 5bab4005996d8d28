"""A reader who comes back is told what has become known since, by the browser alone."""

from playwright.sync_api import Page, expect

OVERVIEW = "iran-us-talks-2026-02/index.html"
TALKS = "visit.iran-us-talks-2026-02"


def test_the_first_visit_is_told_nothing(page: Page) -> None:
    """Whoever comes for the first time has missed nothing."""
    page.goto(OVERVIEW)
    expect(page.get_by_role("heading", name="What changed on 12 February 2026")).to_be_visible()
    expect(page.get_by_text("Since your last visit")).to_be_hidden()


def test_a_visit_without_news_says_so(page: Page) -> None:
    """Whoever comes back to the same briefing reads that nothing has been added."""
    page.goto(OVERVIEW)
    page.reload()
    expect(page.get_by_text("Since your last visit")).to_be_visible()
    expect(page.get_by_text("Nothing has been added.")).to_be_visible()


def test_news_lead_to_their_day(page: Page) -> None:
    """A day of which less was known then is named, and leads to what changed on it."""
    page.goto(OVERVIEW)
    seen = page.evaluate("key => window.__md_get(key)", TALKS)
    last, _, before_that = seen[:3]
    page.evaluate(
        "([key, seen]) => window.__md_set(key, seen)", [TALKS, [e for e in seen if e not in (last, before_that)]]
    )
    page.reload()
    news = page.locator("[data-mark]:visible")
    expect(news).to_have_text(["More on 12 February 2026", "More on 6 February 2026"])
    expect(page.get_by_text("Nothing has been added.")).to_be_hidden()
    news.last.get_by_role("link").click()
    expect(page.locator("#on-2026-02-06")).to_be_in_viewport()
