"""The index file: opening it, seeing whether it is up to date, and keeping it so.

Here goes the life of the SQLite file: where it is, when it is rebuilt, what happens when it is damaged or cannot be
written. What goes into it is made in `filling`; how it is asked in `matching`. On the way of every `find`.

Safe by construction: everything is written in one transaction, so a killed build leaves the old content (SQLite's
rollback journal); writers wait for each other and look again before they work; a file that SQLite cannot read is
deleted and made anew, in memory where that is not allowed.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from io import BufferedReader
from pathlib import Path, PurePath
from typing import NamedTuple
from zlib import crc32

from blanket.kb.files import GLOSSARY_KIND, Found, scan
from blanket.search import akin
from blanket.search.postings import DamagedIndexError, whole_number
from blanket.search.release import Release, release_of
from blanket.writing import draft_of

FORMAT = "26"  # raise when the schema or the words change: older files are then made anew
WAIT_SECONDS = 60.0  # for another process that is building
PATIENCE = 20.0  # for a file that many PCs read, before a newer one takes its place
MOMENTS = 50 if os.name == "nt" else 0  # of a hundredth of a second
SUFFIX = ".sqlite"
_NUMBERS = {  # what the system said to SQLite: https://www.sqlite.org/rescode.html
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
}
_NO_PLAIN_PATH = re.compile(r"[^\w/:.~-]", re.ASCII)


class Opened(sqlite3.Connection):
    """An open index. `layer`: the kommune whose layer entries come out with, by its id; None: as they are shared.

    `staff_numbers`: what `lookup.staff_numbers` found, and in which version of the file.
    """

    layer: str | None = None
    staff_numbers: tuple[int, frozenset[str]] | None = None


class Index(NamedTuple):
    """An open index that is up to date.

    `db`: to be read only. `in_memory`: True when it could not be kept in the cache and was made for this run only.
    `left_out`: how many files could not be used. `path`: where it is kept in the cache; None for one that is ours to
    read alone.
    """

    db: Opened
    in_memory: bool = False
    left_out: int = 0
    path: Path | None = None


def open_index(folders: Sequence[Path], cache: Path, progress: Callable[[int, int], None] | None = None) -> Index:
    """Open the index of the given folders, brought up to date with their files.

    `folders`: the knowledge base's folders, the later ones winning. `cache`: the folder for the index file.
    `progress`: called with (files read, files in all) while files are read.
    Raises OSError when a folder cannot be listed.
    """
    now = list(scan(folders))
    path = cache / f"{_key(folders)}{SUFFIX}"
    was_there = _is_file(path)
    for attempt in (1, 2):
        try:
            db = _open_fresh(path, now, folders) or _bring_up_to_date(path, folders, progress)
            return Index(db, left_out=_left_out(db), path=path)
        except (DamagedIndexError, sqlite3.DatabaseError) as error:
            if attempt == 1 and not isinstance(error, sqlite3.OperationalError):
                with suppress(OSError):
                    delete_index(path)
                    continue
            if not was_there:  # a full disk: what was written so far would only keep it full
                with suppress(OSError):
                    delete_index(path)
            break
        except OSError:
            break
    db = _connect(":memory:")
    create_tables(db)
    _fill(db, now, None)  # the note that it cannot be kept says enough
    akin.fill(db, folders)
    return Index(db, in_memory=True, left_out=_left_out(db))


def is_current(index: Index, folders: Sequence[Path]) -> bool:
    """Whether an open index still says what its folders hold. Raises OSError when a folder cannot be listed."""
    try:
        return _is_fresh(index.db, list(scan(folders)))
    except sqlite3.DatabaseError:  # replaced or damaged under our hands
        return False


class NotAnIndexError(Exception):
    """A file is not an index that this version made."""


class OtherReleaseError(NotAnIndexError):
    """A release that this program does not read: it is too new or too old."""

    def __init__(self, release: Release) -> None:
        super().__init__(release.name)
        self.release = release


class OtherFormatError(NotAnIndexError):
    """A release that can be read once its tables of search are made anew: see `releasing.remake`."""


def open_one_file(file: Path) -> Index:
    """Open a one-file index made by `build_file`: no YAML is looked at and nothing is written.

    Opened as immutable, so that a file on a read-only network share needs no locks. Raises NotAnIndexError when it is
    no index, damaged at its head, or made by another version (OtherFormatError, OtherReleaseError for releases);
    OSError when it cannot be opened.
    """
    uri = uri_of(file.absolute()) + "?mode=ro&immutable=1"
    with _held(file):  # so that on Windows nobody replaces it before SQLite has it
        try:
            db = sqlite3.connect(uri, uri=True, isolation_level=None, factory=HandedOut)
        except sqlite3.Error as error:  # it can be read, so SQLite's own way to it is at fault
            raise OSError(errno.ENXIO, str(error), str(file)) from error
    db.file = file
    try:
        _guard(db, read_only=True)
        if db.execute(_NO_FILE_NAME).fetchone():
            raise sqlite3.DatabaseError("an id that names no file")
        meta = dict(db.execute("SELECT key, value FROM meta"))
        db.release = release_of(meta)
        if meta.get("format") == FORMAT and not (db.release and (db.release.is_newer or db.release.is_older)):
            return Index(db, left_out=_left_out(db))
    except sqlite3.DatabaseError as error:
        db.close()
        raise NotAnIndexError(str(error)) from error
    db.close()
    if db.release is None:
        raise NotAnIndexError("format")
    raise OtherReleaseError(db.release) if db.release.is_newer or db.release.is_older else OtherFormatError("format")


def _held(file: Path) -> BufferedReader:
    """A file, opened for reading. In the moment in which it is replaced Windows refuses: then it is asked again."""
    for _ in range(MOMENTS):
        with suppress(PermissionError):
            return file.open("rb")
        time.sleep(0.01)
    return file.open("rb")


class HandedOut(Opened):
    """An index that came from elsewhere: its paths are those of another machine, and nothing it says names a file.

    `release`: what it says of itself; None for an index that `build_file` alone has made.
    """

    file: Path
    release: Release | None = None


# Ids become names of files, so a crafted index may lead nobody out of a folder.
_NO_FILE_NAME = (
    "SELECT 1 FROM entry WHERE id GLOB '*[/\\:' || char(1) || '-' || char(31) || ']*' OR id GLOB '.*' OR id = ''"
    " LIMIT 1"
)


def _guard(db: sqlite3.Connection, *, read_only: bool = False) -> None:
    """What SQLite recommends for files that somebody else may have written (https://sqlite.org/security.html)."""
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    if read_only:
        db.execute("PRAGMA query_only = ON")


def uri_of(path: PurePath) -> str:
    r"""The address that SQLite takes for an absolute path (https://sqlite.org/uri.html).

    `Path.as_uri` makes the server of \\server\share the address's host, and SQLite refuses hosts: a path that begins
    with two strokes keeps them, behind an empty host.
    """
    shown = path.as_posix()
    if _NO_PLAIN_PATH.search(shown):
        from urllib.parse import quote  # 3 ms of import, for letters that few paths have

        shown = quote(shown, safe="/:")
    return "file://" + ("" if shown.startswith("/") else "/") + shown


def build_file(
    folders: Sequence[Path],
    file: Path,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[int, int]:
    """Write the one-file index of whole folders, to hand out. Returns and raises what `write_file` does."""
    from blanket.search.layered import note_outdated_copies  # which knows an open index

    def fill(db: Opened) -> None:
        _fill(db, list(scan(folders)), progress)
        akin.fill(db, folders)
        note_outdated_copies(db)

    return write_file(file, fill)


def write_file(file: Path, fill: Callable[[Opened], None]) -> tuple[int, int]:
    """Write a one-file index, whole or not at all: a draft beside it, then a rename. `fill`: is given empty tables.

    Returns how many entries it holds, as `kb tjek` counts them, and how many files could not be used. Raises OSError
    when it cannot be written.
    """
    try:
        with draft_of(file, new_folder=False, patience=PATIENCE) as draft, closing(_connect(str(draft))) as db:
            db.execute("PRAGMA journal_mode = OFF")  # the draft is thrown away when anything goes wrong
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN")
            create_tables(db)
            fill(db)
            db.execute("COMMIT")
            db.execute("VACUUM")
            counts = (_count(db, f"SELECT count(*) FROM entry WHERE kind != '{GLOSSARY_KIND}'"), _left_out(db))
            db.close()  # before the draft takes the file's name: Windows moves no open file
    except sqlite3.OperationalError as error:
        raise OSError(_NUMBERS.get(error.sqlite_errorcode & 0xFF, 0), str(error), str(file)) from error
    return counts


def _key(folders: Sequence[Path]) -> str:
    """A file name for these folders. Two checksums, not hashlib, which costs every run 4 ms of import."""
    named = "\0".join(map(str, folders)).encode()
    return f"{crc32(named):08x}{crc32(named[::-1]):08x}"


def _connect(path: str, *, read_only: bool = False) -> Opened:
    if read_only:
        uri = uri_of(Path(path).absolute()) + "?mode=ro"
        db = sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, isolation_level=None, factory=Opened)
    else:
        db = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, factory=Opened)
    _guard(db, read_only=read_only)
    return db


def _open_fresh(path: Path, now: list[Found], folders: Sequence[Path]) -> Opened | None:
    """The index for reading, or None when it is not there, of another format, not up to date or being written."""
    if not path.exists():
        return None
    try:
        db = _connect(str(path), read_only=True)
    except sqlite3.OperationalError:
        return None
    try:
        if _is_fresh(db, now) and _is_akin_fresh(db, folders):
            return db
    except sqlite3.OperationalError:  # no tables yet, or a journal left by a killed build: the writer mends it
        pass
    except sqlite3.DatabaseError:
        db.close()
        raise
    db.close()
    return None


def _is_fresh(db: sqlite3.Connection, now: list[Found]) -> bool:
    if db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone() != (FORMAT,):
        return False
    known = {path: (mtime, size) for path, mtime, size in db.execute("SELECT path, mtime, size FROM file")}
    return known == {path: stamp for path, _, _, stamp in now}


def _is_akin_fresh(db: sqlite3.Connection, folders: Sequence[Path]) -> bool:
    known = db.execute("SELECT value FROM meta WHERE key = 'akin'").fetchone()
    return bool(known == (akin.stamp(folders),))


def _bring_up_to_date(path: Path, folders: Sequence[Path], progress: Callable[[int, int], None] | None) -> Opened:
    """Write what is new into the file, in one transaction, and open it for reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(_connect(str(path))) as db:
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")  # others wait here
        try:
            version = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.OperationalError:
            version = None
        if version != (FORMAT,):
            for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                db.execute(f"DROP TABLE {table}")
            create_tables(db)
        now = list(scan(folders))  # again: files and index may have changed while another process had it
        if not _is_fresh(db, now):
            _fill(db, now, progress)
            db.execute("INSERT OR REPLACE INTO meta VALUES ('folders', ?)", ("\n".join(map(str, folders)),))
        if not _is_akin_fresh(db, folders):
            akin.fill(db, folders)
        db.execute("COMMIT")
    _sweep(path)
    return _connect(str(path), read_only=True)


def _sweep(path: Path) -> None:
    """Delete the indexes beside this one that no base uses any more: of folders that are gone, or of another format."""
    for other in path.parent.glob(f"*{SUFFIX}"):
        if other == path:
            continue
        try:
            with closing(_connect(str(other), read_only=True)) as db:
                known = dict(db.execute("SELECT key, value FROM meta WHERE key IN ('format', 'folders')"))
        except sqlite3.OperationalError:  # another process is making it
            continue
        except sqlite3.DatabaseError:
            known = {}
        folders = known.get("folders", "")
        if known.get("format") != FORMAT or not all(os.path.isdir(name) for name in folders.split("\n")):  # noqa: PTH112
            with suppress(OSError):
                delete_index(other)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def create_tables(db: sqlite3.Connection) -> None:
    """Make the empty tables of an index, inside of the transaction that is open."""
    script = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    for statement in "\n".join(lines).split(";"):  # not executescript: it would commit, and this is one transaction
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('format', ?)", (FORMAT,))


def _fill(
    db: sqlite3.Connection,
    found: list[Found],
    progress: Callable[[int, int], None] | None,
) -> None:
    from blanket.search.filling import fill  # reads YAML: not on the way of a find that has its index

    fill(db, found, progress)


def _left_out(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT value FROM meta WHERE key = 'left_out'").fetchone()
    return whole_number(row[0]) if row else 0


def _count(db: sqlite3.Connection, query: str) -> int:
    return int(db.execute(query).fetchone()[0])


def delete_index(path: Path) -> None:
    """Delete one index of the cache, so that the next `open_index` makes it anew. For a file damaged inside."""
    for name in (path, path.with_name(path.name + "-journal")):
        name.unlink(missing_ok=True)
