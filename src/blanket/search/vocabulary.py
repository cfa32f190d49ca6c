"""The index's words while it is being filled: every word gets a number, and the list of entries that hold it.

Here goes the writing of the tables `term`, `form` and `posting`. Everything waits in memory, four bytes for an entry
that holds a word, and is written at the end; only words whose entries changed are written anew.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Mapping, Sequence

from blanket.search.postings import code, codes, from_blob, to_blob
from blanket.search.preparing import Term


class Vocabulary:
    """The words of one index, for as long as it is being written."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        known = db.execute("SELECT n, stem, shown FROM term").fetchall()
        self._numbers = {stem: n for n, stem, _ in known}
        self._shown = {n: shown for n, _, shown in known}
        self._first_new = self._next = max(self._shown, default=0) + 1
        (self._entries,) = db.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()
        self._new: list[tuple[int, str, str, str]] = []
        self._better: set[int] = set()  # words with a shorter form to show than before
        self._forms: set[tuple[str, int]] = set()
        self._entering: dict[int, array[int]] = {}  # word -> the entries that come to hold it, as postings
        self._leaving: dict[int, set[int]] = {}  # word -> the entries that held it, as postings

    def numbers(self, terms: Sequence[Term]) -> list[int]:
        """The index's numbers of these words; those that are not known yet are taken in."""
        return [self._number(term) for term in terms]

    def next_entry(self) -> int:
        """The number of an entry to come."""
        self._entries += 1
        return int(self._entries)

    def entering(self, entry: int, weights: Mapping[int, int], numbers: Sequence[int]) -> bytes:
        """Take an entry's words in. `numbers`: what `numbers` gave for their lexicon. Returns the entry's own list."""
        own = []
        held = self._entering
        for term, weight in weights.items():  # millions of times: `code` is written out
            n, strength = numbers[term], (100 - weight) << 24
            own.append(strength | n)
            try:
                held[n].append(strength | entry)
            except KeyError:
                held[n] = array("I", (strength | entry,))
        return to_blob(own)

    def leaving(self, entry: int, own: bytes) -> None:
        """Take out an entry that an earlier run wrote, with the list that `entering` gave for it."""
        for n, weight in from_blob(own):
            self._leaving.setdefault(n, set()).add(code(entry, weight))

    def settle(self) -> None:
        """Write everything, but for words that only stand in files that do not win, and forget what nothing holds."""
        new = [(*row, self._shown[row[0]]) for row in self._new if row[0] in self._entering]
        self._db.executemany("INSERT INTO term (n, stem, bare, reversed, shown) VALUES (?, ?, ?, ?, ?)", new)
        self._db.executemany("UPDATE term SET shown = ? WHERE n = ?", [(self._shown[n], n) for n in self._better])
        forms = [(form, form[::-1], n) for form, n in sorted(self._forms) if n < self._first_new or n in self._entering]
        self._db.executemany("INSERT OR IGNORE INTO form (bare, reversed, term) VALUES (?, ?, ?)", forms)
        held = [(n, self._held(n)) for n in sorted(self._entering.keys() | self._leaving.keys())]
        self._db.executemany("INSERT OR REPLACE INTO posting VALUES (?, ?)", [(n, to_blob(all_)) for n, all_ in held])
        self._db.executemany("UPDATE term SET df = ? WHERE n = ?", [(len(all_), n) for n, all_ in held])
        if not all(all_ for _, all_ in held):
            self._db.execute("DELETE FROM posting WHERE entries = x''")
            self._db.execute("DELETE FROM term WHERE df = 0")
            self._db.execute("DELETE FROM form WHERE term NOT IN (SELECT n FROM term)")

    def _held(self, n: int) -> Sequence[int]:
        """The postings of a word as they are from now on."""
        entering = self._entering.get(n, array("I"))
        if n >= self._first_new:
            return entering
        (before,) = self._db.execute("SELECT entries FROM posting WHERE term = ?", (n,)).fetchone() or (b"",)
        return [*(set(codes(before)) - self._leaving.get(n, set())), *entering]

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
