"""Building the index of 10,000 files with 98 layers, a release of them, checking them, and one edit, against merely
parsing them with PyYAML's C loader.

python -m bench.build [--skriv]

Every round does each of them once; the ratios are medians over the rounds, for the speed of a shared machine drifts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import yaml

from bench.generator import generate, lay_over
from bench.measurements import write_section
from blanket import __version__
from blanket.kb.base import load
from blanket.kb.review.checking import check
from blanket.search.engine import search
from blanket.search.index import open_index
from blanket.search.release import Release
from blanket.search.releasing import build_release

COUNT, ROUNDS = 10_000, 5


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Print, and with --skriv write, times and ratios."""
    rounds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "kb"
        generate(COUNT, folder)
        lay_over(COUNT, folder)
        files = sorted((folder / "opgaver").iterdir())
        layers = sorted((folder / "kommuner").iterdir())
        for number in range(ROUNDS):
            cache = Path(name) / f"cache{number}"

            def parse() -> None:
                for file in (*files, *layers):
                    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # the safe one

            def build(cache: Path = cache) -> None:
                open_index([folder], cache).db.close()

            def find_after_edit(cache: Path = cache) -> None:
                search(open_index([folder], cache).db, "skifte læge")

            def release(file: Path = Path(name) / "vidensbase.blanket") -> None:
                build_release([folder], file, Release("bench", "", __version__))

            works: dict[str, Callable[[], object]] = {
                "parsing with CSafeLoader, one core": parse,
                "building the index": build,
                "making the release, as `kb udgiv` does": release,
                "checking: form, references, error rules": lambda: load([folder]),
                "checking with advice, as `kb tjek` does": lambda: check([folder], None, date.today()),
            }
            for what, work in works.items():
                rounds.setdefault(what, []).append(timed(work))
            files[number].write_text(files[number].read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
            rounds.setdefault("the next find after one edit", []).append(timed(find_after_edit))
    parsing = next(iter(rounds.values()))
    lines = ["```", f"{COUNT:,} files, {ROUNDS} rounds: median time, median of the ratios to parsing, all ratios"]
    for what, times in rounds.items():
        ratios = [took / parsed for took, parsed in zip(times, parsing, strict=True)]
        shown = " ".join(f"{ratio:.2f}" for ratio in ratios)
        lines.append(f"{what:42} {median(times):6.2f} s  {median(ratios):5.2f}   {shown}")
    lines.append("```")
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Building the index", "python -m bench.build --skriv", lines)


if __name__ == "__main__":
    main()
