"""What tjek says of vouches: those that an edit ended, of no entry, and lines that cannot be read."""

from __future__ import annotations

from datetime import date

from blanket.kb.review.checking import check
from tests.conftest import SMALL_BASE, WriteKb, vouched

TODAY = date(2026, 11, 27)


def notes_of(files: dict[str, str], write_kb: WriteKb) -> str:
    return "\n".join(check([write_kb(files)], None, TODAY).notes)


def test_a_vouch_that_holds_is_not_mentioned(write_kb: WriteKb) -> None:
    assert notes_of({**SMALL_BASE, **vouched(SMALL_BASE, "skift-laege")}, write_kb) == ""


def test_a_vouch_that_an_edit_ended_is_named(write_kb: WriteKb) -> None:
    edited = SMALL_BASE["opgaver/skift-laege.yaml"].replace("70 12 80 63", "70 12 80 64")
    files = {**SMALL_BASE, **vouched(SMALL_BASE, "skift-laege"), "opgaver/skift-laege.yaml": edited}
    assert "1 opslag (skift-laege)" in notes_of(files, write_kb)


def test_a_vouch_of_no_entry_and_a_broken_line_are_named(write_kb: WriteKb) -> None:
    line = "borte\t0123456789abcdef\t2026-11-01\tMette\tBorgerservice\n"
    said = notes_of({**SMALL_BASE, "kontrol.tsv": f"{line}halv\n"}, write_kb)
    assert "borte" in said
    assert "kontrol.tsv:2" in said


def test_an_old_key_is_said_to_be_bound_to_nothing(write_kb: WriteKb) -> None:
    old = SMALL_BASE["opgaver/skift-laege.yaml"] + "kontrolleret: {dato: 2026-11-01, af: Mette}\n"
    assert "--flyt" in notes_of({**SMALL_BASE, "opgaver/skift-laege.yaml": old}, write_kb)
