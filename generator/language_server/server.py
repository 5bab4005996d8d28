"""The server: what an editor asks for, handed to the modules that know."""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.workspace import PositionCodec

from generator.diagnostics import Diagnostic
from generator.language_server import converting
from generator.language_server.folder import ContentFolder
from generator.language_server.knowledge import Knowledge
from generator.reading.characters import MAX_BYTES


class Asked(NamedTuple):
    """What a request is about: a place in a text, and what is known there."""

    text: str
    line: int
    column: int
    known: Knowledge


class BriefingServer(LanguageServer):
    """Keeps the content folders of a workspace checked while they are edited."""

    def __init__(self) -> None:
        # Whole texts: pygls would count the lines of changes in its own way.
        super().__init__("briefing", version("briefing-generator"), types.TextDocumentSyncKind.Full)
        self._folders: list[ContentFolder] = []
        self._found: dict[Path, list[Diagnostic]] = {}
        self._catalogue = ""

    @property
    def codec(self) -> PositionCodec:
        """Counts columns as the client does."""
        return self.workspace.position_codec

    def find_folders(self, params: types.InitializeParams) -> None:
        """Note the content folder of each folder of the workspace: as the client's options say, or `briefings`."""
        options = params.initialization_options if isinstance(params.initialization_options, dict) else {}
        self._catalogue = str(options.get("catalogue", ""))
        roots = [each.uri for each in params.workspace_folders or ()] or [params.root_uri or ""]
        for root in filter(None, map(uris.to_fs_path, roots)):
            content = Path(root) / str(options.get("content", "briefings"))
            self._folders.append(ContentFolder(content, self._tell))

    def folder_of(self, uri: str) -> ContentFolder | None:
        """Return the content folder to which a document belongs, or None for any other document."""
        path = path_of(uri)
        return next((folder for folder in self._folders if path.is_relative_to(folder.content)), None)

    def lines_of(self, path: Path) -> list[str]:
        """Return the lines of a file, as the editor holds them where it is open; one that cannot be read has none."""
        if self._is_open(path):
            return str(self.workspace.text_documents[self._uri_of(path)].source).split("\n")
        if not path.is_file():
            return []
        try:
            with path.open(encoding="utf-8", errors="replace") as file:
                return file.read(MAX_BYTES).split("\n")
        except OSError:
            return []  # the check tells why

    async def edited(self, uri: str) -> None:
        """Check the folder of a document that was opened or edited."""
        folder, path = self.folder_of(uri), path_of(uri)
        if folder:
            if self._is_open(path):
                folder.edit(path, "\n".join(self.lines_of(path)))
            await folder.refresh()

    async def closed(self, uri: str) -> None:
        """Check the folder of a document that the editor holds no longer."""
        folder = self.folder_of(uri)
        if folder:
            folder.close(path_of(uri))
            await folder.refresh()

    async def refresh(self) -> None:
        """Check every folder that there is: files may have been made, renamed or deleted."""
        for folder in self._folders:
            if folder.content.is_dir():
                await folder.refresh()

    async def asked(self, document: types.TextDocumentIdentifier, position: types.Position) -> Asked | None:
        """Return what a request is about, or None where it is about no file of the format."""
        folder = self.folder_of(document.uri)
        known = await folder.known_at(path_of(document.uri)) if folder else None
        if known is None:
            return None
        lines = self.lines_of(path_of(document.uri))
        return Asked("\n".join(lines), position.line, converting.column_of(lines, position, self.codec), known)

    def fixes(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return what mends the problems on the lines that a request is about."""
        path = path_of(params.text_document.uri)
        lines = self.lines_of(path)
        rows = range(params.range.start.line, params.range.end.line + 1)
        found = (each for each in self._found.get(path, ()) if each.location.line - 1 in rows)
        fixes = (converting.quick_fix(each, lines, self.codec, params.text_document.uri) for each in found)
        return [each for each in fixes if each]

    def _tell(self, content: Path, diagnostics: list[Diagnostic]) -> None:
        """Publish what is wrong with each file of a folder; of which nothing is told any more, that is told once."""
        found = defaultdict[Path, list[Diagnostic]](list)
        for each in diagnostics:
            found[Path(each.location.path)].append(each)
        mended = [path for path in self._found if path.is_relative_to(content) and path not in found]
        for path in sorted([*mended, *found]):
            before = self._found.pop(path, [])
            if found[path]:
                self._found[path] = found[path]
            if found[path] != before or self._is_open(path):
                self._publish(path, found[path])

    def _publish(self, path: Path, found: list[Diagnostic]) -> None:
        lines = self.lines_of(path)
        shown = [converting.diagnostic(each, lines, self.codec, self._catalogue) for each in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(self._uri_of(path), shown))

    def _is_open(self, path: Path) -> bool:
        return self._uri_of(path) in self.workspace.text_documents

    def _uri_of(self, path: Path) -> str:
        """Return the address of a file as the client writes it, where it has told us."""
        opened = (uri for uri in self.workspace.text_documents if path_of(uri) == path)
        return next(opened, path.as_uri())


def path_of(uri: str) -> Path:
    """Return the path of a document; for one that is no file, a path that no folder holds."""
    return Path(uris.to_fs_path(uri) or "") if uri.startswith("file:") else Path()
