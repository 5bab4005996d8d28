"""Links between pages work from every page to every other, from a server and from a folder."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from generator.model.briefing import Library
from generator.rendering.addresses import ACTORS, HOME, Links, actor_page, briefing_page

EMPTY = Library(actors={}, briefings={})


def ids() -> st.SearchStrategy[str]:
    """Draw ids as files may have them."""
    return st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


def pages() -> st.SearchStrategy[str]:
    """Draw addresses of pages of every kind."""
    own = st.builds(briefing_page, ids(), st.sampled_from(("index", "timeline", "figures/index", "outlets")))
    things = st.builds(lambda briefing, kind, name: briefing_page(briefing, f"{kind}/{name}"), ids(), ids(), ids())
    return st.sampled_from((HOME, ACTORS)) | st.builds(actor_page, ids()) | own | things


def places() -> st.SearchStrategy[str]:
    """Draw addresses of pages and of places on them."""
    return pages() | st.builds(lambda page, anchor: f"{page}#{anchor}", pages(), ids())


@given(pages(), places())
def test_links_are_relative(page: str, place: str) -> None:
    """From wherever a page is opened, its link leads to the place that was meant."""
    href = Links(EMPTY, page).to(place)
    for root in ("https://example.org/", "https://example.org/deep/er/", "file:///home/reader/My%20folder/"):
        assert urljoin(root + page, href) == root + place
    assert not href.startswith("/")
    assert posixpath.normpath(href.partition("#")[0] or ".") != ""


@given(pages(), ids())
def test_a_place_on_the_page_itself_needs_no_loading(page: str, anchor: str) -> None:
    """A link to a place on the same page is a fragment alone."""
    assert Links(EMPTY, page).to(f"{page}#{anchor}") == f"#{anchor}"
