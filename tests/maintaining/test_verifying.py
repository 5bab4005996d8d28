"""Every quotation and every printed value is looked for in the kept text of its article, exactly."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.maintaining.verifying import Verified, verify
from generator.reading.folders import read_folder
from tests.builders import ARTICLE, ARTICLE_HEAD, write_content

TEXT = "The count rose to 1,234 people, officials said.\nAda Moor: “We were\nnot warned” of it.\n"


def verified(folder: Path, annotations: str, kept: dict[str, str], body: str = "") -> tuple[Verified, list[str]]:
    """Return what came of looking for these annotations in these kept texts, place and message a miss."""
    files = {ARTICLE: f"{ARTICLE_HEAD}{annotations}---\n{body}"}
    content = write_content(folder, files)
    (folder / "kept").mkdir()
    for name, text in kept.items():
        (folder / "kept" / name).write_text(text, encoding="utf-8", newline="")
    read, found = Diagnostics(), Diagnostics()
    sources = read_folder(content, read)
    assert list(read) == []
    done = verify(sources, folder / "kept", found)
    prefix = f"briefings/{ARTICLE}:"
    return done, [f"{each.location}: {each.message} [{each.code}] | {each.hint}".removeprefix(prefix) for each in found]


def observation(printed: str) -> str:
    """Return an article's observation with this printed value."""
    return f"figures:\n  - figure: deaths\n    printed: {printed}\n    value: '7'\n    of: total\n"


@pytest.mark.parametrize(
    ("annotations", "body"),
    [
        pytest.param(observation("1,234"), "", id="a value"),
        pytest.param(observation("1,234 people"), "", id="a value with its unit"),
        pytest.param(observation("rose to 1,234"), "", id="a wording"),
        pytest.param(
            "statements:\n  - {actor: ada-moor, says: Denies it., account: own words, quote: We were not warned}\n",
            "",
            id="a quotation over the end of a line",
        ),
        pytest.param("", "She said that they were “not warned.”\n", id="a quotation in the text, with our full stop"),
        pytest.param(
            'statements:\n  - {actor: ada-moor, says: Says "not warned" again., account: own words}\n',
            "",
            id="a quotation in a statement",
        ),
    ],
)
def test_what_stands_there_is_found(annotations: str, body: str, tmp_path: Path) -> None:
    """Words that stand in the kept text letter by letter are found, however its lines are broken."""
    done, missing = verified(tmp_path, annotations, {"case.txt": TEXT}, body)
    assert (done.looked_for, done.found, missing) == (1, 1, [])


@pytest.mark.parametrize(
    ("printed", "nearest"),
    [
        pytest.param("1,243", "the nearest passage is: … ", id="digits changed"),
        pytest.param("234", "the nearest passage is: … ", id="the end of a number"),
        pytest.param("1", "", id="the beginning of a number"),
        pytest.param("1.234", "the nearest passage is: … ", id="another mark between digits"),
        pytest.param("Rose to 1,234", "the nearest passage is: … ", id="another letter case"),
        pytest.param("about 1,234", "the nearest passage is: … ", id="a word added"),
        pytest.param("9 %", "nothing like it stands there", id="nothing like it"),
    ],
)
def test_what_does_not_stand_there_is_told(printed: str, nearest: str, tmp_path: Path) -> None:
    """A value that differs in one letter is a miss at its own line, with the nearest passage."""
    done, (missing,) = verified(tmp_path, observation(printed), {"case.txt": TEXT})
    assert (done.looked_for, done.found) == (1, 0)
    assert missing.startswith(f"10:14: the value '{printed}' is not in the kept text case.txt [not-in-source] | {nearest}")


def test_a_page_is_read_as_readers_see_it(tmp_path: Path) -> None:
    """Of HTML the visible text counts: no script, no style, no markup, and references as characters."""
    page = "<style>7 dead</style><p>It rose to <b>1,23</b>4&nbsp;people</p><script>8 dead</script><p>and</p><p>fell"
    assert verified(tmp_path / "a", observation("1,234 people"), {"case.html": page})[1] == []
    assert verified(tmp_path / "b", observation("and fell"), {"case.htm": page})[1] == []
    assert len(verified(tmp_path / "c", observation("7 dead"), {"case.html": page})[1]) == 1


def test_a_sum_ties_a_file_to_its_text(tmp_path: Path) -> None:
    """A text is found by its sum under any name; one that has the name and another sum is told."""
    own = hashlib.sha256(TEXT.encode()).hexdigest()
    done, missing = verified(tmp_path / "a", f"source_sha256: {own}\n{observation('1,234')}", {"000_x.txt": TEXT})
    assert (done.texts, done.found, missing) == (1, 1, [])
    other = TEXT.replace("rose", "grew")
    _, missing = verified(tmp_path / "b", f"source_sha256: {own}\n{observation('1,234')}", {"case.txt": other})
    found = hashlib.sha256(other.encode()).hexdigest()
    assert [line.partition(" | ")[0] for line in missing] == [
        f"8:16: the kept text is another than the one that was read: its sum is {found} [other-source]"
    ]


def test_nothing_is_left_out_in_silence(tmp_path: Path) -> None:
    """Articles of which no text is kept are named, and so are texts that belong to no article."""
    done, missing = verified(tmp_path, observation("1,234"), {"cast.txt": TEXT})
    assert (done.looked_for, done.texts, missing) == (0, 0, [])
    assert f"briefings/{ARTICLE}" in done.without_text
    assert [Path(name).name for name in done.without_article] == ["cast.txt"]


def test_a_kept_text_says_nothing_to_the_terminal(tmp_path: Path) -> None:
    """Control characters of a text are written out where its nearest passage is shown."""
    _, (missing,) = verified(tmp_path, observation("1,243 people"), {"case.txt": "rose to 1,234 people\x1b[2J\x07"})
    assert missing.isprintable()
