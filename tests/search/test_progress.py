"""What is told while an index is made."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from blanket.search.index import open_index
from tests.conftest import SMALL_BASE, WriteKb


def test_progress_is_told_up_to_the_last_file(tmp_path: Path, write_kb: WriteKb) -> None:
    told: list[tuple[int, int]] = []
    index = open_index([write_kb(SMALL_BASE)], tmp_path / "cache", lambda done, total: told.append((done, total)))
    with closing(index.db):
        assert told[-1] == (len(SMALL_BASE), len(SMALL_BASE))
