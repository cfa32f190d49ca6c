"""Ranking: from a query to the entries that answer it, best first, each with why.

Here goes how the evidence for single words becomes one order. An entry's score is how much of the query it covers
(each word by its rarity, by how sure the match is and where it stands), and how well its best phrase, the title or one
søgeord, is the query and nothing more. Numbers of forms and ids stand above all. Ties: kind, then id.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from blanket.search import matching, weights
from blanket.search.asking import Evidence, QueryWord, most_read, rarity, understand, without_slips_in_small_words
from blanket.search.lexicon import EntryRow, Lexicon
from blanket.search.matching import Match
from blanket.search.postings import Phrases, split_phrases
from blanket.search.sureness import is_sure
from blanket.search.words import (
    ACTION_WORDS,
    ASKS_FOR,
    FORM_WORDS,
    Token,
    content,
    is_form_number,
    is_stop_term,
    number_keys,
    query_words,
    stop_term,
)

KIND_ORDER = {kind: number for number, kind in enumerate(weights.KIND)}


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


class _Query(NamedTuple):
    """A query that is understood. `numbers`, `ids`: the entries whose form number or id it holds."""

    typed: list[Token]
    words: list[QueryWord]
    numbers: set[int]
    ids: set[int]

    @property
    def stops(self) -> set[int]:
        """Its words that say nothing, as they stand in phrases."""
        return {stop_term(token) for token in self.typed if token.stop}


def rank(
    lexicon: Lexicon,
    text: str,
    *,
    limit: int,
    kinds: frozenset[str] | None = None,
    subject: str | None = None,
    everything: bool = False,
    half_typed: bool = False,
) -> list[Hit]:
    """The entries that answer a query, best first.

    `limit`: how many at most. `kinds`, `subject`: only entries of these kinds, of this subject. `everything`: also what
    is far behind the best one. `half_typed`: the last word may be only begun. The query holds no CPR number any more
    (see `blanket.cpr`). Deterministic: the same index and query give the same list.
    """
    typed = without_slips_in_small_words(lexicon, query_words(text), half_typed=half_typed)
    total = lexicon.count()
    numbers, ids = _numbers(lexicon, text), _ids(lexicon, text)
    if not typed or not total or (is_form_number(text) and not numbers and not ids):
        return []  # a number that no form has is not answered by another form
    query = _Query(typed, understand(lexicon, typed, total, half_typed=half_typed), numbers, ids)
    covered = _complete(lexicon, query.words, _coverage(query.words))
    narrow = kinds is not None or subject is not None
    best = list(covered) if narrow else _best(covered, weights.CANDIDATES)
    rows = {
        n: row
        for n, row in lexicon.rows({*best, *query.numbers, *query.ids}).items()
        if (kinds is None or row.kind in kinds) and (subject is None or row.subject == subject)
    }
    phrases = _best_phrases(lexicon, rows, query, total)
    by_kind = _kind_weights(typed)
    scores = {
        n: _score(query, n, row, (covered.get(n, 0.0), phrases.get(n, 0.0)), by_kind[row.kind])
        for n, row in rows.items()
    }
    _put_led_behind(query.words, rows, scores)
    shown = _shown(rows, scores, everything=everything)
    leads = {n: scores[n] - (scores[after] if after is not None else 0.0) for n, after in zip_longest(shown, shown[1:])}
    return [_hit(query, n, rows[n], scores[n], (leads[n], phrases.get(n, 0.0))) for n in shown[:limit]]


def guesses(lexicon: Lexicon, text: str, limit: int) -> list[Hit]:
    """Entries with a word that looks like one of the query's, when `rank` found nothing: a guess, never a hit."""
    found: dict[int, tuple[float, str]] = {}
    for token in content(query_words(text)):
        for match in matching.mistyped(lexicon, token, extra=1):
            for entry, weight in lexicon.holders(match.term, weights.MOST_GUESSED):
                score = match.sure * weight / 100
                if score > found.get(entry, (0.0, ""))[0]:
                    found[entry] = (score, f"{match.shown} ≈ {token.shown}")
    best = sorted(found, key=lambda n: (-found[n][0], n))[:limit]
    rows = lexicon.rows(best)
    near = [(rows[n], found[n][1]) for n in best if found[n][0] >= weights.GUESS]
    return [Hit(row.id, row.kind, row.title, row.summary, 0.0, why, True, row.number) for row, why in near]


# --- Scores ----------------------------------------------------------------------------------------------------------


def _score(query: _Query, n: int, row: EntryRow, parts: tuple[float, float], kind_weight: float) -> float:
    """An entry's score. `parts`: how much of the query it covers, and how well its best phrase fits."""
    if n in query.ids:
        return 1.0
    covered, phrase = parts
    if phrase >= weights.NAMED_FIT and len(query.words) > 1:
        kind_weight = max(kind_weight, weights.NAMED)
    score = (weights.COVERAGE * covered + weights.PHRASE * phrase) * kind_weight
    if row.status == "udgået":
        score *= weights.WITHDRAWN
    return max(score, weights.NUMBER) if n in query.numbers else score


def _put_led_behind(words: list[QueryWord], rows: dict[int, EntryRow], scores: dict[int, float]) -> None:
    """Put an entry that one lay word alone leads to behind the best one whose title says another word of the query.

    Feriepenge fra fritidsjob: whoever says fritidsjob mostly means a tax card, but not here.
    """
    telling = [item for item in words if not item.token.action]
    for n in rows:
        led = [item for item in words if n in item.evidence and item.evidence[n].direct]
        if len(led) != 1 or any(n in item.evidence for item in words if item not in led):
            continue
        least = weights.AS_TELLING * max(item.weight for item in led)
        others = [item for item in telling if item not in led and item.weight >= least]
        enough = weights.NEARLY_AS_GOOD * scores[n]
        near = ((m, row) for m, row in rows.items() if scores[m] >= enough)
        titled = [scores[m] for m, row in near if any(_says(row, item) for item in others)]
        if titled:
            scores[n] = min(scores[n], weights.BEHIND * max(titled))


def _says(row: EntryRow, item: QueryWord) -> bool:
    """Whether an entry's title holds a word of the query as it is."""
    title = split_phrases(row.phrases)[0]
    return any(match.how in ("exact", "typo") and match.term in title for match in item.matches.values())


def _kind_weights(typed: list[Token]) -> dict[str, float]:
    """How much each kind of entry counts for this query."""
    by_kind = dict(weights.KIND)
    if any(token.folded.endswith(FORM_WORDS) for token in typed):
        by_kind["blanket"] = weights.FORM_HINTED
    for kind, endings in ASKS_FOR.items():
        if any(token.folded.endswith(endings) for token in typed):
            by_kind[kind] = weights.KIND_ASKED_FOR
    return by_kind


def _coverage(words: list[QueryWord]) -> dict[int, float]:
    """Entry -> the share of the query, by weight, that it answers."""
    whole = sum(item.weight for item in words)
    scores: dict[int, float] = {}
    for item in words:
        share = item.weight / whole
        for entry, found in item.evidence.items():
            scores[entry] = scores.get(entry, 0.0) + share * found.strength
        for entry, akin in item.akin.items():
            known = item.evidence.get(entry)
            missing = 1.0 - known.strength if known else 1.0
            scores[entry] = scores.get(entry, 0.0) + share * weights.AKIN * akin.strength * missing
    return scores


def _best(scores: dict[int, float], count: int) -> list[int]:
    return heapq.nlargest(count, scores, key=lambda n: (scores[n], -n))


def _complete(lexicon: Lexicon, words: list[QueryWord], scores: dict[int, float]) -> dict[int, float]:
    """The scores with what `spread` did not read of very common words, for the entries that may come first."""
    cut = {match.term for item in words for match in item.matches.values() if match.df > most_read(match)}
    if not cut:
        return scores
    best = _best(scores, 4 * weights.CANDIDATES)
    for entry, own in lexicon.own_words(best).items():
        for term, weight in own:
            if term in cut:
                for item in words:
                    match = item.matches.get(term)
                    if match is not None:
                        item.put(entry, Evidence(match.sure * weight / 100, match))
    wanted = set(best)
    return {entry: score for entry, score in _coverage(words).items() if entry in wanted}


# --- Phrases ---------------------------------------------------------------------------------------------------------


class _Meaning(NamedTuple):
    """A query as phrases are compared with it.

    `met`: term -> the places of the query's words that it may stand for, and how surely. `stops`: its small words as
    they stand in phrases. `weights`: of its words by place. `whole`: what the query weighs.
    """

    met: dict[int, list[tuple[int, float]]]
    stops: set[int]
    weights: list[float]
    whole: float


def _best_phrases(lexicon: Lexicon, rows: dict[int, EntryRow], query: _Query, total: int) -> dict[int, float]:
    """Entry -> how well its title, one søgeord or a phrase of the glossary is the query and nothing more."""
    meaning = _meaning(query)
    touched = {n: _touched(row.phrases, meaning.met) for n, row in rows.items()}
    terms = {term for phrases in touched.values() for phrase in phrases for term in phrase}
    weight_of = _weights(lexicon, terms, total)
    best = {}
    for n, phrases in touched.items():
        fits = (_fit(phrase, meaning, weight_of) for phrase in phrases)
        best[n] = max([_direct_fit(query.words, n, meaning.whole), *fits])
    return best


def _meaning(query: _Query) -> _Meaning:
    met: dict[int, list[tuple[int, float]]] = {}
    for at, item in enumerate(query.words):
        for match in item.matches.values():
            met.setdefault(match.term, []).append((at, match.sure))
    own = [item.weight for item in query.words]
    stops = query.stops
    return _Meaning(met, stops, own, sum(own) + weights.STOP * len(stops))


def _touched(phrases: Phrases, met: dict[int, list[tuple[int, float]]]) -> list[tuple[int, ...]]:
    """Those phrases of an entry that hold a term of the query."""
    _, terms = phrases
    if met.keys().isdisjoint(terms):
        return []
    return [phrase for phrase in split_phrases(phrases) if not met.keys().isdisjoint(phrase)]


def _fit(phrase: tuple[int, ...], meaning: _Meaning, weight_of: dict[int, float]) -> float:
    """How well a phrase is the query: the harmonic mean of the shares of both that are met, by weight."""
    said: dict[int, float] = {}  # place of a word of the query -> how surely the phrase says it
    matched = shared = weights.STOP * len(meaning.stops.intersection(phrase))
    for term in phrase:
        if term in meaning.met:
            matched += weight_of[term]
            for at, sure in meaning.met[term]:
                said[at] = max(said.get(at, 0.0), sure)
    of_query = (shared + sum(meaning.weights[at] * sure for at, sure in said.items())) / meaning.whole
    of_phrase = matched / sum(weight_of[term] for term in phrase)
    return _harmonic(of_query, of_phrase)


def _direct_fit(words: list[QueryWord], entry: int, whole: float) -> float:
    """How well the query is a phrase that the glossary leads from straight to the entry."""
    led = ((item.weight, item.evidence[entry]) for item in words if entry in item.evidence)
    said = sum(weight * found.strength / weights.SAID for weight, found in led if found.direct)
    return _harmonic(said / whole, 1.0)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other)


def _weights(lexicon: Lexicon, terms: Iterable[int], total: int) -> dict[int, float]:
    """Term of a phrase -> how much it says: the rarer, the more."""
    found = {term: weights.STOP for term in terms if is_stop_term(term)}
    for known in lexicon.words(term for term in terms if term not in found):
        found[known.n] = rarity(known.df, total) * (weights.ACTION if known.stem in ACTION_WORDS else 1.0)
    return found


# --- What is shown ---------------------------------------------------------------------------------------------------


def _shown(rows: dict[int, EntryRow], scores: dict[int, float], *, everything: bool) -> list[int]:
    """The entries that are hits, in order; those far behind the best one only with `everything`.

    When there is none, a few that are less than that: what only a text says once, or an akin word.
    """
    ordered = sorted(rows, key=lambda n: (-round(scores[n], 6), KIND_ORDER[rows[n].kind], rows[n].id))
    least = weights.FAR_BEHIND * scores[ordered[0]] if ordered and not everything else 0.0
    hits = [n for n in ordered if scores[n] >= max(least, weights.NOTHING)]
    return hits or [n for n in ordered[: weights.MOST_FAINT] if scores[n] >= max(least, weights.FAINT)]


def _hit(query: _Query, n: int, row: EntryRow, score: float, signs: tuple[float, float]) -> Hit:
    """An entry as it is shown. `signs`: its lead before the next hit, and how well its best phrase fits."""
    named = n in query.numbers or n in query.ids
    why = f"nummer {row.number}" if n in query.numbers else "id" if n in query.ids else _why(query.words, n)
    weak = not named and not (score >= weights.NOTHING and is_sure(query.words, n, *signs))
    points = round(min(100.0, 100 * score), 1)
    return Hit(row.id, row.kind, row.title, row.summary, points, why, weak, row.number, row.status)


def _why(words: list[QueryWord], entry: int) -> str:
    """The words that matched, the most telling first; said so that a helper sees the connection."""
    notes: dict[str, None] = {}
    for item in sorted(words, key=lambda item: -item.weight):
        found = item.evidence.get(entry)
        akin = item.akin.get(entry)
        if found:
            note = found.note or _note(item.token, found.match)
        else:
            note = f"{item.token.shown} ligner {akin.shown}" if akin else ""
        if note:
            notes[note] = None
    return ", ".join(list(notes)[: weights.MOST_WHY])


def _note(token: Token, match: Match | None) -> str:
    if match is None:
        return ""
    match match.how:
        case "typo" | "like":
            return f"{match.shown} ≈ {token.shown}"
        case "prefix" | "suffix":
            return f"{token.shown} i {match.shown}"
        case _:
            return match.shown


# --- Numbers and ids -------------------------------------------------------------------------------------------------


def _numbers(lexicon: Lexicon, text: str) -> set[int]:
    """The forms whose number the query holds; for DP 200, which there is none of, DP 200A, B and C."""
    found: set[int] = set()
    for key in number_keys(text):
        exact = lexicon.numbered(key, lettered=False)
        may_go_on = not exact and key[0].isalpha() and key[-1].isdigit()
        found |= lexicon.numbered(key, lettered=True) if may_go_on else exact
    return found


def _ids(lexicon: Lexicon, text: str) -> set[int]:
    """The entry whose id the query is, or was. Ids are ASCII; other text may not even be UTF-8, on some consoles."""
    found = lexicon.with_id(text.strip().lower()) if text.isascii() else None
    return set() if found is None else {found}
