"""Ids that entries had before: whatever asks for one gets the entry that has it now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from blanket.guide.screens.local import local_for
from blanket.guide.screens.staff import staff_guide
from blanket.kb.base import load
from blanket.kb.entries import file_of
from blanket.kb.format.model import Municipality, Task
from blanket.search import lookup
from blanket.search.engine import search
from blanket.search.index import open_index
from tests.conftest import GLOSSARY, JOURNEY, MUNICIPALITY, SMALL_BASE, TASK, WriteKb
from tests.kb.samples import swapped

OLD, NEW = "laegevalg", "skift-laege"
RENAMED = swapped(TASK, "id: skift-laege\n", "id: skift-laege\ntidligere_id: [laegevalg]\n")
# Everything that may name an id, and names the old one.
FILES: dict[str, str | bytes | None] = {
    **SMALL_BASE,
    "opgaver/skift-laege.yaml": RENAMED,
    "opgaver/flyt.yaml": swapped(swapped(TASK, "skift-laege", "flyt"), "Skift læge", "Flyt") + "se_også: [laegevalg]\n",
    "forloeb/doedsfald.yaml": swapped(JOURNEY, "- tekst: Ring til lægen.", "- {tekst: Ring., opgave: laegevalg}"),
    "kommuner/odense.yaml": MUNICIPALITY
    + "hjælper_ikke_med: [{tekst: Lægevalg, opgaver: [laegevalg]}]\n"
    + "opgaver: {laegevalg: {noter: [Under det gamle.]}, skift-laege: {noter: [Under det nye.]}}\n",
    "ordbog.yaml": GLOSSARY + "- {ord: huslæge, se: [laegevalg]}\n",
}


def test_references_to_an_old_id_are_no_problem(write_kb: WriteKb) -> None:
    base = load([write_kb(FILES)])
    assert base.problems == []
    assert base.former == {OLD: NEW}


@pytest.mark.parametrize("identifier", [OLD, NEW])
def test_the_file_of_either_id_is_the_one_that_there_is(write_kb: WriteKb, identifier: str) -> None:
    folder = write_kb(FILES)
    found = file_of(identifier, [folder])
    assert found is not None
    assert found.path == folder / "opgaver/skift-laege.yaml"


def test_what_is_looked_up_by_the_old_id_is_found_under_the_new_one(write_kb: WriteKb, tmp_path: Path) -> None:
    db = open_index([write_kb(FILES)], tmp_path / "cache").db
    found = lookup.get(db, OLD)
    assert found is not None
    assert (found.id, found.content.id) == (NEW, NEW)  # type: ignore[union-attr]
    assert lookup.meant_by(db, "Laegevalg").id == NEW
    assert lookup.names_entry(db, OLD)
    assert search(db, OLD)[0].id == NEW
    assert search(db, "huslæge")[0].id == NEW
    assert lookup.get(db, "findes-ikke") is None


def test_references_are_shown_under_the_new_id(write_kb: WriteKb, tmp_path: Path) -> None:
    db = open_index([write_kb(FILES)], tmp_path / "cache").db
    naming = lookup.get(db, "flyt")
    assert naming is not None
    links = staff_guide(db, naming, None, datetime(2026, 11, 22, 12)).links
    assert [(link.id, link.title) for link in links.values()] == [(NEW, "Skift læge")]
    assert [identifier for _, identifier, _ in lookup.referring(db, NEW)] == ["doedsfald", "odense", "flyt"]


def test_a_kommunes_notes_follow_whatever_id_they_stand_under(write_kb: WriteKb, tmp_path: Path) -> None:
    db = open_index([write_kb(FILES)], tmp_path / "cache").db
    task, odense = lookup.get(db, NEW), lookup.get(db, "odense")
    assert task is not None
    assert odense is not None
    assert isinstance(task.content, Task)
    assert isinstance(odense.content, Municipality)
    local = local_for(odense.content, task.content)
    assert local is not None
    assert set(local.staff.notes) == {"Under det gamle.", "Under det nye."}
    assert [item.text for item in local.not_with] == ["Lægevalg"]


def test_an_own_file_under_the_old_id_goes_before_the_shared_entry(write_kb: WriteKb, tmp_path: Path) -> None:
    shared = write_kb(FILES, "shared")
    own = write_kb({"opgaver/laegevalg.yaml": swapped(swapped(TASK, NEW, OLD), "Skift læge", "Læge hos os")}, "own")
    base = load([shared, own])
    assert base.problems == []
    assert base.entries[NEW].title == "Læge hos os"
    assert OLD not in base.entries
    assert base.origin[NEW].path == own / "opgaver/laegevalg.yaml"
    for identifier in (OLD, NEW):
        file = file_of(identifier, [shared, own])
        assert file is not None
        assert file.path == own / "opgaver/laegevalg.yaml"
    db = open_index([shared, own], tmp_path / "cache").db
    for identifier in (OLD, NEW):
        found = lookup.get(db, identifier)
        assert found is not None
        assert (found.id, found.content.title) == (NEW, "Læge hos os")  # type: ignore[union-attr]
    assert [hit.id for hit in search(db, "læge")].count(NEW) == 1


def test_an_own_entry_may_take_the_place_of_a_shared_one_under_a_new_id(write_kb: WriteKb, tmp_path: Path) -> None:
    shared = write_kb({"opgaver/laegevalg.yaml": swapped(TASK, NEW, OLD)}, "shared")
    own = write_kb({"opgaver/skift-laege.yaml": RENAMED}, "own")
    base = load([shared, own])
    assert (base.problems, list(base.entries)) == ([], [NEW])
    db = open_index([shared, own], tmp_path / "cache").db
    assert lookup.ids_of_kind(db, "opgave") == [NEW]


def test_what_names_an_old_id_is_looked_at_with_the_file_that_has_it_now(write_kb: WriteKb) -> None:
    folder = write_kb(FILES)
    base = load([folder], named=frozenset([folder / "opgaver/skift-laege.yaml"]))
    assert folder / "opgaver/flyt.yaml" in base.checked


def test_a_reference_to_ones_own_old_id_is_one_to_oneself(write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/skift-laege.yaml": f"{RENAMED}se_også: [laegevalg]\n"})
    assert [found.code for found in load([folder]).problems] == ["B042"]
