"""An index that somebody else made is only read, and nothing in it names a file of this machine."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from blanket.search import lookup
from blanket.search.engine import search
from blanket.search.index import NotAnIndexError, build_file, open_one_file
from blanket.search.postings import DamagedIndexError
from tests.conftest import SMALL_BASE, WriteKb


@pytest.fixture
def built(write_kb: WriteKb, tmp_path: Path) -> Path:
    """The one-file index of the small base."""
    build_file([write_kb(SMALL_BASE)], tmp_path / "kommune.blanket")
    return tmp_path / "kommune.blanket"


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute(statement)
        db.commit()


@pytest.mark.parametrize("crafted", ["../../udenfor", "..", "a\\b", "C:x", ".skjult", "a/b", ""])
def test_an_id_that_leads_out_of_a_folder_is_no_id(built: Path, crafted: str) -> None:
    change(built, f"UPDATE entry SET id = '{crafted}' WHERE id = 'skift-laege'")
    with pytest.raises(NotAnIndexError):
        open_one_file(built)


@pytest.mark.parametrize(("change_", "identifier"), [("kind = '../x'", "skift-laege"), ("id = 'anden'", "anden")])
def test_an_entry_that_is_not_what_its_row_says_is_damage(built: Path, change_: str, identifier: str) -> None:
    change(built, f"UPDATE entry SET {change_} WHERE id = 'skift-laege'")
    with closing(open_one_file(built).db) as db, pytest.raises(DamagedIndexError):
        lookup.get(db, identifier)


def test_a_path_of_another_machine_is_not_looked_for_here(built: Path) -> None:
    change(built, "UPDATE entry SET path = '/etc/kommune/odense.yaml'")
    with closing(open_one_file(built).db) as db:
        found = lookup.get(db, "odense")
    assert found is not None
    assert found.path.parent == built


def test_an_index_from_elsewhere_cannot_be_written_and_runs_no_code_of_its_own(built: Path) -> None:
    change(built, "CREATE VIEW leaks AS SELECT load_extension('x')")
    with closing(open_one_file(built).db) as db:
        assert search(db, "læge")[0].id == "skift-laege"
        with pytest.raises(sqlite3.OperationalError):
            db.execute("DELETE FROM entry")
        assert db.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert db.execute("PRAGMA cell_size_check").fetchone() == (1,)


def test_two_that_build_the_same_file_leave_a_whole_one(write_kb: WriteKb, tmp_path: Path) -> None:
    folder, file = write_kb(SMALL_BASE), tmp_path / "kommune.blanket"
    build_file([folder], file)
    failures: list[Exception] = []

    def build() -> None:
        try:
            for _ in range(3):
                build_file([folder], file)
        except Exception as error:
            failures.append(error)

    builders = [threading.Thread(target=build) for _ in range(2)]
    for builder in builders:
        builder.start()
    while any(builder.is_alive() for builder in builders):
        with closing(open_one_file(file).db) as db:
            assert db.execute("SELECT count(*) FROM entry").fetchone() == (len(SMALL_BASE),)
    assert failures == []
    assert [path.name for path in tmp_path.iterdir() if "udkast" in path.name] == []
