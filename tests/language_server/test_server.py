"""The language server, driven by a real client over stdin and stdout."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.builders import ARTICLE, article, write_content
from tests.sessions import run_session

PATIENCE = 60
"""Seconds after which a server that says nothing is taken for dead."""


class Editor:
    """An editor with one document, which awaits what the server tells it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        def note(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(note)

    async def start(
        self, encodings: list[types.PositionEncodingKind], options: dict[str, str]
    ) -> types.InitializeResult:
        """Start a server for the folder, and return what it can do."""
        await self.client.start_io(sys.executable, "-m", "generator.cli", "lsp")
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        result = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(general=general),
                root_uri=self.root.as_uri(),
                initialization_options=options,
            )
        )
        self.client.initialized(types.InitializedParams())
        return result

    def uri(self, name: str) -> str:
        """Return the address of a file of the content folder."""
        return (self.root / "briefings" / name).resolve().as_uri()

    def open(self, name: str, text: str) -> None:
        """Open a file."""
        document = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, name: str, text: str) -> None:
        """Let a text stand in place of an open file."""
        document = types.VersionedTextDocumentIdentifier(2, self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def errors(self, name: str, *, some: bool) -> list[types.Diagnostic]:
        """Await that the server tells of a file that it has errors, or none, and return them; advice is passed over."""
        while True:
            told = await asyncio.wait_for(self.told.get(), PATIENCE)
            found = [each for each in told.diagnostics if each.severity == types.DiagnosticSeverity.Error]
            if told.uri == self.uri(name) and bool(found) == some:
                return found

    async def stop(self) -> int | None:
        """Shut the server down, and return how it ended."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server = self.client._server  # noqa: SLF001 - the client tells its server's end to nobody
        code = await asyncio.wait_for(server.wait(), PATIENCE) if server else None
        await self.client.stop()  # type: ignore[no-untyped-call]  # pygls leaves it bare
        return code


def edit(
    root: Path, session: Callable[[Editor], Awaitable[None]], *encodings: types.PositionEncodingKind, **options: str
) -> None:
    """Run a session of an editor with a server of its own, which must end well."""

    async def run() -> None:
        editor = Editor(root)
        await editor.start(list(encodings) or [types.PositionEncodingKind.Utf16], options)
        await session(editor)
        assert await editor.stop() == 0

    run_session(run())


def at(text: str, words: str, offset: int = 0) -> types.Position:
    """Return the position of some words of a text, none of them beyond the basic plane."""
    start = text.index(words) + offset
    return types.Position(text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a workspace with a sound content folder, to which an article was added."""
    write_content(tmp_path, article("figures:\n  - {figure: deaths, printed: three, value: three, of: total}\n"))
    return tmp_path


def test_a_slip_is_told_and_cleared(site: Path) -> None:
    """A slip that is typed is told with its place, code and way out, though nothing is saved; mended, it is cleared."""
    sound = (site / "briefings" / ARTICLE).read_text(encoding="utf-8")

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, sound.replace("figure: deaths", "figure: deathz"))
        (found,) = await editor.errors(ARTICLE, some=True)
        assert (found.code, found.severity) == ("unknown-reference", types.DiagnosticSeverity.Error)
        assert found.message == "'deathz' is not a known figure\ndid you mean 'deaths'?"
        assert found.range == types.Range(at(sound, "deaths"), at(sound, "deaths", 6))
        assert found.code_description == types.CodeDescription("https://example.org/d.html#unknown-reference")
        editor.change(ARTICLE, sound)
        assert await editor.errors(ARTICLE, some=False) == []

    edit(site, session, catalogue="https://example.org/d.html")


def test_a_slip_is_mended_by_a_quick_fix(site: Path) -> None:
    """The way out of a slip that has only one is offered as an edit of its words."""
    text = article("events:\n  - {id: a, title: A, status: held, date: 3 February 2026}\n")[ARTICLE]

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, text)
        (found,) = await editor.errors(ARTICLE, some=True)
        document = types.TextDocumentIdentifier(editor.uri(ARTICLE))
        params = types.CodeActionParams(document, found.range, types.CodeActionContext([found]))
        (action,) = await editor.client.text_document_code_action_async(params) or ()
        assert isinstance(action, types.CodeAction)
        assert action.edit
        stretch = types.Range(at(text, "3 February 2026"), at(text, "3 February 2026", 15))
        assert action.edit.changes
        assert list(action.edit.changes[document.uri]) == [types.TextEdit(stretch, "2026-02-03")]

    edit(site, session)


def test_what_is_wrong_elsewhere_is_told_too(site: Path) -> None:
    """A change in one file that breaks another is told where it breaks."""
    name = "flood/figures/deaths.md"
    sound = (site / "briefings" / name).read_text(encoding="utf-8")

    async def session(editor: Editor) -> None:
        editor.open(name, sound.replace("  visitors: {part_of: total}\n", ""))
        found = await editor.errors("flood/articles/wire-1.md", some=True)
        assert "visitors" in found[0].message

    edit(site, session)


def test_a_half_typed_file_is_completed(site: Path) -> None:
    """Keys and ids are proposed in a file that is no YAML at the moment."""
    typed = article("figures:\n  - figure: dea\n    by: [")[ARTICLE].removesuffix("---\n")

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, typed)
        document = types.TextDocumentIdentifier(editor.uri(ARTICLE))
        for position, expected, end in (
            (at(typed, "figure: dea", 11), "deaths", 15),
            (at(typed, "by: [", 5), "ada-moor", 9),
            (at(typed, "    by", 4), "printed", 6),
        ):
            found = await editor.client.text_document_completion_async(types.CompletionParams(document, position))
            assert isinstance(found, types.CompletionList)
            item = next(each for each in found.items if each.label == expected)
            assert isinstance(item.text_edit, types.TextEdit)
            assert item.text_edit.range.end == types.Position(position.line, end)

    edit(site, session)


def test_an_id_is_explained_and_followed(site: Path) -> None:
    """Hover says what an id stands for, and go-to-definition leads to its file."""
    text = (site / "briefings" / ARTICLE).read_text(encoding="utf-8")

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, text)
        document = types.TextDocumentIdentifier(editor.uri(ARTICLE))
        shown = await editor.client.text_document_hover_async(types.HoverParams(document, at(text, "gazette", 2)))
        assert shown
        assert shown.contents == types.MarkupContent(types.MarkupKind.PlainText, "Gazette (outlet)")
        place = await editor.client.text_document_definition_async(
            types.DefinitionParams(document, at(text, "deaths", 2))
        )
        assert isinstance(place, types.Location)
        assert place.uri == editor.uri("flood/figures/deaths.md")

    edit(site, session)


@pytest.mark.parametrize("encoding", [types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16])
def test_columns_are_the_clients(encoding: types.PositionEncodingKind, site: Path) -> None:
    """Behind Persian and an emoji, a place is told and asked for in the units that the client prefers."""
    line = "  - {id: a, title: سیل 😀, status: held, actors: [gazet]}"
    text = article(f"events:\n{line}\n")[ARTICLE]
    before = line.partition("gazet]")[0]
    column = (
        len(before.encode()) if encoding == types.PositionEncodingKind.Utf8 else len(before.encode("utf-16-le")) // 2
    )

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, text)
        (found,) = await editor.errors(ARTICLE, some=True)
        start = found.range.start
        assert (start.character, found.code) == (column, "unknown-reference")
        params = types.CompletionParams(types.TextDocumentIdentifier(editor.uri(ARTICLE)), start)
        listed = await editor.client.text_document_completion_async(params)
        assert isinstance(listed, types.CompletionList)
        assert "gazette" in [each.label for each in listed.items]

    edit(site, session, encoding)


def test_the_content_folder_may_have_another_name(site: Path) -> None:
    """The editor's option names the content folder; documents outside it are left alone."""
    (site / "briefings").rename(site / "matters")
    spoilt = "---\ntitle: A\n"

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, spoilt)
        editor.open(f"../matters/{ARTICLE}", spoilt)
        assert await editor.errors(f"../matters/{ARTICLE}", some=True)
        outside = types.TextDocumentIdentifier(editor.uri(ARTICLE))
        assert await editor.client.text_document_hover_async(types.HoverParams(outside, types.Position(1, 1))) is None

    edit(site, session, content="matters")


def test_half_a_character_ends_nothing(site: Path) -> None:
    """A text with half of a surrogate pair is told, and all is well again without it."""
    sound = (site / "briefings" / ARTICLE).read_text(encoding="utf-8")

    async def session(editor: Editor) -> None:
        editor.open(ARTICLE, sound.replace("title: ", "title: \ud83d"))
        (found,) = await editor.errors(ARTICLE, some=True)
        assert found.code == "bad-encoding"
        editor.change(ARTICLE, sound)
        assert await editor.errors(ARTICLE, some=False) == []

    edit(site, session, types.PositionEncodingKind.Utf8)


def test_a_file_that_is_nowhere_has_nothing_to_say(site: Path) -> None:
    """Of a file that is neither open nor on the disk nothing is known, and asking for it is no failure."""

    async def session(editor: Editor) -> None:
        nowhere = types.TextDocumentIdentifier(editor.uri("flood/articles/nowhere.md"))
        start = types.Position(0, 0)
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(nowhere))
        listed = await editor.client.text_document_completion_async(types.CompletionParams(nowhere, start))
        assert isinstance(listed, types.CompletionList)
        shown = await editor.client.text_document_hover_async(types.HoverParams(nowhere, start))
        assert (list(listed.items), shown) == ([], None)

    edit(site, session)
