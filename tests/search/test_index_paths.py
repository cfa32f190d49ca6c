"""Where an index may lie: any path that Windows, Linux and macOS know."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from blanket.search.index import Opened, uri_of, write_file


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath(r"\\srv01\fælles drev\blanket.sqlite"), "file:////srv01/f%C3%A6lles%20drev/blanket.sqlite"),
        (PureWindowsPath(r"C:\Users\Åse #1\i.sqlite"), "file:///C:/Users/%C3%85se%20%231/i.sqlite"),
        (PureWindowsPath(r"\\?\UNC\srv01\d\i.sqlite"), "file:////%3F/UNC/srv01/d/i.sqlite"),
        (PurePosixPath("/home/å?b/i.sqlite"), "file:///home/%C3%A5%3Fb/i.sqlite"),
        (PurePosixPath("/100% ~x/i.sqlite"), "file:///100%25%20~x/i.sqlite"),
    ],
)
def test_a_path_as_sqlite_takes_it(path: PureWindowsPath | PurePosixPath, address: str) -> None:
    assert uri_of(path) == address


def test_sqlite_opens_what_stands_behind_an_empty_host(tmp_path: Path) -> None:
    file = tmp_path / ("å#% b.sqlite" if os.name == "nt" else "å?#% b.sqlite")  # Windows knows no name with a ?
    sqlite3.connect(file).execute("CREATE TABLE t (x)").connection.close()
    strokes = "file:///" + uri_of(file).removeprefix("file://")  # two, as a share has
    for address in (uri_of(file),) if os.name == "nt" else (uri_of(file), strokes):
        db = sqlite3.connect(address + "?mode=ro", uri=True)
        assert db.execute("SELECT count(*) FROM t").fetchone() == (0,)
        db.close()


def test_a_drive_without_room_is_called_so_and_keeps_no_draft(tmp_path: Path) -> None:
    def fill(db: Opened) -> None:
        db.execute("PRAGMA max_page_count = 1")  # as SQLite meets a full drive
        db.execute("INSERT INTO meta VALUES ('x', ?)", ("x" * 100_000,))

    with pytest.raises(OSError, match="full") as caught:
        write_file(tmp_path / "i.blanket", fill)
    assert caught.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
