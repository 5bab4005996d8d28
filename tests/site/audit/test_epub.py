"""E-books can be trusted to be checked: EPUBCheck passes a sound one and tells what is wrong with another."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:briefing:one</dc:identifier>
<dc:title>A book</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-02-03T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="nav"/></spine></package>"""
CONTENTS = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>A book</title></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">A book</a></li></ol></nav></body></html>"""


def write_book(path: Path, package: str) -> Path:
    """Write the smallest book there can be."""
    with ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("book.opf", package)
        book.writestr("nav.xhtml", CONTENTS)
    return path


@pytest.mark.parametrize(
    ("package", "codes"),
    [
        pytest.param(PACKAGE, [], id="sound"),
        pytest.param(PACKAGE.replace("<dc:language>en</dc:language>", ""), ["RSC-005"], id="without a language"),
    ],
)
def test_a_book_is_checked(
    epubcheck: Callable[[Path], list[str]], tmp_path: Path, package: str, codes: list[str]
) -> None:
    """Each fault of a book is told with its code, and a sound book has none."""
    assert [fault.split()[1] for fault in epubcheck(write_book(tmp_path / "book.epub", package))] == codes
