"""Entries come out as the chosen kommune has them, on the screen and on paper; what it hides is out of the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from blanket.desk.finding import hits_for
from blanket.desk.guiding import guide_for
from blanket.desk.handing_out import Request, page_of
from blanket.desk.opening import chosen_municipality, folders_of, open_base
from blanket.errors import BlanketError
from blanket.kb.base import load
from blanket.kb.editing.checked import vouch_for
from blanket.kb.format.model import Task
from blanket.search import lookup
from blanket.search.release import Release
from blanket.search.releasing import build_release
from blanket.settings import Settings
from tests.conftest import MUNICIPALITY, SMALL_BASE, WriteKb

LAYER = """\
lag:
  skift-laege:
    ret:
    - {nøgle: kort, til: I Odense vælger du på biblioteket., før: Du kan vælge en ny læge.}
    - {nøgle: kontakt.1.telefon, til: 66 13 13 72, før: 70 12 80 63}
  fd-001a: {skjul: ja}
"""
FILES = {**SMALL_BASE, "kommuner/odense.yaml": MUNICIPALITY + LAYER}


def page(folder: Path, municipality: str | None, identifier: str = "skift-laege") -> str:
    with open_base([folder]) as base:
        chosen = chosen_municipality(base, municipality)
        base.use_layer(None)  # as if the entry had been found before the kommune was known
        found = lookup.get(base.db, identifier)
        assert found
        return page_of(base, [found], Request(form="txt", municipality=chosen)).content.decode()


def test_the_layer_is_on_the_paper_of_its_kommune_and_nowhere_else(write_kb: WriteKb) -> None:
    folder = write_kb(FILES)
    assert "I Odense vælger du på biblioteket." in page(folder, "odense")
    assert "70 12 80 63" not in page(folder, "odense")
    assert "Du kan vælge en ny læge." in page(folder, None)


def test_what_is_hidden_is_not_found_nor_printed(write_kb: WriteKb) -> None:
    folder = write_kb(FILES)
    with open_base([folder]) as base:
        for chosen, there in (("odense", False), (None, True)):
            hits = hits_for(base, "fritagelse", settings=Settings(municipality=chosen)).hits
            assert ("fd-001a" in [hit.id for hit in hits]) is there
    with pytest.raises(BlanketError, match="skjult"):
        page(folder, "odense", "fd-001a")


def test_a_layer_that_the_shared_base_has_overtaken_is_said(write_kb: WriteKb) -> None:
    task = SMALL_BASE["opgaver/skift-laege.yaml"].replace("en ny læge", "en anden læge")
    with open_base([write_kb({**FILES, "opgaver/skift-laege.yaml": task})]) as base:
        found = lookup.get(base.db, "skift-laege")
        assert found
        shown = guide_for(base, found, "odense").guide.entry
        assert isinstance(shown, Task)
        assert shown.summary.startswith("I Odense")
        assert any("kort" in note and "blanket kb flet skift-laege" in note for note in base.notes)


TASK_FILE = "opgaver/skift-laege.yaml"
OLD = SMALL_BASE[TASK_FILE]
OURS = OLD.replace("en ny læge", "en læge på biblioteket")


def copied(write_kb: WriteKb, now: str) -> tuple[Path, Path]:
    """A shared base whose task says `now`, and an own folder with a whole copy of the task as it was."""
    shared = write_kb({**SMALL_BASE, TASK_FILE: now}, "shared")
    return shared, write_kb({TASK_FILE: OURS, f"udgangspunkt/{TASK_FILE}": OLD}, "own")


@pytest.mark.parametrize(
    ("now", "said"), [(OLD.replace("en ny læge", "en anden læge"), True), (OLD + "# set efter\n", False)]
)
@pytest.mark.parametrize("handed_out", [False, True])
def test_a_whole_copy_that_the_shared_base_has_overtaken_is_said(
    write_kb: WriteKb, tmp_path: Path, now: str, said: bool, handed_out: bool
) -> None:
    named = list(copied(write_kb, now))
    if handed_out:
        build_release(load(named), named, tmp_path / "a.blanket", Release("en", "2026-11-27T10:00:00Z", "1"))
        named = [tmp_path / "a.blanket"]
    for act in (
        lambda base, found: guide_for(base, found, None),
        lambda base, found: page_of(base, [found], Request(form="txt")),
    ):
        with open_base(named) as base:
            found = lookup.get(base.db, "skift-laege")
            assert found
            act(base, found)
            assert any("jeres egen kopi" in note and "flet skift-laege" in note for note in base.notes) is said


def test_a_vouch_holds_for_the_entry_as_the_kommune_has_it(write_kb: WriteKb) -> None:
    shared = write_kb({name: text for name, text in SMALL_BASE.items() if "odense" not in name}, "shared")
    own = write_kb({"kommuner/odense.yaml": MUNICIPALITY + LAYER}, "own")
    vouch_for(["skift-laege"], "Mette", date(2026, 11, 1), None, own=own, folders=folders_of([shared, own]))
    with open_base([shared, own]) as base:
        for layer, by in (("odense", "Borgerservice, Odense"), (None, None)):
            base.use_layer(layer)
            found = lookup.get(base.db, "skift-laege")
            assert found
            assert isinstance(found.content, Task)
            assert (found.content.checked.by if found.content.checked else None) == by


def test_an_own_file_of_a_kommune_is_laid_over_the_shared_one(write_kb: WriteKb) -> None:
    shared = write_kb(FILES, "shared")
    own = write_kb({"kommuner/odense.yaml": "id: odense\nnavn: Odense Kommune\nkort: Vores egen tekst.\n"}, "own")
    with open_base([shared, own]) as base:
        kommune = chosen_municipality(base, "odense")
        assert kommune
        assert kommune.summary == "Vores egen tekst."
        assert kommune.contacts[0].phone == "66 13 13 72"
        assert set(kommune.layers) >= {"skift-laege", "fd-001a"}  # and what the shipped file lays
