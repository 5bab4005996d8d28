"""The text of an article: its paragraphs, counted as a reader counts them, letter by letter."""

from __future__ import annotations

from generator.maintaining.drafting.pages import SavedPage, read_page
from generator.maintaining.drafting.text import extract_text

PAGE = """\
<html lang="en"><head><title>Rain</title></head><body><nav><a href="/">Home</a> <a href="/more">More news</a></nav>
<article><h1>Rain</h1><p>It rained <b>all</b> night,<br>and <a href="/x">the river</a> rose.</p><h2>The night</h2>
<p>Nobody slept.</p><ul><li>One roof fell</li><li>Two walls fell</li></ul>
<blockquote><p>We ran, she said.</p></blockquote>
<table><tr><td>Roofs</td><td>41</td></tr></table><p>می‌بارد</p></article>
<footer>All rights kept, 2026</footer></body></html>
"""


def test_paragraphs_are_numbered() -> None:
    """Paragraphs, items and rows count; headings stand among them without a number, and the title is no part."""
    text = extract_text(SavedPage(PAGE), "Rain")
    assert [(block.number, block.text) for block in text.blocks] == [
        (1, "It rained all night, and the river rose."),
        (None, "The night"),
        (2, "Nobody slept."),
        (3, "One roof fell"),
        (4, "Two walls fell"),
        (5, "We ran, she said."),
        (6, "Roofs 41"),
        (7, "می\u200cبارد"),
    ]


def test_the_same_page_has_the_same_sum() -> None:
    """Whatever was read before, a page's text is the same, byte for byte."""
    first = extract_text(SavedPage(PAGE), "Rain")
    extract_text(SavedPage("<p>Something else entirely, of 77 words or so.</p>"))
    again = extract_text(SavedPage(PAGE), "Rain")
    assert (first.kept, first.sha256) == (again.kept, again.sha256)


def test_loose_text_is_not_lost() -> None:
    """Words outside of any paragraph make one."""
    text = extract_text(SavedPage("<html><body><div>Loose words<br>of 3 lines<br>here</div></body></html>"))
    assert [block.text for block in text.blocks] == ["Loose words of 3 lines here"]


def test_plain_text_is_kept_as_it_is() -> None:
    """What was text already is the text: its sum is the file's."""
    text = extract_text(read_page(b"Rain\r\nIt rained.\r\n"))
    assert ([block.text for block in text.blocks], text.kept) == (["It rained."], b"Rain\r\nIt rained.\r\n")
