"""Safe repairs: each changes what it says and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostics
from generator.maintaining.checking import Checker
from generator.maintaining.fixing import Fixed, edited, edits_of, fix, told
from generator.maintaining.fixing.drafts import Drafts
from generator.reading.frontmatter import front_matter_of
from tests.builders import ARTICLE, SOUND, article, write_content
from tests.projects import tree


@dataclass(frozen=True, slots=True)
class Slips:
    """An article with slips, what is told of mending it, and the article without them."""

    name: str
    before: str
    told: tuple[str, ...]
    after: str


def cases() -> Iterator[Slips]:
    """Yield every case of the data file."""
    data = yaml.safe_load(Path(__file__).with_name("fixing_cases.yml").read_text(encoding="utf-8"))
    for name, case in data.items():
        before = article(case["before"], case.get("body", ""))[ARTICLE]
        after = article(case.get("after", case["before"]), case.get("body_after", case.get("body", "")))[ARTICLE]
        yield Slips(name, before, tuple(case["told"]), after)


CASES = list(cases())
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def lines_of(fixed: Fixed) -> list[str]:
    """Return what was mended, and what was left, in a line each."""
    mended = [f"{each.location.line}:{each.location.column} {told(each)}" for each in fixed.repairs]
    return [*mended, *(f"left {each.location.line}:{each.location.column} {told(each)}" for each in fixed.dropped)]


@each_case
def test_a_repair_changes_what_it_says(case: Slips, tmp_path: Path) -> None:
    """The file holds what the case expects, byte for byte, and what was mended is told in its place."""
    content = write_content(tmp_path, {ARTICLE: case.before})
    fixed = fix(content)
    assert (content / ARTICLE).read_text(encoding="utf-8") == case.after
    assert lines_of(fixed) == list(case.told)
    assert fixed.files == (((content / ARTICLE).resolve(),) if case.after != case.before else ())


@each_case
def test_what_is_left_is_what_a_check_finds(case: Slips, tmp_path: Path) -> None:
    """After repairs, a check finds what was said to be left, and none of what was mended."""
    content = write_content(tmp_path, {ARTICLE: case.before})
    fixed = fix(content)
    found = Diagnostics()
    Checker().check(content, found)
    assert list(found) == list(fixed.left)
    assert fixed.left.errors <= sum(1 for each in found if each.code is not Code.KEY_ORDER)


@settings(max_examples=25)
@given(chosen=st.lists(st.sampled_from(CASES), min_size=1, max_size=3))
def test_to_mend_twice_is_to_mend_once(chosen: list[Slips]) -> None:
    """After a repair nothing is left to repair, whatever other files are wrong."""
    with TemporaryDirectory() as folder:
        files = {f"flood/articles/case-{at}.md": case.before for at, case in enumerate(chosen)}
        content = write_content(Path(folder), files)
        fix(content)
        once = tree(content)
        again = fix(content)
        assert (again.repairs, again.files, tree(content)) == ((), (), once)


def test_a_sound_folder_is_not_touched(tmp_path: Path) -> None:
    """Where there is nothing to mend, no file is written again."""
    content = write_content(tmp_path, {})
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}
    fixed = fix(content)
    assert (fixed.repairs, fixed.dropped, fixed.files) == ((), (), ())
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before


def test_line_ends_are_mended_in_the_whole_file(tmp_path: Path) -> None:
    """A file with CRLF has LF afterwards, and then its other slips are mended as well."""
    content = write_content(tmp_path, {})
    sound = (SOUND / "flood/articles/wire-1.md").read_bytes()
    path = content / "flood/articles/wire-1.md"
    path.write_bytes(sound.replace(b"held", b"Held").replace(b"\n", b"\r\n"))
    fixed = fix(content)
    assert path.read_bytes() == sound
    assert [told(each) for each in fixed.repairs] == ["every line ends in LF", "'Held' → 'held'"]


def test_a_file_keeps_its_rights_and_its_neighbours(tmp_path: Path) -> None:
    """What is written anew has the mode it had, and nothing is left beside it."""
    content = write_content(tmp_path, article("events: [{id: party, title: A, status: Held}]\n"))
    (content / ARTICLE).chmod(0o640)
    names = sorted(content.rglob("*"))
    assert len(fix(content).files) == 1
    assert ((content / ARTICLE).stat().st_mode & 0o777, sorted(content.rglob("*"))) == (0o640, names)


def test_a_file_that_is_read_only_is_left_alone(tmp_path: Path) -> None:
    """A file without the right to write is not replaced by one with the same rights, and that is told; others are."""
    text = article("events: [{id: party, title: A, status: Held}]\n")[ARTICLE]
    content = write_content(tmp_path, {ARTICLE: text, "flood/articles/other.md": text})
    (content / ARTICLE).chmod(0o440)
    fixed = fix(content)
    assert (content / ARTICLE).read_text(encoding="utf-8") == text
    assert fixed.files == ((content / "flood/articles/other.md").resolve(),)
    assert dict(fixed.barred) == {f"{content.name}/{ARTICLE}": "the file is read-only"}
    assert [each.code for each in fixed.left if each.location.path.endswith(ARTICLE)] == [Code.BAD_CHOICE]


def test_a_hard_link_is_not_severed(tmp_path: Path) -> None:
    """A file with a second name stays one file under both, and it is told."""
    text = article("events: [{id: party, title: A, status: Held}]\n")[ARTICLE]
    content = write_content(tmp_path, {ARTICLE: text})
    (tmp_path / "second.md").hardlink_to(content / ARTICLE)
    fixed = fix(content)
    assert (content / ARTICLE).samefile(tmp_path / "second.md")
    assert ((content / ARTICLE).read_text(encoding="utf-8"), fixed.repairs, fixed.files) == (text, (), ())
    assert [*fixed.barred] == [f"{content.name}/{ARTICLE}"]


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    """A file outside, to which a link in the folder leads, stays as it is."""
    content = write_content(tmp_path, {})
    outside = tmp_path / "outside.md"
    outside.write_text(article("events: [{id: party, title: A, status: Held}]\n")[ARTICLE], encoding="utf-8")
    before = outside.read_bytes()
    (content / ARTICLE).symlink_to(outside)
    assert (fix(content).files, outside.read_bytes()) == ((), before)


def test_one_file_may_be_mended_alone(tmp_path: Path) -> None:
    """Of two files with a slip, the one that is asked for is mended."""
    text = article("events: [{id: party, title: A, status: Held}]\n")[ARTICLE]
    content = write_content(tmp_path, {ARTICLE: text, "flood/articles/other.md": text})
    assert fix(content, only=content / ARTICLE).files == ((content / ARTICLE).resolve(),)
    assert (content / "flood/articles/other.md").read_text(encoding="utf-8") == text


def test_a_file_that_somebody_else_has_written_is_not_overwritten(tmp_path: Path) -> None:
    """What was saved between the reading and the writing stays, and it is told."""
    text = article("events: [{id: party, title: A, status: Held}]\n")[ARTICLE]
    content = write_content(tmp_path, {ARTICLE: text})
    drafts = Drafts(content.resolve(), Path("briefings"))
    found = Diagnostics()
    Checker().check(content, found)
    assert len(drafts.mend(f"briefings/{ARTICLE}", found)) == 1
    (content / ARTICLE).write_text("saved", encoding="utf-8")
    with pytest.raises(OSError, match="changed"):
        drafts.write()
    assert (content / ARTICLE).read_text(encoding="utf-8") == "saved"


def test_an_event_may_stand_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """While an article cannot be read, no event's id is taken for another one's."""
    files = article("events: [{id: inquiri, title: A, status: held}]\nfixing: nothing\n")
    files["flood/issues/about.md"] = "---\ntitle: What?\nkind: position\nevent: inquiri\n---\n"
    fixed = fix(write_content(tmp_path, files))
    assert lines_of(fixed) == []


@each_case
def test_one_repair_is_an_edit_of_its_place(case: Slips, tmp_path: Path) -> None:
    """An editor that makes the repairs one by one changes lines of what was found, and no other."""
    content = write_content(tmp_path, {ARTICLE: case.before})
    found = Diagnostics()
    Checker().check(content, found)
    for each in found:
        if each.repair and each.location.path.endswith(ARTICLE) and each.code is not Code.KEY_ORDER:
            after = edited(case.before, edits_of(case.before, each))
            changed = {
                at
                for at, (one, other) in enumerate(zip(case.before.split("\n"), after.split("\n"), strict=True), start=1)
                if one != other
            }
            assert changed <= {each.location.line}


VALUES = [("~6 430", "about 6,430"), ("6 430", "6,430"), ("5bn", "5 billion"), (">300", "more than 300")]
FRAMES = [
    "{{figure: deaths, of: total, value: {}, printed: x}}",
    "figure: deaths\n    of: total\n    value: {}  # so\n",
]


@given(
    value=st.sampled_from(VALUES),
    frame=st.sampled_from([*FRAMES, "{{figure: deaths, of: total, value: x, printed: x, parts: {{residents: {}}}}}"]),
    marks=st.sampled_from(["", "'", '"']),
    other=st.sampled_from(["", "fixing:\n", "note: [\n"]),
)
@settings(max_examples=60)
def test_a_repaired_value_is_read_as_meant(value: tuple[str, str], frame: str, marks: str, other: str) -> None:
    """In braces or lines, quoted or plain, beside other slips or none: the strict reader reads the right value."""
    written, right = value
    lines = f"figures:\n  - {frame.format(marks + written + marks)}\n{other}"
    with TemporaryDirectory() as folder:
        content = write_content(Path(folder), article(lines))
        fix(content)
        after = (content / ARTICLE).read_text(encoding="utf-8")
    before = article(lines)[ARTICLE]
    is_read = front_matter_of(before.encode(), "", Diagnostics()) is not None
    wanted = {f"{mark}{right}{mark}" for mark in (marks or ("", '"'))} if is_read else {marks + written + marks}
    assert after in {before.replace(marks + written + marks, each) for each in wanted}
    front = front_matter_of(after.encode(), "", Diagnostics())
    assert front is None or right in str(front.data)


ITEM = {"figure": "deaths", "printed": "'7'", "value": "'7'", "by": "[relief]", "of": "total", "at": "¶1", "note": "N."}


@given(
    keys=st.permutations(list(ITEM)),
    marks=st.lists(st.sampled_from(["", "    # a comment\n", "\n", "\n    # a comment\n"]), min_size=6, max_size=6),
)
@settings(max_examples=40)
def test_putting_keys_in_order_only_moves_lines(keys: list[str], marks: list[str]) -> None:
    """Whatever the order of keys, and whatever stands between them, no line is lost, made up or changed."""
    lines = [f"{mark}    {key}: {ITEM[key]}\n" for key, mark in zip(keys, ["", *marks], strict=True)]
    item = "".join(lines).replace("    ", "  - ", 1)
    with TemporaryDirectory() as folder:
        content = write_content(Path(folder), article(f"figures:\n{item}"))
        before = (content / ARTICLE).read_text(encoding="utf-8")
        fixed = fix(content)
        after = (content / ARTICLE).read_text(encoding="utf-8")
    assert Code.KEY_ORDER not in {each.code for each in fixed.left}
    assert Counter(line.lstrip(" -") for line in before.split("\n")) == Counter(
        line.lstrip(" -") for line in after.split("\n")
    )
