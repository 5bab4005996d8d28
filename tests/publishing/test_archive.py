"""Archives: what goes in comes out, and the bytes depend on nothing else."""

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.archive import archive_site, datable, write_archive
from tests.projects import build, make_project, tree

MOMENT = datetime(2026, 2, 12, tzinfo=UTC)
SITE = {
    "index.html": b"<h1>Home</h1>" * 99,
    "flood/index.html": "<h1>سیل</h1>".encode(),
    "flood/flood.epub": b"PK",
    "assets/briefings.css": b"p {}",
}

names = st.text(st.characters(categories=["L", "N"], include_characters=" -_."), min_size=1)
moments = st.datetimes(timezones=st.just(UTC))


def write_site(folder: Path, names: list[str]) -> Path:
    """Write the site's files in this order and return its folder."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(SITE[name])
    return folder


@given(st.dictionaries(names, st.binary(), max_size=5), moments)
def test_what_goes_in_comes_out(files: dict[str, bytes], moment: datetime) -> None:
    """Every file is in the archive once, as it was and in order, dated alike and readable by all."""
    packed = BytesIO()
    write_archive(packed, files.items(), moment)
    with ZipFile(packed) as archive:
        entries = archive.infolist()
        assert [(entry.filename, archive.read(entry)) for entry in entries] == list(files.items())
    day = datable(moment)
    assert {(entry.date_time[:3], entry.external_attr >> 16) for entry in entries} <= {
        ((day.year, day.month, day.day), 0o100644)
    }


@given(moments)
def test_a_moment_is_kept_or_the_nearest(moment: datetime) -> None:
    """What an archive can be dated by it is dated by; what is older or newer, by the first or the last such day."""
    if 1980 <= moment.year <= 2104:
        assert datable(moment) == moment
    else:
        assert datable(moment).year in {1980, 2105}


def test_the_archive_is_the_site(tmp_path: Path) -> None:
    """What is unpacked is the site, in one folder, without the archive itself; packing again changes nothing."""
    site = write_site(tmp_path / "site", list(SITE))
    archive_site(site, "flood-watch", MOMENT)
    packed = (site / "flood-watch.zip").read_bytes()
    with ZipFile(site / "flood-watch.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    assert tree(tmp_path / "unpacked") == {f"flood-watch/{name}": content for name, content in SITE.items()}
    archive_site(site, "flood-watch", MOMENT)
    assert (site / "flood-watch.zip").read_bytes() == packed


@pytest.mark.parametrize("names", [sorted(SITE), sorted(SITE, reverse=True)])
def test_the_same_bytes(names: list[str], tmp_path: Path) -> None:
    """The order in which files were written, their times and their permissions leave no trace."""
    plain = write_site(tmp_path / "plain", list(SITE))
    mask = os.umask(0o077)
    try:
        other = write_site(tmp_path / "elsewhere" / "other", names)
    finally:
        os.umask(mask)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    for site in (plain, other):
        archive_site(site, "site", MOMENT)
    assert (plain / "site.zip").read_bytes() == (other / "site.zip").read_bytes()


def test_the_archive_of_the_built_site(built_site: Path, tmp_path: Path) -> None:
    """A build makes the archive, and what it unpacks to is the published folder, down to the byte."""
    (archive,) = built_site.glob("*.zip")
    with ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    published = tree(built_site)
    del published[archive.name]
    assert tree(tmp_path / archive.stem) == published


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("site_url: https://example.org/watch/\n", "https://example.org/watch/a-bare-site.zip"),
        ("", ""),
    ],
)
def test_pages_know_the_archive_by_its_whole_address(settings: str, told: str, tmp_path: Path) -> None:
    """A page can link to the archive where the site's address is known: in the unpacked copy it is not there."""
    project = make_project(tmp_path, bare=True)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    (project / "templates/theme/main.html").write_text("[{{ archive }}]", encoding="utf-8")
    site = build(project)
    assert (site / "flood/timeline.html").read_text(encoding="utf-8") == f"[{told}]"
    assert (site / "a-bare-site.zip").is_file()
