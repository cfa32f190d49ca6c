"""Postings: which entries hold a word and how strongly, as the index keeps them.

Here goes the encoding alone. Four bytes each, little-endian: the weight's distance from 100 in the highest byte, then
the number of the entry (or of the word, in an entry's own list). As rising numbers the strongest come first. One blob
for a word is written and read ten times faster than a row for every entry. Phrases are packed in the same four bytes,
so that a search reads them without parsing text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import pack, unpack

BYTES = 4  # of one posting
_NUMBER = (1 << 24) - 1  # sixteen million entries, and as many words


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
    return unpack(f"<{len(blob) // BYTES}I", blob)


def to_phrases(phrases: Iterable[Sequence[int]]) -> bytes:
    """Phrases as one blob: their terms four bytes each, and a 0, which is no term, between two phrases."""
    packed: list[int] = []
    for phrase in phrases:
        packed += phrase
        packed.append(0)
    return pack(f"<{len(packed) - 1}I", *packed[:-1]) if packed else b""


def split_phrases(packed: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The phrases of `codes(to_phrases(phrases))`."""
    phrases = []
    start = 0
    for _ in range(packed.count(0)):
        end = packed.index(0, start)
        phrases.append(packed[start:end])
        start = end + 1
    phrases.append(packed[start:])
    return phrases
