"""How events are dated and where actors stand: each rule with a case of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.assembling.event_diagnosis import diagnose_event
from generator.assembling.issue_diagnosis import diagnose_issue
from generator.model.briefing import Briefing, Library
from generator.model.prose import Kind, Target
from generator.model.reasons import Reference, told
from tests.builders import load_content

HERE = Path(__file__).parent
HEAD = "title: A case\naccessed: 2026-03-09\nlanguage: en\nread: excerpt\n"


def cases(name: str) -> list[Any]:
    """Return the cases of a file as parameters."""
    loaded = yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return [pytest.param(case, id=title) for title, case in loaded.items()]


def names(library: Library, reference: Reference) -> str:
    """Return what a reference is called."""
    return library.actors[reference.id].name


def items(entry: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """Return the lines of an annotation that a case gives."""
    return "".join(f"    {key}: {entry[key]}\n" for key in keys if key in entry)


def on_whole(entry: Mapping[str, str]) -> str:
    """Return the line of the notice that a case puts on the article of an annotation."""
    return f"notice: {entry['article_notice']}\n" if "article_notice" in entry else ""


def check_history(briefing: Briefing) -> None:
    """Assert that the history of every event and issue ends with how it stands now, and counts every day of it."""
    last = {change.target: change for change in briefing.assessment.history.changes}
    for name, event in briefing.assessment.events.items():
        change = last.get(Target(Kind.EVENT, name))
        now = (f"{event.status}, {event.state}".removeprefix(", "), event.reason)
        assert (told(change.after), change.reason) == now if change else not briefing.events[name].reports
    for name, issue in briefing.assessment.issues.items():
        change = last.get(Target(Kind.ISSUE, name))
        now = (str(issue.state), issue.reason)
        assert (told(change.after), change.reason) == now if change else not briefing.issues[name].statements
    assert {change.on for change in briefing.assessment.history.changes} <= set(briefing.assessment.history.days)


def event_case(case: dict[str, Any], folder: Path) -> Library:
    """Return a library with the event of a case: an article a report, and in it what it tells of the event besides."""
    files = {}
    for at, report in enumerate(case["reports"]):
        lines = "".join(
            "  - id: match\n    title: A match\n"
            + items(told, ("status", "date", "start", "end", "zone", "by", "notice"))
            for told in (report, *report.get("besides", ()))
        )
        head = f"---\n{HEAD}outlet: {report['outlet']}\npublished: {report['published']}\n{on_whole(report)}"
        files[f"flood/articles/a{at}.md"] = f"{head}events:\n{lines}---\n"
    return load_content(folder, files)


@pytest.mark.parametrize("case", cases("event_cases.yml"))
def test_event(case: dict[str, Any], tmp_path: Path) -> None:
    """An event's dates are compared by voice and phase, nothing is chosen, and its history ends with now."""
    library = event_case(case, tmp_path)
    briefing = library.briefings["flood"]
    on = date.fromisoformat(case["on"]) if "on" in case else None

    found = diagnose_event(briefing.events["match"], briefing.articles, on)

    assert case["state"] == found.state
    assert case.get("status", found.status) == found.status
    assert case.get("reason", found.reason.plain(lambda each: names(library, each))) == found.reason.plain(
        lambda each: names(library, each)
    )
    assert set(case.get("superseded", found.superseded)) == found.superseded
    check_history(briefing)


def issue_case(case: dict[str, Any], folder: Path) -> Library:
    """Return a library with the issue of a case, and the reports of the event that overtakes its answers."""
    kind = case.get("kind", "position")
    overtaken = f"overtaken_by: {case['overtaken_by']}\n" if "overtaken_by" in case else ""
    answers = "answers: [indirect, face to face]\n" if kind == "fact" else ""
    files = {"flood/issues/matter.md": f"---\ntitle: A matter\nkind: {kind}\n{answers}{overtaken}---\n"}
    for at, statement in enumerate(case["statements"]):
        lines = items({"account": "own words", **statement}, ("actor", "account", "date", "stance", "answer", "notice"))
        head = f"---\n{HEAD}outlet: wire\npublished: {statement['published']}\n{on_whole(statement)}"
        entry = f"statements:\n  - says: Something.\n    issue: matter\n{lines}---\n"
        files[f"flood/articles/a{at}.md"] = f"{head}{entry}"
    for at, report in enumerate(case.get("reports", ())):
        lines = items(report, ("status", "date", "notice"))
        head = f"---\n{HEAD}outlet: wire\npublished: {report['published']}\n{on_whole(report)}"
        files[f"flood/articles/e{at}.md"] = f"{head}events:\n  - id: match\n    title: A match\n{lines}---\n"
    return load_content(folder, files)


@pytest.mark.parametrize("case", cases("issue_cases.yml"))
def test_issue(case: dict[str, Any], tmp_path: Path) -> None:
    """Stances are told over time and answers by voice; what is inferred is not what is said."""
    library = issue_case(case, tmp_path)
    briefing = library.briefings["flood"]
    on = date.fromisoformat(case["on"]) if "on" in case else None

    found = diagnose_issue(briefing.issues["matter"], briefing.articles, briefing.events, on)

    assert case["state"] == found.state
    told = found.reason.plain(lambda each: names(library, each))
    assert case.get("reason", told) == told
    shifts = [shift.reason.plain(lambda each: names(library, each)) for shift in found.shifts]
    assert case.get("shifts", shifts) == shifts
    standings = {position: list(told) for position, told in found.standings.items() if told}
    assert case.get("standings", standings) == standings
    check_history(briefing)
