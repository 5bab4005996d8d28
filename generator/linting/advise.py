"""The one way to all advice; it never changes what is an error or a warning."""

from __future__ import annotations

from functools import partial

from generator.diagnostics import Diagnostics
from generator.linting.gaps import advise_on_gaps
from generator.linting.near_ids import advise_on_near_ids
from generator.linting.plans import advise_on_plans
from generator.linting.same_articles import advise_on_same_articles
from generator.linting.verbs import advise_on_verbs
from generator.linting.voices import advise_on_voices
from generator.memory import Memory
from generator.model.source import BriefingSources


class Adviser:
    """Tells what a good editor would look at again; a file that is as it was is not looked at again."""

    def __init__(self) -> None:
        self._files = Memory[None]()

    def advise(self, briefing: BriefingSources, diagnostics: Diagnostics) -> None:
        """Tell all advice on a briefing's files.

        What concerns the wording is looked for in briefings written in English alone.
        """
        advise_on_plans(briefing, diagnostics)
        advise_on_near_ids(briefing, diagnostics)
        advise_on_same_articles(briefing, diagnostics)
        figures = {file.id: file.document for file in briefing.figures}
        for article in briefing.articles:
            self._files.recall(
                f"{article.path}: gaps", (article, figures), partial(advise_on_gaps, article, figures), diagnostics
            )
        if briefing.index and briefing.index.document.language.split("-")[0] == "en":
            for article in briefing.articles:
                self._files.recall(f"{article.path}: voices", article, partial(advise_on_voices, article), diagnostics)
            for file in (briefing.index, *briefing.articles, *briefing.events, *briefing.figures, *briefing.issues):
                self._files.recall(f"{file.path}: verbs", file, partial(advise_on_verbs, file), diagnostics)
