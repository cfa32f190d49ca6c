"""Akin words: what no entry holds leads to the entries' nearest words, weakly, and maintainers have the last word."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from blanket.search import akin
from blanket.search.engine import search
from blanket.search.index import build_file, open_index, open_one_file
from blanket.search.postings import DamagedIndexError
from blanket.search.words import word
from tests.conftest import WriteKb
from tests.search.conftest import task

TASKS = {
    "opgaver/fod.yaml": task("fod", "Fodterapi"),
    "opgaver/tand.yaml": task("tand", "Tandlæge"),
    "opgaver/laege.yaml": task("laege", "Skift læge"),
}
TABLE = f"# hoved\n{word('fisk').bare}\t5 tandlæge\n{word('neglepleje').bare}\t8 fodterapi 3 læge\n"


def found(folder: Path, cache: Path, query: str) -> list[tuple[str, bool]]:
    """(id, weak) of the hits."""
    with closing(open_index([folder], cache).db) as db:
        return [(hit.id, hit.weak) for hit in search(db, query)]


def test_a_word_that_no_entry_holds_leads_to_its_akin_words_and_is_weak(write_kb: WriteKb, tmp_path: Path) -> None:
    folder = write_kb({**TASKS, akin.TABLE: TABLE})
    assert found(folder, tmp_path / "cache", "neglepleje") == [("fod", True)]
    with closing(open_index([folder], tmp_path / "cache").db) as db:
        assert search(db, "neglepleje")[0].why == "neglepleje ligner fodterapi"


def test_akin_words_say_which_of_two_is_meant(write_kb: WriteKb, tmp_path: Path) -> None:
    folder = write_kb(
        {
            **TASKS,
            "opgaver/a.yaml": task("a", "Tilskud"),
            "opgaver/fod.yaml": task("fod", "Tilskud til fodterapi"),
            akin.TABLE: TABLE,
        }
    )
    assert [name for name, _ in found(folder, tmp_path / "cache", "tilskud neglepleje")] == ["fod", "a"]


def test_a_word_of_the_table_is_a_word_and_no_slip_of_another(write_kb: WriteKb, tmp_path: Path) -> None:
    tasks = {"opgaver/klage.yaml": task("klage", "Klager"), "opgaver/fod.yaml": task("fod", "Fodterapi")}
    folder = write_kb({**tasks, akin.TABLE: f"{word('kager').bare}\t3 fodterapi\n"})
    assert found(folder, tmp_path / "cache", "kager til fest")[0] == ("klage", True)
    assert found(folder, tmp_path / "cache", "klaager")[0] == ("klage", False)


def test_maintainers_add_and_strike_in_a_file_of_their_own(write_kb: WriteKb, tmp_path: Path) -> None:
    folder = write_kb({**TASKS, akin.TABLE: TABLE})
    assert found(folder, tmp_path / "cache", "tandfe") == []
    own = folder / akin.OWN_TABLE
    own.write_text("# vores\ntandfe: tandlæge\nneglepleje: -fodterapi, læge\nfisk: -\n", encoding="utf-8")
    assert found(folder, tmp_path / "cache", "tandfe") == [("tand", True)]
    assert found(folder, tmp_path / "cache", "neglepleje") == [("laege", True)]
    assert found(folder, tmp_path / "cache", "fisk") == []
    own.unlink()
    assert found(folder, tmp_path / "cache", "neglepleje") == [("fod", True)]


def test_an_index_in_one_file_has_the_table_too(write_kb: WriteKb, tmp_path: Path) -> None:
    build_file([write_kb({**TASKS, akin.TABLE: TABLE})], tmp_path / "en.blanket")
    with closing(open_one_file(tmp_path / "en.blanket").db) as db:
        assert [hit.id for hit in search(db, "neglepleje")] == ["fod"]


def test_every_line_of_a_long_table_is_found(write_kb: WriteKb, tmp_path: Path) -> None:
    keys = sorted(f"ord{number:04}x" for number in range(3 * akin.LINES_IN_BLOCK + 1))
    folder = write_kb({**TASKS, akin.TABLE: "".join(f"{key}\t9 fodterapi\n" for key in keys)})
    with closing(open_index([folder], tmp_path / "cache").db) as db:
        assert all([token.shown for token, _ in akin.related(db, key)] == ["fodterapi"] for key in keys)
        assert akin.related(db, "ord") == akin.related(db, "zzz") == akin.related(db, "") == []


def test_a_damaged_table_is_damage(write_kb: WriteKb, tmp_path: Path) -> None:
    index = open_index([write_kb({**TASKS, akin.TABLE: TABLE})], tmp_path / "cache")
    index.db.close()
    assert index.path is not None
    with closing(sqlite3.connect(index.path)) as db:
        db.execute("UPDATE akin SET lines = x'00'")
        db.commit()
        with pytest.raises(DamagedIndexError):
            akin.related(db, word("fisk").bare)


def test_a_line_says_each_share_once() -> None:
    assert akin.line_of("a", [("b", 9), ("c", 9), ("d", 4)]) == "a\t9 b c 4 d"


def test_the_shipped_table_is_sorted_by_stem_and_no_bigger_than_a_wheel_may_grow() -> None:
    lines = [line for line in Path("kb", akin.TABLE).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    keys = [line.partition("\t")[0] for line in lines]
    assert keys == sorted(set(keys))
    assert len(keys) > 40_000
    assert Path("kb", akin.TABLE).stat().st_size < 6_000_000
