"""Help with spelling."""

from __future__ import annotations

import pytest

from blanket.did_you_mean import hint, nearest_name


@pytest.mark.parametrize(
    ("word", "cutoff", "found"),
    [
        ("sogeord", 60, "søgeord"),
        ("SØGEORD", 60, "søgeord"),
        ("titl", 60, "titel"),
        ("retshjaelp", 75, None),
        ("begravelsehjaelp", 75, "begravelseshjaelp"),
        ("", 60, None),
    ],
)
def test_nearest_finds_misspellings_and_not_just_anything(word: str, cutoff: float, found: str | None) -> None:
    assert nearest_name(word, ["titel", "søgeord", "begravelseshjaelp"], cutoff) == found


def test_nearest_of_nothing_is_nothing() -> None:
    assert nearest_name("titel", []) is None


def test_the_hint_names_the_choice_in_its_own_spelling_with_a_blank_before_it() -> None:
    assert hint("b103", ["B102", "B103"]) == " Mente du “B103”?"
    assert hint("noget helt andet", ["B102"]) == ""
