"""Finding: from what somebody types to the hits that a face shows, with what it must say beside them.

Here goes the desk's search: cutting CPR numbers, one subject alone, guesses when there is nothing, and the numbers that
are kept for the next command. How entries are ranked is settled in `search`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from blanket.desk.opening import OpenBase
from blanket.search import lookup
from blanket.search.engine import guesses, search
from blanket.search.ranking import Hit


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search came to. `near`: guesses, when there are no hits."""

    query: str
    hits: list[Hit]
    near: list[Hit]


def hits_for(
    base: OpenBase, query: str, *, count: int, kinds: Collection[str] | None = None, subject: str | None = None
) -> Hits:
    """The best `count` hits for a query, of some kinds and one subject alone when they are given.

    `query`: without CPR numbers and with single blanks; an empty one lists every entry of the subject.
    """
    wanted = frozenset(kinds) if kinds else None
    if not query:
        return Hits(query, lookup.of_subject(base.db, subject or "", wanted), [])
    hits = search(base.db, query, limit=count, kinds=wanted, subject=subject)
    return Hits(query, hits, [] if hits else guesses(base.db, query))
