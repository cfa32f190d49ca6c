"""Which line of a guide an uncertain point belongs to: the price, the deadline, the number, a step …

Here goes the reading of `usikkert`, whose points are free sentences. A point that fits no line stays in the full guide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blanket.search.words import content, query_words

# Topic -> the words that make an uncertain point be about it. Danish, as the knowledge base is.
_ABOUT = {
    "pris": r"\b(pris|gebyr|beløb|kost(er|ede)|sats|egenbetaling|takst|betal|loft|rente|gratis)|\bkr\.|grænsen? for",
    "frist": r"\b(frist|varsl|varsel)|(?<!svar)frist(en|er)?\b",
    "nummer": r"\btelefon|\bnummer(et)?\b|\bnumre|åbningstid|\b\d\d \d\d \d\d \d\d\b",
    "hjælp": r"medarbejder|personale|frivillig|\bhjælper(e|en)?\b|\bansat|for borgeren\b|tavshed|samtykke",
    "med": r"\bpapirer\b|skal med\b|\bmedbring|\blegitimation|skal vise\b|\bdokumentation|vedlægg",
}
_NOT_A_PHONE = re.compile(r"(lov|blanket|skema|cpr)\w*(s|ens|ets)? (navn og )?nummer|blanketnum", re.IGNORECASE)
_TOPICS = {topic: re.compile(pattern, re.IGNORECASE) for topic, pattern in _ABOUT.items()}
_LEAST_SHARED = 3  # words of substance that a step and a point about it have in common


def about(uncertain: Sequence[str], topic: str) -> list[str]:
    """The uncertain points about a topic: pris, frist, nummer, hjælp or med."""
    found = [point for point in uncertain if _TOPICS[topic].search(point)]
    return [point for point in found if not _NOT_A_PHONE.search(point)] if topic == "nummer" else found


def doubted_steps(uncertain: Sequence[str], steps: Sequence[str]) -> set[int]:
    """The places of the steps that an uncertain point speaks about: it shares enough words of substance with them."""
    points = [_substance(point) for point in uncertain]
    said = [_substance(step) for step in steps]
    return {at for at, step in enumerate(said) if any(len(step & point) >= _LEAST_SHARED for point in points)}


def _substance(text: str) -> set[str]:
    return {token.bare for token in content(query_words(text)) if len(token.bare) > 2}
