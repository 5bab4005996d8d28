"""Publication is atomic: whatever goes wrong, at whatever moment, the old site stands, byte for byte."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from generator.publishing.exchange import building_folder, publish
from tests.builders import ARTICLE_HEAD
from tests.projects import build, copy_project, make_project, run, tree

ARTICLE = ARTICLE_HEAD.encode()
BROKEN = {
    "actors/bytes.md": b"---\nname: Caf\xe9\nkind: person\n---\n",
    "actors/windows.md": b"---\r\nname: Win\r\nkind: person\r\n---\r\n",
    "actors/invisible.md": "---\nname: In\u200bvisible\nkind: person\n---\n".encode(),
    "actors/apart.md": "---\nname: Cafe\u0301\nkind: person\n---\n".encode(),
    "actors/escaped.md": b'---\nname: "a\\u202eb\\e[31m\\0"\nkind: person\n---\n',
    "actors/mark.md": b"\xef\xbb\xbf---\nname: Mark\nkind: person\n---\n",
    "actors/unfenced.md": b"name: Unfenced\nkind: person\n",
    "actors/unclosed.md": b"---\nname: Unclosed\nkind: person\n",
    "actors/twice.md": b"---\nname: Twice\nkind: person\nname: Thrice\n---\n",
    "actors/anchor.md": b"---\nname: &a Anchor\nkind: person\naliases: [*a]\n---\n",
    "actors/tag.md": b"---\nname: !!binary aGk=\nkind: person\n---\n",
    "actors/merge.md": b"---\nname: Merge\nkind: person\n<<: {url: x}\n---\n",
    "actors/deep.md": b"---\nname: [[[[[[[[[[[x]]]]]]]]]]]\nkind: person\n---\n",
    "actors/yaml.md": b"---\nname: Yaml: no\nkind: person\n---\n",
    "actors/list.md": b"---\n- name\n---\n",
    "actors/empty.md": b"",
    "actors/hollow.md": b"---\nname:\nkind: person\n---\n",
    "actors/kind.md": b"---\nname: Kind\nkind: persn\n---\n",
    "actors/key.md": b"---\nname: Key\nkind: person\nalias: [K]\n---\n",
    "actors/circle.md": b"---\nname: Circle\nkind: person\nspeaks_for: circle\n---\n",
    "actors/html.md": b"---\nname: Html\nkind: person\n---\nA <script>alert(1)</script>.\n",
    "actors/link.md": b"---\nname: Link\nkind: person\n---\nA [link](javascript:alert(1)).\n",
    "actors/lost.md": b"---\nname: Lost\nkind: person\n---\nA link to [[nobody]].\n",
    "actors/long.md": b"---\nname: Long\nkind: person\n---\n" + b"word " * 200_000,
    "actors/Upper.md": b"---\nname: Upper\nkind: person\n---\n",
    "actors/notes.txt": b"notes",
    "actors/binary.md": bytes(range(256)),
    "flood/articles/date.md": ARTICLE.replace(b"2026-03-03", b"31 Feb") + b"---\n",
    "flood/articles/actor.md": ARTICLE.replace(b"gazette", b"gazete") + b"---\n",
    "flood/articles/values.md": ARTICLE
    + b"figures:\n  - {figure: deaths, id: a, printed: many, value: very many, parts: [x]}\n"
    + b"  - {figure: deaths, id: a, printed: '5'}\nevents: none\nstatements: [{says: No.}]\n---\n",
    "flood/articles/ids.md": ARTICLE
    + b"figures:\n  - {figure: deaths, id: a, printed: '5', value: 5, of: total}\n"
    + b"  - {figure: deaths, id: a, printed: '5', value: 5, of: everyone}\n---\n",
    "flood/figures/none.md": b"---\ntitle: T\n---\n",
    "storm/articles/stray.md": b"---\ntitle: T\n---\n",
}
"""Files that are broken in as many ways; none is mended by another."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose site has been built."""
    project = make_project(tmp_path_factory.mktemp("published"), bare=True)
    build(project)
    return project


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """Return a copy of the project with its site, to be broken."""
    return copy_project(published, tmp_path)


def add_hook(project: Path, code: str) -> None:
    """Let MkDocs run some code of ours at its events."""
    (project / "hooks.py").write_text(f"import os, signal\nfrom mkdocs.plugins import event_priority\n{code}\n")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hooks.py]\n")


def add_sentence(project: Path) -> None:
    """Change what the site says."""
    with (project / "briefings/flood/index.md").open("a", encoding="utf-8") as index:
        index.write("\nMore is known.\n")


@pytest.mark.parametrize("command", [("briefing", "build"), ("mkdocs", "build")])
def test_broken_files_leave_the_old_site(project: Path, command: tuple[str, ...]) -> None:
    """Thirty broken files are all told in one run, each with line and column, and the old site stands."""
    old = tree(project / "site")
    for name, content in BROKEN.items():
        (project / "briefings" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "briefings" / name).write_bytes(content)
    done = run(project, *command)
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in told
    assert [name for name in BROKEN if f"briefings/{name}:" not in told and not name.startswith("storm")] == []
    assert "briefings/storm/index.md:1:1: error" in told
    assert "briefings/storm/articles/stray.md:2:1: error" in told
    assert "briefings/actors/twice.md:4:1: error: the key 'name' stands here a second time" in told
    assert "briefings/flood/articles/ids.md:9:26: error" in told
    assert tree(project / "site") == old
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == []


KILL = "os.kill(os.getpid(), signal.SIGKILL)"
MOMENTS = {
    "before anything is built": f"def on_pre_build(config): {KILL}",
    "before anything is written": f"def on_env(env, config, files): {KILL}",
    "in the middle of writing": "def on_post_page(output, page, config):\n"
    f"    if page.file.src_uri == 'flood/timeline.md': {KILL}",
    "when all is written": f"def on_post_build(config): {KILL}",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_the_old_site(project: Path, moment: str) -> None:
    """A build that is killed outright, at whatever moment, leaves the old site whole."""
    old = tree(project / "site")
    add_hook(project, MOMENTS[moment])
    add_sentence(project)
    # MkDocs by itself: `briefing build` runs it as a process of its own, which would be the one that is killed.
    assert run(project, "mkdocs", "build").returncode == -signal.SIGKILL
    assert tree(project / "site") == old


def test_the_next_build_recovers(project: Path) -> None:
    """After a build that was killed, the next one publishes and removes what the other left behind."""
    add_hook(project, MOMENTS["in the middle of writing"])
    assert run(project, "mkdocs", "build").returncode == -signal.SIGKILL
    assert (project / ".site.building").is_dir()
    (project / "hooks.py").write_text("", encoding="utf-8")
    (project / "site" / "left.html").write_text("no page needs it", encoding="utf-8")
    add_sentence(project)
    new = tree(build(project))
    assert b"More is known." in new["flood/index.html"]
    assert "left.html" not in new
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_a_build_killed_after_publication_leaves_the_new_site(project: Path) -> None:
    """Once the new site has taken the old one's place, nothing takes it back."""
    add_hook(project, f"@event_priority(-300)\ndef on_post_build(config): {KILL}")
    add_sentence(project)
    assert run(project, "mkdocs", "build").returncode == -signal.SIGKILL
    assert b"More is known." in (project / "site/flood/index.html").read_bytes()


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("def on_env(env, config, files): raise RuntimeError('a crash')", id="a crash"),
        pytest.param("def on_post_build(config): raise OSError('no space left')", id="a full disk"),
        pytest.param(
            "import logging\ndef on_files(files, config): logging.getLogger('mkdocs').warning('beware')",
            id="a warning, strictly",
        ),
    ],
)
def test_a_failed_build_leaves_the_old_site(project: Path, code: str) -> None:
    """A build that fails, by whatever fault, leaves the old site whole, says so, and leaves nothing beside it."""
    old = tree(project / "site")
    add_hook(project, code)
    done = run(project, "mkdocs", "build", "--strict")
    assert (done.returncode != 0, "The old site stands: " in done.stderr) == (True, True)
    assert tree(project / "site") == old
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_a_link_to_the_site_stays_a_link(project: Path) -> None:
    """Where the site's folder is a link, what it leads to is replaced, not the link."""
    (project / "site").rename(project / "public")
    (project / "site").symlink_to("public")
    (project / "public" / "left.html").write_text("left", encoding="utf-8")
    build(project)
    assert (project / "site").is_symlink()
    assert "left.html" not in tree(project / "public")


def test_the_first_site(tmp_path: Path) -> None:
    """Where there is no site yet, the built folder becomes it."""
    building_folder(tmp_path / "site").mkdir()
    publish(tmp_path / ".site.building", tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_was_only_moved_aside_comes_back(tmp_path: Path) -> None:
    """A build that was killed between its two renames left no site; the next one puts the old one back."""
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / "index.html").write_text("old", encoding="utf-8")
    (tmp_path / ".site.building").mkdir()
    building_folder(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_stands_is_not_replaced_by_an_older_one(tmp_path: Path) -> None:
    """A build that was killed after both renames left the old site aside; the new one stays, and the old one goes."""
    for name in ("site", ".site.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    building_folder(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"site"}


def test_a_folder_that_cannot_be_moved_changes_nothing(tmp_path: Path) -> None:
    """If the new site cannot take the old one's place, the old one stands where it stood."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "none", tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"old"}
