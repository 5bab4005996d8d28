"""Picture every view of a built site, light and dark, on a phone and on a desk, for a person to look at.

Run as `python -m tests.site.screenshots SITE PICTURES`, both folders; `make screenshots` does.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page, ViewportSize, sync_playwright

from tests.site.programs import find_program
from tests.site.views import BRIEFING, VIEWS, View

WIDTHS = (390, 1280)
HEIGHT = 900
LONGEST = 6000  # pixels; what is longer is cut


def picture_all(site: Path, pictures: Path) -> None:
    """Write one picture a view, scheme and width, named after them, and the overview as it is printed."""
    pictures.mkdir(parents=True, exist_ok=True)
    with _chromium() as browser:
        for scheme, width in product(("light", "dark"), WIDTHS):
            window = ViewportSize(width=width, height=HEIGHT)
            with browser.new_context(
                base_url=site.as_uri() + "/",
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
                viewport=window,
            ) as context:
                for view in VIEWS:
                    page = context.new_page()
                    _picture(page, view, pictures / f"{view.name}-{scheme}-{width}.png")
                    page.close()
        page = browser.new_page()
        page.goto(f"{site.as_uri()}/{BRIEFING}/index.html")
        page.pdf(path=pictures / "overview-print.pdf", format="A4")


def _picture(page: Page, view: View, path: Path) -> None:
    view.show(page)
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    if view.whole:
        page.screenshot(path=path, full_page=True, clip=FloatRect(x=0, y=0, width=width, height=min(height, LONGEST)))
    else:
        page.screenshot(path=path)


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # As in the tests: the sandbox refuses to start for root, and the pages are our own.
        yield playwright.chromium.launch(executable_path=find_program("CHROMIUM"), chromium_sandbox=False)


if __name__ == "__main__":
    picture_all(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
