"""What a check found, in the forms that other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from urllib.parse import quote

from generator.diagnostics import Code, Diagnostic, Diagnostics, Severity
from generator.maintaining.explaining import explanations, shipped_catalogue

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_github(diagnostics: Diagnostics) -> str:
    """Return the workflow commands by which GitHub shows each problem beside its line.

    https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
    """
    return "".join(map(_github_command, diagnostics))


def _github_command(found: Diagnostic) -> str:
    place = found.location
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": found.code}
    told = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in properties.items())
    message = f"{found.message}\n{found.hint}" if found.hint else found.message
    return f"::{_GITHUB_COMMANDS[found.severity]} {told}::{_escaped(message)}\n"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(each):02X}" if each in f"%\r\n{more}" else each for each in text)


def as_json(diagnostics: Diagnostics) -> str:
    """Return the problems as one JSON object: `summary` with the counts, and `problems`, in order of place."""
    problems = [
        {
            "path": each.location.path,
            "line": each.location.line,
            "column": each.location.column,
            "severity": each.severity,
            "code": each.code,
            "message": each.message,
            "hint": each.hint,
        }
        for each in diagnostics
    ]
    return _dumped({"summary": {each: diagnostics.count(each) for each in Severity}, "problems": problems})


def as_sarif(diagnostics: Diagnostics) -> str:
    """Return the problems as a log of SARIF 2.1.0, which code hosts and editors read.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/
    """
    found = list(diagnostics)
    codes = sorted({each.code for each in found})
    known = explanations(shipped_catalogue())
    rules = [
        {"id": code, "shortDescription": {"text": known[code].summary}, "help": {"text": known[code].way_out}}
        for code in codes
    ]
    driver = {"name": "briefing", "rules": rules}
    results = [_sarif_result(each, codes) for each in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_result(found: Diagnostic, codes: list[Code]) -> Mapping[str, object]:
    place = found.location
    message = f"{found.message} ({found.hint})" if found.hint else found.message
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": _SARIF_LEVELS[found.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}],
    }


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


REPORTS: Mapping[str, Callable[[Diagnostics], str]] = {
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
"""The forms of a report, by the name that is typed."""
