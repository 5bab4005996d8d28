"""What the cases cannot say: breaks, gaps, horizons, references, days, and what maintainers are told."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.assembling.diagnosis import Context, days_of_change, diagnose_daily, warn_of_slips
from generator.diagnostics import Code, Diagnostics, Severity
from generator.model.reasons import NO_REASON, Reference, ReferenceKind, say
from tests.assembling.casebook import BRIEFING, Found, Yaml, diagnose_case


def found(folder: Path, answers: Yaml, **case: Yaml) -> Found:
    """Return what a case with these answers is diagnosed as."""
    return diagnose_case({"answers": answers, **case}, folder / "content")


def answer(value: str, day: int, **given: Yaml) -> dict[str, Yaml]:
    """Return an answer of one root for a day of January."""
    moment = f"2026-01-{day:02}"
    return {"by": "ministry", "value": value, "as_of": moment, "published": moment, **given}


@pytest.mark.parametrize(
    ("key", "old", "new"), [("method", "names", "survey"), ("basis", "estimate", "official tally")]
)
def test_a_change_of_method_or_basis_breaks_the_series(tmp_path: Path, key: str, old: str, new: str) -> None:
    """The series is one, and the first value after the change carries the break."""
    answers = {"a": answer("10", 1, **{key: old}), "b": answer("20", 3), "c": answer("30", 5, **{key: new})}
    (series,) = (told := found(tmp_path, answers)).diagnosis.series
    assert series.observations == ("a--a", "b--b", "c--c")
    (only,) = series.breaks
    assert only.observation == "c--c"
    assert f"From 30 on, another {key}: {new}, after {old}." == only.reason.plain(told.name)


def test_a_series_keeps_what_was_struck_and_what_is_no_number(tmp_path: Path) -> None:
    """Withdrawn, superseded and unquantified values all stand in the series, in the order of their moments."""
    struck = answer("500", 2, notice={"kind": "withdrawn", "date": "2026-01-03"})
    answers = {"a": answer("10", 1), "b": struck, "c": answer("dozens", 3), "d": answer("30", 4)}
    (series,) = (told := found(tmp_path, answers)).diagnosis.series
    assert series.observations == ("a--a", "b--b", "c--c", "d--d")
    assert {"d--d"} == told.diagnosis.live


def test_the_gap_is_a_number_in_the_figures_unit(tmp_path: Path) -> None:
    """Pages can draw the gap between two floors, whatever units they were printed in."""
    answers = {
        "a": answer("at least 2 hours", 1),
        "b": {**answer("at least 150 minutes", 1), "by": "clinic"},
    }
    (relation,) = found(tmp_path, answers, figure={"unit": "hours", "kind": "duration"}).diagnosis.relations
    assert Decimal("0.5") == relation.gap


def test_equal_floors_have_no_gap(tmp_path: Path) -> None:
    """No gap is drawn where the lower bounds are the same."""
    answers = {"a": answer("at least 20", 1), "b": {**answer("more than 20", 1), "by": "clinic"}}
    (relation,) = found(tmp_path, answers).diagnosis.relations
    assert relation.gap is None


def test_a_reason_leads_to_values_actors_and_events(tmp_path: Path) -> None:
    """A reason is made of words and references, so that pages can link every value, actor and event in it."""
    events = {"war": [{"start": "2025-06-13", "end": "2025-06-24"}]}
    figure = {"kind": "duration", "changes": "fixed", "unit": "days", "spans": "war"}
    told = found(tmp_path, {"a": answer("22 days", 1)}, figure=figure, events=events)
    (finding,) = told.diagnosis.findings
    assert (
        Reference(ReferenceKind.OBSERVATION, "a--a", "22 days"),
        Reference(ReferenceKind.EVENT, "war"),
    ) == finding.reason.references
    assert Reference(ReferenceKind.ACTOR, "ministry") in told.diagnosis.summary.references


def test_reasons_join_as_sentences() -> None:
    """Nothing joined to a reason leaves no stray space."""
    one, nothing = say("One."), NO_REASON
    assert tuple(each.plain(str) for each in (one + one, one + nothing, nothing + one)) == ("One. One.", "One.", "One.")


def test_findings_and_relations_can_be_asked_for_by_observation(tmp_path: Path) -> None:
    """A page asks for what is said of one observation."""
    answers = {"a": answer("40", 1), "b": answer("20", 2), "c": {**answer("20", 2), "by": "clinic"}}
    diagnosis = found(tmp_path, answers).diagnosis
    assert [each.kind for each in diagnosis.findings_on("b--b")] == ["probable slip"]
    assert [each.kind for each in diagnosis.relations_of("a--a")] == ["superseded"]
    assert [each.kind for each in diagnosis.relations_of("b--b")] == ["superseded", "corroborated"]


def test_a_slip_is_told_to_maintainers_until_they_have_looked(tmp_path: Path) -> None:
    """A note silences the warning, never the finding; what is struck needs no warning."""
    answers = {
        "a": answer("90", 1),
        "b": answer("50", 3),
        "c": answer("40", 4, note="It is printed so."),
        "d": answer("30", 5, notice={"kind": "corrected", "date": "2026-01-06"}),
    }
    told = found(tmp_path, answers)
    diagnostics = Diagnostics()
    warn_of_slips(told.figure, Context.of(told.library, told.library.briefings[BRIEFING]), diagnostics)
    (warning,) = diagnostics
    assert (warning.code, warning.severity) == (Code.PROBABLE_SLIP, Severity.WARNING)
    assert "50 (as of 3 January 2026) is less than 90 (as of 1 January 2026)" in warning.message
    assert "note" in warning.hint
    assert warning.location.path.endswith("articles/b.md")
    assert {"b", "c"} == told.findings().keys() - {"d"}


def test_the_days_of_change_are_those_of_articles_and_notices(tmp_path: Path) -> None:
    """Publication counts from its last possible day, a notice from its own."""
    answers = {
        "a": {**answer("10", 1), "published": "2026-01-01~"},
        "b": answer("20", 3, notice={"kind": "deleted", "date": "2026-01-09"}),
    }
    told = found(tmp_path, answers)
    context = Context.of(told.library, told.library.briefings[BRIEFING])
    expected = [date(2026, 1, 2), date(2026, 1, 3), date(2026, 1, 9)]
    assert expected == list(days_of_change(told.figure, context))
    assert expected == [day for day, _ in diagnose_daily(told.figure, context)]


def test_a_birth_told_by_a_later_article_refutes_no_age_yet(tmp_path: Path) -> None:
    """What an actor's file takes from an article is not known before that article."""
    answers = {
        "a": answer("66", 3, published="2026-02-03"),
        "b": {"by": "clinic", "value": "unknown", "published": "2026-03-01"},
    }
    actors = {"leader": {"kind": "person", "born": {"date": "1939-04-19", "source": f"{BRIEFING}/b"}}}
    figure = {"kind": "age", "unit": "years", "person": "leader"}
    told = found(tmp_path, answers, figure=figure, actors=actors)
    context = Context.of(told.library, told.library.briefings[BRIEFING])
    counts = {day: len(diagnosis.findings) for day, diagnosis in diagnose_daily(told.figure, context)}
    assert {date(2026, 2, 3): 0, date(2026, 3, 1): 1} == counts


def test_a_figure_without_answers_has_no_number(tmp_path: Path) -> None:
    """A question that nobody answers is diagnosed too."""
    answers = {"a": {"by": "ministry", "rejects": {"value": "12"}, "published": "2026-01-01"}}
    diagnosis = found(tmp_path, answers).diagnosis
    assert ("no number", frozenset(), ()) == (diagnosis.state, diagnosis.live, diagnosis.relations)


def test_a_value_of_another_language_is_told_in_english_beside(tmp_path: Path) -> None:
    """What is printed stays as printed, and readers of the page can read it."""
    told = found(tmp_path, {"a": answer("over 6,800", 1, printed="yli 6 800", language="fi")})
    assert "One source gives a number: over 6,800 (“yli 6 800”) from Ministry" in told.diagnosis.summary.plain(
        told.name
    )
