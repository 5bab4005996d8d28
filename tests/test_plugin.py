"""The plugin in MkDocs: pages, navigation, edit links, live reload, and the same bytes every time."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.builders import ARTICLE_HEAD
from tests.documents import Element, read_html
from tests.projects import build, copy_project, make_project, run, tree
from tests.search_pieces import shown_entries


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose site has been built, strictly, by MkDocs itself."""
    project = make_project(tmp_path_factory.mktemp("plugin"))
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project


def page(project: Path, address: str) -> Element:
    """Return a page of the built site."""
    return read_html((project / "site" / address).read_text(encoding="utf-8"))


def links(element: Element, css: str) -> list[str]:
    """Return where the links of a class lead."""
    found = (each for each in element.walk() if each.tag == "a" and css in each.attributes.get("class", "").split())
    return [each.attributes.get("href", "") for each in found]


def test_sections_are_in_the_navigation(project: Path) -> None:
    """Home, the briefing's sections, the actors and the site's own pages are in the navigation, in this order."""
    found = list(dict.fromkeys(links(page(project, "index.html"), "md-nav__link")))
    sections = ["index", "timeline", "figures/index", "issues/index", "articles/index", "outlets"]
    expected = [*(f"flood/{section}.html" for section in sections), "actors/index.html"]
    assert [address for address in found if address in expected] == expected
    assert found.index("about.html") > found.index("actors/index.html")


def test_many_briefings_are_listed_by_their_overviews(tmp_path: Path) -> None:
    """Every page carries the navigation, so of many briefings only the overviews stand in it."""
    project = make_project(tmp_path)
    for name in ("flood-2", "flood-3", "flood-4", "flood-5"):
        shutil.copytree(project / "briefings" / "flood", project / "briefings" / name)
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    in_navigation = links(page(project, "index.html"), "md-nav__link")
    assert "flood-5/index.html" in in_navigation
    assert "flood-5/timeline.html" not in in_navigation


def test_things_are_pages_and_not_in_the_navigation(project: Path) -> None:
    """Every actor, article, figure and issue has a page; a thousand of them would be no navigation."""
    things = [
        "actors/ada-moor.html",
        "flood/articles/wire-1.html",
        "flood/figures/deaths.html",
        "flood/issues/warning.html",
    ]
    built = tree(project / "site")
    assert [thing for thing in things if thing not in built] == []
    in_navigation = links(page(project, "index.html"), "md-nav__link")
    assert [thing for thing in things if thing in in_navigation] == []


def test_a_page_that_one_file_makes_can_be_edited(project: Path) -> None:
    """The pencil leads to the file that a maintainer changes; a page of many files has none."""
    edited = {
        address: [
            href
            for href in (each.attributes.get("href", "") for each in page(project, address).walk())
            if "/edit/" in href
        ]
        for address in ("actors/ada-moor.html", "flood/index.html", "flood/timeline.html", "about.html")
    }
    start = "https://git.example.org/small/edit/main"
    assert {address: sorted({os.path.normpath(each) for each in found}) for address, found in edited.items()} == {
        "actors/ada-moor.html": [os.path.normpath(f"{start}/briefings/actors/ada-moor.md")],
        "flood/index.html": [os.path.normpath(f"{start}/briefings/flood/index.md")],
        "flood/timeline.html": [],
        "about.html": [os.path.normpath(f"{start}/docs/about.md")],
    }


def test_edit_links_follow_the_content_folder(tmp_path: Path) -> None:
    """Where the content lies deeper, or the site's own pages do, the pencil still leads to the file."""
    project = make_project(tmp_path, bare=True)
    (project / "deep").mkdir()
    (project / "briefings").rename(project / "deep/briefings")
    (project / "docs").rename(project / "deep/docs")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("templates_dir: templates", "templates_dir: templates, content_dir: deep/briefings")
    (project / "mkdocs.yml").write_text(
        f"{settings}docs_dir: deep/docs\nrepo_url: https://git.example.org/small\nedit_uri: edit/main/deep/docs/\n",
        encoding="utf-8",
    )
    (project / "templates/theme/main.html").write_text("{{ page.edit_url }}\n", encoding="utf-8")
    told = (build(project) / "actors/ada-moor.html").read_text(encoding="utf-8").strip()
    address = os.path.normpath(told.removeprefix("https://"))
    assert address == "git.example.org/small/edit/main/deep/briefings/actors/ada-moor.md"


def test_contents_lead_to_the_headings(project: Path) -> None:
    """The table of contents of a page leads to places on it."""
    figure = page(project, "flood/figures/deaths.html")
    anchors = {each.attributes.get("id") for each in figure.walk()}
    contents = [href for href in links(figure, "md-nav__link") if href.startswith("#")]
    assert contents != []
    assert [href for href in contents if href.removeprefix("#") not in anchors] == []


def test_search_holds_every_page_and_value(project: Path) -> None:
    """What search finds leads to a page and a place that exist; every value, event and statement is there."""
    entries = shown_entries(project / "site")
    found = [entry.address for entry in entries]
    assert len(found) == len(set(found))
    for location in found:
        address, _, anchor = location.partition("#")
        anchors = {each.attributes.get("id") for each in page(project, address.partition("?")[0]).walk()}
        assert not anchor or anchor in anchors, location
    for place in (
        "figures/deaths.html#wire-1--deaths",
        "timeline.html#inquiry",
        "articles/wire-1.html#wire-1--statement-1",
    ):
        assert f"flood/{place}" in found
    assert "آدا مور" in " ".join(entry.text for entry in entries)


def test_a_page_may_ask_to_be_left_out(tmp_path: Path) -> None:
    """A page of the site's own that Material's search would leave out is left out of ours."""
    project = make_project(tmp_path, bare=True)
    about = project / "docs/about.md"
    about.write_text(f"---\nsearch: {{exclude: true}}\n---\n{about.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "about.html" not in {entry.address for entry in shown_entries(build(project))}


def test_a_site_may_still_list_other_searches(tmp_path: Path) -> None:
    """Settings from before, with Material's search and its offline plugin, build a site that asks no other host."""
    project = make_project(tmp_path)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    before = settings.replace("plugins: [briefings]", "plugins: [briefings, search, offline]")
    assert before != settings
    (project / "mkdocs.yml").write_text(before, encoding="utf-8")
    build(project)
    scripts = [each.attributes.get("src", "") for each in page(project, "about.html").walk() if each.tag == "script"]
    assert [address for address in scripts if "//" in address] == []


def test_hostile_titles_stay_text(tmp_path: Path) -> None:
    """A title or a description that is markup is shown as text by the theme, which by itself escapes nothing."""
    hostile = '</title><script>alert(1)</script>"><img src=x onerror=alert(2)>'
    texts = f"title: '{hostile}'\nquestion: '{hostile}'\n"
    populations = "populations: {total: {}, residents: {part_of: total}, visitors: {part_of: total}}\n"
    project = make_project(
        tmp_path,
        {
            "actors/evil.md": f"---\nname: '{hostile}'\nkind: person\n---\n## &lt;script&gt;alert(1)&lt;/script&gt;\n",
            "flood/index.md": f"---\n{texts}scope: S\nmaintainers: [M]\nstatus: closed\n---\n",
            "flood/figures/deaths.md": f"---\n{texts}kind: count\nchanges: grows\nunit: people\n{populations}---\n",
        },
    )
    site = build(project)
    for path in sorted(site.rglob("*.html")):
        elements = list(read_html(path.read_text(encoding="utf-8")).walk())
        assert [each for each in elements if each.tag == "script" and "alert(" in "".join(map(str, each.inside))] == []
        assert [each for each in elements if "onerror" in each.attributes] == []
    evil = page(project, "actors/evil.html")
    title = next(each for each in evil.walk() if each.tag == "title")
    assert hostile in "".join(map(str, title.inside))
    deaths = page(project, "flood/figures/deaths.html")
    description = next(each for each in deaths.walk() if each.attributes.get("name") == "description")
    assert description.attributes["content"] == hostile


def test_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Path, time zone, locale, hash seed and umask change nothing: the same files give the same site."""
    other = copy_project(project, tmp_path / "elsewhere")
    mask = os.umask(0o077)
    try:
        done = run(
            other,
            "mkdocs",
            "build",
            "-d",
            "another",
            TZ="Asia/Tehran",
            LANG="tr_TR.UTF-8",
            LC_ALL="C",
            PYTHONHASHSEED="7",
        )
    finally:
        os.umask(mask)
    assert done.returncode == 0, done.stderr
    assert tree(other / "another") == tree(project / "site")
    assert not any(
        str(path).encode() in content for path in (project, other) for content in tree(project / "site").values()
    )


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("flood/timeline.md", id="a page"),
        pytest.param("flood/README.md", id="a page that becomes another's address"),
        pytest.param("flood/issues/index.html", id="a page that is HTML already"),
        pytest.param("actors/ada-moor.cards.js", id="cards"),
        pytest.param("assets/search/manifest.js", id="a piece of the search index"),
        pytest.param("flood/flood.epub", id="a book"),
        pytest.param("a-small-site.zip", id="the archive"),
    ],
)
def test_a_file_of_the_site_that_stands_in_the_way(name: str, tmp_path: Path) -> None:
    """A file in docs/ that has the address of a generated one ends the build, and is named."""
    project = make_project(tmp_path)
    (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (project / "docs" / name).write_text("# Mine\n", encoding="utf-8")
    done = run(project, "mkdocs", "build")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert f"docs/{name}" in done.stderr


@pytest.mark.parametrize("year", ["1600", "1953", "2999"])
def test_any_year_can_be_built(year: str, tmp_path: Path) -> None:
    """A site whose last source is older or newer than archives can tell is built all the same."""
    project = make_project(tmp_path)
    for article in (project / "briefings/flood/articles").iterdir():
        text = article.read_text(encoding="utf-8")
        article.write_text(
            re.sub(r"^((?:published|accessed): )2026", rf"\g<1>{year}", text, flags=re.MULTILINE), encoding="utf-8"
        )
    assert (build(project) / "flood/flood.epub").is_file()


def test_a_page_may_say_nothing_of_search(tmp_path: Path) -> None:
    """Front matter of a page of the site's own that names search, and says nothing of it, is no reason to fail."""
    project = make_project(tmp_path)
    (project / "docs/about.md").write_text("---\nsearch:\n---\n# About\n", encoding="utf-8")
    build(project)


def test_the_sites_own_overrides_win(tmp_path: Path) -> None:
    """A template of the site's own is used before one of ours."""
    project = make_project(tmp_path)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        settings.replace("font: false,", "font: false, custom_dir: overrides,"), encoding="utf-8"
    )
    (project / "overrides").mkdir()
    (project / "overrides/main.html").write_text("Mine: {{ page.title }}\n", encoding="utf-8")
    site = build(project)
    assert (site / "actors/ada-moor.html").read_text(encoding="utf-8").strip() == "Mine: Ada Moor"


class _Server:
    """A running `mkdocs serve`, and what it says."""

    def __init__(self, project: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        command = [str(Path(sys.executable).with_name("mkdocs")), "serve", "--dev-addr", f"127.0.0.1:{port}"]
        self.process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, bufsize=1
        )
        self._limit = threading.Timer(120, self.process.kill)  # so that a server that says nothing ends the test
        self._limit.start()

    def wait_for(self, words: str) -> list[str]:
        """Return what the server says up to the line that holds these words."""
        said: list[str] = []
        for line in self.process.stderr or ():
            said.append(line)
            if words in line:
                return said
        raise AssertionError(f"the server ended without saying '{words}':\n{''.join(said)}")

    def read(self, address: str) -> str:
        """Return a page."""
        with urlopen(f"{self.address}/{address}") as answer:  # noqa: S310 - our own server
            text: str = answer.read().decode()
        return text

    def stop(self) -> None:
        """End the server."""
        self._limit.cancel()
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[_Server]:
    """Serve a project, to be edited, from this machine."""
    server = _Server(make_project(tmp_path, bare=True))
    yield server
    server.stop()


def test_an_edit_is_seen_at_once(server: _Server, tmp_path: Path) -> None:
    """The preview follows every edit of the content; a slip is told and mended without starting again."""
    server.wait_for("Serving on")
    assert "flooded" not in server.read("flood/index.html")
    index = tmp_path / "briefings/flood/index.md"
    sound = index.read_text(encoding="utf-8")
    index.write_text(f"{sound}\nAll was flooded.\n", encoding="utf-8")
    server.wait_for("Reloading")
    assert "All was flooded." in server.read("flood/index.html")
    index.write_text(f"{sound}\n<b>\n", encoding="utf-8")
    told = "".join(server.wait_for("Aborted"))
    assert re.search(r"briefings/flood/index\.md:\d+:1: error: raw HTML", told)
    assert "Traceback" not in told
    index.write_text(f"{sound}\nAll is dry.\n", encoding="utf-8")
    server.wait_for("Reloading")
    assert "All is dry." in server.read("flood/index.html")
    assert not (tmp_path / "site").exists()


def test_the_preview_is_dated_anew(server: _Server, tmp_path: Path) -> None:
    """A new source dates the preview, as it would date a build."""
    server.wait_for("Serving on")
    main = tmp_path / "templates/theme/main.html"
    main.write_text("{{ build_date_utc }} {{ page.content }}\n", encoding="utf-8")
    server.wait_for("Reloading")
    before = server.read("about.html").split()[0]
    (tmp_path / "briefings/flood/articles/case.md").write_text(
        f"{ARTICLE_HEAD.replace('2026-03-03', '2026-04-05').replace('2026-03-09', '2026-04-06')}---\n", encoding="utf-8"
    )
    server.wait_for("Reloading")
    assert (before < "2026-04-05", server.read("about.html").split()[0]) == (True, "2026-04-05")
