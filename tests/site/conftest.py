"""Real browsers on the real site: built once, then opened from disk with the network off and from a server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.bidi import Session, launch_firefox
from tests.site.firefox import FirefoxPage, open_tab
from tests.site.programs import find_program
from tests.site.watching import watch


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
    program = find_program("CHROMIUM")
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


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Start the Firefox named in FIREFOX or on the PATH; without any the tests fail, none is skipped."""
    with launch_firefox(find_program("FIREFOX"), tmp_path_factory.mktemp("firefox")) as session:
        yield session


@pytest.fixture
def offline_firefox_page(firefox: Session, built_site: Path) -> Iterator[FirefoxPage]:
    """Open the built folder in Firefox; the test fails on an outside request or an error in the console."""
    with _try(firefox, built_site.as_uri() + "/") as page:
        yield page


@pytest.fixture
def served_firefox_page(firefox: Session, served_site: str) -> Iterator[FirefoxPage]:
    """Open the served site in Firefox; the test fails on an outside request or an error in the console."""
    with _try(firefox, served_site) as page:
        yield page


@pytest.fixture(params=["offline_firefox_page", "served_firefox_page"])
def firefox_page(request: pytest.FixtureRequest) -> FirefoxPage:
    """Return each of the two in turn, as `page` does in Chromium."""
    found: FirefoxPage = request.getfixturevalue(request.param)
    return found


@contextmanager
def _visit(browser: Browser, origin: str, *, offline: bool) -> Iterator[Page]:
    context = browser.new_context(base_url=origin, offline=offline)
    faults = watch(context, origin)
    yield context.new_page()
    context.close()
    assert faults == []


@contextmanager
def _try(firefox: Session, origin: str) -> Iterator[FirefoxPage]:
    with open_tab(firefox, origin) as page:
        yield page
    assert [url for url in page.requested if not url.startswith((origin, "data:", "blob:", "about:"))] == []
    assert page.errors == []
