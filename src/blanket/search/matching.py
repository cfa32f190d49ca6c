"""Matching one word of a query with the words of the index: exact, beginning, end, parts of a compound, mistyped.

Here goes how two words can be the same or alike, and how sure each way is. Which entry wins is settled in `ranking`.
Nothing here reads the whole vocabulary: every question to the lexicon is for a word's beginning or end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from blanket.search import weights
from blanket.search.lexicon import Lexicon
from blanket.search.slips import is_likely
from blanket.search.words import STOP_WORDS, Token, bare, word

LINKS = ("", "s", "e")  # what Danish puts between the parts of a compound
ENDINGS = ("erne", "ene", "en", "et", "er", "ne", "e", "s")  # what nouns are inflected with
# What compounds are often made with: papers, and heads too short to be looked for. Folded.
TAILS = ("attest", "bevis", "gebyr", "erklaering", "ansoegning", "skema", "formular", "fuldmagt", "blanket", "kort")
HEADS = ("el", "mini", "hjemme", "web")


class Match(NamedTuple):
    """A word of the index that a word of the query may stand for.

    `term`: its number. `sure`: 0 to 1. `how`: exact, begun, prefix, suffix, part, typo, like (a slip of it, but
    a word itself) or said. `shown`: the word.
    `df`: how many entries hold it.
    """

    term: int
    sure: float
    how: str
    shown: str
    df: int


Split = tuple[list[Match], list[Match]]  # the heads and the tails that a compound may be made of


def typo_limit(length: int) -> int:
    """How many slips a word of so many letters may hold."""
    return (length >= weights.ONE_SLIP_FROM) + (length >= weights.TWO_SLIPS_FROM)


def exact(lexicon: Lexicon, token: Token) -> list[Match]:
    """The index's own word, in any inflection and any spelling of æ ø å."""
    known = lexicon.exact(token.stem, token.bare)
    named = any(found.stem == token.stem for found in known)
    matches = []
    for found in known:
        if found.stem == token.stem:
            sure = weights.EXACT
        elif named or len(found.stem) < len(token.stem):  # whoever types an ø means it: spørre is no spor
            sure = weights.OTHER_WORD
        else:
            sure = weights.SPELT_BARE
        matches.append(Match(found.n, sure, "exact", found.shown, found.df))
    return matches


def alike(lexicon: Lexicon, token: Token) -> list[Match]:
    """Words that begin or end with the word: støtte finds boligstøtte, bolig finds boligstøtte."""
    matches: list[Match] = []
    if token.number:
        return matches
    # A short word's stem begins too many others: a kone is in no kontrol.
    typed = token.bare if len(token.bare) >= weights.SURE_STEM_FROM else bare(token.folded)
    length = len(typed)
    if length >= weights.MIN_PREFIX:
        for found in lexicon.longer(typed, at_end=False, most=weights.MOST_ALIKE):
            if length < weights.SURE_START_FROM and len(found.bare) - length < weights.MIN_REST:
                continue  # an ending, so another word: frit and fritage
            sure = weights.PREFIX_LEAST + weights.PREFIX_FULL * length / len(found.bare)
            matches.append(Match(found.n, sure, "prefix", found.shown, found.df))
    if len(token.bare) >= weights.MIN_SUFFIX:
        for found in lexicon.longer(token.bare, at_end=True, most=weights.MOST_ALIKE):
            sure = weights.SUFFIX_LEAST + weights.SUFFIX_FULL * len(token.bare) / len(found.bare)
            matches.append(Match(found.n, sure, "suffix", found.shown, found.df))
    return matches


def begun(lexicon: Lexicon, token: Token) -> list[Match]:
    """The words that somebody may be about to write: those of which an inflection begins with what stands there."""
    typed = bare(token.folded)
    if len(typed) < weights.MIN_BEGUN:
        return []
    forms = lexicon.forms(typed, len(typed), len(typed) + weights.MOST_TO_COME, at_end=False, most=weights.MOST_BEGUN)
    letters: dict[int, int] = {}  # word -> those of its shortest inflection that begins so
    for term, form in forms:
        letters[term] = min(len(form), letters.get(term, len(form)))
    matches = []
    for found in lexicon.words(letters):
        sure = weights.BEGUN_LEAST + weights.BEGUN_FULL * len(typed) / letters[found.n]
        matches.append(Match(found.n, sure, "begun", found.shown, found.df))
    return matches


def begun_lay_keys(lexicon: Lexicon, tokens: Sequence[Token]) -> list[str]:
    """The lay words or phrases of so many words that somebody may be about to write."""
    *before, last = tokens
    typed = " ".join([*(token.bare for token in before), bare(last.folded)])
    if len(last.folded) < weights.MIN_BEGUN_LAY:
        return []
    keys = lexicon.lay_keys(typed, len(typed), len(typed) + weights.MOST_TO_COME)
    return [key for key in keys if key.count(" ") == len(before)][: weights.MOST_BEGUN_LAY]


def other_endings(lexicon: Lexicon, token: Token) -> list[Match]:
    """A word of another language with another ending: Wohnungen for Wohnung, emeklilik for emekli."""
    typed = bare(token.folded)
    if token.number or len(typed) < weights.MIN_OTHER:
        return []
    matches = []
    size = max(weights.MIN_OTHER - 1, round(weights.OTHER_SHARE * len(typed)))
    least, longest = size, round(len(typed) / weights.OTHER_SHARE)
    near = dict(lexicon.forms(typed[:size], least, longest, at_end=False, most=weights.MOST_ALIKE))
    for found in lexicon.words(near):
        matches.append(Match(found.n, weights.OTHER_ENDING, "typo", found.shown, found.df))
    return matches


def mistyped(lexicon: Lexicon, token: Token, *, extra: int = 0) -> list[Match]:
    """Words that differ by few slips: a letter dropped, doubled, changed or swapped with its neighbour.

    Candidates share an end or a beginning with the word: few slips leave a piece of it whole (the pigeonhole filter;
    G. Navarro, A guided tour to approximate string matching, 2001). `extra` allows more slips than usual.
    """
    if token.number:
        return []
    best: dict[int, float] = {}
    for target in token.spellings:
        limit = typo_limit(len(target)) + (extra if len(target) >= weights.MORE_SLIPS_FROM else 0)
        for term, sure in _meant(lexicon, target, limit).items():
            best[term] = max(sure, best.get(term, 0.0))
    surest = max(best.values(), default=0.0)
    ending = next((end for end in ENDINGS if token.spellings[0].endswith(end)), "")
    target = token.spellings[0].removesuffix(ending)
    if ending and surest <= weights.TWO_SLIPS and len(target) >= weights.SURE_INFLECTED_FROM:
        best = _meant(lexicon, target, 1) or best  # not in this inflection, but in another
        surest = max(best.values(), default=0.0)
    terms = [term for term in sorted(best) if best[term] >= weights.UNLIKELY * surest][: weights.MOST_ALIKE]
    return [Match(found.n, best[found.n], "typo", found.shown, found.df) for found in lexicon.words(terms)]


def _meant(lexicon: Lexicon, target: str, limit: int) -> dict[int, float]:
    """The words of the index that lie the fewest slips from some letters, and how sure each is."""
    if not limit:
        return {}
    from rapidfuzz import process  # 15 ms to import: only for words that the index does not hold
    from rapidfuzz.distance import OSA

    choices = {pair: pair[1] for pair in sorted(_forms_near(lexicon, target, limit))}
    near = process.extract(target, choices, scorer=OSA.distance, score_cutoff=limit, limit=None)
    fewest = min((slips for _, slips, _ in near), default=0)
    terms = {term for _, slips, (term, _) in near if slips == fewest}
    likely = {term for form, slips, (term, _) in near if slips == fewest and is_likely(target, form)}
    sure = sure_after(fewest)
    return {term: sure * (1.0 if term in likely or not likely else weights.UNLIKELY) for term in terms}


def sure_after(slips: int) -> float:
    """How sure a word is that is so many slips from what was typed."""
    by_slips = (weights.NO_SLIP, weights.ONE_SLIP, weights.TWO_SLIPS)
    return by_slips[slips] if slips < len(by_slips) else weights.MORE_SLIPS


def _forms_near(lexicon: Lexicon, target: str, limit: int) -> set[tuple[int, str]]:
    """The forms that share a piece with the target at their beginning or end, and are about as long."""
    size = max(1, len(target) // (limit + 2))  # one more piece: letters swapped over a joint break two of them
    least, longest, most = len(target) - limit, len(target) + limit, weights.MOST_FORMS
    return {
        *lexicon.forms(target[:size], least, longest, at_end=False, most=most),
        *lexicon.forms(target[-size:], least, longest, at_end=True, most=most),
    }


def stop_word_meant(token: Token) -> Token | None:
    """The word that says nothing of which a word is one slip: ikke of ikkke. Nobody errs in the first letter."""
    if len(token.folded) < weights.ONE_SLIP_FROM:
        return None
    from rapidfuzz.distance import OSA

    begins = token.folded[0]
    near = (stop for stop in STOP_WORDS if stop[0] == begins and len(stop) >= weights.ONE_SLIP_FROM)
    meant = [stop for stop in near if OSA.distance(token.folded, stop, score_cutoff=1) <= 1]
    likely = [stop for stop in meant if is_likely(token.folded, stop)]
    return word(min(likely)) if likely else None


def lay_words_meant(lexicon: Lexicon, token: Token) -> dict[str, float]:
    """The keys of the lay words of which a word is a slip, when neither index nor glossary has it as it stands.

    And how sure each of them is. Nobody errs in the first letter.
    """
    target = bare(token.folded)
    limit = typo_limit(len(target))
    if not limit or token.number:
        return {}
    from rapidfuzz.distance import OSA

    slips: dict[str, int] = {}
    for key in lexicon.lay_keys(target[:1], len(token.bare) - limit, len(target) + limit):
        if " " not in key:
            slips[key] = min(OSA.distance(typed, key, score_cutoff=limit) for typed in (target, token.bare))
    fewest = min(slips.values(), default=limit + 1)
    return {key: sure_after(count) for key, count in slips.items() if count == fewest <= limit}


def without_known_part(lexicon: Lexicon, token: Token) -> list[Match]:
    """A word without a head or tail that compounds are often made with: a skilsmissebevis has to do with a skilsmisse.

    So it is when the index has no such word, and before a slip is looked for: an udrejseskema is no indrejseskema.
    """
    text, matches = token.folded, []
    for tail in TAILS:
        head = text.removesuffix(tail)
        if head != text and len(head) >= weights.MIN_PART:
            heads = exact(lexicon, word(head)) or exact(lexicon, word(head.removesuffix("s").removesuffix("e")))
            matches += heads
            matches += [match._replace(sure=weights.PART_TAIL) for match in exact(lexicon, word(tail)) if heads]
    for head in HEADS:
        rest = bare(text.removeprefix(head))
        if rest != bare(text) and len(rest) >= weights.MIN_SUFFIX:
            forms = lexicon.forms(rest, len(rest), len(rest) + 8, at_end=True, most=weights.MOST_ALIKE)
            matches += [
                Match(found.n, weights.EXACT, "part", found.shown, found.df)
                for found in lexicon.words(term for term, _ in forms)
            ]
    return [match._replace(sure=weights.KNOWN_PART * match.sure, how="part") for match in matches]


def parts(lexicon: Lexicon, token: Token, *, mistyped_too: bool = False) -> list[Split]:
    """The two best ways to cut a compound into two words that the index holds: lægeskift is læge and skift.

    `mistyped_too`: one of the two may be mistyped (tandlægereginng), when nothing else fits.
    """
    least = weights.MIN_PART
    length = len(token.folded)
    ways: list[tuple[int, Split]] = []
    for cut in range(least, length - least + 1):
        shorter = min(cut, length - cut)
        split = _split_at(lexicon, token.folded, cut, mistyped_too=mistyped_too and shorter > least)
        if split:
            ways.append((shorter, split))
    ways.sort(key=lambda way: -way[0])
    return [split for _, split in ways[:2]]


def _split_at(lexicon: Lexicon, text: str, cut: int, *, mistyped_too: bool) -> Split | None:
    """The two words of a compound that is cut at a place, the head without its link if need be."""
    head, tail = word(text[:cut]), word(text[cut:])
    tails = exact(lexicon, tail)
    if not tails and not mistyped_too:
        return None
    heads = exact(lexicon, head)
    if not heads and text[cut - 1] in LINKS and cut > weights.MIN_PART:
        heads = exact(lexicon, word(text[: cut - 1]))
    if mistyped_too and bool(heads) != bool(tails):
        heads = heads or mistyped(lexicon, head)
        tails = tails or mistyped(lexicon, tail)
    return (heads, tails) if heads and tails else None


def known_tail(lexicon: Lexicon, token: Token) -> list[Match]:
    """The longest end of a word that the index has, for one of which nothing else is known: a venskabsfuldmagt."""
    for cut in range(weights.MIN_PART, len(token.folded) - weights.MIN_TAIL + 1):
        tails = exact(lexicon, word(token.folded[cut:]))
        if tails:
            return [match._replace(sure=weights.TAIL * match.sure, how="suffix") for match in tails]
    return []


def bare_key(tokens: Sequence[Token]) -> str:
    """The key of a phrase in the glossary: its words' bare stems."""
    return " ".join(token.bare for token in tokens)
