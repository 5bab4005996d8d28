"""The files of a book and what is said about it: https://www.w3.org/TR/epub-33/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from generator.publishing.archive import FIRST_MOMENT, write_archive
from generator.publishing.epub.book import Book
from generator.rendering.environment import Templates


@dataclass(frozen=True, slots=True)
class Package:
    """A book with all that is told about it."""

    book: Book
    templates: Templates
    online: str
    """The address at which the briefing is read online, or nothing where it has none."""

    @property
    def identifier(self) -> str:
        """The same for every edition of the book."""
        return uuid5(NAMESPACE_URL, self.online or self.book.briefing.id).urn

    @property
    def moment(self) -> datetime:
        """The day of the last source, so that the same content gives the same bytes."""
        day = self.book.briefing.last_source
        return datetime.combine(day, time(), UTC) if day else FIRST_MOMENT

    def packed(self) -> bytes:
        """Return the book as a file."""
        archive = BytesIO()
        write_archive(archive, self._files(), self.moment)
        return archive.getvalue()

    def _files(self) -> Iterator[tuple[str, bytes]]:
        language = self.book.briefing.document.language
        yield "mimetype", b"application/epub+zip"
        yield "META-INF/container.xml", self._filled("container.xml", language)
        for name in ("package.opf", "contents.xhtml", "cover.xhtml", "book.css"):
            yield f"EPUB/{name}", self._filled(name, language, to_top="")
        for leaf in self.book.leaves:
            to_top = "../" * leaf.address.count("/")
            text = self.book.xhtml(leaf)
            yield (
                f"EPUB/{leaf.address}",
                self._filled("leaf.xhtml", leaf.page.language, to_top=to_top, leaf=leaf, text=text),
            )

    def _filled(self, name: str, language: str, **context: object) -> bytes:
        spoken = self.templates.language(language)
        return self.templates.render(
            f"epub/{name}.j2", spoken, package=self, book=self.book, briefing=self.book.briefing, **context
        ).encode()
