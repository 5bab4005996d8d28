"""Time a check after an edit beside the first one, on sites of any size.

usage: python -m benchmarks.checking [--articles 100 1000] [--rounds 3]

What it measures and how to read it stands in benchmarks/README.md.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import write_corpus
from generator.diagnostics import Diagnostics
from generator.maintaining.checking import Checker


def main() -> None:
    """Check a made-up site, edit one article in turns, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000], help="sizes of the corpus")
    parser.add_argument("--rounds", type=int, default=3, help="edits; the median of their checks is printed")
    options = parser.parse_args()
    print(f"{'articles':>8} {'first s':>8} {'no edit s':>9} {'edit s':>8} {'edit/first':>10}")
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            compare(Path(folder), articles, options.rounds)


def compare(content: Path, articles: int, rounds: int) -> None:
    """Print one line of the table."""
    write_corpus(content, articles)
    checker = Checker()
    edited = max(content.glob("*/articles/*.md"))
    text = edited.read_text(encoding="utf-8")
    first, idle = seconds(checker, content), seconds(checker, content)
    after = []
    for number in range(rounds):
        edited.write_text(f"{text}\nA sentence more, the {number + 1}.\n", encoding="utf-8")
        after.append(seconds(checker, content))
    edit = statistics.median(after)
    print(f"{articles:8} {first:8.2f} {idle:9.2f} {edit:8.2f} {edit / first:10.3f}")


def seconds(checker: Checker, content: Path) -> float:
    """Return how long a check takes."""
    started = time.perf_counter()
    checker.check(content, Diagnostics())
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
