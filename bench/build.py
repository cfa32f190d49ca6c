"""Building the index of 10,000 files, and one edit, against merely parsing them with PyYAML's C loader on one core.

python -m bench.build [--skriv]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import yaml

from bench.generator import generate
from bench.measurements import write_section
from blanket.kb.base import load
from blanket.search.index import open_index
from blanket.search.ranking import search

COUNT = 10_000


def main() -> None:
    """Print, and with --skriv write, times and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "kb", Path(name) / "cache"
        generate(COUNT, folder)
        files = sorted((folder / "opgaver").iterdir())
        began = time.perf_counter()
        for file in files:
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # the safe one
        parsed = time.perf_counter() - began
        began = time.perf_counter()
        open_index([folder], cache).db.close()
        built = time.perf_counter() - began
        began = time.perf_counter()
        load([folder])
        checked = time.perf_counter() - began
        files[7].write_text(files[7].read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        began = time.perf_counter()
        search(open_index([folder], cache).db, "skifte læge")
        edited = time.perf_counter() - began
    lines = [
        "```",
        f"{COUNT:,} files",
        f"{'parsing with CSafeLoader, one core':42} {parsed:6.1f} s  1.00",
        f"{'building the index':42} {built:6.1f} s  {built / parsed:.2f}",
        f"{'checking (form, references, error rules)':42} {checked:6.1f} s  {checked / parsed:.2f}",
        f"{'the next find after one edit':42} {edited:6.2f} s",
        "```",
    ]
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Building the index", "python -m bench.build --skriv", lines)


if __name__ == "__main__":
    main()
