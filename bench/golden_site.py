"""Two thousand phrases with what the site's search answers: ids, points, sure or weak. Python and browsers must agree.

    python -m bench.golden_site            prints what differs from tests/websted/golden.tsv
    python -m bench.golden_site --nu       prints the file as it would be with the same phrases and the base of today;
                                           the file itself where the base is the one that it was made with
    python -m bench.golden_site --skriv    writes it anew, after a change of search or of kb/ that is meant

The index is the public one that `blanket kb websted` writes. The phrases are those of `bench.golden`, more that are
mistyped or half typed, titles, ids and form numbers, and a few that are no words.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench.golden import fingerprint, queries
from bench.phrases import CONTROL, NEW_PRACTICE, PRACTICE, half_typed, living_ids, mistyped, phrases
from blanket.guide.site.pages import is_public
from blanket.kb.files import KINDS
from blanket.paths import shipped
from blanket.search import lookup
from blanket.search.browser import public_index
from blanket.search.engine import search
from blanket.search.index import Opened, open_index

FILE = Path(__file__).parent.parent / "tests" / "websted" / "golden.tsv"
COUNT, MOST = 2000, 8
ODD = (
    *("", " ", "?", "æøå", "AE OE AA", "ıI İstanbul", "کارت", "карта", "é è ü", "x" * 70),
    *("mit-id", "200 kr.", "²³", "DP 200"),
)


class Asked(NamedTuple):
    """A phrase, and whether its last word may be only begun."""

    query: str
    half: bool = False


def public_base(cache: Path) -> Opened:
    """The public index of the shipped base."""
    db = open_index([shipped("kb")], cache).db
    named = ((kind, identifier) for kind in KINDS for identifier in lookup.ids_of_kind(db, kind))
    found = (lookup.get(db, identifier) for _, identifier in named)
    return public_index(db, [entry for entry in found if entry and is_public(entry, None)])


def asked(db: sqlite3.Connection) -> list[Asked]:
    """The phrases, in an order that does not change."""
    living = living_ids(db)
    sets = [phrase for file in (PRACTICE, NEW_PRACTICE, CONTROL) for phrase in phrases(living, file)]
    whole = [*ODD, *queries(db), *(phrase.query for phrase in mistyped(sets, (2,)))]
    rows = db.execute("SELECT id, title, number FROM entry ORDER BY id").fetchall()
    begun = [phrase.query for letters in (3, 5) for phrase in half_typed(sets, letters)[0]]
    some = [Asked(text) for text in whole]
    some += [Asked(row[2]) for row in rows if row[2]]
    some += [Asked(row[at]) for row in rows[::4] for at in (0, 1)]
    first, rest = some[:1500], some[1500:]
    some = [*first, *(Asked(text, half=True) for text in begun), *rest]
    return list(dict.fromkeys(one for one in some if not set(one.query) & set("\t\n")))[:COUNT]


def answer(db: sqlite3.Connection, one: Asked) -> str:
    """The hits as the file has them: `id points s` for a sure one, `u` for a weak one, by semicolons."""
    hits = search(db, one.query, limit=MOST, half_typed=one.half)
    return ";".join(f"{hit.id} {hit.points:.1f} {'u' if hit.weak else 's'}" for hit in hits)


def lines(db: sqlite3.Connection) -> list[str]:
    """The file's lines: the query, `h` for one that is half typed, the hits."""
    return [f"{one.query}\t{'h' if one.half else ''}\t{answer(db, one)}" for one in asked(db)]


def read() -> tuple[str, list[str]]:
    """The knowledge base that the file was made with, and its lines."""
    head, *rows = FILE.read_text(encoding="utf-8").splitlines()
    return head.removeprefix("# "), rows


def again(db: sqlite3.Connection, rows: list[str]) -> list[str]:
    """The same phrases with the answers of this index."""
    cells = (row.split("\t") for row in rows)
    known = (Asked(query, half == "h") for query, half, _ in cells)
    return [f"{one.query}\t{'h' if one.half else ''}\t{answer(db, one)}" for one in known]


def main() -> int:
    """Print the differences, or write the file. Returns 1 when there are differences."""
    if "--nu" in sys.argv:
        made_with, rows = read()
        if made_with != fingerprint():
            with tempfile.TemporaryDirectory() as cache:
                rows = again(public_base(Path(cache)), rows)
        print("\n".join([f"# {fingerprint()}", *rows]))
        return 0
    with tempfile.TemporaryDirectory() as cache:
        now = lines(public_base(Path(cache)))
    if "--skriv" in sys.argv:
        FILE.write_text("\n".join([f"# {fingerprint()}", *now, ""]), encoding="utf-8")
        return 0
    before = set(read()[1])
    different = [line for line in now if line not in before]
    print("\n".join([*different, f"{len(different)} of {len(now)} differ."]))
    return bool(different)


if __name__ == "__main__":
    sys.exit(main())
