"""A page from the web, fetched once and only where an address was given."""

from __future__ import annotations

import http.client
import socket
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from generator.maintaining.drafting.pages import MAX_PAGE, SavedPage, UnusableError, read_page

_TIMEOUT: Final = 20.0
"""Seconds without an answer, or without a further piece of it, after which nothing is expected any more."""
_WAY_OUT: Final = "save the page in your browser, and give the file: --from page.html"
_HEADERS: Final = {"User-Agent": "briefing-generator", "Accept": "text/html,application/xhtml+xml"}


def is_address(text: str) -> bool:
    """Return whether a text names something by its address rather than a file by its path."""
    return "://" in text


def fetch(address: str) -> SavedPage:
    """Return the page at a web address; raise UnusableError where there is none to be had."""
    if not address.lower().startswith(("http://", "https://")):
        raise UnusableError(f"'{address}' is no web address", "write one with http:// or https://, or a file")
    try:
        request = Request(address, headers=_HEADERS)  # noqa: S310 - the scheme has been looked at
        with _opener().open(request, timeout=_TIMEOUT) as answer:
            content = answer.read(MAX_PAGE + 1)
            charset, final = answer.headers.get_content_charset(), answer.url
    except HTTPError as error:
        with error:
            raise UnusableError(f"the server answers {error.code} ({error.reason})", _WAY_OUT) from None
    except URLError as error:
        raise UnusableError(f"'{address}' cannot be reached: {_told(error.reason)}", _WAY_OUT) from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise UnusableError(f"'{address}' cannot be read: {_told(error)}", _WAY_OUT) from None
    if len(content) > MAX_PAGE:
        raise UnusableError(f"the page is longer than {MAX_PAGE // 1024 // 1024} MiB", _WAY_OUT)
    return read_page(content, charset, final)


def _opener() -> OpenerDirector:
    """Return what opens web addresses, and nothing else wherever it is led on to: no file, no FTP."""
    opener = OpenerDirector()
    for handler in (
        *(ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPRedirectHandler()),
        *(HTTPDefaultErrorHandler(), HTTPErrorProcessor(), UnknownHandler()),
    ):
        opener.add_handler(handler)
    return opener


def _told(reason: object) -> str:
    if isinstance(reason, socket.gaierror):
        return "its name is not known, or there is no network"
    if isinstance(reason, TimeoutError):
        return "it does not answer"
    return str(reason) or type(reason).__name__
