"""Ranking: from a query to the entries that answer it, best first, each with why.

Here goes how the matches of single words become one order. An entry's score is how much of the query it covers
(each word by its rarity, by how sure the match is and where it stands), and how well its best phrase, the title or one
søgeord, is the query and nothing more. Numbers of forms and ids stand above all. Ties: kind, then id.
"""

from __future__ import annotations

import heapq
import sqlite3
from typing import NamedTuple

from blanket.search import matching
from blanket.search.asking import (
    ACTION,
    MOST_EXACT,
    MOST_POSTINGS,
    Asked,
    Place,
    match_glossary,
    match_words,
    rarity,
    spread,
    strongest,
    weigh,
)
from blanket.search.former import LIVING
from blanket.search.matching import Match
from blanket.search.postings import from_blob
from blanket.search.words import ACTION_WORDS, Word, content, number_keys, query_words, stop_term

COVERAGE, PHRASE = 0.68, 0.32  # what the two halves of a score weigh
STOP = 0.5  # the weight of a word that says nothing, in a phrase
KEYWORD_PHRASE = 0.94  # a søgeord counts a little less than the title
WEAK = 0.42  # below this a best hit is shown as weak
SHORT = {"typo": 6, "prefix": 4, "suffix": 4}  # letters: what a shorter word is found by in this way is a guess
NOTHING = 0.17  # below this it is no hit
FAR_BEHIND = 0.45  # a hit with less than this share of the best one's score is left out
CANDIDATES = 40  # entries whose phrases are looked at
# A task answers better than the form or place that it names, when both fit the words equally well.
KIND_WEIGHT = {"opgave": 1.0, "forløb": 1.05, "blanket": 0.66, "sted": 0.66, "kommune": 0.66, "ord": 0.66}
# Words that ask for a paper form or for a place's number, alone or at the end of a compound: then that kind answers as
# well as a task. Folded.
ASKS_FOR = {
    "blanket": ("blanket", "blanketten", "blanketter", "skema", "skemaet", "skemaer", "formular", "formularen"),
    "sted": ("telefon", "telefonnummer", "telefonnummeret", "hotline", "aabningstid", "aabningstider"),
}
KIND_ORDER = {kind: number for number, kind in enumerate(KIND_WEIGHT)}


class Hit(NamedTuple):
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
    typed = query_words(query)
    asked = [Asked(found) for found in content(typed)]
    total = _count(db)
    if not asked or not total:
        return []
    match_words(db, asked)
    match_glossary(db, asked, frozenset(item.folded for item in typed if item.stop))
    for item in asked:
        weigh(item, total)
        spread(db, item)
    scores = _complete(db, asked, _coverage(asked))
    numbers = _numbers(db, query)
    ids = _ids(db, query)
    narrow = kinds is not None or subject is not None
    best = list(scores) if narrow else heapq.nlargest(CANDIDATES, scores, key=lambda n: (scores[n], -n))
    rows = _rows(db, {*best, *numbers, *ids}, kinds, subject)
    phrases = _best_phrases(db, rows, asked, {stop_term(item) for item in typed if item.stop}, total)
    weights = _kind_weights(typed)
    ranked: list[tuple[float, int]] = []
    for n, row in rows.items():
        score = (COVERAGE * scores.get(n, 0.0) + PHRASE * phrases.get(n, 0.0)) * weights[row.kind]
        if row.status == "udgået":
            score *= 0.8
        if n in numbers:
            score = max(score, 0.995)
        if n in ids:
            score = 1.0
        if score >= NOTHING:
            ranked.append((score, n))
    ranked.sort(key=lambda item: (-round(item[0], 6), KIND_ORDER[rows[item[1]].kind], rows[item[1]].id))
    hits = []
    for score, n in ranked[:limit]:
        if score < FAR_BEHIND * ranked[0][0]:
            break
        row = rows[n]
        why = f"nummer {row.number}" if n in numbers else "id" if n in ids else _why(asked, n)
        points = round(min(100.0, 100 * score), 1)
        weak = score < WEAK or (n not in numbers and n not in ids and _is_guess(asked, n))
        hits.append(Hit(row.id, row.kind, row.title, row.summary, points, why, weak, row.number, row.status))
    return hits


def _kind_weights(typed: list[Word]) -> dict[str, float]:
    """How much each kind of entry counts for this query."""
    weights = dict(KIND_WEIGHT)
    for kind, endings in ASKS_FOR.items():
        if any(item.folded.endswith(endings) for item in typed):
            weights[kind] = 1.0
    return weights


def nearest(db: sqlite3.Connection, query: str, limit: int = 3) -> list[Hit]:
    """Entries with a word that looks like one of the query's, when `search` found nothing: a guess, never a hit."""
    found: dict[int, tuple[float, str]] = {}
    for item in content(query_words(query)):
        for match in matching.mistyped(db, item, extra=1):
            for entry, weight in strongest(db, match.term, 20):
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


# --- Scores ----------------------------------------------------------------------------------------------------------


def _coverage(asked: list[Asked]) -> dict[int, float]:
    """Entry -> the share of the query, by weight, that it answers."""
    whole = sum(item.weight for item in asked)
    scores: dict[int, float] = {}
    for item in asked:
        for entry, place in item.places.items():
            scores[entry] = scores.get(entry, 0.0) + item.weight * place.strength / whole
    return scores


def _complete(db: sqlite3.Connection, asked: list[Asked], scores: dict[int, float]) -> dict[int, float]:
    """The scores with what `_postings` did not read of very common words, for the entries that may come first."""
    cut = {
        match.term: match
        for item in asked
        for match in item.matches.values()
        if match.df > MOST_POSTINGS.get(match.how, MOST_EXACT)
    }
    if not cut:
        return scores
    best = heapq.nlargest(4 * CANDIDATES, scores, key=lambda n: (scores[n], -n))
    for entry, terms in db.execute(f"SELECT n, terms FROM entry WHERE n IN ({','.join('?' * len(best))})", best):
        for term, weight in from_blob(terms):
            if term in cut:
                for item in asked:
                    match = item.matches.get(term)
                    if match is not None:
                        item.put(entry, Place(match.sure * weight / 100, match))
    wanted = set(best)
    return {entry: score for entry, score in _coverage(asked).items() if entry in wanted}


def _best_phrases(
    db: sqlite3.Connection, rows: dict[int, _Row], asked: list[Asked], stops: set[int], total: int
) -> dict[int, float]:
    """Entry -> how well its title or one søgeord is the query: both covered, by weight (harmonic mean of shares)."""
    whole = sum(item.weight for item in asked) + STOP * len(stops)
    met: dict[int, list[tuple[int, float]]] = {}  # term -> the query's words that it matches, and how surely
    for number, item in enumerate(asked):
        for match in item.matches.values():
            met.setdefault(match.term, []).append((number, match.sure))
    touched = {n: [phrase for phrase in row.phrases if not met.keys().isdisjoint(phrase)] for n, row in rows.items()}
    weights = _weights(db, {term for phrases in touched.values() for phrase in phrases for term in phrase}, total)
    best = {n: KEYWORD_PHRASE * _direct_share(asked, n, whole) for n in rows}
    for n, phrases in touched.items():
        title = rows[n].phrases[0]
        for phrase in phrases:
            said: dict[int, float] = {}
            matched = both = STOP * len(stops.intersection(phrase))
            for term in phrase:
                for number, sure in met.get(term, ()):
                    said[number] = max(said.get(number, 0.0), sure)
                matched += weights[term] if term in met else 0.0
            asked_share = (both + sum(asked[number].weight * sure for number, sure in said.items())) / whole
            phrase_share = matched / sum(weights[term] for term in phrase)
            fit = 2 * asked_share * phrase_share / (asked_share + phrase_share)
            best[n] = max(best.get(n, 0.0), fit if phrase is title else KEYWORD_PHRASE * fit)
    return best


def _direct_share(asked: list[Asked], entry: int, whole: float) -> float:
    """How well the query is a phrase that the glossary leads from straight to the entry."""
    said = sum(item.weight for item in asked if (place := item.places.get(entry)) is not None and place.direct)
    return 2 * (said / whole) / (said / whole + 1)


def _weights(db: sqlite3.Connection, terms: set[int], total: int) -> dict[int, float]:
    """Term -> how much it says: the rarer, the more."""
    wanted = list(terms)
    found = {term: STOP for term in wanted if term < 0}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ",".join("?" * len(some))
        for n, stem, df in db.execute(f"SELECT n, stem, df FROM term WHERE n IN ({marks})", some):
            found[n] = rarity(df, total) * (ACTION if stem in ACTION_WORDS else 1.0)
    return found


def _is_guess(asked: list[Asked], entry: int) -> bool:
    """Whether nothing but short words that look alike speaks for an entry: hent for hest, muskelsvind for mus."""
    for item in asked:
        place = item.places.get(entry)
        if place is None:
            continue
        how = place.match.how if place.match else "said"
        if len(item.word.folded) >= SHORT.get(how, 0):
            return False
    return True


def _why(asked: list[Asked], entry: int) -> str:
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


class _Row(NamedTuple):
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
        n: _Row(identifier, kind, title, summary, number, status, _phrases(phrases))
        for n, identifier, kind, title, summary, number, status, phrases, about in rows
        if (kinds is None or kind in kinds) and (subject is None or about == subject)
    }


def _phrases(text: str) -> list[list[int]]:
    """Phrases as `filling` writes them: blanks between terms, bars between phrases. Not JSON: 3 ms of import."""
    return [[int(term) for term in phrase.split()] for phrase in text.split("|")]


def _numbers(db: sqlite3.Connection, query: str) -> set[int]:
    """The forms whose number the query holds; for DP 200, which there is none of, DP 200A, B and C."""
    found: set[int] = set()
    for key in number_keys(query):
        exact = {n for (n,) in db.execute("SELECT entry FROM number WHERE key = ?", (key,))}
        lettered = db.execute("SELECT entry FROM number WHERE key >= ? AND key < ?", (key + "a", key + "{"))
        found |= exact or ({n for (n,) in lettered} if key[0].isalpha() and key[-1].isdigit() else set())
    return found


def _ids(db: sqlite3.Connection, query: str) -> set[int]:
    """The entry whose id the query is, or was. Ids are ASCII; other text may not even be UTF-8, on some consoles."""
    if not query.isascii():
        return set()
    return {n for (n,) in db.execute(f"SELECT n FROM entry WHERE id = {LIVING}", (query.strip().lower(),))}
