"""The answers to what search asks, from the index file: all SQL of matching, asking and ranking."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sized

from blanket.search import akin, postings
from blanket.search.former import LIVING
from blanket.search.lexicon import EntryRow, IndexWord, Saying

AT_ONCE = 500  # numbers in one statement: SQLite of old has a limit of 999
_AFTER_ALL = "\U0010ffff"  # sorts after every letter
_WORD = "SELECT n, stem, bare, shown, df FROM term"


class SqliteLexicon:
    """The `Lexicon` of an open index."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def count(self) -> int:
        row = self._db.execute("SELECT value FROM meta WHERE key = 'entries'").fetchone()
        return postings.whole_number(row[0]) if row else 0

    def exact(self, stem: str, bare: str) -> list[IndexWord]:
        rows = self._db.execute(f"{_WORD} WHERE stem = ? OR bare = ?", (stem, bare))
        return list(map(IndexWord._make, rows))

    def longer(self, key: str, *, at_end: bool, most: int) -> list[IndexWord]:
        column, begins = _beginning(key, at_end)
        rows = self._db.execute(
            f"{_WORD} WHERE {column} > ? AND {column} < ? ORDER BY length(bare), n LIMIT ?",
            (begins, begins + _AFTER_ALL, most),
        )
        return list(map(IndexWord._make, rows))

    def forms(self, piece: str, least: int, longest: int, *, at_end: bool, most: int) -> list[tuple[int, str]]:
        column, begins = _beginning(piece, at_end)
        return self._db.execute(
            f"SELECT term, bare FROM form WHERE {column} >= ? AND {column} < ?"
            " AND length(bare) BETWEEN ? AND ? LIMIT ?",
            (begins, begins + _AFTER_ALL, least, longest, most),
        ).fetchall()

    def words(self, numbers: Iterable[int]) -> list[IndexWord]:
        found: list[IndexWord] = []
        for some in _in_parts(numbers):
            rows = self._db.execute(f"{_WORD} WHERE n IN ({_marks(some)}) ORDER BY n", some)
            found += map(IndexWord._make, rows)
        return found

    def holders(self, word: int, most: int) -> list[tuple[int, int]]:
        query = "SELECT substr(entries, 1, ?) FROM posting WHERE term = ?"
        row = self._db.execute(query, (most * postings.BYTES, word)).fetchone()
        return postings.from_blob(row[0]) if row else []

    def own_words(self, entries: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = {}
        for some in _in_parts(entries):
            for n, terms in self._db.execute(f"SELECT n, terms FROM entry WHERE n IN ({_marks(some)})", some):
                found[n] = postings.from_blob(terms)
        return found

    def sayings(self, key: str) -> list[Saying]:
        rows = self._db.execute("SELECT stops, said, uses, sees FROM lay WHERE key = ?", (key,))
        return [
            Saying(frozenset(stops.split()), said, uses.splitlines(), sees.split()) for stops, said, uses, sees in rows
        ]

    def lay_keys(self, piece: str, least: int, longest: int) -> list[str]:
        rows = self._db.execute(
            "SELECT DISTINCT key FROM lay WHERE key >= ? AND key < ?"
            " AND length(key) BETWEEN ? AND ? ORDER BY length(key), key",
            (piece, piece + _AFTER_ALL, least, longest),
        )
        return [key for (key,) in rows]

    def related(self, bare: str) -> list[tuple[IndexWord, float]]:
        akin_to = {token.stem: share for token, share in akin.related(self._db, bare)}
        rows = self._db.execute(f"{_WORD} WHERE stem IN ({_marks(akin_to)}) ORDER BY n", list(akin_to))
        return [(found, akin_to[found.stem]) for found in map(IndexWord._make, rows)]

    def rows(self, entries: Iterable[int]) -> dict[int, EntryRow]:
        found: list[tuple[int, EntryRow]] = []
        for some in _in_parts(entries):
            for n, phrases, *columns in self._db.execute(
                "SELECT n, phrases, id, kind, title, summary, subject, number, status FROM entry"
                f" WHERE n IN ({_marks(some)})",
                some,
            ):
                found.append((n, EntryRow._make((*columns, postings.from_phrases(phrases)))))
        return dict(sorted(found, key=lambda item: item[1].id))

    def numbered(self, key: str, *, lettered: bool) -> set[int]:
        where, values = ("key >= ? AND key < ?", (key + "a", key + "{")) if lettered else ("key = ?", (key,))
        return {n for (n,) in self._db.execute(f"SELECT entry FROM number WHERE {where}", values)}

    def with_id(self, identifier: str) -> int | None:
        row = self._db.execute(f"SELECT n FROM entry WHERE id = {LIVING}", (identifier,)).fetchone()
        return row[0] if row else None


def _beginning(key: str, at_end: bool) -> tuple[str, str]:
    """The column to look in, and what stands there first: an end is the beginning of the word backwards."""
    return ("reversed", key[::-1]) if at_end else ("bare", key)


def _in_parts(numbers: Iterable[int]) -> Iterable[list[int]]:
    """The numbers in rising order, so many at a time as one statement takes."""
    ordered = sorted(numbers)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def _marks(numbers: Sized) -> str:
    return ",".join("?" * len(numbers))
