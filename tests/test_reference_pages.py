"""What the site publishes of the format: tables of keys on pages that ask for them, and schemas."""

from pathlib import Path

from generator.publishing.schemas import schema_files
from tests.documents import read_html
from tests.projects import make_project, run


def test_the_reference_has_its_tables(built_site: Path) -> None:
    """The reference of the format shows the keys of a class as a table, whose links lead to a heading."""
    page = read_html((built_site / "format.html").read_text(encoding="utf-8"))
    rows = [element.text for element in page.walk() if element.tag == "tr"]
    assert "as_of date The moment the value speaks about." in rows
    anchors = {element.attributes["id"] for element in page.walk() if "id" in element.attributes}
    links = {element.attributes.get("href", "") for element in page.walk() if element.tag == "a"}
    assert {link for link in links if link.startswith("#") and link[1:] not in anchors} <= {"#"}


def test_a_site_has_the_schemas(built_site: Path) -> None:
    """Every built site has the schema of every kind of file."""
    published = {file.address: (built_site / file.address).read_bytes() for file in schema_files()}
    assert published == {file.address: file.content for file in schema_files()}


def test_a_page_that_asks_for_no_class_ends_the_build(tmp_path: Path) -> None:
    """A marker that names no class of the format is told with file and line, and no site is published."""
    project = make_project(tmp_path, bare=True)
    (project / "docs" / "about.md").write_text("# About\n\n{keys: Voise}\n", encoding="utf-8")
    done = run(project, "briefing", "build")
    assert done.returncode != 0
    assert "docs/about.md:3:1: error: 'Voise' is no class of the format" in done.stderr
    assert not (project / "site").exists()
