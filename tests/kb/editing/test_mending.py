"""Mending: what is safe is mended, everything else in the file stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from blanket.kb.editing.mending import mend
from blanket.kb.format.reading import read_bytes
from tests.conftest import PLACE, SMALL_BASE
from tests.kb.mutated import mutated_entries
from tests.kb.samples import GOOD_TASK, swapped

FILE = Path("kb/opgaver/skift-laege.yaml")


def mended(text: str, file: Path = FILE) -> str:
    return mend(text.encode(), file).decode()


@pytest.mark.parametrize("name", SMALL_BASE)
def test_what_is_in_order_stays_as_it_is(name: str) -> None:
    assert mended(SMALL_BASE[name], Path("kb") / name) == SMALL_BASE[name]


def test_a_good_task_stays_as_it_is() -> None:
    assert mended(GOOD_TASK) == GOOD_TASK


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ('"70128063"', '"70 12 80 63"'),
        ("'7012 8063'", "'70 12 80 63'"),
        ('"+45 70 12 80 63"', '"70 12 80 63"'),
        ("70128063", '"70 12 80 63"'),
        ("7012-8063 # ring", "70 12 80 63 # ring"),
    ],
)
def test_the_number_of_a_contact_comes_in_pairs(typed: str, after: str) -> None:
    assert mended(swapped(GOOD_TASK, '"70 12 80 63"', typed)) == swapped(GOOD_TASK, '"70 12 80 63"', after)


@pytest.mark.parametrize("number", ["7012806", "112", '"1813"', "10 20 30 40 50", "ingen"])
def test_what_is_no_number_of_eight_digits_is_let_be(number: str) -> None:
    text = swapped(GOOD_TASK, '"70 12 80 63"', number)
    assert mended(text) == text


def test_numbers_in_running_text_come_in_pairs_and_comments_stay() -> None:
    text = swapped(GOOD_TASK, "Ring til kommunen.", "Ring 70128063 eller +45 3398-0010.") + "# 70128063\n"
    after = mended(text)
    assert "Ring 70 12 80 63 eller +45 33 98 00 10." in after
    assert after.endswith("# 70128063\n")


@pytest.mark.parametrize(
    "typed",
    [
        "+4570128063",
        "+45 70128063",
        "004570128063",
        "00 45 70128063",
        "(+45)70128063",
        "(+45) 70 12 80 63",
        "+4570 12 80 63",
        "+45-70 12 80 63",
    ],
)
def test_the_number_of_denmark_stays_in_front_and_apart(typed: str) -> None:
    assert "“Ring +45 70 12 80 63.”" in mended(swapped(GOOD_TASK, "Ring til kommunen.", f"“Ring {typed}.”"))


def test_a_number_with_that_of_denmark_is_in_order_in_one_way() -> None:
    text = swapped(GOOD_TASK, "Ring til kommunen.", "Ring +45 70 12 80 63.")
    assert mended(text) == text


@pytest.mark.parametrize("where", ["usikkert: [Er det 70128063?]", "personale: {noter: [Ring 70128063]}"])
def test_what_no_citizen_reads_is_let_be(where: str) -> None:
    assert where in mended(f"{GOOD_TASK}{where}\n")


@pytest.mark.parametrize(
    "other", ["CVR 70128063", "konto 70128063", "20261122", "70128063 kr.", "https://a.dk/70128063"]
)
def test_other_long_numbers_are_let_be(other: str) -> None:
    text = swapped(GOOD_TASK, "Ring til kommunen.", f'"Se {other}"')
    assert mended(text) == text


def test_keys_come_in_order_with_the_comments_above_them() -> None:
    text = "# Øverst\nid: a\nemne: sundhed # her\n\n# om titlen\ntitel: |\n  Skift\nkort: x\n# til sidst\n"
    after = "# Øverst\nid: a\n\n# om titlen\ntitel: |\n  Skift\nemne: sundhed # her\nkort: x\n# til sidst\n"
    assert mended(text) == after


def test_keys_in_windows_lines_with_byte_order_mark_and_no_last_line_end() -> None:
    text = "id: a\r\nkort: x\r\ntitel: Skift"
    assert mend(b"\xef\xbb\xbf" + text.encode(), FILE) == b"\xef\xbb\xbf" + b"id: a\r\ntitel: Skift\r\nkort: x\r\n"


@pytest.mark.parametrize(
    "text", ["{titel: a, id: b}\n", "titel: a\nid: [\n", "", "- id: a\n", "titel: a\nid: b\n...\n"]
)
def test_what_cannot_be_mended_safely_is_let_be(text: str) -> None:
    assert mended(text) == text


def test_files_that_are_no_entry_are_let_be() -> None:
    text = "titel: a\nid: 70128063\n"
    assert mended(text, Path("kb/ordbog.yaml")) == text


def test_places_are_mended_too() -> None:
    text = swapped(PLACE, '"33 98 00 10"', '"33980010"')
    assert mended(text, Path("kb/steder/mitid-support.yaml")) == PLACE


@settings(max_examples=150, deadline=None)
@given(mutated_entries())
def test_whatever_a_file_holds_mending_changes_no_more_than_numbers_and_order(entry: tuple[str, bytes]) -> None:
    name, content = entry
    file = Path("kb") / name
    after = mend(content, file)
    before = read_bytes(content, file)
    if after != content:
        again = read_bytes(after, file)
        assert again.problems == []
        assert sorted(again.data) == sorted(before.data)
        assert mend(after, file) == after
