"""Made-up figures with answers of every kind, drawn for the laws of the diagnosis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from generator.assembling.articles import Workbench
from generator.assembling.attribution import Roots
from generator.assembling.diagnosis import Context
from generator.diagnostics import Diagnostics
from generator.model.briefing import Article, Figure
from generator.model.files import ArticleDocument, FigureDocument
from generator.model.prose import Body, Prose
from generator.model.source import Positions, SourceFile

FIGURE = "number"
FIRST_DAY = date(2026, 1, 1)
ROOTS = ("army", "clinic", "daily")

Yaml = Any
"""Mappings, lists and strings, as the YAML of a file holds them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Matter:
    """A figure and the articles that answer its question, as front matter."""

    figure: Mapping[str, Yaml]
    articles: tuple[tuple[str, Mapping[str, Yaml]], ...]
    """Each with its id."""

    def without(self, articles: Iterable[str]) -> Matter:
        """Return the matter without some articles."""
        gone = set(articles)
        return replace(self, articles=tuple(each for each in self.articles if each[0] not in gone))

    def with_article(self, name: str, article: Mapping[str, Yaml]) -> Matter:
        """Return the matter with one more article."""
        return replace(self, articles=(*self.articles, (name, article)))

    def assembled(self) -> tuple[Figure, Context]:
        """Return the figure with every observation, and the context of its diagnosis."""
        document = FigureDocument.model_validate(self.figure)
        diagnostics = Diagnostics()
        workbench = Workbench(roots=Roots((), diagnostics), figures={FIGURE: document}, diagnostics=diagnostics)
        articles = {name: _article(name, article, workbench) for name, article in self.articles}
        figure = Figure(
            id=FIGURE,
            document=document,
            body=Prose(text=""),
            observations=tuple(each for article in articles.values() for each in article.observations),
            location=Positions("figure.md", {}, {}).of_key(()),
        )
        return figure, Context(briefing="matter", language="en", articles=articles, events={}, actors={})


def _article(name: str, article: Mapping[str, Yaml], workbench: Workbench) -> Article:
    document = ArticleDocument.model_validate(article)
    body = Body(text="", line=1, runs=(), links=())
    file = SourceFile(id=name, document=document, body=body, positions=Positions(f"{name}.md", {}, {}))
    return workbench.article(file, Prose(text=""))


# Strategies are made once: making them anew for every draw takes longer than the diagnosis.

_EXACT_DAYS = [(FIRST_DAY + timedelta(days=day)).isoformat() for day in range(14)]
_DAYS = st.sampled_from(_EXACT_DAYS * 3 + [f"{day}~" for day in _EXACT_DAYS])
_FORMS = ("{}", "about {}", "nearly {}", "at least {}", "more than {}", "up to {}", "fewer than {}", "{}–130")
_VALUES = [form.format(number) for form in _FORMS for number in (10, 20, 21, 24, 29, 30, 40, 41, 80, 100, 104, 120)]
_PLAIN = [value for value in _VALUES if value.isdigit()]
_BASES = ("documented count", "documented count", "official tally", "estimate", "projection")
_POPULATIONS = {"total": {}, "part": {"part_of": "total"}, "other": {}}
_NOTICES = st.fixed_dictionaries({"kind": st.sampled_from(("withdrawn", "corrected", "deleted")), "date": _DAYS})


def _seldom(strategy: st.SearchStrategy[Yaml], times: int) -> st.SearchStrategy[Yaml]:
    """Draw nothing but for one time in so many."""
    return st.integers(1, times).flatmap(lambda at: strategy if at == times else st.none())


def _observations(roots: tuple[str, ...]) -> st.SearchStrategy[dict[str, Yaml]]:
    voices = [[root] for root in roots] * 3 + [[{"descriptor": "somebody"}]]
    drawn = st.fixed_dictionaries(
        {
            "value": st.sampled_from(_VALUES + _PLAIN * 6 + ["dozens"]),
            "by": st.sampled_from(voices),
            "as_of": st.none() | _DAYS | _DAYS | _DAYS,
            "basis": st.none() | st.sampled_from(_BASES),
            "horizon": st.sampled_from((None, "March", "April")),
            "of": st.sampled_from((None, "total", "total", "total", "part", "other")),
            "place": st.sampled_from((None,) * 7 + ("Springfield",)),
            "notice": _seldom(_NOTICES, 8),
        }
    )
    return drawn.map(_observation)


def _observation(drawn: dict[str, Yaml]) -> dict[str, Yaml]:
    given = {key: value for key, value in drawn.items() if value is not None}
    if given.get("basis") != "projection":
        given.pop("horizon", None)
    return {"figure": FIGURE, "printed": given["value"], **given}


def articles(roots: tuple[str, ...] = ROOTS) -> st.SearchStrategy[dict[str, Yaml]]:
    """Draw articles with one or two observations by some roots, or by nobody named."""
    return st.builds(
        _drawn_article,
        st.sampled_from(("gazette", "herald")),
        _DAYS,
        st.lists(_observations(roots), min_size=1, max_size=2),
        st.sampled_from(("", "", "", "one", "two")),
    )


def _drawn_article(outlet: str, published: str, told: list[dict[str, Yaml]], report: str) -> dict[str, Yaml]:
    carried = {"carries": "wire", "carried_as": "copy", "report": report} if report else {}
    return {**article_of(told), "outlet": outlet, "published": published, **carried}


def article_of(told: list[dict[str, Yaml]]) -> dict[str, Yaml]:
    """Return an article with these observations."""
    return {
        "title": "An article",
        "outlet": "gazette",
        "published": "2026-01-01",
        "accessed": "2030-01-01",
        "language": "en",
        "read": "excerpt",
        "figures": told,
    }


def figure_of(**given: Yaml) -> dict[str, Yaml]:
    """Return a figure with these keys."""
    return {
        "title": "A number",
        "question": "How many?",
        "kind": "count",
        "unit": "people",
        "changes": "grows",
        **given,
    }


_ARTICLES = articles()
_ARTICLES_OF_ANOTHER = articles(("zoo",))
_FIGURES = st.fixed_dictionaries(
    {"changes": st.sampled_from(("grows", "grows", "varies", "fixed"))},
    optional={"window": st.sampled_from(("1 day", "7 days")), "populations": st.just(_POPULATIONS)},
).map(lambda given: figure_of(**given))


def matters() -> st.SearchStrategy[Matter]:
    """Draw a figure with up to seven articles, of which some replace or deny what others say."""
    return st.builds(
        _matter, _FIGURES, st.lists(_ARTICLES, min_size=1, max_size=7), st.lists(st.integers(0, 40), max_size=7)
    )


def matters_and_another_voice() -> st.SearchStrategy[tuple[Matter, Matter]]:
    """Draw a matter, and the same with one more article, by a root that had said nothing."""
    return st.builds(_with_another, matters(), _ARTICLES_OF_ANOTHER)


def _with_another(matter: Matter, article: dict[str, Yaml]) -> tuple[Matter, Matter]:
    return matter, matter.with_article("z", _fitted(article, matter.figure))


def _matter(figure: dict[str, Yaml], drawn: list[dict[str, Yaml]], turns: list[int]) -> Matter:
    """Return a matter; the first few numbers drawn say which article replaces which other, or denies it."""
    fitted = [_fitted(article, figure) for article in drawn]
    for article, turn in zip(fitted[1:], turns, strict=False):
        if turn < len(fitted):
            article["figures"][0]["replaces"] = f"a{turn}--{FIGURE}"
        elif turn > 35:
            article["figures"].append({"figure": FIGURE, "by": ["army"], "rejects": {"by": "clinic"}})
    return Matter(figure=figure, articles=tuple((f"a{number}", article) for number, article in enumerate(fitted)))


def _fitted(article: dict[str, Yaml], figure: Mapping[str, Yaml]) -> dict[str, Yaml]:
    """Return an article that names populations only if the figure defines some."""
    kept = [
        {key: value for key, value in entry.items() if key != "of" or "populations" in figure}
        for entry in article["figures"]
    ]
    return {**article, "figures": kept}
