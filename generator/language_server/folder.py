"""The content folder of a workspace, with what is open in the editor in place of what is on the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from generator.diagnostics import Diagnostic, Diagnostics
from generator.language_server.knowledge import Knowledge
from generator.language_server.places import document_at
from generator.maintaining.checking import Checked, Checker

Tell = Callable[[Path, list[Diagnostic]], None]
"""Takes the content folder and all that is wrong with it."""


class ContentFolder:
    """Checks the content folder whenever something in it has changed, one check at a time."""

    def __init__(self, content: Path, tell: Tell) -> None:
        """Read nothing yet; what is wrong with the folder will be handed to `tell` after each check."""
        self.content = content
        self._tell = tell
        self._unsaved: dict[Path, bytes] = {}
        self._checker = Checker(self._unsaved)
        self._checked: Checked | None = None
        self._open: dict[Path, str] = {}
        self._is_stale = False
        self._check: asyncio.Task[None] | None = None

    def edit(self, path: Path, text: str) -> None:
        """Let a text stand in place of a file."""
        self._open[path] = text

    def close(self, path: Path) -> None:
        """Let the file on the disk stand again."""
        self._open.pop(path, None)

    async def refresh(self) -> None:
        """Check the folder as it stands now; what changes during a check is checked after it, all at once."""
        self._is_stale = True
        if self._check is None or self._check.done():
            self._check = asyncio.ensure_future(self._check_until_fresh())
        await self._check

    async def known_at(self, path: Path) -> Knowledge | None:
        """Return what is known where a file of the folder stands, or None where it is no file of the format."""
        document = document_at(path, self.content)
        if document is None:
            return None
        if self._checked is None:
            await self.refresh()
        return Knowledge(self._checked, document) if self._checked else None

    async def _check_until_fresh(self) -> None:
        while self._is_stale:
            self._is_stale = False
            self._unsaved.clear()
            # Half of a surrogate pair is no character, which is for the reader to tell.
            held = {path.resolve(): text.encode(errors="surrogatepass") for path, text in self._open.items()}
            self._unsaved.update(held)
            diagnostics = Diagnostics()
            # In a thread, so that what is typed meanwhile is answered.
            self._checked = await asyncio.to_thread(self._checker.check, self.content, diagnostics, self.content)
            self._tell(self.content, list(diagnostics))
