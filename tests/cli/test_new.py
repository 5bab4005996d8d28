"""The command `briefing new`: files to go on with, and what is said of them."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.maintaining.drafting.definitions import KINDS
from tests.builders import write_content

PAGE = """\
<html lang="en"><head><title>The flood</title><link rel="canonical" href="https://wire.example.org/flood">
<meta property="article:published_time" content="2026-03-04"></head>
<body><article><p>At least 214 people died, Ada Moor said.</p>
<p>The rain went on for 3 days.</p></article></body></html>
"""
DRAFT = "briefings/flood/articles/wire-2026-03-04.md"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with one briefing and a page saved on 9 March 2026."""
    write_content(tmp_path, {})
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    noon = datetime(2026, 3, 9, 12, tzinfo=UTC).timestamp()
    os.utime(page, (noon, noon))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def briefing(*words: object) -> Result:
    """Run the command with these words."""
    return CliRunner().invoke(main, [str(word) for word in words])


def check() -> list[str]:
    """Return the errors that the check finds, without their ways out."""
    return [line for line in briefing("check").stdout.splitlines() if ": error: " in line]


def test_article() -> None:
    """A saved page becomes a draft, named after outlet and day; what to do next is said, and the check leads on."""
    done = briefing("new", "article", "--from", "page.html")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        f"Written: {DRAFT}\n"
        "Next: decide 'read', look at the numbers in it (2), add a summary below; then `briefing check`.\n"
    )
    text = Path(DRAFT).read_text(encoding="utf-8")
    assert "accessed: 2026-03-09  # the day on which the file was saved, by its date\n" in text
    line = next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("read:"))
    assert check() == [f"{DRAFT}:{line}:1: error: the key 'read' has no value [missing-key]"]


def test_article_with_all_that_a_person_knows() -> None:
    """Told what was read and when, the draft passes the check at once."""
    done = briefing(
        "new", "article", "--from", "page.html", "--read", "whole", "--accessed", "2026-03-10", "--id", "one"
    )
    assert done.exit_code == 0
    assert "accessed: 2026-03-10\n" in Path("briefings/flood/articles/one.md").read_text(encoding="utf-8")
    assert check() == []


def test_article_is_never_overwritten() -> None:
    """A second draft of one page has another name; a name that is asked for and taken is refused."""
    assert [briefing("new", "article", "--from", "page.html").exit_code for _ in range(2)] == [0, 0]
    assert Path("briefings/flood/articles/wire-2026-03-04-2.md").exists()
    before = Path(DRAFT).read_bytes()
    done = briefing("new", "article", "--from", "page.html", "--id", "wire-2026-03-04", "--keep", "kept")
    assert (done.exit_code, Path(DRAFT).read_bytes(), Path("kept").exists()) == (3, before, False)
    assert f"'{DRAFT}' exists, and is left as it is" in done.stderr


def test_article_printed() -> None:
    """With `--print`, the draft goes to where output goes, and no file is written."""
    done = briefing("new", "article", "--from", "page.html", "--print")
    assert done.stdout.startswith("---\ntitle: The flood\noutlet: wire\n")
    assert (done.exit_code, Path(DRAFT).exists()) == (0, False)


def test_article_with_its_text_kept() -> None:
    """With `--keep`, the article's text is a file beside it, which its sum in the draft fits."""
    done = briefing("new", "article", "--from", "page.html", "--keep", "kept/here")
    kept = Path("kept/here/wire-2026-03-04.txt").read_bytes()
    assert done.exit_code == 0
    assert kept == b"At least 214 people died, Ada Moor said.\n\nThe rain went on for 3 days.\n"
    assert f"\nsource_sha256: {hashlib.sha256(kept).hexdigest()}  #" in Path(DRAFT).read_text(encoding="utf-8")


def test_article_without_a_text(project: Path) -> None:
    """Where the page has no text, none is kept, and it is said."""
    (project / "page.html").write_text("<title>The flood</title>", encoding="utf-8")
    done = briefing("new", "article", "--from", "page.html", "--keep", "kept")
    assert (done.exit_code, Path("kept").exists()) == (0, False)
    assert "No text was found in the page, so that none is kept.\n" in done.stderr


def test_article_that_is_there_already() -> None:
    """Where an article has the page's own address, but for how one came there, it is named; the draft is written."""
    known = Path("briefings/flood/articles/wire-1.md")
    text = known.read_text(encoding="utf-8")
    known.write_text(text.replace("wire.example.org/1\n", "wire.example.org/flood/?utm_source=feed#toll\n", 1), "utf-8")
    done = briefing("new", "article", "--from", "page.html")
    assert (done.exit_code, Path(DRAFT).exists()) == (0, True)
    assert f"{known} has the same page already: keep both only if they are two versions of it.\n" in done.stderr


def test_article_beside_faulty_files() -> None:
    """Files with errors are left aside, and it is said that there are some."""
    Path("briefings/actors/zoe.md").write_text("---\nname: Zoe\n---\n", encoding="utf-8")
    done = briefing("new", "article", "--from", "page.html")
    assert done.exit_code == 0
    assert done.stderr.startswith("What is wrong in briefings is left aside: 1 error, 0 warnings.")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("--from none.html", 3, "'none.html' cannot be read: No such file or directory"),
        ("--from briefings", 3, "'briefings' cannot be read: Is a directory"),
        ("--from empty.html", 3, "empty.html: the page is empty"),
        ("--from ftp://example.org/", 3, "is no web address"),
        ("--from page.html --content nowhere", 3, "there is no folder 'nowhere'"),
        ("--from page.html --content bare", 3, "there is no briefing in 'bare'"),
        ("--from page.html --briefing drought", 2, "'drought' is none of: flood"),
        ("--from page.html --id One", 2, "'One' is no id"),
        ("--from page.html --id index", 2, "'index' is no id"),
        ("--from page.html --accessed yesterday", 2, "'yesterday' is not a date"),
        ("--from page.html --accessed 2026-03-10/..", 2, "'2026-03-10/..' has no last day"),
        ("--from page.html --read all", 2, "'all' is not one of"),
        ("", 2, "Missing option '--from'"),
    ],
)
def test_article_refused(words: str, code: int, told: str) -> None:
    """What cannot be drafted is told in a sentence, and nothing is written."""
    Path("empty.html").touch()
    Path("bare").mkdir()
    before = sorted(Path.cwd().rglob("*"))
    done = briefing("new", "article", *words.split())
    assert (done.exit_code, told in done.stderr, done.stdout) == (code, True, ""), done.stderr
    assert before == sorted(Path.cwd().rglob("*"))


def test_nothing_is_written_through_a_link(project: Path) -> None:
    """A folder below the content that is a symbolic link leads elsewhere, where nothing is written."""
    (project / "outside").mkdir()
    (project / "briefings/flood/articles").rename(project / "articles")
    (project / "briefings/flood/articles").symlink_to(project / "outside")
    (project / "briefings/flood/events").rename(project / "events")
    (project / "briefings/flood/events").symlink_to(project / "outside")
    for words in (["article", "--from", "page.html"], ["event", "zoe"]):
        done = briefing("new", *words)
        assert (done.exit_code, "is a symbolic link" in done.stderr) == (3, True), done.stderr
    assert list((project / "outside").iterdir()) == []


def test_more_than_an_article_is_refused(project: Path) -> None:
    """A page that is a book ends in a sentence with a way out."""
    (project / "page.html").write_text("<p>It rained." * 6_000, encoding="utf-8")
    done = briefing("new", "article", "--from", "page.html")
    assert (done.exit_code, "page.html: the page's text has more than" in done.stderr) == (3, True), done.stderr
    assert "hint: put the article's text alone into a file" in done.stderr


OFFLINE = """\
import sys
from generator.cli import main
def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        raise SystemExit(f"the network was asked: {event}")
sys.addaudithook(refuse)
main()
"""


def run_offline(*words: str, script: str = OFFLINE) -> subprocess.CompletedProcess[str]:
    """Run the command in a process that ends when it asks the network for anything."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *words], capture_output=True, text=True, check=False
    )


def test_a_saved_page_needs_no_network(project: Path) -> None:
    """Whatever a saved page names, nothing of it is fetched."""
    page = PAGE.replace("<p>", '<p><img src="https://example.org/a.png"><iframe src="https://example.org/b"></iframe>')
    (project / "page.html").write_text(page, encoding="utf-8")
    done = run_offline("new", "article", "--from", "page.html")
    assert (done.returncode, done.stderr.startswith(f"Written: {DRAFT}")) == (0, True), done.stderr
    assert "the network was asked" in run_offline("new", "article", "--from", "http://example.org/").stderr


def test_without_the_extra() -> None:
    """Where the extra is not installed, it is said how to install it; other files need none of it."""
    script = "import sys\nsys.modules['trafilatura'] = None\nfrom generator.cli import main\nmain()\n"
    done = run_offline("new", "article", "--from", "page.html", script=script)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)
    assert "pip install 'briefing-generator[new]'" in done.stderr
    assert run_offline("new", "actor", "zoe", script=script).returncode == 0


@pytest.mark.parametrize("kind", KINDS)
def test_other_files(kind: str) -> None:
    """Every other kind of file is drafted from its id alone, in its place; the check names what is left to decide."""
    done = briefing("new", kind, "zoe")
    written = re.findall(r"Written: (\S+)", done.stderr)
    places = {"actor": "briefings/actors/zoe.md", "briefing": "briefings/zoe/index.md"}
    assert (done.exit_code, written) == (0, [places.get(kind, f"briefings/flood/{kind}s/zoe.md")])
    told = check()
    assert told
    assert all(line.startswith(f"{written[0]}:") and line.endswith("[missing-key]") for line in told)
    assert briefing("new", kind, "zoe").exit_code == 3


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["actor", "zoe", "--name", "Zoe: #1", "--kind", "person"], ['name: "Zoe: #1"', "kind: person"]),
        (
            [
                "figure",
                "zoe",
                "--title",
                "T",
                "--question",
                "Q?",
                "--kind",
                "count",
                "--changes",
                "grows",
                "--unit",
                "people",
            ],
            ["title: T", "kind: count", "unit: people"],
        ),
        (["event", "zoe", "--title", "T", "--kind", "span"], ["title: T", "kind: span"]),
        (
            ["issue", "zoe", "--title", "T", "--kind", "fact", "--answers", "a, b", "--answers", "c"],
            ["kind: fact", 'answers: ["a, b", c]'],
        ),
        (
            ["briefing", "zoe", *"--title T --question Q? --scope S --status paused --maintainers C".split()],
            ["status: paused", "maintainers: [C]"],
        ),
    ],
)
def test_other_files_with_what_they_need(words: list[str], lines: list[str]) -> None:
    """With what a file needs in its options, it passes the check as it is."""
    done = briefing("new", *words)
    path = Path(re.findall(r"Written: (\S+)", done.stderr)[0])
    assert (done.exit_code, check()) == (0, [])
    assert set(lines) <= set(path.read_text(encoding="utf-8").splitlines())
    assert "Next: describe it below; then `briefing check`." in done.stderr


def test_several_briefings_are_named() -> None:
    """Where there are several briefings, none is guessed at."""
    assert briefing("new", "briefing", "drought").exit_code == 0
    done = briefing("new", "event", "zoe")
    assert (done.exit_code, "say which by --briefing: drought, flood" in done.stderr) == (2, True)
    assert briefing("new", "event", "zoe", "--briefing", "drought").exit_code == 0
    assert Path("briefings/drought/events/zoe.md").exists()


def test_choices_are_the_format_s() -> None:
    """A word that the format does not know is refused, with those it knows."""
    done = briefing("new", "actor", "zoe", "--kind", "ghost")
    assert (done.exit_code, "'person'" in done.stderr) == (2, True)


def test_elsewhere_is_said(project: Path) -> None:
    """Where the content is elsewhere, the next command names it."""
    (project / "briefings").rename(project / "content")
    done = briefing("new", "actor", "zoe", "--content", "content", "--print")
    assert done.stderr.endswith("then `briefing check content`.\n")
