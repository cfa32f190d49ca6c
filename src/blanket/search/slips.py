"""Slips: which of the words that a mistyped one may be is the likely one.

Here goes what fingers do, whatever the words are: most slips are one letter too few or too many, changed or swapped
with its neighbour (F. J. Damerau, A technique for computer detection and correction of spelling errors, 1964), the
first letter is seldom wrong (J. J. Pollock and A. Zamora, Automatic spelling correction in scientific and scholarly
text, 1984), and a changed letter mostly lies beside the one that was meant.
"""

from __future__ import annotations

_ROWS = (("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75))  # and how far each is shifted
_PLACES = {key: (row, at + shift) for row, (keys, shift) in enumerate(_ROWS) for at, key in enumerate(keys)}
# Pairs of keys of which one is hit for the other, and vowels that are heard alike: æ and å are a here, and ø is o.
_BESIDE = {
    one + other
    for one, (row, at) in _PLACES.items()
    for other, (other_row, other_at) in _PLACES.items()
    if one != other and abs(row - other_row) <= 1 and abs(at - other_at) <= 1
} | {"ae", "ea", "ao", "oa"}


def is_likely(typed: str, meant: str) -> bool:
    """Whether a word may well be what was typed, of those that are equally few slips away. Both bare."""
    at = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), -1)
    if at < 0:
        return True  # the last letters are missing, or too many
    longer = len(typed) - len(meant)
    if longer == 0 and typed[at + 1 :] == meant[at + 1 :]:
        return typed[at] + meant[at] in _BESIDE
    if longer == 0 and typed[at : at + 2] == meant[at : at + 2][::-1] and typed[at + 2 :] == meant[at + 2 :]:
        return True  # swapped
    if longer == 1 and typed[at + 1 :] == meant[at:]:
        return any(typed[at] == near or typed[at] + near in _BESIDE for near in typed[max(0, at - 1) : at + 2 : 2])
    return at > 0
