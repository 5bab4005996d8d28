"""Time `briefing build` beside MkDocs with Material on as many plain pages.

usage: python -m benchmarks.build_time [--articles 100 1000] [--rounds 3]

What it measures and how to read it stands in benchmarks/README.md.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import texts, write_corpus

SETTINGS = """\
site_name: Benchmark
site_dir: site
docs_dir: docs
use_directory_urls: false
theme: material
nav: [index.md]
not_in_nav: "*"
plugins: [{plugins}]
"""
COMMANDS = Path(sys.executable).parent


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds, seconds of all processors together, and MiB at the peak."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Side:
    """One of the two builders, with a project of its own."""

    name: str
    command: list[str]
    folder: Path

    @property
    def site(self) -> Path:
        """The folder that the site is built into."""
        return self.folder / "site"

    def build(self) -> Cost:
        """Build the site from nothing and return what it took."""
        shutil.rmtree(self.site, ignore_errors=True)
        started = time.perf_counter()
        process = subprocess.Popen(self.command, cwd=self.folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{self.name}: {' '.join(self.command)} failed")
        kibibytes = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
        return Cost(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=kibibytes / 1024)


def main() -> None:
    """Build both sides in turns, at each size, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000], help="sizes of the corpus")
    parser.add_argument("--rounds", type=int, default=3, help="builds of each side; the median is printed")
    options = parser.parse_args()
    print(f"{'articles':>8}  {'builder':<8} {'wall s':>8} {'CPU s':>8} {'peak MiB':>9} {'pages':>7} {'site MiB':>9}")
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            compare(Path(folder), articles, options.rounds)


def compare(folder: Path, articles: int, rounds: int) -> None:
    """Print what each side takes for so many articles, and the ratio of the two."""
    sides = [briefing_side(folder / "briefing", articles), material_side(folder / "material", articles)]
    costs: dict[str, list[Cost]] = {side.name: [] for side in sides}
    for _ in range(rounds):
        for side in sides:  # in turns, so that whatever else the machine does meets both alike
            costs[side.name].append(side.build())
    medians = [_median(costs[side.name]) for side in sides]
    for side, cost in zip(sides, medians, strict=True):
        pages = sum(1 for _ in side.site.rglob("*.html"))
        size = sum(path.stat().st_size for path in side.site.rglob("*") if path.is_file()) / 2**20
        figures = f"{cost.wall:8.2f} {cost.cpu:8.2f} {cost.peak:9.0f} {pages:7} {size:9.1f}"
        print(f"{articles:8}  {side.name:<8} {figures}")
    ours, plain = medians
    ratios = f"{ours.wall / plain.wall:8.2f} {ours.cpu / plain.cpu:8.2f} {ours.peak / plain.peak:9.2f}"
    print(f"{articles:8}  {'ratio':<8} {ratios}", flush=True)


def briefing_side(folder: Path, articles: int) -> Side:
    """Write a site of so many articles and return what builds it."""
    write_corpus(folder / "briefings", articles)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS.format(plugins="briefings"), encoding="utf-8")
    return Side("briefing", [str(COMMANDS / "briefing"), "build", "-f", "mkdocs.yml", "-d", "site"], folder)


def material_side(folder: Path, articles: int, plugins: str = "search") -> Side:
    """Write as many plain pages and return what builds a site of them."""
    pages = folder / "docs" / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    for number, (title, text) in enumerate(texts(articles)):
        (pages / f"{number + 1:05}.md").write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.format(plugins=plugins), encoding="utf-8")
    return Side("material", [str(COMMANDS / "mkdocs"), "build", "--quiet", "-d", "site"], folder)


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        wall=statistics.median(cost.wall for cost in costs),
        cpu=statistics.median(cost.cpu for cost in costs),
        peak=statistics.median(cost.peak for cost in costs),
    )


if __name__ == "__main__":
    main()
