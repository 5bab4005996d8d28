"""What a text offers to be decided on: the actors whom it names, and its numbers with who is near them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.assembling.registry import Names
from generator.maintaining.drafting.numbers import NumberedSentence, Printed, find_numbers
from generator.maintaining.drafting.suggestions import stems_of, suggest_figures
from generator.maintaining.drafting.text import ArticleText
from generator.model.source import BriefingSources, Sources

MOST_SENTENCES: Final = 60
"""Most sentences with numbers that a draft lists: more is a table, and belongs to nobody's ten minutes."""
_LONGEST_SENTENCE: Final = 2_000
"""Most characters of a sentence whose numbers a draft lists: a longer one is no sentence."""
_PLACES_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An actor whom the text names, or several among whom the name leaves it open."""

    ids: tuple[str, ...]
    name: str
    paragraphs: tuple[int, ...]

    @property
    def places(self) -> str:
        """The paragraphs, the first few of them."""
        shown = " ".join(f"¶{number}" for number in self.paragraphs[:_PLACES_SHOWN])
        return shown if len(self.paragraphs) <= _PLACES_SHOWN else f"{shown} …"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stub:
    """Observations to be decided on: the numbers of one sentence."""

    paragraph: int
    fragment: str
    voices: tuple[str, ...]
    """The actors whom the sentence names."""
    numbers: tuple[tuple[Printed, tuple[str, ...]], ...]
    """Each with the figures that it may answer."""


def find_mentions(text: ArticleText, sources: Sources, names: Names) -> tuple[Mentioned, ...]:
    """Return the known actors that a text names, in the order of their first mention."""
    labels = {file.id: file.document.name for file in sources.actors}
    found: dict[tuple[str, ...], dict[int, str]] = {}
    for number, paragraph in text.paragraphs:
        for start, end, owners in names.find(paragraph, 0, len(paragraph)):
            found.setdefault(owners, {}).setdefault(number, paragraph[start:end])
    return tuple(
        Mentioned(ids, labels[ids[0]] if len(ids) == 1 else next(iter(places.values())), tuple(places))
        for ids, places in found.items()
    )


def find_stubs(
    text: ArticleText, language: str, briefing: BriefingSources, names: Names
) -> tuple[tuple[Stub, ...], int]:
    """Return the stubs of a draft, in the order of the text, and how many sentences with numbers have none."""
    sentences = tuple(find_numbers(text.paragraphs, language))
    listed = [sentence for sentence in sentences if len(sentence.text) <= _LONGEST_SENTENCE][:MOST_SENTENCES]
    return tuple(_stub(sentence, briefing, names) for sentence in listed), len(sentences) - len(listed)


def _stub(sentence: NumberedSentence, briefing: BriefingSources, names: Names) -> Stub:
    found = names.find(sentence.text, 0, len(sentence.text))
    near = stems_of(sentence.text)
    return Stub(
        paragraph=sentence.paragraph,
        fragment=sentence.fragment,
        voices=tuple(dict.fromkeys(owners[0] for _, _, owners in found if len(owners) == 1)),
        numbers=tuple((each, suggest_figures(each, near, briefing)) for each in sentence.numbers),
    )
