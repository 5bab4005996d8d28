"""A real browser on the real site: built once, then opened from disk with the network off and from a server."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """Serve the built site from this machine and return its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_SilentHandler, directory=built_site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _SilentHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the browser's own errors are what a test looks at."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium named in CHROMIUM or on the PATH; without any the tests fail, none is skipped."""
    program = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    if program is None:
        pytest.fail("no Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM", pytrace=False)
    with sync_playwright() as playwright:
        # Its sandbox refuses to start for root, which is who runs tests in a container; the pages are our own.
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture
def offline_page(browser: Browser, built_site: Path) -> Iterator[Page]:
    """Open the built folder with the network off; the test fails if the page asks anybody for anything."""
    with _visit(browser, built_site.as_uri() + "/", offline=True) as page:
        yield page


@pytest.fixture
def served_page(browser: Browser, served_site: str) -> Iterator[Page]:
    """Open the served site; the test fails if the page asks another host for anything."""
    with _visit(browser, served_site, offline=False) as page:
        yield page


@pytest.fixture(params=["offline_page", "served_page"])
def page(request: pytest.FixtureRequest) -> Page:
    """Return each of the two in turn: what holds on the hosted site holds on the folder too."""
    found: Page = request.getfixturevalue(request.param)
    return found


@contextmanager
def _visit(browser: Browser, origin: str, *, offline: bool) -> Iterator[Page]:
    context = browser.new_context(base_url=origin, offline=offline)
    requested: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: requested.append(request.url))
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert [url for url in requested if not url.startswith((origin, "data:", "blob:"))] == []
    assert errors == []
