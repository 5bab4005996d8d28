"""Web addresses: the only ones to which anything in a file may lead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[\w.-]+\.\w+(:[0-9]+)?")
_UNSAFE = re.compile(r"[\s<>\"'`\\]")


def is_web_address(text: str) -> bool:
    """Return whether a text is a whole address with http or https, that names its host and nobody before it.

    `https://paper.example@other.example/` leads to the second host and looks as if it led to the first.
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    known = parts.scheme in {"https", "http"} and _HOST.fullmatch(parts.netloc) is not None
    return known and _UNSAFE.search(text) is None
