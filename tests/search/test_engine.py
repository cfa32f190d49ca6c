"""A search while somebody else changes the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from blanket.search import ranking
from blanket.search.engine import search
from blanket.search.index import build_file, open_index, open_one_file
from blanket.search.lexicon import Lexicon
from tests.conftest import GLOSSARY, TASK, write_files

CHANGE = "UPDATE meta SET value = '7' WHERE key = 'entries'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path / "kb", {"opgaver/skift-laege.yaml": TASK, "ordbog.yaml": GLOSSARY})


@pytest.fixture
def other(folder: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody who changes the index of that folder, and waits for nobody."""
    index = open_index([folder], tmp_path / "cache")
    assert index.path is not None
    index.db.close()
    with closing(sqlite3.connect(index.path, timeout=0, isolation_level=None)) as db:
        yield db


def test_a_search_is_answered_by_the_index_of_one_moment(
    folder: Path, tmp_path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = []

    def rank(lexicon: Lexicon, *_: object, **__: object) -> list[ranking.Hit]:
        before = lexicon.count()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute(CHANGE)
        refused.append(lexicon.count() == before)
        return []

    with closing(open_index([folder], tmp_path / "cache").db) as db:
        monkeypatch.setattr(ranking, "rank", rank)
        assert search(db, "skift læge") == []
        assert refused == [True]
        other.execute(CHANGE)  # and after it nobody waits


def test_a_search_that_fails_keeps_nobody_waiting(
    folder: Path, tmp_path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rank(lexicon: Lexicon, *_: object, **__: object) -> list[ranking.Hit]:
        lexicon.count()
        raise sqlite3.DatabaseError("damaged")

    with closing(open_index([folder], tmp_path / "cache").db) as db:
        with monkeypatch.context() as patched:
            patched.setattr(ranking, "rank", rank)
            with pytest.raises(sqlite3.DatabaseError, match="damaged"):
                search(db, "skift læge")
        other.execute(CHANGE)
        assert [hit.id for hit in search(db, "skift læge")] == ["skift-laege"]


def test_a_release_is_searched_alike(folder: Path, tmp_path: Path) -> None:
    build_file([folder], tmp_path / "vidensbase.blanket")
    with closing(open_one_file(tmp_path / "vidensbase.blanket").db) as db:
        assert [hit.id for hit in search(db, "skift læge")] == ["skift-laege"]
