"""Opening a base: what is read, what is said when it cannot be, and healing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from blanket.desk.opening import OpenBase, chosen_municipality, named_paths, open_base
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.index import build_file
from blanket.search.postings import DamagedIndexError
from blanket.settings import Settings, save_settings
from tests.conftest import SMALL_BASE, write_files
from tests.desk.conftest import Opened


def test_work_on_a_damaged_index_is_done_once_more_on_a_new_one(desk: Opened) -> None:
    base = desk()
    asked: list[bool] = []

    def work(base: OpenBase) -> int:
        asked.append(lookup.is_empty(base.db))
        if len(asked) == 1:
            raise DamagedIndexError("a row")
        return len(lookup.ids_of_kind(base.db, "opgave"))

    assert base.ask(work) == 1
    assert asked == [False, False]


def test_work_that_fails_on_a_new_index_too_is_not_tried_for_ever(desk: Opened) -> None:
    calls: list[int] = []

    def work(base: OpenBase) -> None:
        calls.append(1)
        raise sqlite3.DatabaseError("malformed")

    with pytest.raises(BlanketError) as refused:
        desk().ask(work)
    assert refused.value.code == Exit.UNUSABLE
    assert len(calls) == 2


def test_damage_of_a_handed_out_file_is_not_ours_to_mend(desk: Opened, tmp_path: Path) -> None:
    desk()
    kept = sorted((tmp_path / "cache").rglob("*.sqlite"))
    file = tmp_path / "faelles.sqlite"
    build_file([write_files(tmp_path / "andre", SMALL_BASE)], file)
    calls: list[int] = []

    def work(base: OpenBase) -> None:
        calls.append(1)
        raise DamagedIndexError("a row")

    with open_base([file]) as base, pytest.raises(BlanketError):
        base.ask(work)
    assert calls == [1]
    assert file.is_file()
    assert sorted((tmp_path / "cache").rglob("*.sqlite")) == kept


def test_a_file_and_a_folder_are_not_used_together(desk: Opened, tmp_path: Path) -> None:
    desk()
    file = tmp_path / "faelles.sqlite"
    folder = write_files(tmp_path / "andre", SMALL_BASE)
    build_file([folder], file)
    with pytest.raises(BlanketError) as refused, open_base([file, folder]):
        pass
    assert refused.value.code == Exit.WRONG_USE


@pytest.mark.parametrize("name", ["findes-ikke", "tekst.sqlite"])
def test_what_is_no_base_is_unusable_and_says_why(name: str, desk: Opened, tmp_path: Path) -> None:
    desk()
    (tmp_path / "tekst.sqlite").write_text("ikke et indeks", encoding="utf-8")
    with pytest.raises(BlanketError) as refused, open_base([tmp_path / name]):
        pass
    assert refused.value.code == Exit.UNUSABLE
    assert name in refused.value.what
    assert refused.value.cure


def test_the_kommune_asked_for_goes_before_the_saved_one(desk: Opened) -> None:
    base = desk()
    assert chosen_municipality(base, None) is None
    save_settings(Settings(municipality="odense"))
    saved = chosen_municipality(base, None)
    assert saved is not None
    assert saved.id == "odense"
    with pytest.raises(BlanketError, match="Mente du “Odense Kommune”"):
        chosen_municipality(base, "odnse")


def test_a_saved_kommune_that_is_gone_is_noted_and_no_more(desk: Opened) -> None:
    base = desk()
    save_settings(Settings(municipality="nedlagt"))
    assert chosen_municipality(base, None) is None
    assert any("nedlagt" in note for note in base.notes)


def test_where_nothing_is_named_the_release_of_the_settings_is_used(desk: Opened, tmp_path: Path) -> None:
    desk()
    file = tmp_path / "vidensbase.blanket"
    build_file([write_files(tmp_path / "andre", SMALL_BASE)], file)
    assert named_paths([]) == []
    save_settings(Settings(release=str(file)))
    assert named_paths([]) == [file]
    assert named_paths([tmp_path / "andre"]) == [tmp_path / "andre"]
