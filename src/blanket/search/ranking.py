"""Ranking: from a query to the entries that answer it, best first, each with why.

Here goes how the matches of single words become one order. An entry's score is how much of the query it covers
(each word by its rarity, by how sure the match is and where it stands), and how well its best phrase, the title or one
søgeord, is the query and nothing more. Numbers of forms and ids stand above all. Ties: kind, then id.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from blanket.search import matching
from blanket.search.matching import Match
from blanket.search.words import Word, content, number_keys, query_words, words

COVERAGE, PHRASE = 0.62, 0.38  # what the two halves of a score weigh
WEAK = 0.42  # below this a best hit is shown as weak
NOTHING = 0.17  # below this it is no hit
SAID = 0.97  # a lay word that the glossary leads to an entry's word
FAR_BEHIND = 0.45  # a hit with less than this share of the best one's score is left out
CANDIDATES = 60  # entries whose phrases are looked at
MOST_POSTINGS = 2500  # of one term: its strongest places
# A task answers better than the form or place that it names, when both fit the words equally well.
KIND_WEIGHT = {"opgave": 1.0, "forløb": 1.0, "blanket": 0.86, "sted": 0.84, "kommune": 0.8, "ord": 0.84}
KIND_ORDER = {kind: number for number, kind in enumerate(KIND_WEIGHT)}


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found. `points`: 0 to 100. `why`: in words that a helper understands. `weak`: shown with a doubt."""

    id: str
    kind: str
    title: str
    summary: str
    points: float
    why: str
    weak: bool = False
    number: str | None = None
    status: str | None = None


@dataclass(slots=True)
class _Place:
    """How well one word of the query is matched in one entry."""

    strength: float
    match: Match | None
    note: str = ""


@dataclass(slots=True)
class _Asked:
    """One word of the query: its matches, its weight, and where it is found."""

    word: Word
    matches: dict[int, Match] = field(default_factory=dict)
    places: dict[int, _Place] = field(default_factory=dict)
    weight: float = 0.0

    def add(self, match: Match) -> None:
        known = self.matches.get(match.term)
        if known is None or known.sure < match.sure:
            self.matches[match.term] = match

    def put(self, entry: int, place: _Place) -> None:
        known = self.places.get(entry)
        if known is None or known.strength < place.strength:
            self.places[entry] = place


def search(
    db: sqlite3.Connection,
    query: str,
    *,
    limit: int = 8,
    kinds: frozenset[str] | None = None,
    subject: str | None = None,
) -> list[Hit]:
    """The entries that answer a query, best first.

    `limit`: how many at most. `kinds`, `subject`: only entries of these kinds, of this subject. The query holds no CPR
    number any more (see `words.cut_cpr`). Deterministic: the same index and query give the same list.
    """
    asked = [_Asked(found) for found in content(query_words(query))]
    total = _count(db)
    if not asked or not total:
        return []
    _match_words(db, asked)
    _match_glossary(db, asked)
    for item in asked:
        _weigh(item, total)
        _spread(db, item)
    scores = _coverage(asked)
    numbers = _numbers(db, query)
    ids = _ids(db, query)
    narrow = kinds is not None or subject is not None
    best = sorted(scores, key=lambda n: (-scores[n], n))[: None if narrow else CANDIDATES]
    rows = _rows(db, {*best, *numbers, *ids}, kinds, subject)
    idf = _Idf(db, total)
    idf.load({term for row in rows.values() for phrase in row.phrases for term in phrase})
    hits = []
    for n, row in rows.items():
        covered = scores.get(n, 0.0)
        score = (COVERAGE * covered + PHRASE * _best_phrase(row.phrases, asked, idf)) * KIND_WEIGHT[row.kind]
        why = _why(asked, n)
        if n in numbers:
            score, why = max(score, 0.995), f"nummer {row.number}"
        if n in ids:
            score, why = 1.0, "navnet i filen"
        if row.status == "udgået" and n not in numbers:
            score *= 0.8
        if score >= NOTHING:
            hits.append((score, row, why))
    hits.sort(key=lambda hit: (-round(hit[0], 6), KIND_ORDER[hit[1].kind], hit[1].id))
    hits = [hit for hit in hits if hit[0] >= FAR_BEHIND * hits[0][0]]
    return [
        Hit(row.id, row.kind, row.title, row.summary, round(100 * score, 1), why, score < WEAK, row.number, row.status)
        for score, row, why in hits[:limit]
    ]


def nearest(db: sqlite3.Connection, query: str, limit: int = 3) -> list[Hit]:
    """Entries with a word that looks like one of the query's, when `search` found nothing: a guess, never a hit."""
    found: dict[int, tuple[float, str]] = {}
    for item in content(query_words(query)):
        for match in matching.mistyped(db, item, extra=1):
            for entry, weight in db.execute("SELECT entry, weight FROM posting WHERE term = ? LIMIT 20", (match.term,)):
                score = match.sure * weight / 100
                if score > found.get(entry, (0.0, ""))[0]:
                    found[entry] = (score, f"{match.shown} ≈ {item.shown}")
    best = sorted(found, key=lambda n: (-found[n][0], n))[:limit]
    rows = _rows(db, set(best), None, None)
    return [
        Hit(rows[n].id, rows[n].kind, rows[n].title, rows[n].summary, 0.0, found[n][1], True, rows[n].number)
        for n in best
        if n in rows and found[n][0] >= 0.35
    ]


# --- Words of the query ----------------------------------------------------------------------------------------------


def _match_words(db: sqlite3.Connection, asked: list[_Asked]) -> None:
    for left, right in pairwise(asked):
        for match in matching.joined(db, left.word, right.word):
            left.add(match)
            right.add(match)
    for item in asked:
        same = matching.exact(db, item.word)
        for match in same or ([] if item.matches else matching.mistyped(db, item.word)):
            item.add(match)
        for match in matching.alike(db, item.word):
            item.add(match)


def _match_glossary(db: sqlite3.Connection, asked: list[_Asked]) -> None:
    """Lay words and phrases of the query lead to the words that the entries use, and straight to entries."""
    found = [item.word for item in asked]
    for size in range(min(4, len(found)), 0, -1):
        for start in range(len(found) - size + 1):
            window = asked[start : start + size]
            row = db.execute(
                "SELECT said, uses, sees FROM lay WHERE key = ?", (matching.bare_key(found[start : start + size]),)
            ).fetchone()
            if row is None:
                continue
            said, uses, sees = row
            for use in json.loads(uses):
                _say(db, window, said, use)
            for identifier in json.loads(sees):
                for (n,) in db.execute("SELECT n FROM entry WHERE id = ?", (identifier,)):
                    for item in window:
                        item.put(n, _Place(SAID, None, f"“{said}” hører til her"))


def _say(db: sqlite3.Connection, window: list[_Asked], said: str, use: str) -> None:
    """Let the words of a window also stand for the words of `use`."""
    wanted = content(words(use))
    for found in wanted:
        for match in matching.exact(db, found):
            sure = SAID * match.sure * (1.0 if len(wanted) == 1 else 0.75)
            for item in window:
                item.add(Match(match.term, sure, "said", f"{said} = {use}", match.df))


def _weigh(item: _Asked, total: int) -> None:
    """The rarer the word, the more it says. A word that nothing matches counts as rare as can be."""
    same = [match.df for match in item.matches.values() if match.how in ("exact", "joined", "typo")]
    near = [match.df for match in item.matches.values()]
    df = max(same) if same else sum(near) if near else 0
    item.weight = max(0.25, log((total + 1) / (df + 0.5)))


def _spread(db: sqlite3.Connection, item: _Asked) -> None:
    """Find the entries that hold one of the word's matches, or the parts of it when it is a compound."""
    for match in item.matches.values():
        for entry, strength in _postings(db, match):
            item.put(entry, _Place(strength, match))
    if any(match.how == "exact" for match in item.matches.values()):
        return
    for heads, tails in matching.parts(db, item.word):
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
            item.put(entry, _Place(strength, None, note))


def _postings(db: sqlite3.Connection, match: Match) -> list[tuple[int, float]]:
    rows = db.execute(
        f"SELECT entry, weight FROM posting WHERE term = ? ORDER BY weight DESC LIMIT {MOST_POSTINGS}", (match.term,)
    )
    return [(entry, match.sure * weight / 100) for entry, weight in rows]


# --- Scores ----------------------------------------------------------------------------------------------------------


def _coverage(asked: list[_Asked]) -> dict[int, float]:
    """Entry -> the share of the query, by weight, that it answers."""
    whole = sum(item.weight for item in asked)
    scores: dict[int, float] = {}
    for item in asked:
        for entry, place in item.places.items():
            scores[entry] = scores.get(entry, 0.0) + item.weight * place.strength / whole
    return scores


def _best_phrase(phrases: list[list[int]], asked: list[_Asked], idf: _Idf) -> float:
    """How well the title or one søgeord is the query: both covered, by weight (the harmonic mean of the two shares)."""
    whole = sum(item.weight for item in asked)
    best = 0.0
    for phrase in phrases:
        said, met = 0.0, set()
        for item in asked:
            fits = [(item.matches[term].sure, term) for term in phrase if term in item.matches]
            if fits:
                sure, term = max(fits)
                said += item.weight * sure
                met.add(term)
        if not met:
            continue
        asked_share = said / whole
        phrase_share = sum(idf[term] for term in met) / sum(idf[term] for term in phrase)
        best = max(best, 2 * asked_share * phrase_share / (asked_share + phrase_share))
    return best


class _Idf(dict[int, float]):
    """Term -> how much it says, for the terms loaded."""

    def __init__(self, db: sqlite3.Connection, total: int) -> None:
        super().__init__()
        self._db, self._total = db, total

    def load(self, terms: set[int]) -> None:
        wanted = list(terms)
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            for n, df in self._db.execute(f"SELECT n, df FROM term WHERE n IN ({marks})", some):
                self[n] = max(0.25, log((self._total + 1) / (df + 0.5)))


def _why(asked: list[_Asked], entry: int) -> str:
    """The words that matched, the most telling first, at most three; said so that a helper sees the connection."""
    notes: list[str] = []
    for item in sorted(asked, key=lambda item: -item.weight):
        place = item.places.get(entry)
        if place is None:
            continue
        note = place.note or _note(item.word, place.match)
        if note and note not in notes:
            notes.append(note)
    return ", ".join(notes[:3])


def _note(asked: Word, match: Match | None) -> str:
    if match is None:
        return ""
    match match.how:
        case "typo":
            return f"{match.shown} ≈ {asked.shown}"
        case "prefix" | "suffix":
            return f"{asked.shown} i {match.shown}"
        case _:
            return match.shown


# --- Reading the index -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    kind: str
    title: str
    summary: str
    number: str | None
    status: str | None
    phrases: list[list[int]]


def _count(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT value FROM meta WHERE key = 'entries'").fetchone()
    return int(row[0]) if row else 0


def _rows(
    db: sqlite3.Connection, wanted: set[int], kinds: frozenset[str] | None, subject: str | None
) -> dict[int, _Row]:
    marks = ",".join("?" * len(wanted))
    rows = db.execute(
        "SELECT n, id, kind, title, summary, number, status, phrases, subject FROM entry"
        f" WHERE n IN ({marks}) ORDER BY id",
        sorted(wanted),
    )
    return {
        n: _Row(identifier, kind, title, summary, number, status, json.loads(phrases))
        for n, identifier, kind, title, summary, number, status, phrases, about in rows
        if (kinds is None or kind in kinds) and (subject is None or about == subject)
    }


def _numbers(db: sqlite3.Connection, query: str) -> set[int]:
    """The forms whose number the query holds."""
    found: set[int] = set()
    for key in number_keys(query):
        found |= {n for (n,) in db.execute("SELECT entry FROM number WHERE key = ?", (key,))}
    return found


def _ids(db: sqlite3.Connection, query: str) -> set[int]:
    """The entry whose id the query is."""
    return {n for (n,) in db.execute("SELECT n FROM entry WHERE id = ?", (query.strip().lower(),))}
