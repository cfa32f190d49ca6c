"""What HVAD means."""

from __future__ import annotations

import pytest

from blanket.desk.last_search import last_hit, remember
from blanket.desk.meaning import Unclear, entries_meant, entry_meant, hit_numbers, without_cpr
from blanket.errors import BlanketError, Exit
from blanket.search.lookup import Found
from tests.conftest import TASK
from tests.desk.conftest import Opened

TWO = {f"opgaver/skift-{name}.yaml": TASK.replace("skift-laege", f"skift-{name}") for name in ("tand", "fod")}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1", [1]),
        ("1.", [1]),
        ("2)", [2]),
        ("1,2", [1, 2]),
        ("1, 2", [1, 2]),
        ("1 2", [1, 2]),
        ("1. 2.", [1, 2]),
        ("1 og 3", [1, 3]),
        ("1+2", [1, 2]),
        ("2-4", [2, 3, 4]),
        ("01", [1]),
    ],
)
def test_hits_may_be_numbered_as_they_stand(typed: str, numbers: list[int]) -> None:
    assert hit_numbers([typed]) == numbers
    assert hit_numbers(typed.split()) == numbers


@pytest.mark.parametrize(
    "typed", ["100", "1a", "²", "①", "1/2", "4-2", "1-99", "-1", "fd 001", "1 læge", "", "og", "1.5"]
)
def test_anything_else_is_no_hit_number(typed: str) -> None:
    assert hit_numbers([typed]) is None


def test_an_id_a_number_and_words_mean_an_entry(desk: Opened) -> None:
    base = desk()
    remember(["doedsfald", "skift-laege"])
    for typed in ("skift-laege", "2", "2.", "skifte læge"):
        found = entry_meant(base, [typed])
        assert isinstance(found, Found)
        assert found.id == "skift-laege"


def test_several_numbers_ask_where_one_is_meant_and_count_where_several_are(desk: Opened) -> None:
    base = desk()
    remember(["doedsfald", "skift-laege"])
    unclear = entry_meant(base, ["1,2"])
    assert isinstance(unclear, Unclear)
    assert [hit.id for hit in unclear.candidates] == ["doedsfald", "skift-laege"]
    several = entries_meant(base, ["2", "1"])
    assert not isinstance(several, Unclear)
    assert [found.id for found in several] == ["skift-laege", "doedsfald"]


def test_each_argument_that_names_an_entry_is_one_and_words_together_are_one(desk: Opened) -> None:
    base = desk()
    named = entries_meant(base, ["skift-laege", "doedsfald"])
    assert not isinstance(named, Unclear)
    assert [found.id for found in named] == ["skift-laege", "doedsfald"]
    words = entries_meant(base, ["skifte", "læge"])
    assert not isinstance(words, Unclear)
    assert [found.id for found in words] == ["skift-laege"]


def test_words_that_may_be_several_entries_are_asked_about(desk: Opened) -> None:
    unclear = entry_meant(desk(TWO), ["skift"])
    assert isinstance(unclear, Unclear)
    assert len(unclear.candidates) == 3
    assert "skift" in unclear.heading


def test_nothing_is_said_to_be_nothing(desk: Opened) -> None:
    with pytest.raises(BlanketError) as refused:
        entry_meant(desk(), ["xqxqxq"])
    assert refused.value.code == Exit.NOTHING_FOUND


def test_a_number_without_a_search_says_how_to_get_one(desk: Opened) -> None:
    base = desk()
    with pytest.raises(BlanketError, match="ingen søgning"):
        entry_meant(base, ["1"])
    remember(["skift-laege"])
    with pytest.raises(BlanketError, match="nummer 2"):
        last_hit(2)


def test_a_hit_that_is_gone_is_said_to_be_gone(desk: Opened) -> None:
    base = desk()
    remember(["var-her-i-gaar"])
    with pytest.raises(BlanketError, match="var-her-i-gaar"):
        entry_meant(base, ["1"])


def test_a_broken_entry_is_named_with_its_place_and_cure(desk: Opened) -> None:
    base = desk({"opgaver/halv.yaml": "id: halv\ntitel: [\n"})
    with pytest.raises(BlanketError, match=r"halv\.yaml:\d+:\d+") as refused:
        entry_meant(base, ["halv"])
    assert refused.value.code == Exit.UNUSABLE
    assert refused.value.cure
    assert any("1 opslag kan ikke læses" in note for note in base.notes)


def test_a_cpr_number_over_several_arguments_is_cut_and_said_so(desk: Opened) -> None:
    base = desk()
    assert without_cpr(base, ["læge", "010190", "1234"]) == ["læge"]
    assert len(base.notes) == 1
    assert without_cpr(base, ["læge", "70", "12", "80", "63"]) == ["læge", "70", "12", "80", "63"]
    assert len(base.notes) == 1
