"""Readers find what is on the site by typing it, on the hosted site and in the folder on their disk."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from generator.publishing.search.words import words
from tests.site.firefox import FirefoxPage

CASES = Path(__file__).parents[1] / "publishing" / "search" / "words.yml"
BRIEFING = "iran-us-talks-2026-02"
DEATHS = f"{BRIEFING}/figures/protest-deaths.html"


def ask(page: Page, query: str) -> Locator:
    """Open search on a page, type a query, and return its results."""
    page.goto("index.html")
    page.keyboard.press("/")
    return ask_again(page, query)


def ask_again(page: Page, query: str) -> Locator:
    """Type another query into the open search, and return its results."""
    told = page.locator(".search__told")
    page.get_by_role("combobox").fill("")
    expect(told).to_be_empty()
    page.get_by_role("combobox").fill(query)
    expect(told).not_to_be_empty()
    return page.get_by_role("option")


def found(results: Locator) -> list[str]:
    """Return the addresses of results, best first."""
    expect(results.first).to_be_visible()
    addresses = [link.get_attribute("href") or "" for link in results.all()]
    return [re.sub(rf".*?(?={BRIEFING}/|actors/|[a-z-]+\.html)", "", address, count=1) for address in addresses]


FIRST = {
    **dict.fromkeys(
        ["6,430", "6430", "6 430", "6.430", "6\u202f430", "6'430", "۶۴۳۰", "٦٬٤٣٠"],
        f"{DEATHS}#bbc-rewrite-2026-02-03--protest-deaths",
    ),
    "Araqchi": "actors/abbas-araghchi.html",  # an alias
    "عباس عراقچی": "actors/abbas-araghchi.html",  # a name in its own script
    "علي خامنه‌اي": "actors/ali-khamenei.html",  # the same in Arabic letters
    "khamanei": "actors/ali-khamenei.html",  # a typo
    "pezeshkain": "actors/masoud-pezeshkian.html",  # two letters swapped
    "witk": "actors/steve-witkoff.html",  # the beginning of a word
    "US": "actors/united-states.html",  # a name that is a common word elsewhere
    "protest deaths": DEATHS,
    "documented count": "legend.html#basis",
    "annotating an article": "annotating.html",  # a page of the site's own
    "who counts the dead, and why do the counts differ?": DEATHS,
    "what was known on 3 February?": f"{BRIEFING}/history.html?as-of=2026-02-03",
    "2026-02-03": f"{BRIEFING}/history.html?as-of=2026-02-03",
    "were the talks direct?": f"{BRIEFING}/issues/talks-format.html",
    "how many ships does the navy have": f"{BRIEFING}/figures/us-navy-ships.html",
}
"""What each query is about."""


def test_search_finds_first(page: Page) -> None:
    """A query has what it is about on top, wherever the site is read."""
    page.goto("index.html")
    page.keyboard.press("/")
    assert {query: found(ask_again(page, query))[0] for query in FIRST} == FIRST


def test_who_said_what_when(page: Page) -> None:
    """A question for what somebody says is answered by statements, with their dates."""
    results = ask(page, "what did Khamenei say on talks, when?")
    statements = results.filter(has=page.locator(".search__kind", has_text="Statement"))
    assert statements.count() >= 3
    for statement in statements.all():
        expect(statement.locator(".search__title")).to_contain_text("Khamenei")
        expect(statement.locator(".search__context")).to_have_text(re.compile(r"\d{4}"))


def test_results_say_what_they_are(page: Page) -> None:
    """A result has its kind in words, its briefing, and the words that were looked for marked in title and text."""
    result = ask(page, "protest deaths").first
    expect(result.locator(".search__kind")).to_have_text("Figure")
    expect(result.locator(".search__context")).to_have_text("Iran–US talks, February 2026")
    assert result.locator(".search__title mark").all_text_contents() == ["Deaths", "protests"]
    assert "killed" in result.locator(".search__excerpt mark").all_text_contents()


def test_a_correction_is_told(page: Page) -> None:
    """Where nothing has a word, search says so and says what it shows instead; a number is never corrected."""
    ask(page, "khamanei")
    expect(page.get_by_role("status").first).to_contain_text("Nothing for “khamanei”; showing “khamenei”.")
    assert ask_again(page, "6431").count() == 0


def test_search_owns_up_to_nothing(page: Page) -> None:
    """A word that stands nowhere finds nothing, and keeps nothing else from being found."""
    assert ask(page, "xylophonist").count() == 0
    expect(page.locator(".search__told")).to_have_text("Nothing for “xylophonist”.")
    assert found(ask_again(page, "xylophonist Araghchi"))[0] == "actors/abbas-araghchi.html"
    expect(page.locator(".search__told")).to_contain_text("Nothing for “xylophonist”.")


def test_a_query_without_words_leaves_the_hints(page: Page) -> None:
    """Who asks for nothing but marks sees neither results nor an empty dialog, but how to ask."""
    results = ask(page, "talks")
    expect(results.first).to_be_visible()
    expect(page.locator(".search__hints")).to_be_hidden()
    page.get_by_role("combobox").fill("!!!")
    expect(page.locator(".search__hints")).to_be_visible()
    expect(results).to_have_count(0)
    expect(page.locator(".search__told")).to_be_empty()


def test_search_works_by_keyboard(page: Page) -> None:
    """Search opens with / and Ctrl-K; arrows, Home and End choose; Escape closes; Enter opens; Back leads back."""
    page.goto("index.html")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    results = ask(page, "talks")
    query = page.get_by_role("combobox")
    chosen = page.get_by_role("option", selected=True)
    assert results.count() == 10
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_have_attribute("aria-selected", "true")
    expect(query).to_have_attribute("aria-activedescendant", results.nth(1).get_attribute("id") or "")
    page.keyboard.press("End")
    expect(results.nth(9)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")  # past the end are the next ones
    expect(results.nth(10)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(results.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(chosen).to_have_count(0)
    expect(query).to_be_focused()
    first = results.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(first)
    page.go_back()
    expect(query).to_have_value("talks")
    expect(results.first).to_be_visible()


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    """Where something is typed, / opens nothing."""
    page.goto("index.html")
    page.keyboard.press("/")
    page.keyboard.type("1/2")
    expect(page.get_by_role("combobox")).to_have_value("1/2")


def test_a_place_on_the_same_page_closes_search(page: Page) -> None:
    """A result on the page one is on leads to its place, and search makes way."""
    page.goto(f"{DEATHS}?q=6430")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"protest-deaths\.html#bbc-rewrite-2026-02-03--protest-deaths$"))
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_address_can_ask(page: Page) -> None:
    """A link may carry a query; when search is closed the address is as it was."""
    page.goto("index.html?q=Araqchi")
    expect(page.get_by_role("option").first).to_contain_text("Abbas Araghchi")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"index\.html$"))


def test_only_what_is_needed_is_loaded(page: Page) -> None:
    """A page loads nothing of the index, a query its manifest and a few small pieces, the next only what is new."""
    pieces: list[str] = []
    page.on("request", lambda request: pieces.append(request.url) if "/assets/search/" in request.url else None)
    page.goto("index.html")
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    assert pieces == []
    ask(page, "Araqchi")
    assert [re.sub(r"-\d+", "", Path(piece).stem) for piece in pieces] == ["manifest", "words", "entries"]
    pieces.clear()
    ask_again(page, "Araghchi")
    assert len(pieces) == len(set(pieces)) <= 9
    assert not any("manifest" in piece for piece in pieces)


def test_the_script_reads_words_as_the_index_does(offline_page: Page) -> None:
    """The script in the page takes every text apart as the generator does."""
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    assert read_words(offline_page, [case["text"] for case in cases]) == [case["words"] for case in cases]


def test_the_script_knows_every_letter(offline_page: Page) -> None:
    """Every character that Unicode has given a meaning is one and the same to the script and to the generator."""
    texts = [
        f"a{character}b {character}"
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) not in {"Cn", "Cs", "Co"}
        and (ord(character) % 64 == 0 or not unicodedata.name(character, "").startswith(("CJK UNIFIED", "HANGUL SYL")))
    ]
    told = read_words(offline_page, texts)
    apart = [(text, there, words(text)) for text, there in zip(texts, told, strict=True) if there != words(text)]
    assert apart == []


def read_words(page: Page, texts: list[str]) -> list[list[str]]:
    """Return the words that the script finds in each text."""
    page.goto("index.html")
    # As one string each way, which is far quicker than so many.
    told: str = page.evaluate(
        """async (texts) => {
            const index = await briefingSearch.open();
            return JSON.stringify(JSON.parse(texts).map((text) => index.words(text)));
        }""",
        json.dumps(texts),
    )
    found: list[list[str]] = json.loads(told)
    return found


def test_search_needs_scripts(browser: Browser, built_site: Path) -> None:
    """Who has no scripts sees no button that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / "index.html").as_uri())
    expect(page.locator("#frame__search-button")).to_be_hidden()
    expect(page.locator("#frame__search")).to_be_hidden()
    context.close()


def test_firefox_searches_too(firefox_page: FirefoxPage) -> None:
    """In Firefox search opens with /, loads its pieces, and Enter opens what is on top; the way back leads to it."""
    firefox_page.goto("index.html")
    firefox_page.press("/")
    firefox_page.type("6 430")
    firefox_page.wait_until("document.querySelectorAll('.search__result').length > 1")
    firefox_page.press("Enter")
    firefox_page.wait_until("location.hash === '#bbc-rewrite-2026-02-03--protest-deaths'")
    firefox_page.evaluate("history.back()")
    firefox_page.wait_until("location.search === '?q=6+430' && document.getElementById('frame__search').open")
