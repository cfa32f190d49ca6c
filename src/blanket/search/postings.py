"""Postings: which entries hold a word and how strongly, as the index keeps them.

Here goes the encoding alone. Four bytes each, little-endian: the weight's distance from 100 in the highest byte, then
the number of the entry (or of the word, in an entry's own list). As rising numbers the strongest come first. One blob
for a word is written and read ten times faster than a row for every entry. Phrases are packed in the same four bytes,
so that a search reads them without parsing text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from struct import error as StructError  # noqa: N812  # it is a class
from struct import pack, unpack

BYTES = 4  # of one posting
Phrases = tuple[tuple[int, ...], tuple[int, ...]]  # where each phrase ends, and the terms of all
_NUMBER = (1 << 24) - 1  # sixteen million entries, and as many words


class DamagedIndexError(Exception):
    """A row of the index does not hold what was written there."""


def code(number: int, weight: int) -> int:
    """One posting. `number`: of the entry or word. `weight`: in hundredths."""
    return (100 - weight) << 24 | number


def to_blob(codes: Iterable[int]) -> bytes:
    """Postings, the strongest first."""
    ordered = sorted(codes)
    return pack(f"<{len(ordered)}I", *ordered)


def from_blob(blob: bytes) -> list[tuple[int, int]]:
    """Number and weight of each posting, the strongest first."""
    return [(item & _NUMBER, 100 - (item >> 24)) for item in codes(blob)]


def codes(blob: bytes) -> tuple[int, ...]:
    """The postings as they were given to `to_blob`, in order."""
    try:
        return unpack(f"<{len(blob) // BYTES}I", blob)
    except (StructError, TypeError) as error:
        raise DamagedIndexError("postings") from error


def whole_number(kept: object) -> int:
    """A number that the index keeps as text."""
    try:
        return int(str(kept))
    except ValueError as error:
        raise DamagedIndexError("meta") from error


def to_phrases(phrases: Sequence[Sequence[int]]) -> bytes:
    """Phrases as one blob, four bytes a number: how many there are, where each ends, and all their terms."""
    ends = accumulate(len(phrase) for phrase in phrases)
    packed = [len(phrases), *ends, *chain.from_iterable(phrases)]
    return pack(f"<{len(packed)}I", *packed)


def from_phrases(blob: bytes) -> Phrases:
    """What `to_phrases` packed."""
    packed = codes(blob)
    first = packed[0] + 1 if packed else 0
    ends, terms = packed[1:first], packed[first:]
    if len(ends) != first - 1 or (ends and (ends[-1] != len(terms) or sorted(ends) != list(ends))):
        raise DamagedIndexError("phrases")
    return ends, terms


def split_phrases(phrases: Phrases) -> list[tuple[int, ...]]:
    """The terms of each phrase."""
    ends, terms = phrases
    return [terms[start:end] for start, end in zip((0, *ends), ends, strict=False)]
