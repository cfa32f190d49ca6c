"""Ten thousand random and hostile queries against the shipped base: no error, and how long the slowest took.

Processor time: what else the machine does is not counted.

python -m bench.hostile [--skriv]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from bench.measurements import write_section
from blanket.cpr import cut_cpr
from blanket.paths import shipped
from blanket.search.engine import guesses, search
from blanket.search.index import open_index

COUNT, SEED = 10_000, 2026
PIECES = [
    *("", " ", "a", "æ", "ø", "å", "é", "ß", "İ", "ﬁ", "mitid", "læge", "boligstøtte", "digital post", "FD 001A"),
    *("010150-1234", "'", '"', "\\", ";", "--", "/*", "*", "%", "_", "(", ")", "OR", "AND", "NOT", "NEAR", "MATCH"),
    *("DROP TABLE entry", "{", "}", "\x00", "\x1b[31m", "\x07", "\n", "\t", "\u202e", "\u200f", "\ufeff", "\ud800"),
    *("🙂", "👨‍👩‍👧", "مرحبا", "שלום", "漢字", "żółtą", "e-boks", "c/o", "§", "1881", "0", "-1", "9" * 30, "x" * 500),
    *("bolig" * 40, "http://x", "<script>", "#panic()", "${x}"),
]


def queries(count: int, seed: int) -> list[str]:
    """Random pieces in random number, some random characters, and a few giants."""
    random_ = random.Random(seed)
    found = ["", "x" * 100_000, "læge " * 20_000, "\x00" * 100_000, "🙂" * 25_000, "a-" * 50_000]
    while len(found) < count:
        if random_.random() < 0.3:
            found.append("".join(chr(random_.randrange(1, 0x2FFF)) for _ in range(random_.randrange(1, 60))))
        else:
            found.append(random_.choice(["", " "]).join(random_.choices(PIECES, k=random_.randrange(1, 9))))
    return found


def main() -> None:
    """Print, and with --skriv write, the slowest times."""
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        times = []
        for query in queries(COUNT, SEED):
            began = time.process_time()
            text, _ = cut_cpr(query)
            if not search(db, text):
                guesses(db, text)
            times.append((time.process_time() - began) * 1000)
    times.sort()
    over = sum(value > 100 for value in times)
    median, most = times[len(times) // 2], times[int(len(times) * 0.99)]
    lines = [
        f"{len(times):,} queries, no error. Median {median:.1f} ms, 99 % under {most:.1f} ms,",
        f"slowest {times[-1]:.1f} ms; {over} over 100 ms.",
    ]
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Hostile queries", "python -m bench.hostile --skriv", lines)


if __name__ == "__main__":
    main()
