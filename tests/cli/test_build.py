"""`briefing build`: where the site goes, and how it ends."""

from __future__ import annotations

from pathlib import Path

from tests.projects import make_project, run, tree


def test_build(tmp_path: Path) -> None:
    """`briefing build` builds the site where it is told to, from wherever it is called."""
    project = make_project(tmp_path / "project", bare=True)
    done = run(tmp_path, "briefing", "build", "-f", "project/mkdocs.yml", "-d", "here/public")
    assert done.returncode == 0
    assert {"index.html", "flood/index.html", "actors/ada-moor.html"} <= set(tree(tmp_path / "here" / "public"))
    assert not (project / "site").exists()


def test_build_without_settings(tmp_path: Path) -> None:
    """Without settings there is nothing to build, and it is said in a sentence."""
    done = run(tmp_path, "briefing", "build")
    assert (done.returncode != 0, "Traceback" in done.stderr, "mkdocs.yml" in done.stderr) == (True, False, True)
