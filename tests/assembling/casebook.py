"""Cases of disagreeing figures as data: a few answers, and the diagnosis expected of them.

One notation serves the cases of the tests and the examples of `docs/methodology.md`.  A case is a mapping:

- `figure`: front matter of the figure; what every figure needs and no rule looks at is filled in;
- `answers`: by name, what stands on an observation, with what stands on its article (`published`, `outlet`, `carries`,
  `carried_as`, `report`, `language`, `article_notice`) beside it; `in: <other>` puts it into the article of another;
- `actors`: by id, front matter of actors of whom more than the name matters (`speaks_for`, `born`, `kind`);
- `events`: by id, a list of reports, each in an article of its own;
- `on`: the day on which to diagnose; without it, now;
- `expected`: the `state`; `findings` by answer, `relations` such as `late supersedes nothing`, each with words of its
  reason; and, where it matters, words of the `summary` and the values in force by root (`ranges`).

All of it becomes files, which the real reader and the real assembly turn into a briefing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.assembling.diagnosis import Context, diagnose
from generator.assembling.library import assemble
from generator.diagnostics import Diagnostics
from generator.model.briefing import Figure, Library
from generator.model.diagnosis import Diagnosis, RelationKind
from generator.model.reasons import Reference
from generator.reading.folders import read_folder

BRIEFING = "matter"
FIGURE = "number"

_OF_ARTICLES = ("published", "outlet", "carries", "carried_as", "report", "language", "article_notice")
_ARTICLE = {"title": "An article", "accessed": "2030-01-01", "language": "en", "read": "excerpt"}
_FIGURE = {"title": "A number", "question": "How many?", "kind": "count", "changes": "grows", "unit": "people"}
_INDEX = {"title": "A matter", "question": "What?", "scope": "All", "maintainers": ["nobody"], "status": "closed"}
_ONE_WAY = {RelationKind.SUPERSEDED, RelationKind.REPEATED}

Yaml = Any
"""Mappings, lists and strings, as the YAML of a case holds them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A library made from a case, and the diagnosis of its figure."""

    library: Library
    diagnosis: Diagnosis
    figure: Figure
    diagnostics: Diagnostics

    def name(self, reference: Reference) -> str:
        """Return what a reference without a label is called."""
        briefing = self.library.briefings[BRIEFING]
        if reference.id in self.library.actors:
            return self.library.actors[reference.id].name
        return briefing.events[reference.id].title

    def findings(self) -> dict[str, list[str]]:
        """Return the findings of each answer, each as its kind and its reason."""
        told: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.diagnosis.findings:
            told[_answer(each.observation)].append(f"{each.kind}: {each.reason.plain(self.name)}")
        return dict(told)

    def relations(self) -> dict[str, str]:
        """Return the relations, such as `first superseded second`, each with its reason."""
        return {
            _pair(_answer(each.observation), each.kind, _answer(each.other)): each.reason.plain(self.name)
            for each in self.diagnosis.relations
        }

    def ranges(self) -> dict[str, list[str]]:
        """Return the answers in force by root."""
        told: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.diagnosis.ranges:
            told[each.root.key] += map(_answer, each.observations)
        return {root: sorted(answers) for root, answers in told.items()}


def read_cases(path: Path) -> Iterator[Yaml]:
    """Yield the cases of a file, every scalar as text."""
    yield from yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # the safest one


def diagnose_case(case: Yaml, folder: Path) -> Found:
    """Write a case as files, read and assemble them, and return the diagnosis.

    Whatever the case, the assessment of its briefing has to give the present diagnosis.
    """
    write_case(case, folder)
    diagnostics = Diagnostics()
    library = assemble(read_folder(folder, diagnostics), diagnostics)
    assert not diagnostics.errors, list(diagnostics)
    briefing = library.briefings[BRIEFING]
    figure, context = briefing.figures[FIGURE], Context.of(library, briefing)
    assert briefing.assessment.figures[FIGURE] == diagnose(figure, context), "the last day on which anything changed"
    diagnosis = diagnose(figure, context, date.fromisoformat(case["on"]) if "on" in case else None)
    return Found(library=library, diagnosis=diagnosis, figure=figure, diagnostics=diagnostics)


def check_case(case: Yaml, folder: Path) -> None:
    """Assert that a case is diagnosed as expected: no finding or relation more or less, and every reason's words."""
    found = diagnose_case(case, folder)
    expected = case["expected"]
    assert expected["state"] == found.diagnosis.state
    findings = {answer: _listed(kinds) for answer, kinds in (expected.get("findings") or {}).items()}
    told = found.findings()
    assert sorted(findings) == sorted(told), told
    for answer, kinds in findings.items():
        assert len(kinds) == len(told[answer]), told[answer]
        for kind, reason in zip(kinds, told[answer], strict=True):
            assert kind.partition(": ")[0] == reason.partition(": ")[0], reason
            assert kind.partition(": ")[2] in reason.partition(": ")[2], reason
    relations = {_normal(pair): words for pair, words in (expected.get("relations") or {}).items()}
    related = found.relations()
    assert sorted(relations) == sorted(related), related
    for pair, words in relations.items():
        assert words in related[pair], related[pair]
    assert expected.get("summary", "") in found.diagnosis.summary.plain(found.name)
    if "ranges" in expected:
        assert {root: sorted(_listed(told)) for root, told in expected["ranges"].items()} == found.ranges()


def write_case(case: Yaml, folder: Path) -> None:
    """Write a case as the files of a briefing."""
    home = folder / BRIEFING
    _write(home / "index.md", _INDEX)
    _write(home / "figures" / f"{FIGURE}.md", {**_FIGURE, **(case.get("figure") or {})})
    articles = _articles(case)
    for name, article in articles.items():
        _write(home / "articles" / f"{name}.md", article)
    given: dict[str, Yaml] = {**(case.get("actors") or {})}
    for name in _named(articles) - given.keys():
        given[name] = {
            "kind": "outlet" if any(name == each["outlet"] for each in articles.values()) else "organisation"
        }
    for name, actor in given.items():
        _write(
            folder / "actors" / f"{name}.md", {"name": name.replace("-", " ").title(), "kind": "organisation", **actor}
        )


def _articles(case: Yaml) -> dict[str, Yaml]:
    articles: dict[str, Yaml] = {}
    for name, answer in case["answers"].items():
        rest = {key: value for key, value in answer.items() if key not in {*_OF_ARTICLES, "in"}}
        shared = {key: value for key, value in answer.items() if key in _OF_ARTICLES}
        article = articles.setdefault(answer.get("in", name), _article(answer.get("in", name), shared))
        printed = {"printed": rest["value"]} if "value" in rest else {}
        article["figures"].append({"figure": FIGURE, "id": name, **printed, **rest})
    for event, reports in (case.get("events") or {}).items():
        for at, report in enumerate(reports, start=1):
            shared = {key: value for key, value in report.items() if key in _OF_ARTICLES}
            rest = {key: value for key, value in report.items() if key not in _OF_ARTICLES}
            article = _article(f"{event}-{at}", {"published": "2000-01-01", **shared})
            articles[f"{event}-{at}"] = {
                **article,
                "events": [{"id": event, "title": event.replace("-", " "), "status": "held", **rest}],
            }
    return articles


def _article(name: str, shared: Mapping[str, Yaml]) -> dict[str, Yaml]:
    given = dict(shared)
    if "article_notice" in given:
        given["notice"] = given.pop("article_notice")
    if "carries" in given:
        given.setdefault("carried_as", "copy")
    return {**_ARTICLE, "outlet": f"outlet-{name}", **given, "figures": []}


def _named(value: Yaml) -> set[str]:
    """Return every actor whom some articles name."""
    names: set[str] = set()
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key in {"outlet", "carries", "by", "identified_as"}:
                names |= {each for each in (part if isinstance(part, list) else [part]) if isinstance(each, str)}
            names |= _named(part)
    elif isinstance(value, list):
        for part in value:
            names |= _named(part)
    return names


def _write(path: Path, front: Mapping[str, Yaml]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(_as_lists(dict(front)), allow_unicode=True, sort_keys=False, default_style="'", Dumper=_Dumper)
    path.write_text(f"---\n{text}---\n", encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Writes everything out, without the anchors that the reader refuses."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Return that nothing is ever written as an alias."""
        return True


def _as_lists(value: Yaml) -> Yaml:
    """Return front matter in which one voice under `by` has become a list of one."""
    if isinstance(value, Mapping):
        listed = {
            key: [part] if key == "by" and not isinstance(part, list) and "figure" in value else part
            for key, part in value.items()
        }
        return {key: _as_lists(part) for key, part in listed.items()}
    return [_as_lists(part) for part in value] if isinstance(value, list) else value


def _answer(observation: str) -> str:
    return observation.partition("--")[2]


def _pair(one: str, kind: str, other: str) -> str:
    first, second = (one, other) if kind in _ONE_WAY else sorted((one, other))
    return f"{first} {kind} {second}"


def _normal(pair: str) -> str:
    one, _, rest = pair.partition(" ")
    kind, _, other = rest.rpartition(" ")
    return _pair(one, kind, other)


def _listed(value: Yaml) -> list[str]:
    return value if isinstance(value, list) else [value]
