"""The index's words while it is being filled: every word gets a number, every entry its postings.

Here goes the writing of the tables `term`, `form` and `posting`. Everything waits in memory and is written many rows at
a time in the order of its table; only words whose entries changed are counted anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from blanket.search.preparing import Term

MOST_WAITING = 300_000  # postings in memory, some 30 MB


class Vocabulary:
    """The words of one index, for as long as it is being written."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        known = db.execute("SELECT n, stem, shown FROM term").fetchall()
        self._numbers = {stem: n for n, stem, _ in known}
        self._shown = {n: shown for n, _, shown in known}
        self._next = max(self._shown, default=0) + 1
        self._touched: set[int] = set()
        self._new: list[tuple[int, str, str, str]] = []
        self._better: set[int] = set()  # words with a shorter form to show than before
        self._forms: set[tuple[str, int]] = set()
        self._postings: list[tuple[int, int, int]] = []  # term, weight as minus, entry

    def numbers(self, terms: Sequence[Term]) -> list[int]:
        """The index's numbers of these words; those that are not known yet are taken in."""
        found = [self._number(term) for term in terms]
        self._touched.update(found)
        return found

    def entering(self, entry: int, weights: Mapping[int, int], numbers: Sequence[int]) -> None:
        """Write down how much an entry's words weigh. `numbers`: what `numbers` gave for their lexicon."""
        self._postings += [(numbers[term], -weight, entry) for term, weight in weights.items()]
        if len(self._postings) > MOST_WAITING:
            self._write()

    def leaving(self, entry: int) -> None:
        """Take out an entry that an earlier run wrote."""
        self._touched |= {term for (term,) in self._db.execute("SELECT term FROM posting WHERE entry = ?", (entry,))}
        self._db.execute("DELETE FROM posting WHERE entry = ?", (entry,))

    def settle(self) -> None:
        """Write what waits, count the words of the entries that changed, and forget those that no entry holds."""
        self._write()
        self._db.executemany(
            "INSERT INTO term (n, stem, bare, reversed, shown) VALUES (?, ?, ?, ?, ?)",
            [(*row, self._shown[row[0]]) for row in self._new],
        )
        self._db.executemany("UPDATE term SET shown = ? WHERE n = ?", [(self._shown[n], n) for n in self._better])
        rows = [(form, form[::-1], n) for form, n in sorted(self._forms)]
        self._db.executemany("INSERT OR IGNORE INTO form VALUES (?, ?, ?)", rows)
        self._db.executemany(
            "UPDATE term SET df = (SELECT count(*) FROM posting WHERE term = ?1) WHERE n = ?1",
            [(term,) for term in self._touched],
        )
        self._db.execute("DELETE FROM form WHERE term IN (SELECT n FROM term WHERE df = 0)")
        self._db.execute("DELETE FROM term WHERE df = 0")

    def _number(self, term: Term) -> int:
        n = self._numbers.get(term.stem)
        if n is None:
            n = self._numbers[term.stem] = self._next
            self._next += 1
            self._shown[n] = term.shown
            self._new.append((n, term.stem, term.bare, term.bare[::-1]))
        elif len(term.shown) < len(self._shown[n]):  # the shortest form is nearest to the word itself
            self._shown[n] = term.shown
            self._better.add(n)
        self._forms.update((form, n) for form in term.forms)
        return n

    def _write(self) -> None:
        """Write the postings in the order of their table: appending is quicker than inserting here and there."""
        self._postings.sort()
        self._db.executemany("INSERT INTO posting VALUES (?, -?, ?)", self._postings)
        self._postings.clear()
