"""Two changes of one value become one value where both can stand, and none where they are about the same words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from blanket.kb.layers.three_way import changes, merged

STEP = "Ring til din kommune. Det koster 225 kr."


@pytest.mark.parametrize(
    ("was", "ours", "now", "both"),
    [
        (STEP, STEP.replace("din kommune", "Borgerservice"), STEP.replace("225", "245"),
         "Ring til Borgerservice. Det koster 245 kr."),
        (STEP, STEP.replace("225", "235"), STEP.replace("225", "245"), UNSET),
        # a sum is one word: nothing comes out that nobody wrote
        ("Det er 1.225 kr.", "Det er 1.325 kr.", "Det er 1.226 kr.", UNSET),
        (STEP, STEP, "Andet.", "Andet."),
        (STEP, "Andet.", STEP, "Andet."),
        (STEP, "Andet.", "Andet.", "Andet."),
        (["a", "b", "c"], ["a", "b", "c", "d"], ["x", "b", "c"], ["x", "b", "c", "d"]),
        (["a", "b"], ["a", "y"], ["a", "z"], UNSET),
        ({"t": "a", "år": 2026}, {"t": "b", "år": 2026}, {"t": "a", "år": 2027}, {"t": "b", "år": 2027}),
        ({"a": 1}, {"a": 1, "b": 2}, {"a": 1, "c": 3}, {"a": 1, "b": 2, "c": 3}),
        ({"a": 1, "b": 1}, {"a": 1}, {"a": 1, "b": 2}, UNSET),
        (2026, 2027, 2028, UNSET),
        ("a", ["a"], "b", UNSET),
    ],
)  # fmt: skip
def test_both_changes_stand_or_somebody_is_asked(was: Any, ours: Any, now: Any, both: Any) -> None:
    assert merged(was, ours, now) == both


VALUES = st.recursive(
    st.text("ab 12.", max_size=8) | st.integers(0, 3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=6,
)


@given(VALUES, VALUES)
def test_a_change_of_one_side_alone_is_taken_whole(was: Any, new: Any) -> None:
    assert merged(was, new, was) == new
    assert merged(was, was, new) == new
    assert merged(was, new, new) == new


def test_what_became_what_is_said_in_whole_words() -> None:
    assert changes(STEP, STEP.replace("225", "245")) == [("225", "245")]
    assert changes("Ring.", "Ring inden 14 dage.") == [("", "inden 14 dage")]
    assert changes("Ring straks til os.", "Ring til os.") == [("straks", "")]
    assert changes(STEP, STEP) == []
