"""A thousand phrases with their first hit and whether it is sure, so that no change of search goes unseen.

    python -m bench.golden            prints what differs from tests/search/golden.tsv
    python -m bench.golden --skriv    writes it anew: after a change of search or of kb/ that is meant

The phrases are those of all sets, the practice set's mistyped once, and as many half-typed ones as make a thousand.
The file says which knowledge base it was made with: with another one, some first hits may differ.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench.phrases import CONTROL, NEW_PRACTICE, PRACTICE, half_typed, living_ids, mistyped, off_topic, phrases
from blanket.paths import shipped
from blanket.search.engine import search
from blanket.search.index import open_index

FILE = Path(__file__).parent.parent / "tests" / "search" / "golden.tsv"
COUNT = 1000


class Answer(NamedTuple):
    """The first hit of a phrase; an empty id when there is none."""

    identifier: str
    sure: bool


def queries(db: sqlite3.Connection) -> list[str]:
    """The phrases, in an order that does not change."""
    living = living_ids(db)
    practice = phrases(living, PRACTICE)
    others = [*phrases(living, NEW_PRACTICE), *phrases(living, CONTROL)]
    whole = [phrase.query for phrase in (*practice, *others)]
    spoilt = [phrase.query for phrase in (*mistyped(practice, (1,)), *half_typed(others, 4)[0])]
    return list(dict.fromkeys([*whole, *off_topic(), *spoilt]))[:COUNT]


def answers(db: sqlite3.Connection, asked: list[str]) -> dict[str, Answer]:
    """Phrase -> its first hit."""
    found = {}
    for query in asked:
        hits = search(db, query, limit=1)
        found[query] = Answer(hits[0].id, not hits[0].weak) if hits else Answer("", sure=False)
    return found


def read() -> tuple[str, dict[str, Answer]]:
    """The knowledge base that the file was made with, and its answers."""
    head, *lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return head.removeprefix("# "), {query: Answer(first, said == "sikker") for first, said, query in rows}


def fingerprint() -> str:
    """The shipped knowledge base as it is now, in a few letters."""
    files = sorted(path for path in shipped("kb").rglob("*") if path.suffix in (".yaml", ".txt"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def main() -> int:
    """Print the differences, or write the file. Returns 1 when there are differences."""
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        now = answers(db, queries(db))
    if "--skriv" in sys.argv:
        rows = [f"{first}\t{'sikker' if sure else 'usikker'}\t{query}" for query, (first, sure) in now.items()]
        FILE.write_text("\n".join([f"# {fingerprint()}", *rows, ""]), encoding="utf-8")
        return 0
    _, before = read()
    different = [query for query in now if now[query] != before.get(query)]
    for query in different:
        print(f"{query}: {before.get(query)} -> {now[query]}")
    print(f"{len(different)} of {len(now)} differ.")
    return bool(different)


if __name__ == "__main__":
    sys.exit(main())
