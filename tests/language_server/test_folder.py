"""The content folder is checked whatever an editor holds of it."""

from pathlib import Path

from generator.diagnostics import Code, Diagnostic
from generator.language_server.folder import ContentFolder
from tests.builders import ARTICLE, article, write_content
from tests.sessions import run_session


def test_half_a_character_is_told(tmp_path: Path) -> None:
    """Half of a surrogate pair in one text is told as such, and what is wrong elsewhere is told as before."""
    content = write_content(tmp_path, article("unknown: A\n"))
    told: list[Diagnostic] = []

    async def session() -> None:
        folder = ContentFolder(content.resolve(), lambda _, found: told.extend(found))
        folder.edit(content.resolve() / "actors/wire.md", "---\nname: \ud83d\nkind: outlet\n---\n")
        await folder.refresh()

    run_session(session())
    found = {(Path(each.location.path).name, each.code) for each in told}
    assert {("wire.md", Code.BAD_ENCODING), (Path(ARTICLE).name, Code.UNKNOWN_KEY)} <= found
