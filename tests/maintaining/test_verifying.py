"""Every quotation and every printed value is looked for in the kept text of its article, exactly."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.maintaining.verifying import Verified, verify
from generator.reading.folders import read_folder
from tests.builders import ARTICLE, ARTICLE_HEAD, write_content

TEXT = "The count rose to 1,234 people, officials said.\nAda Moor: “We were\nnot warned” of it.\n"


def verified(
    folder: Path, annotations: str, kept: Mapping[str, str | bytes], body: str = "", more: Mapping[str, str] = {}
) -> tuple[Verified, list[str]]:
    """Return what came of looking for these annotations in these kept texts, place and message a miss."""
    files = {ARTICLE: f"{ARTICLE_HEAD}{annotations}---\n{body}", **more}
    content = write_content(folder, files)
    (folder / "kept").mkdir(exist_ok=True)
    for name, text in kept.items():
        path = folder / "kept" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    read, found = Diagnostics(), Diagnostics()
    sources = read_folder(content, read)
    assert list(read) == []
    done = verify(sources, folder / "kept", found)
    prefix = f"briefings/{ARTICLE}:"
    return done, [f"{each.location}: {each.message} [{each.code}] | {each.hint}".removeprefix(prefix) for each in found]


def observation(printed: str, at: str = "") -> str:
    """Return an article's observation with this printed value."""
    locator = f"    at: {at}\n" if at else ""
    return f"figures:\n  - figure: deaths\n    printed: {printed}\n    value: '7'\n    of: total\n{locator}"


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
        pytest.param("", "> We were\n> *not* warned.\n>\n> — Ada Moor\n", id="a quotation set apart, and signed"),
        pytest.param("", "> “We were not warned”\n", id="a quotation set apart, in marks"),
        pytest.param("", "She said: ‘not warned’.\n", id="a quotation in single marks"),
        pytest.param("", 'She was [“not warned”](https://e.org/a_(b) "a title").\n', id="a quotation in a link"),
        pytest.param("", "She was “not [warned](https://e.org)”.\n", id="a link in a quotation"),
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
    assert missing.startswith(
        f"10:14: the value '{printed}' is not in the kept text case.txt [not-in-source] | {nearest}"
    )


@pytest.mark.parametrize(
    ("body", "sought"),
    [
        pytest.param("> We were warned.\n", "We were warned", id="set apart"),
        pytest.param("She said ‘we were warned’, he did not.\n", "we were warned", id="single marks"),
        pytest.param("It was ‘the workers’ strike’, they said.\n", "", id="single marks that may be apostrophes"),
        pytest.param("In the ‘90s it was the teachers’.\n", "", id="apostrophes that open"),
        pytest.param("Ada’s and the workers’ and Bo’s.\n", "", id="apostrophes"),
        pytest.param('See [this](https://e.org "a title").\n', "", id="the title of a link"),
        pytest.param('See [this].\n\n[this]: https://e.org "a title"\n', "", id="the title of a link below"),
    ],
)
def test_a_quotation_is_told_from_what_looks_like_one(body: str, sought: str, tmp_path: Path) -> None:
    """Quotations of every kind are looked for; titles of links, and what may be an apostrophe, are none."""
    done, missing = verified(tmp_path, "", {"case.txt": TEXT}, body)
    assert done.looked_for == len(missing) == bool(sought)
    assert all(f"the quotation '{sought}' is not in the kept text" in line for line in missing)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("7", "between 7–9 people"),
        ("9", "between 7–9 people"),
        ("7", "between 7-9 people"),
        ("7", "7 million people"),
        ("7", "a 7-billion plan"),
        ("7", "fell by -7 or −7 or –7 degrees"),
        ("7", "1/7 of them, or 7/8, or 7 1/2, or 7½"),
        ("7", "at 7:30 or 10:7"),
        ("7", "grew by .7 or 0.7 or 7,5 or ٧٫7"),
        ("7", "7 000 people, 7'000, 7’000"),
        ("430", "6 430 people, 6'430, 6’430"),
        ("1,234 to 7", "from 1,234 to 7 million"),
    ],
)
def test_a_number_is_no_part_of_another(printed: str, text: str, tmp_path: Path) -> None:
    """A number is not found in a range, a fraction, an hour or a longer number, nor without its sign or scale."""
    assert verified(tmp_path, observation(f'"{printed}"'), {"case.txt": text})[0].found == 0


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("7", "He is 7."),
        ("7", "7-day talks"),
        ("7", "7, 8 or 9 people"),
        ("7", "(7) people"),
        ("7–9", "between 7–9 people"),
        ("7 million", "7 million people"),
        ("-7", "fell to -7 degrees"),
        ("7:30", "at 7:30."),
        ("300", "In 2026 300 people were held"),
        ("7", "in the 7 – 8 were expected – towns"),
        ("25,000", "7–9, and 25,000: a projection"),
    ],
)
def test_a_number_of_its_own_is_found(printed: str, text: str, tmp_path: Path) -> None:
    """A number is found whatever stands around it, if it goes on in no direction."""
    assert verified(tmp_path, observation(f'"{printed}"'), {"case.txt": text})[0].found == 1


LONG = "The river rose for three days, and nobody who lives beside it had been told of what was to come, as people of "
LONG += "both banks said in many words when they were asked about it later. "
PARTED = f"{LONG}\n\n{LONG}There were 7 dead.\n\nWhat is known\n\n{LONG}\n\nThen 9\nmore.\n"


@pytest.mark.parametrize(
    ("at", "printed", "text", "right"),
    [
        pytest.param("¶2", "7", PARTED, "", id="blank lines, the right one"),
        pytest.param("¶1", "7", PARTED, "¶2", id="blank lines, another"),
        pytest.param("¶4", "9", PARTED, "", id="a heading not counted"),
        pytest.param("¶5", "9", PARTED, "", id="a heading counted"),
        pytest.param("¶3", "9", PARTED, "¶4", id="blank lines, one too few"),
        pytest.param("¶1–2", "7", PARTED, "", id="a range that has it"),
        pytest.param("¶3–9", "7", PARTED, "¶2", id="a range that has it not"),
        pytest.param(
            "¶2", "9", f"A headline\n{LONG}\nThen 9 more.\n{LONG}\n", "", id="lines, the headline not counted"
        ),
        pytest.param("¶3", "9", f"A headline\n{LONG}\nThen 9 more.\n{LONG}\n", "", id="lines, the headline counted"),
        pytest.param("¶1", "9", f"A headline\n{LONG}\nThen 9 more.\n{LONG}9 died.\n", "¶2, ¶3", id="lines, two others"),
        pytest.param("¶8", "9", "It rose.\nIt fell to\n9 feet.\n", "", id="broken lines, not to be told"),
        pytest.param("¶8", "9", f"{LONG}\n{LONG}9\npeople\n", "¶2", id="lines of any length"),
        pytest.param("p. 8", "7", PARTED, "", id="a page"),
        pytest.param("¶9999999", "7", PARTED, "", id="a number beyond all texts"),
    ],
)
def test_a_locator_names_the_paragraph(at: str, printed: str, text: str, right: str, tmp_path: Path) -> None:
    """Words that stand in other paragraphs alone are told at their locator, with a warning that names those."""
    done, told = verified(tmp_path, observation(f'"{printed}"', at), {"case.txt": text})
    expected = (
        f"13:9: the value '{printed}' is not in {at} of the kept text case.txt [wrong-locator] | it stands in {right},"
    )
    assert done.found == 1
    assert told == ([f"{expected} headings not counted"] if right else [])


def test_a_page_has_no_paragraphs_to_count(tmp_path: Path) -> None:
    """Of HTML, where menus and boxes stand between paragraphs, no locator is doubted."""
    page = "".join(f"<p>{block}</p>\n\n" for block in PARTED.split("\n\n"))
    assert verified(tmp_path, observation('"7"', "¶9"), {"case.html": page})[1] == []


STORM = {
    "storm/index.md": "---\ntitle: A\nquestion: B?\nscope: C\nmaintainers: [D]\nstatus: closed\n---\n",
    "storm/articles/case.md": f"{ARTICLE_HEAD}---\nIt was “a storm”.\n",
}


def test_articles_of_two_briefings_may_have_one_id(tmp_path: Path) -> None:
    """The text in a folder named after the briefing is its article's, and no other's."""
    kept = {"flood/case.txt": "There were 7.", "storm/case.txt": "It was a storm."}
    done, told = verified(tmp_path / "a", observation('"7"'), kept, more=STORM)
    assert (done.looked_for, done.found, told) == (2, 2, [])
    done, told = verified(tmp_path / "b", observation('"7"'), {"storm/case.txt": "It was a storm."}, more=STORM)
    assert (done.looked_for, done.texts, told) == (1, 1, [])


def test_a_text_that_may_be_of_two_articles_is_refused(tmp_path: Path) -> None:
    """A name that says nothing of the briefing is told where articles of two share it, and belongs to none."""
    done, told = verified(tmp_path, observation('"7"'), {"case.txt": "There were 7."}, more=STORM)
    assert (done.looked_for, done.texts, done.without_article) == (0, 0, ())
    told_once = (
        f"{tmp_path}/kept/case.txt:1:1: the name is that of an article in 2 briefings, and nothing says of which this "
        "text is [bad-file-name] | put it into the folder of its briefing: 'flood/case.txt' or 'storm/case.txt'"
    )
    assert told == [told_once]


def test_what_is_no_sound_text_is_told(tmp_path: Path) -> None:
    """Links, pipes, and texts that are too long or not in UTF-8 are told at their own path; other files are counted."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "outside.txt").write_text("7", encoding="utf-8")
    (kept / "wire-1.txt").symlink_to(tmp_path / "outside.txt")
    os.mkfifo(kept / "wire-2.txt")
    texts: dict[str, str | bytes] = {"case.txt": b"There were 7 at the caf\xe9.", "page.htm": "7" * (2 << 20) + "7"}
    done, told = verified(tmp_path, observation('"7"'), {**texts, "notes.md": "7", "SUMS": "7"})
    assert (done.looked_for, done.found) == (0, 0)
    encoding = "byte 0xe9 is not UTF-8, so nothing can be looked for in this text [bad-encoding]"
    assert told == [
        f"{kept}/case.txt:1:1: {encoding} | save the text as UTF-8",
        f"{kept}/page.htm:1:1: the file is longer than 2 MiB [too-long] | keep the text of the article alone",
        f"{kept}/wire-1.txt:1:1: not a regular file [stray-file] | put the text itself here",
        f"{kept}/wire-2.txt:1:1: not a regular file [stray-file] | put the text itself here",
    ]
    assert done.not_texts == (f"{kept}/SUMS", f"{kept}/notes.md")


def test_a_name_says_nothing_to_the_terminal(tmp_path: Path) -> None:
    """Control characters in the names of kept files are written out wherever they are told."""
    own = hashlib.sha256(TEXT.encode()).hexdigest()
    kept = {"\x1b[2Ja.txt": TEXT, "\x1b[2Jb.txt": "7", "\x1b[2Jc.md": "7"}
    done, told = verified(tmp_path, f"source_sha256: {own}\n{observation('1,243')}", kept)
    assert len(told) == len(done.without_article) == len(done.not_texts) == 1
    assert all(line.isprintable() for line in (*told, *done.without_article, *done.not_texts))


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
