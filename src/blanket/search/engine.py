"""Searching an open index: what every face calls.

Here goes only the way from an index to `ranking`, which knows no index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from blanket.search import ranking
from blanket.search.ranking import Hit
from blanket.search.sqlite_lexicon import SqliteLexicon
from blanket.search.words import word


def search(
    db: sqlite3.Connection,
    query: str,
    *,
    limit: int = 8,
    kinds: frozenset[str] | None = None,
    subject: str | None = None,
    everything: bool = False,
    half_typed: bool = False,
) -> list[Hit]:
    """The entries that answer a query, best first: see `ranking.rank`."""
    with _at_one_moment(db):
        return ranking.rank(
            SqliteLexicon(db),
            query,
            limit=limit,
            kinds=kinds,
            subject=subject,
            everything=everything,
            half_typed=half_typed,
        )


def guesses(db: sqlite3.Connection, query: str, limit: int = 3) -> list[Hit]:
    """Entries with a word that looks like one of the query's, when `search` found nothing: see `ranking.guesses`."""
    return ranking.guesses(SqliteLexicon(db), query, limit)


def knows_word(db: sqlite3.Connection, text: str) -> bool:
    """Whether some entry holds a word as it is typed, but for its ending and its spelling of æ, ø and å."""
    token = word(text)
    return bool(SqliteLexicon(db).exact(token.stem, token.bare))


@contextmanager
def _at_one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """All that is asked inside is answered by the index as it is now, whoever brings it up to date meanwhile.

    It is locked once, too, not for each of some sixty statements: on Windows a lock takes longer than its statement.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()
