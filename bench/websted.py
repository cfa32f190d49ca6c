"""The site: how long its export takes and how large it is, for the shipped base and for ten thousand entries more.

    python -m bench.websted            the shipped base
    python -m bench.websted --stor     with ten thousand entries beside it, too
    python -m bench.websted --skriv    both, and writes them to docs/maalinger.md

Wall and processor seconds (of all its processes) of the whole command, its index being there.
"""

from __future__ import annotations

import gzip
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.generator import generate
from bench.measurements import write_section

COMMAND = Path(sys.executable).parent / "blanket"
SCRIPTS = ("side-", "soeg-", "indeks-", "naboord-")  # with the front page, what is loaded before the first answer
TIMES = 5
MOST_SECONDS, MOST_SECONDS_LARGE = 4, 60  # wall


class Export(NamedTuple):
    """One export: its seconds, and the folder that it wrote."""

    wall: float
    cpu: float
    folder: Path


def export(work: Path, named: list[str]) -> Export:
    """Write a site."""
    home = {f"XDG_{name}_HOME": str(work / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    environment = {**os.environ, **home}
    subprocess.run([COMMAND, "find", "mitid", *named], env=environment, capture_output=True, check=False)  # the index
    folder = Path(tempfile.mkdtemp(prefix="site-", dir=work))
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [COMMAND, "kb", "websted", str(folder), "--trods", "Lederen", *named]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Export(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, folder)


def said(name: str, exports: list[Export], most: int) -> list[str]:
    """The figures of some exports of the same base: medians of the times, the last one's sizes."""
    wall, cpu = (statistics.median(getattr(one, key) for one in exports) for key in ("wall", "cpu"))
    folder = exports[-1].folder
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.suffix == ".html"]
    whole = sum(path.stat().st_size for path in files)
    middle = statistics.median(pages)
    first = [folder / "index.html", *(path for path in files if path.name.startswith(SCRIPTS))]
    sent = sum(len(gzip.compress(path.read_bytes(), 6)) for path in first)
    script = next(path for path in files if path.name.startswith("side-"))
    return [
        f"{name}: {len(pages)} pages, {len(exports)} exports",
        f"  wall {wall:5.1f} s (at most {most}), processor {cpu:5.1f} s",
        f"  {whole / 1e6:.2f} MB, largest page {max(pages) / 1e3:.0f} KB, median {middle / 1e3:.1f} KB",
        f"  front page with its script {(first[0].stat().st_size + script.stat().st_size) / 1e3:.0f} KB, "
        f"before the first answer {sent / 1e6:.2f} MB compressed",
    ]


def main() -> None:
    """Print, and with --skriv write, the figures."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        lines = said("shipped base", [export(work, []) for _ in range(TIMES)], MOST_SECONDS)
        if {"--stor", "--skriv"} & set(sys.argv):
            generate(10_000, work / "kb")
            large = [export(work, ["--kb", str(work / "kb")])]
            lines += said("10,000 entries more", large, MOST_SECONDS_LARGE)
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("The site", "python -m bench.websted --skriv", ["```", *lines, "```"])


if __name__ == "__main__":
    main()
