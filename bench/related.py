"""How much of what stands below the first hit has nothing to do with the search, on sixty lists judged by hand.

    python -m bench.related            prints the share of unrelated hits at places 2 to 8
    python -m bench.related --alle     prints each list too, with its unrelated hits and those that nobody has judged

`lister.yaml` holds the judgements. Hits are counted as `find` shows them: three when the first is not sure. What a
later ranking shows that was not judged is left out of the share, and counted beside it.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import yaml

from blanket.cli.find import BEST
from blanket.desk.finding import SHOWN, quiet
from blanket.paths import shipped
from blanket.search.engine import search
from blanket.search.index import open_index

FILE = Path(__file__).parent / "lister.yaml"


class Judged(NamedTuple):
    """A query with the ids that belong to it, and those that plainly do not."""

    query: str
    related: frozenset[str]
    unrelated: frozenset[str]


class Share(NamedTuple):
    """Hits below the first: how many are unrelated, how many were judged, and how many were not."""

    unrelated: int
    judged: int
    unknown: int

    def __str__(self) -> str:
        share = self.unrelated / max(1, self.judged)
        return (
            f"{share:.2f} of {self.judged} judged hits at places 2-{SHOWN} are unrelated, {self.unknown} are not judged"
        )


def lists() -> list[Judged]:
    """The lists that were judged."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [Judged(row["q"], frozenset(row["beslægtet"]), frozenset(row["urelateret"])) for row in rows]


def below(db: sqlite3.Connection, query: str) -> list[str]:
    """The ids that `find` shows below the first hit."""
    hits = quiet(search(db, query, limit=2 * SHOWN))
    return [hit.id for hit in hits[1 : BEST if hits and hits[0].weak else SHOWN]]


def share(db: sqlite3.Connection, judged: list[Judged]) -> Share:
    """What stands below the first hits of all lists."""
    shown = [(identifier, row) for row in judged for identifier in below(db, row.query)]
    unrelated = sum(identifier in row.unrelated for identifier, row in shown)
    known = sum(identifier in row.unrelated | row.related for identifier, row in shown)
    return Share(unrelated, known, len(shown) - known)


def main() -> None:
    """Print the share."""
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        found = lists()
        if "--alle" in sys.argv:
            for row in found:
                shown = below(db, row.query)
                wrong = [identifier for identifier in shown if identifier in row.unrelated]
                new = [identifier for identifier in shown if identifier not in row.unrelated | row.related]
                print(f"{row.query}: {len(wrong)} of {len(shown)} {' '.join(wrong)} ? {' '.join(new)}")
        print(share(db, found))


if __name__ == "__main__":
    main()
