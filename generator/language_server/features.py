"""What the server answers, one function a request of the protocol."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from generator.language_server import converting
from generator.language_server.completing import complete
from generator.language_server.defining import definition
from generator.language_server.hovering import hover
from generator.language_server.server import BriefingServer

_TYPED = ["[", ":", " "]
"""What may precede something that can be completed."""


def make_server() -> BriefingServer:
    """Return a server that answers everything it can; it waits to be started."""
    server = BriefingServer()
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_edited)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_edited)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_edited)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_watched)
    server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_TYPED))(_completion)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(_definition)
    fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, fixes)(_code_action)
    return server


def _initialize(server: BriefingServer, params: types.InitializeParams) -> None:
    server.find_folders(params)


async def _initialized(server: BriefingServer, params: types.InitializedParams) -> None:
    del params
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.md")])
        wanted = types.Registration("watched", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched)
        await server.client_register_capability_async(types.RegistrationParams([wanted]))
    await server.refresh()


async def _edited(
    server: BriefingServer,
    params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams | types.DidSaveTextDocumentParams,
) -> None:
    await server.edited(params.text_document.uri)


async def _closed(server: BriefingServer, params: types.DidCloseTextDocumentParams) -> None:
    await server.closed(params.text_document.uri)


async def _watched(server: BriefingServer, params: types.DidChangeWatchedFilesParams) -> None:
    del params
    await server.refresh()


async def _completion(server: BriefingServer, params: types.CompletionParams) -> types.CompletionList | None:
    asked = await server.asked(params.text_document, params.position)
    if asked is None:
        return None
    found = complete(asked.text, asked.line, asked.column, asked.known)
    return converting.completion_list(found, asked.text.split("\n"), asked.line, server.codec)


async def _hover(server: BriefingServer, params: types.HoverParams) -> types.Hover | None:
    asked = await server.asked(params.text_document, params.position)
    found = hover(asked.text, asked.line, asked.column, asked.known) if asked else None
    if asked is None or found is None:
        return None
    stretch = converting.span(asked.text.split("\n"), asked.line, found.start, found.end, server.codec)
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, found.text), stretch)


async def _definition(server: BriefingServer, params: types.DefinitionParams) -> types.Location | None:
    folder = server.folder_of(params.text_document.uri)
    asked = await server.asked(params.text_document, params.position)
    found = definition(asked.text, asked.line, asked.column, asked.known, folder.content) if asked and folder else None
    if found is None:
        return None
    return converting.place(found, server.lines_of(Path(found.path)), server.codec)


def _code_action(server: BriefingServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    return server.fixes(params)
