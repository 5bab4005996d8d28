"""Measure search in Chromium on a site opened from the disk, beside Material's own on as many plain pages.

usage: python -m benchmarks.search [--articles 5000] [--rounds 3] [--folder FOLDER]

What it measures and how to read it stands in benchmarks/README.md.
"""

import argparse
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.build_time import Side, briefing_side, material_side

QUERIES = ["harbour inquiry", "report 321", "Karim Hadzic", "goverment"]
"""Two words of nearly every text, a number in a title, a name, a typo."""
SECOND = "bridge"
"""What is asked next, when whatever is loaded once is there."""

WORKER = """\
// Browsers start no worker for a page on a disk, and Material's search needs one: it runs in a hidden frame instead.
window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    this.waiting = [];
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.documentElement.append(frame);
    this.inside = frame.contentWindow;
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    const script = frame.contentDocument.createElement("script");
    script.src = address;
    script.addEventListener("load", () => {
      const { waiting } = this;
      this.waiting = null;
      for (const data of waiting) this.postMessage(data);
    });
    frame.contentDocument.body.append(script);
  }
  postMessage(data) {
    if (this.waiting) this.waiting.push(data);
    else this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }));
  }
};
"""


@dataclass(frozen=True)
class Cost:
    """What one search took: bytes read with the page and by searching, seconds to the first result and to the next."""

    page: int
    search: int
    first: float
    second: float


def main() -> None:
    """Build both sites, ask both the same, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=5000, help="size of the corpus")
    parser.add_argument("--rounds", type=int, default=3, help="times that each query is asked; the median is printed")
    parser.add_argument("--folder", type=Path, help="where the sites are built, or stand from an earlier run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        pages = {"briefing": _briefing(folder, options.articles), "material": _material(folder, options.articles)}
        with sync_playwright() as playwright:
            program = shutil.which("chromium") or sys.exit("no Chromium on the PATH")
            browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=False)
            compare(browser, pages, options.rounds)
            browser.close()


def compare(browser: Browser, pages: dict[str, Path], rounds: int) -> None:
    """Print for each query what each side takes, and the ratio of the two."""
    print(f"{'query':<16} {'search':<8} {'page KiB':>9} {'search KiB':>10} {'first ms':>9} {'next ms':>8}")
    asking = {"briefing": _ask_briefing, "material": _ask_material}
    for query in QUERIES:
        costs: dict[str, list[Cost]] = {side: [] for side in pages}
        for _ in range(rounds):
            for side, page in pages.items():  # in turns, so that whatever else the machine does meets both alike
                costs[side].append(_measure(browser, page, query, asking[side]))
        ours, theirs = (_median(costs[side]) for side in pages)
        for side, cost in zip(pages, (ours, theirs), strict=True):
            sizes = f"{cost.page / 1024:9.0f} {cost.search / 1024:10.0f}"
            print(f"{query:<16} {side:<8} {sizes} {cost.first * 1000:9.0f} {cost.second * 1000:8.0f}")
        size = (ours.page + ours.search) / (theirs.page + theirs.search)
        print(
            f"{query:<16} {'ratio':<8} {size:20.3f} {ours.first / theirs.first:9.3f} {ours.second / theirs.second:8.3f}"
        )


def _measure(browser: Browser, address: Path, query: str, ask: Callable[[Page, str], None]) -> Cost:
    context = browser.new_context(offline=True)
    page = context.new_page()
    read: list[int] = []
    page.on("request", lambda request: read.append(_size(request.url)))
    started = time.perf_counter()
    page.goto(address.as_uri())
    with_page = sum(read)
    ask(page, query)
    first = time.perf_counter() - started
    started = time.perf_counter()
    ask(page, SECOND)
    second = time.perf_counter() - started
    context.close()
    return Cost(page=with_page, search=sum(read) - with_page, first=first, second=second)


def _size(url: str) -> int:
    path = Path(unquote(urlsplit(url).path))
    return path.stat().st_size if url.startswith("file:") and path.is_file() else 0


def _ask_briefing(page: Page, query: str) -> None:
    field = page.locator("#frame__search-query")
    if not field.is_visible():
        page.keyboard.press("/")
    told = page.locator(".search__told")
    before = told.text_content() or ""
    field.fill(query)
    told.filter(has_text="Results").filter(has_not_text=_exactly(before)).wait_for()
    page.locator(".search__result").first.wait_for()


def _ask_material(page: Page, query: str) -> None:
    told = page.locator(".md-search-result__meta")
    field = page.locator("[data-md-component=search-query]")
    if not field.evaluate("field => field === document.activeElement"):
        field.click()
        told.filter(has_text="Type to start searching").wait_for()  # the index stands
    before = told.text_content() or ""
    field.fill(query)
    field.press("End")  # it listens for keys, not for changes
    told.filter(has_text="matching document").filter(has_not_text=_exactly(before)).wait_for()
    if "No matching" not in (told.text_content() or ""):  # it knows no typos
        page.locator("a.md-search-result__link").first.wait_for()


def _exactly(text: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(text.strip())}\s*$")


def _briefing(folder: Path, articles: int) -> Path:
    side = briefing_side(folder / "briefing", articles)
    _build(side)
    return side.site / "matter-001" / "articles" / "article-00001.html"


def _material(folder: Path, articles: int) -> Path:
    side = material_side(folder / "material", articles, plugins="search, offline")
    with (side.folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra: {polyfills: [assets/iframe-worker.js]}\n")
    script = side.folder / "docs" / "assets" / "iframe-worker.js"
    script.parent.mkdir(exist_ok=True)
    script.write_text(WORKER, encoding="utf-8")
    _build(side)
    return side.site / "pages" / "00001.html"


def _build(side: Side) -> None:
    if not side.site.exists():
        print(f"building {side.name}: {side.build().wall:.0f} s", flush=True)


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        page=round(statistics.median(cost.page for cost in costs)),
        search=round(statistics.median(cost.search for cost in costs)),
        first=statistics.median(cost.first for cost in costs),
        second=statistics.median(cost.second for cost in costs),
    )


if __name__ == "__main__":
    main()
