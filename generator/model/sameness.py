"""When two addresses are surely one page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_CAMPAIGN = "utm_"
"""Begins the parameters that tell a site how its visitor came, and never what is shown."""


def page_of(address: str) -> str:
    """Return an address as that of its page: without fragment, last slash and campaign."""
    parts = urlsplit(address)
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_CAMPAIGN)]
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path.rstrip("/"), urlencode(asked), ""))
