"""The index's vocabulary while it is being filled: every word gets a number, and at the end its count.

Here goes the writing of the tables `term` and `form`. Words known already are kept in memory, so that a word that has
been seen costs no query; only words whose entries changed are counted anew.
"""

from __future__ import annotations

import sqlite3

from blanket.search.words import Word, bare


class Vocabulary:
    """The words of one index, for as long as it is being written."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._terms = {stem: (n, shown) for n, stem, shown in db.execute("SELECT n, stem, shown FROM term")}
        self._forms: set[tuple[str, int]] = set()  # written or met in this run
        self._touched: set[int] = set()

    def number(self, found: Word) -> int:
        """The number of a word, written down when it is new."""
        known = self._terms.get(found.stem)
        if known is None:
            cursor = self._db.execute(
                "INSERT INTO term (stem, bare, reversed, shown) VALUES (?, ?, ?, ?)",
                (found.stem, found.bare, found.bare[::-1], found.shown.lower()),
            )
            assert cursor.lastrowid is not None
            known = self._terms[found.stem] = (cursor.lastrowid, found.shown.lower())
        elif len(found.shown) < len(known[1]):  # the shortest form is nearest to the word itself
            known = self._terms[found.stem] = (known[0], found.shown.lower())
            self._db.execute("UPDATE term SET shown = ? WHERE n = ?", (known[1], known[0]))
        form = (bare(found.folded), known[0])
        if form not in self._forms:
            self._forms.add(form)
            self._db.execute("INSERT OR IGNORE INTO form VALUES (?, ?, ?)", (form[0], form[0][::-1], form[1]))
        self._touched.add(known[0])
        return known[0]

    def leaving(self, entry: int) -> None:
        """Note that an entry's words are about to go."""
        self._touched |= {term for (term,) in self._db.execute("SELECT term FROM posting WHERE entry = ?", (entry,))}

    def settle(self) -> None:
        """Count the words of the entries that changed, and forget those that no entry holds any more."""
        self._db.executemany(
            "UPDATE term SET df = (SELECT count(*) FROM posting WHERE term = ?1) WHERE n = ?1",
            [(term,) for term in self._touched],
        )
        self._db.execute("DELETE FROM form WHERE term IN (SELECT n FROM term WHERE df = 0)")
        self._db.execute("DELETE FROM term WHERE df = 0")
