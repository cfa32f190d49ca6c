"""Whether a hit is sure, or shown with a doubt.

Here goes what an entry's evidence says of that, summed up to one number by weights that were fitted to questions with
and without an answer (`python -m bench.fitting`).
"""

from __future__ import annotations

from typing import NamedTuple

from blanket.search import weights
from blanket.search.asking import QueryWord


class Signs(NamedTuple):
    """What a hit's sureness is counted from.

    `phrase`: how well its best phrase fits. `lead`: before the next hit. `length`: words of the query. `akin`, `told`:
    how much of the query it holds by akin words, and by the words themselves as far as each way of matching is trusted.
    `much`: the latter by weight, not as a share. `covered`: the share that it holds in any way. `misses`: whether it
    holds nothing for a rare word of a short query.
    """

    phrase: float
    lead: float
    length: int
    akin: float
    told: float
    much: float
    covered: float
    misses: bool


def is_sure(words: list[QueryWord], entry: int, lead: float, phrase: float) -> bool:
    """Whether a hit is hardly there by chance. `lead`, `phrase`: as in `signs_of`."""
    signs = signs_of(words, entry, lead, phrase)
    sure = (
        weights.SURE_PHRASE * signs.phrase
        + weights.SURE_LEAD * signs.lead
        + weights.SURE_LENGTH * signs.length
        + weights.SURE_AKIN * signs.akin
        + weights.SURE_TOLD * signs.told
        + weights.SURE_MUCH * signs.much
    )
    enough = sure >= weights.SURE and signs.covered >= weights.SURE_COVERED
    return enough and not signs.misses and not _is_guess(words, entry)


def signs_of(words: list[QueryWord], entry: int, lead: float, phrase: float) -> Signs:
    """What speaks for and against a hit.

    `lead`: how far its score is before the next one's. `phrase`: how well its best phrase fits.
    """
    whole = sum(item.weight for item in words)
    told = akin = covered = 0.0
    misses = False
    for item in words:
        if entry in item.evidence:
            found = item.evidence[entry]
            told += item.weight * found.strength * weights.TRUST[found.how]
            covered += item.weight
        if entry in item.akin:
            akin += item.weight * item.akin[entry].strength
        elif entry not in item.evidence and item.weight >= weights.SURE_RARE:
            misses |= len(words) <= weights.SURE_FEW
    return Signs(
        phrase,
        min(lead, weights.SURE_MOST_LEAD),
        min(len(words), weights.SURE_WORDS),
        akin / whole,
        told / whole,
        told,
        covered / whole,
        misses,
    )


def _is_guess(words: list[QueryWord], entry: int) -> bool:
    """Whether nothing but short words that look alike speaks for an entry: hent for hest, muskelsvind for mus."""
    for item in words:
        found = item.evidence.get(entry)
        if found is not None and len(item.token.folded) >= weights.SHORT.get(found.how, 0):
            return False
    return True
