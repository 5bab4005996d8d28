"""What always holds of a diagnosis, whatever the answers are."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import chain
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembling.diagnosis import days_of_change, diagnose, diagnose_daily
from generator.model.dates import PartialDate
from generator.model.diagnosis import Diagnosis, FindingKind, Relation, RelationKind, State
from generator.model.reasons import Reason
from tests.assembling.strategies import FIGURE, Matter, article_of, figure_of, matters, matters_and_another_voice

settings.register_profile("laws", deadline=None, max_examples=1000 if os.environ.get("CI") else 200)
laws = settings.get_profile("laws")


def diagnosed(matter: Matter, on: date | None = None) -> Diagnosis:
    """Return the diagnosis of a matter's figure."""
    return diagnose(*matter.assembled(), on)


def told(diagnosis: Diagnosis) -> tuple[Diagnosis, list[Reason]]:
    """Return a diagnosis with the reasons of its relations, which by themselves are not compared."""
    return diagnosis, [relation.reason for relation in diagnosis.relations]


def disputes(diagnosis: Diagnosis) -> set[frozenset[str]]:
    """Return every pair of observations that is disputed."""
    return {_pair(each) for each in diagnosis.relations if each.kind is RelationKind.DISPUTED}


def _pair(relation: Relation) -> frozenset[str]:
    return frozenset((relation.observation, relation.other))


def ids(diagnosis: Diagnosis) -> Counter[str]:
    """Return how often each observation stands in a series."""
    return Counter(chain.from_iterable(each.observations for each in diagnosis.series))


@laws
@given(matters(), st.randoms(use_true_random=False))
def test_reading_order_never_matters(matter: Matter, random: Random) -> None:
    """The same articles in another order give the same diagnosis, reasons and all."""
    mixed = Matter(figure=matter.figure, articles=tuple(random.sample(matter.articles, len(matter.articles))))
    assert told(diagnosed(matter)) == told(diagnosed(mixed))


@laws
@given(matters_and_another_voice())
def test_another_voice_never_settles_a_dispute(both: tuple[Matter, Matter]) -> None:
    """Whatever a root says that had said nothing yet, what was disputed stays disputed."""
    before, after = map(diagnosed, both)
    assert disputes(before) <= disputes(after)
    assert before.state is not State.DISPUTED or after.state is State.DISPUTED


@laws
@given(matters())
def test_superseded_values_never_widen_a_range(matter: Matter) -> None:
    """Without its superseded values a figure has the same values in force."""
    whole = diagnosed(matter)
    superseded = {each.observation for each in whole.relations if each.kind is RelationKind.SUPERSEDED}
    figure, context = matter.assembled()
    left = tuple(each for each in figure.observations if each.id not in superseded)
    rest = diagnose(replace(figure, observations=left), context)
    assert whole.ranges == rest.ranges
    assert superseded.isdisjoint(chain.from_iterable(each.observations for each in whole.ranges))


@laws
@given(matters(), st.integers(0, 6))
def test_removing_and_restoring_changes_nothing(matter: Matter, at: int) -> None:
    """An article taken out and put back leaves no trace, and neither does having looked in between."""
    name, article = matter.articles[at % len(matter.articles)]
    before = diagnosed(matter)
    less = matter.without([name])
    diagnosed(less)
    assert told(before) == told(diagnosed(less.with_article(name, article)))


@laws
@given(matters())
def test_no_observation_is_dropped_merged_or_averaged(matter: Matter) -> None:
    """Every observation stands in one series, once; what is in force is a value that somebody printed."""
    figure, _ = matter.assembled()
    found = diagnosed(matter)
    assert ids(found) == Counter(each.id for each in figure.observations)
    printed = {each.id: each.entry.printed for each in figure.observations}
    assert set(chain.from_iterable(each.observations for each in found.ranges)) <= found.live <= printed.keys()
    reasons = [found.summary, *(each.reason for each in found.findings), *(each.reason for each in found.relations)]
    for reference in chain.from_iterable(reason.references for reason in reasons):
        assert reference.id not in printed or reference.label == (printed[reference.id] or "a denial")


@laws
@given(matters())
def test_only_notices_and_own_updates_silence_a_value(matter: Matter) -> None:
    """A quantified value is in force unless it is struck or superseded, and every root keeps one in force."""
    figure, _ = matter.assembled()
    found = diagnosed(matter)
    struck = {each.observation for each in found.findings if each.kind in {"withdrawn", "corrected", "deleted"}}
    superseded = {each.observation for each in found.relations if each.kind is RelationKind.SUPERSEDED}
    quantified = {each.id for each in figure.observations if each.interval}
    assert found.live == quantified - struck - superseded
    roots = {each.id: each.attribution.root.key for each in figure.observations}
    assert {roots[each] for each in quantified - struck} == {roots[each] for each in found.live}


@laws
@given(matters())
def test_one_relation_a_pair(matter: Matter) -> None:
    """Two observations stand in one relation at most, but for a past copy that was superseded by what it repeats."""
    found = diagnosed(matter)
    live = [each for each in found.relations if {each.observation, each.other} <= found.live]
    pairs = Counter(map(_pair, live))
    assert set(pairs.values()) <= {1}
    assert len(found.live) <= 1 or found.live == set(chain.from_iterable(pairs))


@laws
@given(matters())
def test_the_last_day_is_now(matter: Matter) -> None:
    """On the last day on which something became known, all of it is."""
    figure, context = matter.assembled()
    assert told(diagnose(figure, context)) == told(diagnose(figure, context, days_of_change(figure, context)[-1]))


@laws
@given(matters(), st.dates(date(2025, 12, 30), date(2026, 1, 17)))
def test_hindsight_never_leaks(matter: Matter, day: date) -> None:
    """On a day, a figure is what it would be if nothing had come after: no later article, no later notice."""
    figure, context = matter.assembled()
    later = {name for name, article in matter.articles if _last(article["published"]) > day}
    then = Matter(
        figure=matter.figure,
        articles=tuple(
            (name, {**article, "figures": [_as_of(each, day) for each in article["figures"]]})
            for name, article in matter.without(later).articles
        ),
    )
    assert told(diagnosed(then)) == told(diagnose(figure, context, day))


def _last(text: str) -> date:
    return PartialDate.parse(text).latest or date.max


def _as_of(entry: dict[str, object], day: date) -> dict[str, object]:
    notice = entry.get("notice")
    is_later = isinstance(notice, dict) and _last(notice["date"]) > day
    return {key: value for key, value in entry.items() if not (key == "notice" and is_later)}


@laws
@given(matters())
def test_what_is_known_only_grows(matter: Matter) -> None:
    """From day to day nothing known is forgotten, struck or not, and each day is as if looked at by itself."""
    figure, context = matter.assembled()
    known: Counter[str] = Counter()
    for day, found in diagnose_daily(figure, context):
        assert told(found) == told(diagnose(figure, context, day))
        assert known <= ids(found)
        known = ids(found)
    assert known == ids(diagnose(figure, context))


@laws
@given(st.lists(st.integers(1, 500), min_size=2, max_size=5), st.sampled_from((-1, 0, 1)), st.booleans())
def test_parts_and_totals(parts: list[int], off: int, complete: bool) -> None:  # noqa: FBT001  # drawn, not passed
    """Parts that make their total are never a slip; too many always are, too few if they are said to be all."""
    names = [f"part-{number}" for number in range(len(parts))]
    entry = {
        "figure": FIGURE,
        "printed": "a total",
        "value": f"{sum(parts) - off:,}",
        "of": "total",
        "parts": {name: f"{part:,}" for name, part in zip(names, parts, strict=True)},
        **({"parts_complete": "true"} if complete else {}),
    }
    figure = figure_of(populations={"total": {}} | {name: {"part_of": "total"} for name in names})
    found = diagnosed(Matter(figure=figure, articles=(("a", article_of([entry])),)))
    is_slip = off > 0 or (off < 0 and complete)
    assert [each.kind for each in found.findings] == [FindingKind.PROBABLE_SLIP] * is_slip
