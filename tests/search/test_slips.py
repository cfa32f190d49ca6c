"""Slips: which of two words as near is the likely one."""

from __future__ import annotations

import pytest

from blanket.search.slips import is_likely


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("slat", "skat"),  # a key beside it
        ("lage", "lege"),  # vowels that are heard alike
        ("hanidcap", "handicap"),  # swapped
        ("hanicap", "handicap"),  # one too few
        ("handdicap", "handicap"),  # doubled
        ("hansdicap", "handicap"),  # the key beside it as well
        ("handica", "handicap"),
    ],
)
def test_what_fingers_do_is_likely(typed: str, meant: str) -> None:
    assert is_likely(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nmid", "smid"),  # another first letter, that lies far away
        ("skat", "spat"),  # a key far away
        ("skpat", "skat"),  # a letter too many that lies beside none of its neighbours
        ("mid", "smid"),  # the first letter missing
    ],
)
def test_what_fingers_seldom_do_is_not(typed: str, meant: str) -> None:
    assert not is_likely(typed, meant)
