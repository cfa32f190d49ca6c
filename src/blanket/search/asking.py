"""Asking: the words of a query, what each may stand for, and in which entries it is found.

Here goes the step from typed words to entries: single words through `matching`, phrases through the glossary, compounds
by their parts. How the evidence becomes one order is settled in `ranking`.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from typing import NamedTuple

from blanket.search import matching, weights
from blanket.search.lexicon import Lexicon
from blanket.search.matching import Match
from blanket.search.words import Token, content, is_other_language, word, words


class Evidence(NamedTuple):
    """How well one word of the query is matched in one entry. `note`: why, when no match says it."""

    strength: float
    match: Match | None
    note: str = ""
    direct: bool = False  # the glossary leads from the word straight to the entry

    @property
    def how(self) -> str:
        """The way of matching, as in `Match.how`."""
        return self.match.how if self.match else "said" if self.direct else "part"


class Akin(NamedTuple):
    """How strongly an entry holds words that are akin to a word of the query, and the one that says most."""

    strength: float
    shown: str


class QueryWord:
    """One word of the query: its matches, its weight, and the entries where it and its akin words are found."""

    __slots__ = ("akin", "evidence", "lay", "matches", "meant", "token", "weight")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.matches: dict[int, Match] = {}
        self.evidence: dict[int, Evidence] = {}
        self.akin: dict[int, Akin] = {}
        self.lay: dict[str, float] = {}  # keys of lay words that it may be a slip of, and how sure each is
        self.meant: list[Match] = []  # the words of the index that it is most likely a slip of, when it is one
        self.weight = 0.0

    def add(self, matches: Iterable[Match]) -> None:
        """Take matches in; of two with the same word of the index, the surer one stays."""
        for match in matches:
            known = self.matches.get(match.term)
            if known is None or known.sure < match.sure:
                self.matches[match.term] = match

    def put(self, entry: int, found: Evidence) -> None:
        """Take evidence in; of two for the same entry, the stronger one stays."""
        known = self.evidence.get(entry)
        if known is None or known.strength < found.strength:
            self.evidence[entry] = found


def understand(lexicon: Lexicon, typed: list[Token], total: int, *, half_typed: bool = False) -> list[QueryWord]:
    """The words of a query that carry a subject, each with what it stands for, its weight and its evidence.

    `typed`: all its words. `total`: how many entries there are. `half_typed`: the last word may be only begun.
    """
    stops = frozenset(token.folded for token in typed if token.stop)
    query = [QueryWord(token) for token in content(typed)]
    if half_typed and query[-1].token is typed[-1]:
        query[-1].add(matching.begun(lexicon, query[-1].token))
    match_words(lexicon, query, other_language=is_other_language(typed))
    match_glossary(lexicon, query, stops, begun=half_typed and query[-1].token is typed[-1])
    for item in query:
        item.weight = weight_of(item, total)
        spread(lexicon, item)
        if not _is_action(item):
            spread_akin(lexicon, item)
    return query


def without_slips_in_small_words(lexicon: Lexicon, typed: list[Token], *, half_typed: bool = False) -> list[Token]:
    """The words of a query with those put right that are a slip of a word that says nothing: ikke for ikkke.

    A word that index or glossary know, and one that is alone, stays as it is. `half_typed`: so does the last one.
    """
    telling = content(typed)
    if len(telling) == 1:
        return typed
    whole = len(typed) - half_typed
    return [_put_right(lexicon, token, telling) if at < whole else token for at, token in enumerate(typed)]


def _put_right(lexicon: Lexicon, token: Token, telling: list[Token]) -> Token:
    """The small word that a word is a slip of, or the word itself. `telling`: the words that carry a subject."""
    if token.stop or any(not word(match.shown).stop for match in matching.exact(lexicon, token)):
        return token
    meant = matching.stop_word_meant(token)
    return token if meant is None or _is_said(lexicon, token, telling) else meant


def _is_said(lexicon: Lexicon, token: Token, telling: list[Token]) -> bool:
    """Whether the glossary knows a word, alone or in a phrase that the query holds."""
    windows = (telling[at : at + size] for size in range(1, weights.MOST_SAID + 1) for at in range(len(telling)))
    return any(token in window and bool(lexicon.sayings(matching.bare_key(window))) for window in windows)


# --- What words stand for ---------------------------------------------------------------------------------------------


def match_words(lexicon: Lexicon, query: list[QueryWord], *, other_language: bool = False) -> None:
    """Find the words of the index that each word may stand for.

    `other_language`: the query is not Danish, so that a word that begins like a Danish one has nothing to do with it.
    """
    for item in query:
        _match_word(lexicon, item, other_language=other_language)


def _match_word(lexicon: Lexicon, item: QueryWord, *, other_language: bool) -> None:
    """Find the words of the index that one word may stand for, from sure to unsure ways."""
    ways = {match.how for match in item.matches.values()}  # begun, so far
    same = matching.exact(lexicon, item.token)
    share = weights.WHOLE_IF_BEGUN if "begun" in ways else 1.0
    item.add(match._replace(sure=match.sure * share) for match in same)
    if all(match.sure < weights.EXACT for match in same):
        item.meant = [match for match in same if match.sure == weights.SPELT_BARE]
    if not ways and all(match.sure == weights.OTHER_WORD for match in same):  # it may as well be a slip
        _match_slips(lexicon, item, alike=not same and not other_language)
    more = matching.other_endings if other_language else matching.alike
    item.add(more(lexicon, item.token))
    unknown = not (item.matches or other_language or item.token.number or item.lay)
    if unknown and not matching.parts(lexicon, item.token, mistyped_too=True):
        item.add(matching.known_tail(lexicon, item.token))


def _match_slips(lexicon: Lexicon, item: QueryWord, *, alike: bool) -> None:
    """Find the words that a word may be a slip of, in the entries and in the glossary.

    It is hardly one when it is a word itself, that the base only knows akin words of. `alike`: words that begin or end
    with the likeliest of them are found too, as they would be without the slip.
    """
    known = matching.without_known_part(lexicon, item.token)
    slips = matching.mistyped(lexicon, item.token)
    if known:  # an udrejseskema is no indrejseskema
        slips = [match for match in slips if match.sure >= weights.ONE_SLIP]
    if not lexicon.sayings(item.token.bare):
        item.lay = matching.lay_words_meant(lexicon, item.token)
    if slips and lexicon.related(item.token.bare):
        slips = [match._replace(sure=weights.WORD_ITSELF * match.sure, how="like") for match in slips]
    elif slips:
        likely = sorted(slips, key=lambda match: (-match.sure, -match.df, match.shown))
        item.meant = likely[: weights.MOST_MEANT]
    item.add(known + slips)
    for meant in item.meant if alike else ():
        if len(word(meant.shown).bare) >= weights.SURE_STEM_FROM:
            longer = matching.alike(lexicon, word(meant.shown))
            item.add(match._replace(sure=match.sure * meant.sure) for match in longer)


def match_glossary(lexicon: Lexicon, query: list[QueryWord], stops: frozenset[str], *, begun: bool = False) -> None:
    """Lay words and phrases of the query lead to the words that the entries use, and straight to entries.

    `begun`: the last word may be only begun. `stops`: the small words of the query, folded. "vil ikke leve" holds one
    word with a subject, so it is not said by everybody who says "lever".
    """
    for size in range(min(weights.MOST_SAID, len(query)), 0, -1):
        for start in range(len(query) - size + 1):
            window = query[start : start + size]
            keys = _keys(window)
            if begun and window[-1] is query[-1]:
                begun_keys = matching.begun_lay_keys(lexicon, [item.token for item in window])
                keys = dict.fromkeys(begun_keys, 1.0) | keys
            for key, sure in keys.items():
                for saying in lexicon.sayings(key):
                    if not saying.stops or 2 * len(stops & saying.stops) > len(saying.stops):
                        for use in saying.uses:
                            _say(lexicon, window, saying.said, use, sure)
                        _lead(lexicon, window, saying.said, saying.sees, sure)


def _keys(window: list[QueryWord]) -> dict[str, float]:
    """The phrases of the glossary that some words may be, and how surely: as typed, and with what they are slips of."""
    typed = [item.token.bare for item in window]
    keys = {" ".join(typed): 1.0}
    for at, item in enumerate(window):
        meant = {word(match.shown).bare: match.sure for match in item.meant}
        for other, sure in (meant | item.lay).items():
            keys.setdefault(" ".join([*typed[:at], other, *typed[at + 1 :]]), sure)
    return keys


def _say(lexicon: Lexicon, window: list[QueryWord], said: str, use: str, sure: float) -> None:
    """Let the words of a window also stand for the words of `use`."""
    wanted = content(words(use))
    share = sure * weights.SAID * (1.0 if len(wanted) == 1 else weights.SAID_IN_PART)
    for token in wanted:
        for match in matching.exact(lexicon, token):
            meant = match._replace(sure=share * match.sure, how="said", shown=f"{said} = {use}")
            for item in window:
                item.add([meant])


def _lead(lexicon: Lexicon, window: list[QueryWord], said: str, sees: list[str], sure: float) -> None:
    """Let the words of a window be found in the entries that the glossary names."""
    for entry in map(lexicon.with_id, sees):
        if entry is not None:
            for item in window:
                item.put(entry, Evidence(sure * weights.SAID, None, f"“{said}” hører til her", direct=True))


# --- What words weigh -------------------------------------------------------------------------------------------------


def rarity(df: int, total: int) -> float:
    """The weight of a word that `df` of `total` entries hold (inverse document frequency), never quite nothing."""
    return float(max(weights.RARITY_LEAST, log((total + 1) / (df + 0.5))) ** weights.RARITY)


def weight_of(item: QueryWord, total: int) -> float:
    """The rarer the word, the more it says. A word that nothing matches counts as rare as can be."""
    same = [match.df for match in item.matches.values() if match.how in ("exact", "typo", "begun")]
    near = [match.df for match in item.matches.values()]
    df = max(same) if same else round(weights.NEAR * sum(near))
    return rarity(df, total) * (weights.ACTION if _is_action(item) else 1.0)


def _is_action(item: QueryWord) -> bool:
    """Whether a word only says what is done, also when it is mistyped: hjjælp."""
    return item.token.action or any(word(match.shown).action for match in item.meant)


# --- Where words are found --------------------------------------------------------------------------------------------


def spread(lexicon: Lexicon, item: QueryWord) -> None:
    """Find the entries that hold one of the word's matches, or the parts of it when it is a compound."""
    for match in item.matches.values():
        for entry, strength in _holders(lexicon, match):
            item.put(entry, Evidence(strength, match))
    if not any(match.how == "exact" for match in item.matches.values()):
        for heads, tails in _splits(lexicon, item):
            _spread_parts(lexicon, item, heads, tails)


def spread_akin(lexicon: Lexicon, item: QueryWord) -> None:
    """Find the entries that hold words akin to this one: the more of them an entry holds, the more it is about it."""
    best: dict[int, float] = {}
    related = lexicon.related(item.token.bare)
    if not related and item.meant:
        likeliest = item.meant[0]
        related = [(near, likeliest.sure * share) for near, share in lexicon.related(word(likeliest.shown).bare)]
    for found, share in related:
        for entry, weight in lexicon.holders(found.n, weights.MOST_AKIN):
            strength = share * weight / 100
            known = item.akin.get(entry)
            shown = known.shown if known and best[entry] >= strength else found.shown
            best[entry] = max(best.get(entry, 0.0), strength)
            before = known.strength if known else 0.0
            item.akin[entry] = Akin(before + strength * (1 - before), shown)


def _splits(lexicon: Lexicon, item: QueryWord) -> list[matching.Split]:
    """The ways to cut a word into two of the index, one of them mistyped only when nothing else fits."""
    splits = matching.parts(lexicon, item.token)
    unsure = all(match.sure <= weights.TWO_SLIPS for match in item.matches.values())
    return splits or matching.parts(lexicon, item.token, mistyped_too=unsure)


def _spread_parts(lexicon: Lexicon, item: QueryWord, heads: list[Match], tails: list[Match]) -> None:
    """Find the entries that hold the parts of a compound; those that hold both are the stronger ones."""
    head, tail = _strongest(lexicon, heads), _strongest(lexicon, tails)
    note = f"{heads[0].shown} + {tails[0].shown}"
    for entry in head.keys() | tail.keys():
        both = weights.PART_HEAD * head.get(entry, 0.0) + weights.PART_TAIL * tail.get(entry, 0.0)
        item.put(entry, Evidence(weights.PART * both, None, note))


def _strongest(lexicon: Lexicon, matches: list[Match]) -> dict[int, float]:
    """Entry -> how strongly it holds one of the matches at best."""
    best: dict[int, float] = {}
    for match in matches:
        for entry, strength in _holders(lexicon, match):
            best[entry] = max(best.get(entry, 0.0), strength)
    return best


def _holders(lexicon: Lexicon, match: Match) -> list[tuple[int, float]]:
    """The entries that hold a match, and how strongly, as sure as the match is."""
    return [(entry, match.sure * weight / 100) for entry, weight in lexicon.holders(match.term, most_read(match))]


def most_read(match: Match) -> int:
    """How many of the entries that hold a match are read at first."""
    return weights.MOST_HOLDERS.get(match.how, weights.MOST_EXACT)
