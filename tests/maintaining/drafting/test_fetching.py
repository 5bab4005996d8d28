"""Pages from the web: fetched from a real server, or told in a sentence why not."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from generator.maintaining.drafting.fetching import fetch, is_address
from generator.maintaining.drafting.pages import MAX_PAGE, UnusableError


class _Pages(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    def do_GET(self) -> None:
        """Answer."""
        match self.path:
            case "/page":
                self._answer(200, "<title>Дождь</title>".encode("windows-1251"), "text/html; charset=windows-1251")
            case "/moved":
                self._answer(302, b"", location="/page")
            case "/away":
                self._answer(302, b"", location="ftp://127.0.0.1/page")
            case "/file":
                self._answer(302, b"", location="file:///etc/hostname")
            case "/large":
                self._answer(200, b"x" * (MAX_PAGE + 1))
            case "/broken":
                self.wfile.write(b"no answer at all\r\n\r\n")
            case _:
                self._answer(404, b"")

    def _answer(self, status: int, body: bytes, kind: str = "text/html", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as listening:
        thread = Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched(server: str, path: str) -> None:
    """A page comes with the encoding that its server names, and from where it stands in the end."""
    page = fetch(server + path)
    assert (page.html, page.address) == ("<title>Дождь</title>", f"{server}/page")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/none", "the server answers 404 (Not Found)"),
        ("/large", "the page is longer than 2 MiB"),
        ("/away", "cannot be reached: unknown url type: ftp"),
        ("/file", "the server answers 302"),
        ("/broken", "cannot be read: no answer at all"),
    ],
)
def test_what_cannot_be_fetched_is_told(server: str, path: str, told: str) -> None:
    """Each failure is a sentence, and the way out is to save the page in a browser."""
    with pytest.raises(UnusableError) as refused:
        fetch(server + path)
    assert told in refused.value.message
    assert "--from page.html" in refused.value.hint


@pytest.mark.parametrize("address", ["ftp://example.org/", "file:///etc/hostname", "gopher://example.org"])
def test_only_the_web_is_fetched(address: str) -> None:
    """What is no web address is refused before anything is opened."""
    with pytest.raises(UnusableError, match="is no web address"):
        fetch(address)


@pytest.mark.parametrize("address", ["http://[", "http://exa mple.org/", "http://", "http://nowhere.invalid/"])
def test_a_strange_address_is_told(address: str) -> None:
    """An address that leads nowhere ends in a sentence."""
    with pytest.raises(UnusableError):
        fetch(address)


def test_nobody_listens() -> None:
    """Where no server answers, it is said."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnusableError, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/")


def test_an_address_is_told_from_a_file() -> None:
    """A path is no address, whatever it is called."""
    assert [is_address(text) for text in ("https://example.org", "page.html", "./http/page.html", "C:page")] == [
        True,
        False,
        False,
        False,
    ]
