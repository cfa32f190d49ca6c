"""Checking, building and releasing 10,000 files with 98 layers, against merely parsing them with PyYAML's C loader.

python -m bench.build [--lag 98] [--filer 10000] [--skriv]

"Parsing" is all the same files, layers too, read from disk and parsed with yaml.CSafeLoader on one core. Every round
does each piece of work once, one after the other; ratios are medians over the rounds, for the speed of a shared machine
drifts. Wall time and processor time (of all processes) are given side by side. The entries have no søgetest: those are
searches, whose speed `bench.speed` measures.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

from bench.generator import generate, lay_over
from bench.measurements import write_section
from blanket import __version__
from blanket.desk.publishing import Terms, publish
from blanket.kb.base import load
from blanket.kb.review.checking import check
from blanket.search.engine import search
from blanket.search.index import build_file, open_index
from blanket.search.release import Release
from blanket.search.releasing import build_release

ROUNDS = 5


class Took(NamedTuple):
    """Seconds of a piece of work."""

    wall: float
    processor: float


def took(work: Callable[[], object]) -> Took:
    """What a piece of work takes, with the processes that it starts."""
    before, began = os.times(), time.perf_counter()
    work()
    wall, after = time.perf_counter() - began, os.times()
    return Took(wall, sum(after[:4]) - sum(before[:4]))


def main() -> None:
    """Print, and with --skriv write, times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lag", type=int, default=98)
    parser.add_argument("--filer", type=int, default=10_000)
    parser.add_argument("--skriv", action="store_true")
    asked = parser.parse_args()
    rounds: dict[str, list[Took]] = {}
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"], os.environ["XDG_DATA_HOME"] = f"{name}/hjem", f"{name}/data"
        folder = Path(name) / "kb"
        generate(asked.filer, folder)
        lay_over(asked.filer, folder, asked.lag)
        for number in range(ROUNDS):
            for what, work in works(folder, Path(name), number).items():
                rounds.setdefault(what, []).append(took(work))
    parsing = next(iter(rounds.values()))
    lines = ["```", f"{asked.filer:,} files with {asked.lag} layers, {ROUNDS} rounds on {os.cpu_count()} cores: median"]
    lines.append(f"{'':44}   wall s  ratio   processor s  ratio   ratios of wall")
    for what, times in rounds.items():
        pairs = list(zip(times, parsing, strict=True))
        wall = [one.wall / parsed.wall for one, parsed in pairs]
        processor = [one.processor / parsed.processor for one, parsed in pairs]
        lines.append(
            f"{what:44} {median(one.wall for one in times):8.2f} {median(wall):6.2f}"
            f" {median(one.processor for one in times):13.2f} {median(processor):6.2f}"
            f"   {' '.join(f'{ratio:.2f}' for ratio in wall)}"
        )
    lines.append("```")
    print("\n".join(lines))
    if asked.skriv:
        write_section("Building the index", "python -m bench.build --lag 98 --skriv", lines)


def works(folder: Path, top: Path, number: int) -> dict[str, Callable[[], object]]:
    """What is measured in one round, parsing first. The last one edits a file, as somebody at work does."""
    edited = sorted((folder / "opgaver").iterdir())[number]
    cache = top / f"cache{number}"

    def parse() -> None:
        for file in (*sorted((folder / "opgaver").iterdir()), *sorted((folder / "kommuner").iterdir())):
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # the safe one

    def find_after_edit() -> None:
        search(open_index([folder], cache).db, "skifte læge")

    def edit_and_find() -> None:
        edited.write_text(edited.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        find_after_edit()

    return {
        "parsing with CSafeLoader, one core": parse,
        "checking: form, references, error rules": lambda: load([folder]),
        "checking with advice, as `kb tjek` does": lambda: check([folder], None, date.today()),
        "`kb byg`: reading and writing": lambda: build_file([folder], top / "a.blanket"),
        "checking errors and writing the release": lambda: build_release(
            load([folder]), [folder], top / "a.blanket", Release("bench", "", __version__)
        ),
        "`kb udgiv`: checking, counting, writing": lambda: publish(
            top / "b.blanket", None, [folder], lambda _: [], Terms(name="bench")
        ),
        "building the index": lambda: open_index([folder], cache).db.close(),
        "the next find after one edit": edit_and_find,
    }


if __name__ == "__main__":
    main()
