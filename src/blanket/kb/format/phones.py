"""Telephone numbers in running text: finding those that are not written in pairs, and their right form.

Danish numbers have eight digits and are read and rung most easily in pairs: 70 12 80 63.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?<![\w.,/=#-])"
    r"(?P<country>\(?(?:\+|00)\s?45\)?[ \u00a0-]?)?"
    r"(?P<digits>[2-9]\d{7}|[2-9]\d{3}[ .\u00a0–-]\d{4}|[2-9]\d(?:[ .\u00a0–-]\d\d){3}|[2-9]\d{2}[ .-]\d{2}[ .-]\d{3})"
    r"(?![\w/=#-]|[.,]\d)"
)
MAYBE_NUMBER = re.compile(r"[2-9]\d(?:[ .\u00a0–-]?\d){6}")  # every such number holds this, which is quick to look for
COUNTRY = "+45"  # what is written before a Danish number for those who ring from abroad
_PAIRS = re.compile(r"\d\d(?:[ \u00a0]\d\d){3}")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_YEARS = re.compile(r"(?:19|20)\d\d[–-](?:19|20)\d\d")
# Eight digits that are no telephone number say so just before them.
_OTHER = re.compile(
    r"\b(?:CVR|SE|EAN|P|j\.?|(?:konto|reg|registrerings|sags?|journal)\.?)-?\s?(?:nr\.?|nummer)?\W{0,3}$", re.IGNORECASE
)
_MONEY = re.compile(r"\s*(?:kr|kroner|euro)\b")


@dataclass(frozen=True, slots=True)
class LooseNumber:
    """A number as it was typed, where it begins, how it is written in pairs, and so without the country's number."""

    typed: str
    start: int
    pairs: str
    national: str


def in_pairs(text: str) -> str | None:
    """A whole text as a Danish number in pairs; None when it is no number of eight digits."""
    digits = re.sub(r"[\s.()/–-]", "", text)
    digits = re.sub(r"^(?:\+|00)45(?=\d{8}$)", "", digits)
    if not re.fullmatch(r"[2-9][0-9]{7}", digits):
        return None
    return " ".join(digits[at : at + 2] for at in range(0, 8, 2))


def loose_numbers(text: str) -> Iterator[LooseNumber]:
    """The telephone numbers of a text that are not in pairs. Dates, years, amounts and numbers of firms are none."""
    for match in _numbers(text):
        digits, country = match["digits"], match["country"] or ""
        pairs = in_pairs(digits)
        if pairs and not (_PAIRS.fullmatch(digits) and country in ("", f"{COUNTRY} ")):
            yield LooseNumber(match.group(), match.start(), f"{COUNTRY} {pairs}" if country else pairs, pairs)


def numbers_in(text: str) -> Iterator[str]:
    """The telephone numbers of a text in pairs, however they are typed, without the country's number."""
    return (pairs for match in _numbers(text) if (pairs := in_pairs(match["digits"])))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """What is a telephone number of eight digits in a text."""
    if not MAYBE_NUMBER.search(text):  # most texts have none
        return
    for match in _NUMBER.finditer(text):
        digits = match["digits"]
        other = _DAY.fullmatch(digits) or _YEARS.fullmatch(digits) or _OTHER.search(text[: match.start()])
        if not other and not _MONEY.match(text, match.end()):
            yield match
