"""Pages that the generator did not make are found by their sections."""

from __future__ import annotations

from generator.publishing.search import sections_of

PAGE = """
<h1 id="dates">Dates<a class="headerlink" href="#dates" title="Link">¶</a></h1>
<p>As <em>exact</em> as their<br>source.</p>
<h2 id="spans">Spans &amp; <code>sets</code><a class="headerlink" href="#spans">¶</a></h2>
<ul><li>one</li><li>two</li></ul>
<pre><code>2026-02-03</code></pre><style>p {color: red}</style>
<h3>No anchor</h3>
<p>More <b>b</b>old.</p>
<h2 id="end">End</h2>
"""


def test_a_page_is_found_by_its_sections() -> None:
    """Each heading with an anchor begins an entry; code, styles and permalinks are no part of its words."""
    found = [
        (each.address, each.title, each.context, " ".join(each.text.split()))
        for each in sections_of("d.html", "Dates", PAGE)
    ]
    assert found == [
        ("d.html", "Dates", "", "As exact as their source."),
        ("d.html#spans", "Spans & sets", "Dates", "one two No anchor More bold."),
        ("d.html#end", "End", "Dates", ""),
    ]


def test_only_the_first_title_is_the_pages_own() -> None:
    """A later heading of the first rank opens a section as any other does, and one without an anchor none."""
    html = '<h1 id="a">A</h1><p>one</p><h1 id="b">B</h1><p>two</p><h2 id="c">C</h2><p>three</p><h1>D</h1><p>four</p>'
    found = [(each.address, each.title, " ".join(each.text.split())) for each in sections_of("p.html", "P", html)]
    assert found == [("p.html", "P", "one"), ("p.html#b", "B", "two"), ("p.html#c", "C", "three D four")]


def test_a_title_after_a_section_is_a_section() -> None:
    """Where a section comes first, no later title takes its words."""
    html = '<h2 id="a">A</h2><p>one</p><h1 id="b">B</h1><p>two</p>'
    found = [(each.address, each.title, each.text.strip()) for each in sections_of("p.html", "P", html)]
    assert found == [("p.html", "P", ""), ("p.html#a", "A", "one"), ("p.html#b", "B", "two")]


def test_a_page_without_headings_is_one_entry() -> None:
    """Text alone is found by the page."""
    (only,) = sections_of("a.html", "A", "<p>Words")
    assert (only.address, only.title, only.text) == ("a.html", "A", "Words")
