"""Asking: the words of a query, what each may stand for, and in which entries it is found.

Here goes the step from typed words to places in entries: single words through `matching`, phrases through the glossary,
compounds by their parts. How places become one order is settled in `ranking`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import NamedTuple

from blanket.search import matching, postings
from blanket.search.former import LIVING
from blanket.search.matching import Match
from blanket.search.words import Word, content, words

SAID = 0.92  # a lay word that the glossary leads to an entry's word
MOST_POSTINGS = {"prefix": 40, "suffix": 40}  # places of one term that are read at first: the strongest ones
MOST_EXACT = 600  # the same for a word itself
ACTION = 0.5  # a word that says what is done weighs this much of one that says what it is about
RARITY = 0.6  # how much more rare words weigh: 0 not at all, 1 by the full logarithm


class Place(NamedTuple):
    """How well one word of the query is matched in one entry."""

    strength: float
    match: Match | None
    note: str = ""
    direct: bool = False  # the glossary leads from the word straight to the entry


@dataclass(slots=True)
class Asked:
    """One word of the query: its matches, its weight, and where it is found."""

    word: Word
    matches: dict[int, Match] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    weight: float = 0.0

    def add(self, match: Match) -> None:
        known = self.matches.get(match.term)
        if known is None or known.sure < match.sure:
            self.matches[match.term] = match

    def put(self, entry: int, place: Place) -> None:
        known = self.places.get(entry)
        if known is None or known.strength < place.strength:
            self.places[entry] = place


def rarity(df: int, total: int) -> float:
    """The weight of a word that `df` of `total` entries hold (inverse document frequency), never quite nothing."""
    return float(max(0.25, log((total + 1) / (df + 0.5))) ** RARITY)


def match_words(db: sqlite3.Connection, asked: list[Asked]) -> None:
    """Find what each word of the query may stand for; a word that is only a mistyped stop word is dropped."""
    for left, right in pairwise(asked):
        for match in matching.joined(db, left.word, right.word):
            left.add(match)
            right.add(match)
    noise: list[Asked] = []
    for item in asked:
        same = matching.exact(db, item.word)
        if not same and not item.matches and len(asked) > 1 and matching.is_mistyped_stop_word(item.word):
            noise.append(item)
            continue
        joined = bool(item.matches)
        for match in same:
            item.add(match)
        if not joined and all(match.sure == matching.OTHER_WORD for match in same):  # it may as well be a slip
            for match in matching.mistyped(db, item.word):
                item.add(match)
        for match in matching.alike(db, item.word):
            item.add(match)
    if len(noise) < len(asked):
        asked[:] = [item for item in asked if item not in noise]


def match_glossary(db: sqlite3.Connection, asked: list[Asked], stops: frozenset[str]) -> None:
    """Lay words and phrases of the query lead to the words that the entries use, and straight to entries.

    `stops`: the query's stop words, folded. "vil ikke leve" holds one word with a subject, so it is not said by
    everybody who says "lever".
    """
    found = [item.word for item in asked]
    for size in range(min(4, len(found)), 0, -1):
        for start in range(len(found) - size + 1):
            window = asked[start : start + size]
            key = matching.bare_key(found[start : start + size])
            rows = db.execute("SELECT stops, said, uses, sees FROM lay WHERE key = ?", (key,)).fetchall()
            for needs, said, uses, sees in rows:
                if not needs or not stops.isdisjoint(needs.split()):
                    _lead(db, window, said, uses, sees)


def _lead(db: sqlite3.Connection, window: list[Asked], said: str, uses: str, sees: str) -> None:
    for use in uses.splitlines():
        _say(db, window, said, use)
    for identifier in sees.split():
        for (n,) in db.execute(f"SELECT n FROM entry WHERE id = {LIVING}", (identifier,)):
            for item in window:
                item.put(n, Place(SAID, None, f"“{said}” hører til her", direct=True))


def _say(db: sqlite3.Connection, window: list[Asked], said: str, use: str) -> None:
    """Let the words of a window also stand for the words of `use`."""
    wanted = content(words(use))
    for found in wanted:
        for match in matching.exact(db, found):
            sure = SAID * match.sure * (1.0 if len(wanted) == 1 else 0.75)
            for item in window:
                item.add(Match(match.term, sure, "said", f"{said} = {use}", match.df))


def weigh(item: Asked, total: int) -> None:
    """The rarer the word, the more it says. A word that nothing matches counts as rare as can be."""
    same = [match.df for match in item.matches.values() if match.how in ("exact", "joined", "typo")]
    near = [match.df for match in item.matches.values()]
    df = max(same) if same else sum(near) if near else 0
    item.weight = rarity(df, total) * (ACTION if item.word.action else 1.0)


def spread(db: sqlite3.Connection, item: Asked) -> None:
    """Find the entries that hold one of the word's matches, or the parts of it when it is a compound."""
    for match in item.matches.values():
        for entry, strength in _postings(db, match):
            item.put(entry, Place(strength, match))
    if any(match.how == "exact" for match in item.matches.values()):
        return
    for heads, tails in matching.parts(db, item.word) or matching.parts(db, item.word, mistyped_too=not item.matches):
        head: dict[int, float] = {}
        for match in heads:
            for entry, strength in _postings(db, match):
                head[entry] = max(head.get(entry, 0.0), strength)
        tail: dict[int, float] = {}
        for match in tails:
            for entry, strength in _postings(db, match):
                tail[entry] = max(tail.get(entry, 0.0), strength)
        note = f"{heads[0].shown} + {tails[0].shown}"
        for entry in head.keys() | tail.keys():
            strength = matching.PART * (0.45 * head.get(entry, 0.0) + 0.55 * tail.get(entry, 0.0))
            item.put(entry, Place(strength, None, note))


def _postings(db: sqlite3.Connection, match: Match) -> list[tuple[int, float]]:
    most = MOST_POSTINGS.get(match.how, MOST_EXACT)
    return [(entry, match.sure * weight / 100) for entry, weight in strongest(db, match.term, most)]


def strongest(db: sqlite3.Connection, term: int, most: int) -> list[tuple[int, int]]:
    """The entries that hold a word most strongly, and how strongly in hundredths."""
    query = "SELECT substr(entries, 1, ?) FROM posting WHERE term = ?"
    row = db.execute(query, (most * postings.BYTES, term)).fetchone()
    return postings.from_blob(row[0]) if row else []
