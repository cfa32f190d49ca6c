"""Matching one word of a query with the words of the index: exact, beginning, end, parts of a compound, mistyped.

Here goes how two words can be the same or alike, and how sure each way is. Which entry wins is settled in `ranking`.
Nothing here reads the whole vocabulary: every lookup goes through an index on a word's beginning or end.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from blanket.search.words import STOP_WORDS, Word, bare, word

# How sure a match is, from 0 to 1. Exact before beginning before compound part before mistyping (design).
EXACT = 1.0
SPELT_BARE = 0.95  # boligstotte for boligstøtte
OTHER_WORD = 0.7  # fald for fælde: the same letters when bare, but not what was typed
JOINED = 1.0  # bolig støtte for boligstøtte
PREFIX = (0.65, 0.30)  # at least, and what a full-length match adds
SUFFIX = (0.35, 0.35)
PART = 0.9  # of what the parts of a split compound are worth
TYPO = {0: 0.95, 1: 0.94, 2: 0.8}
UNSURE_START, SURE_LENGTH = 0.6, 6  # shorter words nearly always begin as they should: hest is hardly fest

MIN_PREFIX, MIN_SUFFIX, MIN_PART = 3, 4, 3
MOST_ALIKE = 40  # words with the same beginning or end that are looked at
MOST_CANDIDATES = 3000  # words compared letter by letter for a mistyping
LINKS = ("", "s", "e")  # what Danish puts between the parts of a compound


class Match(NamedTuple):
    """A word of the index that a word of the query may stand for.

    `term`: its number. `sure`: 0 to 1. `how`: exact, prefix, suffix, typo, joined or said. `shown`: the word itself.
    `df`: how many entries hold it.
    """

    term: int
    sure: float
    how: str
    shown: str
    df: int


def typo_limit(length: int) -> int:
    """How many slips a word of so many letters may hold: none under 4, one up to 7, two from 8."""
    return 0 if length < 4 else 1 if length < 8 else 2


def exact(db: sqlite3.Connection, found: Word) -> list[Match]:
    """The index's own word, in any inflection and any spelling of æ ø å."""
    rows = db.execute("SELECT n, stem, shown, df FROM term WHERE stem = ? OR bare = ?", (found.stem, found.bare))
    known = rows.fetchall()
    named = any(stem == found.stem for _, stem, _, _ in known)
    matches = []
    for n, stem, shown, df in known:
        if stem == found.stem:
            sure = EXACT
        elif named or len(stem) < len(found.stem):  # whoever types an ø means it: spørre is no spor
            sure = OTHER_WORD
        else:
            sure = SPELT_BARE
        matches.append(Match(n, sure, "exact", shown, df))
    return matches


def alike(db: sqlite3.Connection, found: Word) -> list[Match]:
    """Words that begin or end with the word: støtte finds boligstøtte, bolig finds boligstøtte."""
    matches = []
    length = len(found.bare)
    if length >= MIN_PREFIX:
        for n, other, shown, df in _between(db, "bare", found.bare):
            matches.append(Match(n, PREFIX[0] + PREFIX[1] * length / len(other), "prefix", shown, df))
    if length >= MIN_SUFFIX:
        for n, other, shown, df in _between(db, "reversed", found.bare[::-1]):
            matches.append(Match(n, SUFFIX[0] + SUFFIX[1] * length / len(other), "suffix", shown, df))
    return matches


def mistyped(db: sqlite3.Connection, found: Word, *, extra: int = 0) -> list[Match]:
    """Words that differ by few slips: a letter dropped, doubled, changed or swapped with its neighbour.

    Candidates share an end or a beginning with the word: few slips leave a piece of it whole (the pigeonhole filter;
    G. Navarro, A guided tour to approximate string matching, 2001). `extra` allows more slips than usual.
    """
    target = bare(found.folded)
    limit = typo_limit(len(target)) + (extra if len(target) >= 6 else 0)  # two slips in pizza are another word
    if not limit:
        return []
    from rapidfuzz import process  # 15 ms to import: only for words that the index does not hold
    from rapidfuzz.distance import OSA

    piece = max(1, len(target) // (limit + 2))  # one more piece: letters swapped over a joint break two of them
    forms = {
        (term, form)
        for column, key in (("bare", target[:piece]), ("reversed", target[::-1][:piece]))
        for term, form in db.execute(
            f"SELECT term, bare FROM form WHERE {column} >= ? AND {column} < ?"
            f" AND length(bare) BETWEEN ? AND ? LIMIT {MOST_CANDIDATES}",
            (key, key + "\U0010ffff", len(target) - limit, len(target) + limit),
        )
    }
    choices = {pair: pair[1] for pair in sorted(forms)}
    near = process.extract(target, choices, scorer=OSA.distance, score_cutoff=limit, limit=None)
    fewest = min((slips for _, slips, _ in near), default=0)
    terms = sorted({term for _, slips, (term, _) in near if slips == fewest})[:MOST_ALIKE]
    begins = {term for _, _, (term, form) in near if len(target) >= SURE_LENGTH or form[0] in target[:2]}
    rows = db.execute(f"SELECT n, shown, df FROM term WHERE n IN ({','.join('?' * len(terms))}) ORDER BY n", terms)
    sure = TYPO.get(fewest, 0.4)
    return [Match(n, sure if n in begins else sure * UNSURE_START, "typo", shown, df) for n, shown, df in rows]


def is_mistyped_stop_word(found: Word) -> bool:
    """Whether a word is one slip from a word that says nothing: ikkke, sevl."""
    if len(found.folded) < 4:
        return False
    from rapidfuzz.distance import OSA

    return any(OSA.distance(found.folded, stop, score_cutoff=1) <= 1 for stop in STOP_WORDS if len(stop) >= 4)


def joined(db: sqlite3.Connection, first: Word, second: Word) -> list[Match]:
    """Two neighbours that the index has as one word: bolig støtte for boligstøtte, also with a linking s or e."""
    matches = []
    for link in LINKS:
        for match in exact(db, word(first.folded + link + second.folded)):
            matches.append(Match(match.term, JOINED, "joined", match.shown, match.df))
    return matches


def parts(db: sqlite3.Connection, found: Word, *, mistyped_too: bool = False) -> list[tuple[list[Match], list[Match]]]:
    """The ways to cut a compound into two words that the index holds: lægeskift is læge and skift.

    `mistyped_too`: one of the two may be mistyped (tandlægereginng), when nothing else fits.
    """
    text = found.folded
    ways = []
    for cut in range(MIN_PART, len(text) - MIN_PART + 1):
        head, tail = word(text[:cut]), word(text[cut:])
        tails = exact(db, tail)
        if not tails and not mistyped_too:
            continue
        heads = exact(db, head)
        if not heads and text[cut - 1] in "se" and cut > MIN_PART:
            heads = exact(db, word(text[: cut - 1]))
        if mistyped_too and bool(heads) != bool(tails) and min(cut, len(text) - cut) > MIN_PART:
            heads = heads or mistyped(db, head)
            tails = tails or mistyped(db, tail)
        if heads and tails:
            ways.append((min(cut, len(text) - cut), heads, tails))
    ways.sort(key=lambda way: -way[0])
    return [(heads, tails) for _, heads, tails in ways[:2]]


def _between(db: sqlite3.Connection, column: str, key: str) -> list[tuple[int, str, str, int]]:
    """The terms whose column begins with the key and is longer; the shortest first."""
    return db.execute(
        f"SELECT n, bare, shown, df FROM term WHERE {column} > ? AND {column} < ?"
        f" ORDER BY length(bare), n LIMIT {MOST_ALIKE}",
        (key, key + "\U0010ffff"),
    ).fetchall()


def bare_key(found: list[Word]) -> str:
    """The key of a phrase in the glossary: its words' bare stems."""
    return " ".join(item.bare for item in found)
