"""The characters of a file: UTF-8, normal form, and nothing that cannot be seen."""

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.reading.characters import MAX_BYTES, read_bytes, text_of


def read_text(path: Path, diagnostics: Diagnostics) -> str | None:
    """Return the text of a file, or None where something is wrong with it."""
    content = read_bytes(path, "a.md", diagnostics)
    return None if content is None else text_of(content, "a.md", diagnostics)


def told(path: Path) -> list[str]:
    """Return place and code of what is told of a file's characters, message and hint left out."""
    diagnostics = Diagnostics()
    text = read_text(path, diagnostics)
    assert (text is None) == (len(diagnostics) > 0)
    return [f"{each.location.line}:{each.location.column} {each.code}" for each in diagnostics]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a file to be written."""
    return tmp_path / "a.md"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"ab\ncd\xff", ["2:3 bad-encoding"], id="a byte that UTF-8 does not know"),
        pytest.param("é".encode("latin-1"), ["1:1 bad-encoding"], id="Latin-1"),
        pytest.param("Pezeshkiān ".encode() + b"\x93x\x94", ["1:12 bad-encoding"], id="quotation marks of Windows"),
        pytest.param("text".encode("utf-16"), ["1:1 bad-encoding"], id="UTF-16"),
        pytest.param(b"\xc0\xaf", ["1:1 bad-encoding"], id="an overlong form"),
        pytest.param(b"a\xed\xa0\x80", ["1:2 bad-encoding"], id="half a surrogate pair"),
        pytest.param(b"x\n\xe2\x82", ["2:1 bad-encoding"], id="a character cut short"),
        pytest.param(b"\xef\xbb\xbf---\n", ["1:1 bad-character"], id="a byte order mark"),
        pytest.param(b"a\r\nb\r\n", ["1:2 bad-character"], id="line ends of Windows, told once"),
        pytest.param(b"a\rb", ["1:2 bad-character"], id="line ends of old"),
        pytest.param(b"a\n\tb\n", ["2:1 bad-character"], id="a tab"),
        pytest.param(b"a\x00b\x1b[31m", ["1:2 bad-character", "1:4 bad-character"], id="null and escape"),
        pytest.param("a\x85b".encode(), ["1:2 bad-character"], id="next line"),
    ],
)
def test_bytes(file: Path, content: bytes, expected: list[str]) -> None:
    """Bytes that are not plain UTF-8 lines are told where they stand, and the file is not read."""
    file.write_bytes(content)
    assert told(file) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\u200bb", ["1:2"], id="zero width space"),
        pytest.param("a\u00adb", ["1:2"], id="soft hyphen"),
        pytest.param("x\na\u202egnp.exe", ["2:2"], id="right-to-left override"),
        pytest.param("\u2066a\u2069", ["1:1", "1:3"], id="isolates"),
        pytest.param("\u200e\u061c", ["1:1", "1:2"], id="direction marks"),
        pytest.param("a\u2028b\u2029", ["1:2", "1:4"], id="line and paragraph separator"),
        pytest.param(
            "\u3164\u115f\u17b4\u034f", ["1:1", "1:2", "1:3", "1:4"], id="letters and marks that draw nothing"
        ),
        pytest.param("a\ufe0f\U000e0101", ["1:2", "1:3"], id="variation selectors"),
        pytest.param("\U000e0041", ["1:1"], id="a tag character"),
        pytest.param("\ue000\U00100000", ["1:1", "1:2"], id="private use"),
        pytest.param("\u0378\ufffe", ["1:1", "1:2"], id="no characters at all"),
        pytest.param("a\u200cb", ["1:2"], id="a joiner in a Latin word"),
        pytest.param("می\u200c خواهد", ["1:3"], id="a joiner at the end of a Persian word"),
        pytest.param("\u200dد", ["1:1"], id="a joiner at the start of a text"),
        pytest.param("می\u200c\u200cخواهد", ["1:3", "1:4"], id="two joiners in a row"),
        pytest.param("👨\u200d👩", ["1:2"], id="a joiner between pictures"),
        pytest.param("cafe\u0301 au\nlait\ncafe\u0301", ["1:4", "3:4"], id="a letter and its accent apart"),
        pytest.param("\u212b", ["1:1"], id="a sign that is another in normal form"),
        pytest.param("\u0958", ["1:1"], id="a letter that normal form takes apart"),
    ],
)
def test_characters_that_are_refused(file: Path, text: str, expected: list[str]) -> None:
    """What cannot be seen, or can be written in two ways, is told at its line and column."""
    file.write_text(text, encoding="utf-8", newline="")
    assert told(file) == [f"{place} bad-character" for place in expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("می\u200cخواهد علی\u200cرضا", id="Persian words with joiners"),
        pytest.param("क्\u200dष", id="a Devanagari conjunct"),
        pytest.param("عباس عراقچی، مُحَمَّد؟ ۱۲۳", id="Persian and Arabic with vowels and digits"),
        pytest.param("Größe, naïve, ¶9, “x” – … €, 1\u00a0234, 1\u202f234", id="European letters, signs and spaces"),
        pytest.param("北京 東京 서울 Київ ไทย עברית", id="other scripts"),
        pytest.param("😀", id="a picture"),
        pytest.param("", id="nothing"),
    ],
)
def test_characters_that_are_welcome(file: Path, text: str) -> None:
    """Every script in use is read as it is written."""
    file.write_text(text, encoding="utf-8", newline="")
    diagnostics = Diagnostics()
    assert (read_text(file, diagnostics), list(diagnostics)) == (text, [])


def test_length(file: Path) -> None:
    """A file may be as long as the limit and no longer."""
    file.write_bytes(b"x" * MAX_BYTES)
    assert told(file) == []
    file.write_bytes(b"x" * (MAX_BYTES + 1))
    assert told(file) == ["1:1 too-long"]


def test_what_is_no_file(tmp_path: Path, file: Path) -> None:
    """A folder, a link, nothing, and a file that the system will not read are told, not followed."""
    (tmp_path / "real.md").write_text("x", encoding="utf-8")
    file.symlink_to(tmp_path / "real.md")
    assert [told(path) for path in (tmp_path, file, tmp_path / "none.md", Path("/proc/self/mem"))] == [
        ["1:1 stray-file"]
    ] * 4


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        pytest.param("a" + "\u0301\u0316" * 100_000, ["1:32 bad-character"], id="marks piled on one letter"),
        pytest.param("\u200b" * 160_000, [f"1:{column} bad-character" for column in range(1, 101)], id="nothing else"),
    ],
)
def test_a_file_made_to_keep_a_check_busy(file: Path, text: str, told_of: list[str]) -> None:
    """A file full of what is refused is refused in no time, and does not fill the report."""
    file.write_text(text, encoding="utf-8")
    assert told(file) == told_of
