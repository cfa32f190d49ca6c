"""Amounts and claims by year, reforms with their ids, and numbers in free text."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bench import reforms as reforms_command
from blanket.guide.screens.status_page import status_text
from blanket.kb.base import load
from blanket.kb.reforms import read_reforms, reforms_page
from blanket.kb.review.ages import UNKNOWN, Ages, ages_of, page_year
from blanket.kb.review.status import status_data, status_of
from tests.conftest import PLACE, SMALL_BASE, TASK, WriteKb
from tests.kb.samples import GOOD_TASK, TODAY, swapped

DAY = date(2026, 11, 22)
DATED = (
    TASK + "kilder:\n- {navn: A, læst: 2026-11, sidens_dato: 2019-03}\n- {navn: B, læst: 2026-11, sidens_dato: YEAR}\n"
)
MONEY = """\
gebyr:
- {tekst: Det koster 225 kr., år: 2025, kilde: Loven}
- {tekst: Før var det 200 kr. i 2023., kilde: Loven}
godt_at_vide: [Et brev koster 240 kr. i 2026 og kostede 25 kr. i 2020., Det er 10 kroner.]
personale: {noter: [Højst 1.000 kr. (2024)]}
"""


def ages(write_kb: WriteKb, task: str) -> Ages:
    return ages_of(load([write_kb({"opgaver/skift-laege.yaml": task})]).entries.values())


def test_amounts_are_counted_by_their_own_year_or_the_last_that_their_text_names(write_kb: WriteKb) -> None:
    counted = ages(write_kb, TASK + MONEY).amounts
    assert counted == Counter({"2025": 1, "2023": 1, "2026": 2, UNKNOWN: 1, "2024": 1})


@pytest.mark.parametrize(("year", "old"), [("2021", True), ("2022", False), ("2026-01-01", False)])
def test_an_entry_is_as_old_as_its_newest_page(write_kb: WriteKb, year: str, old: bool) -> None:
    quoted = f'"{year}"' if len(year) == 4 else year
    found = ages(write_kb, DATED.replace("YEAR", quoted))
    assert found.claims == Counter({year[:4]: 2})  # who decides, and the summary
    assert found.old == (["skift-laege"] if old else [])


def test_without_a_pages_date_its_age_is_not_known(write_kb: WriteKb) -> None:
    base = load([write_kb({"opgaver/skift-laege.yaml": GOOD_TASK})])
    assert page_year(base.entries["skift-laege"]) == ""
    assert ages_of(base.entries.values()).claims.keys() == {UNKNOWN}


def test_the_status_says_it_in_words_and_as_data(write_kb: WriteKb) -> None:
    folder = write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": DATED.replace("YEAR", '"2021"') + MONEY})
    status = status_of(load([folder]), DAY)
    text = status_text(status, 200)
    assert "2026: 2, 2025: 1, 2024: 1, 2023: 1, ukendt: 1" in text
    assert "fra før 2022  1" in text
    data = status_data(status)
    assert data["beløb_efter_år"]["2026"] == 2
    assert data["kun_sider_før_2022"] == ["skift-laege"]


# --- Numbers in free text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Det kostede 225 kr. i 2024", "Det er gratis", "Ring 70 12 80 63", "CVR 33980010", "Fra 2026 er det 5 kr.",
        "Konto 33980010", "Kreds 12", "Ring 112",
    ],
)  # fmt: skip
def test_what_is_no_amount_without_a_year_and_no_strange_number(write_kb: WriteKb, text: str) -> None:
    task = swapped(GOOD_TASK, "Ring til kommunen.", text)
    assert load([write_kb({"opgaver/skift-laege.yaml": task})], advise=TODAY).problems == []


def test_a_number_that_a_place_anywhere_has_is_known(write_kb: WriteKb) -> None:
    task = swapped(GOOD_TASK, "Ring til kommunen.", "Ring 33 98 00 10.")
    files = {"opgaver/skift-laege.yaml": task}
    assert "B132" in [found.code for found in load([write_kb(files, "alone")], advise=TODAY).problems]
    base = load([write_kb({**files, "steder/mitid-support.yaml": PLACE}, "known")], advise=TODAY)
    assert "B132" not in [found.code for found in base.problems]


# --- Reforms --------------------------------------------------------------------------------------------------------

REFORM = """\
reformer:
- reform: Lægereform
  i_kraft: 1. januar 2026
  hvad: Du vælger selv.
  opslag: [skift-laege]
  kilde: [https://www.ft.dk/]
  sikker: nej
"""


def test_a_reform_names_entries_that_there_are(write_kb: WriteKb) -> None:
    folder = write_kb({**SMALL_BASE, "reformer.yaml": REFORM})
    assert load([folder]).problems == []
    wrong = write_kb({**SMALL_BASE, "reformer.yaml": REFORM.replace("skift-laege", "skift-tandlaege")}, "wrong")
    (found,) = load([wrong]).problems
    assert (found.code, found.file, found.line, found.column) == ("B031", wrong / "reformer.yaml", 5, 12)


def test_a_reform_without_a_source_is_wrong(write_kb: WriteKb) -> None:
    folder = write_kb({**SMALL_BASE, "reformer.yaml": REFORM.replace("  kilde: [https://www.ft.dk/]\n", "")})
    assert [found.code for found in load([folder]).problems] == ["B021"]


def test_the_page_says_what_and_when_and_that_it_is_uncertain(write_kb: WriteKb) -> None:
    reforms, problems = read_reforms([write_kb({"reformer.yaml": REFORM})], bool)
    page = reforms_page(reforms)
    assert problems == []
    for part in (
        "## Lægereform",
        "Gælder fra: 1. januar 2026",
        "Du vælger selv.",
        "Usikkert",
        "`skift-laege`",
        "<https",
    ):
        assert part in page


def test_the_shipped_page_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = reforms_command.PAGE.read_text(encoding="utf-8")
    monkeypatch.setattr(reforms_command, "PAGE", tmp_path / "reformer.md")
    assert reforms_command.main() == 0
    assert (tmp_path / "reformer.md").read_text(encoding="utf-8") == there, "run: python -m bench.reforms"
