"""A made-up site of any size, the same bytes each time.

Every article has about 250 words of text and annotates six actors, three events and three figures.
Articles belong to briefings of fifty, about the size of a real one, and share what one matter has: 15 voices and
10 outlets, of which neighbouring briefings have some in common, 17 events and 8 figures.

usage: python -m benchmarks.corpus FOLDER ARTICLES
"""

import sys
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

SEED = "briefing"
MATTER = 50
"""How many articles a briefing has."""
FIRST_EVENT = date(2025, 1, 1)
FIRST_ARTICLE = date(2026, 1, 1)
WORDS_A_TEXT = 250
WORDS_A_PARAGRAPH = 50

GIVEN_NAMES = "Amal Boris Chidi Darya Elif Farid Goran Hana Idris Jamila Karim Leila Mirko Noor Omid".split()
FAMILY_NAMES = "Arslan Bakir Cerny Dovlat Ehsan Farouk Gashi Hadzic Ilyas Jafari Kovac Lorenz Mansur Nazari".split()
FAMILY_ENDINGS = ["", "i", "ov", "ova", "zade", "li", "ian", "off", "ski", "man", "dze", "ko"]
WORDS = (
    "after again agreement already army asked before border bridge capital city council crossed daily debate delegation"
    " early evening families fewer first fuel government harbour hospital hours inquiry into issued known later leaders"
    " local market measures ministry morning near negotiations northern number offer officials open order other people"
    " plan police port power press price proposal province public question reached region relief report residents river"
    " road round ruling school second session several side since southern spoke stated station street supply talks tax"
    " third those three town trade troops under union until valley village vote water week while winter witnesses"
).split()


@dataclass(frozen=True)
class Pools:
    """What the articles of one briefing share: ids, and for voices and outlets their names."""

    voices: dict[str, str]
    outlets: dict[str, str]
    events: list[str]
    figures: list[str]


def write_corpus(folder: Path, articles: int) -> None:
    """Write the content folder of a site: its actors, and briefings with so many articles in all."""
    actors: dict[str, tuple[str, str]] = {}
    for start in range(0, articles, MATTER):
        pools = _pools(start)
        actors |= {name: (label, "person") for name, label in pools.voices.items()}
        actors |= {name: (label, "outlet") for name, label in pools.outlets.items()}
        _write_briefing(folder / f"matter-{start // MATTER + 1:03}", range(start, min(start + MATTER, articles)), pools)
    for name, (label, kind) in actors.items():
        random = Random(f"{SEED} {name}")
        _write(folder / "actors" / f"{name}.md", _actor(label, kind), f"{label} {_sentence(random, 12)}")


def texts(articles: int) -> list[tuple[str, str]]:
    """Return title and text of every article, as written by `write_corpus`."""
    return [(_title(number), _article(number, _pools(number))[1]) for number in range(articles)]


def _write_briefing(folder: Path, articles: range, pools: Pools) -> None:
    random = Random(f"{SEED} {folder.name}")
    _write(folder / "index.md", INDEX.format(name=folder.name), _text(random, []))
    for number, figure in enumerate(pools.figures):
        _write(folder / "figures" / f"{figure}.md", FIGURE.format(number=number + 1), _text(random, []))
    for number in articles:
        front, text = _article(number, pools)
        _write(folder / "articles" / f"article-{number + 1:05}.md", front, text)


def _pools(number: int) -> Pools:
    """Return what the briefing of one article has to share."""
    matter = number // MATTER
    names = [
        f"{given} {family}{ending}" for ending, family, given in product(FAMILY_ENDINGS, FAMILY_NAMES, GIVEN_NAMES)
    ]
    outlets = range(matter * 5, matter * 5 + 10)
    return Pools(
        voices={_slug(name): name for name in names[matter * 10 : matter * 10 + 15]},
        outlets={f"outlet-{outlet + 1}": f"Daily Courier {outlet + 1}" for outlet in outlets},
        events=[f"event-{event + 1}" for event in range(17)],
        figures=[f"figure-{figure + 1}" for figure in range(8)],
    )


INDEX = """\
title: The made-up {name}
question: How long does it take to build a briefing of this size?
scope: Nothing that ever happened.
maintainers: [Nobody]
status: closed
"""

FIGURE = """\
title: Count {number}
question: How many people were counted in place {number}?
kind: count
changes: varies
unit: people
place: Place {number}
period: 2025-01-01/..
populations:
  total: {{}}
  residents: {{}}
"""

ARTICLE = """\
title: {title}
outlet: {outlet}
url: https://example.org/{number}
published: {published}
accessed: 2026-11-21
language: en
read: whole
events:
{events}figures:
{figures}"""

EVENT = """\
  - id: {event}
    title: Meeting of {event}
    date: {date}
    status: held
    actors: [{actors}]
    place: Place {place}
    at: ¶{paragraph}
"""

OBSERVATION = """\
  - figure: {figure}
    printed: {value}
    value: {value}
    by: [{voice}]
    as_of: {as_of}
    basis: {basis}
    of: {population}
    at: ¶{paragraph}
"""


def _article(number: int, pools: Pools) -> tuple[str, str]:
    random = Random(f"{SEED} article {number}")
    published = FIRST_ARTICLE + timedelta(days=number % 200)
    voices = random.sample(sorted(pools.voices), 5)
    events = [
        EVENT.format(
            event=event,
            date=_day_of(event, random),
            actors=", ".join(sorted(random.sample(voices, 3))),
            place=random.randint(1, 20),
            paragraph=paragraph,
        )
        for paragraph, event in enumerate(random.sample(pools.events, 3), 1)
    ]
    figures = [
        OBSERVATION.format(
            figure=figure,
            value=_value(random),
            voice=random.choice(voices),
            as_of=published - timedelta(days=random.randint(0, 5)),
            basis=random.choice(["documented count", "official tally", "estimate"]),
            population=random.choice(["total", "residents"]),
            paragraph=paragraph,
        )
        for paragraph, figure in enumerate(random.sample(pools.figures, 3), 3)
    ]
    front = ARTICLE.format(
        title=_title(number),
        number=number + 1,
        outlet=random.choice(sorted(pools.outlets)),
        published=published,
        events="".join(events),
        figures="".join(figures),
    )
    return front, _text(random, [pools.voices[voice] for voice in voices])


def _day_of(event: str, random: Random) -> date:
    # One report in ten has the day wrong, so that dates differ as they do in earnest.
    day = Random(f"{SEED} {event}").randrange(365)
    return FIRST_EVENT + timedelta(days=day + (random.random() < 0.1))  # noqa: PLR2004


def _value(random: Random) -> str:
    number = random.randrange(100, 9_000)
    wording = random.choice(["{0:,}", "{0:,}", "at least {0:,}", "about {0:,}", "more than {0:,}", "{0:,}–{1:,}"])
    return wording.format(number, number + 500)


def _text(random: Random, names: list[str]) -> str:
    """Return paragraphs of made-up sentences, each paragraph naming one of the people."""
    paragraphs = []
    for start in range(0, WORDS_A_TEXT, WORDS_A_PARAGRAPH):
        opening = f"{names[start // WORDS_A_PARAGRAPH]} says" if names else "It is said that"
        sentences = [f"{opening} {_sentence(random, 7)}", *(_sentence(random, 10).capitalize() for _ in range(4))]
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def _sentence(random: Random, words: int) -> str:
    return " ".join(random.choices(WORDS, k=words)) + "."


def _title(number: int) -> str:
    return f"Report {number + 1} from the made-up matter"


def _actor(name: str, kind: str) -> str:
    return f"name: {name}\nkind: {kind}\n"


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _write(path: Path, front: str, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}---\n{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
