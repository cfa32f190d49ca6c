"""A one-file index on its way to this PC: copied into the user's cache and opened there.

Here goes how a file on a share is read while somebody replaces it: it is open only as long as it takes to copy it, so
it can be replaced at any time, also on Windows; and when the share is gone, the last copy goes on.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from blanket.errors import BlanketError, Exit
from blanket.paths import cache_folder
from blanket.search.index import (
    FORMAT,
    SUFFIX,
    HandedOut,
    Index,
    NotAnIndexError,
    OtherFormatError,
    OtherReleaseError,
    open_one_file,
)
from blanket.system import refused
from blanket.texts import opening as texts
from blanket.texts import releases as release_texts
from blanket.writing import draft_of

_COPIES = "kopier"  # below the cache
PATIENCE = 2.0  # seconds: so long may a file be away while it is replaced

Stamp = tuple[int, int, int]


class Copied(NamedTuple):
    """An open one-file index. `from_copy`: the file could not be reached, so the last copy of it is used."""

    opened: Index
    from_copy: bool = False


def stamp_of(file: Path | None) -> Stamp | None:
    """What tells one state of a file from another; None where there is no file, or it cannot be reached now."""
    try:
        found = file.stat() if file else None
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None


def has_copy(file: Path) -> bool:
    """Whether a copy of a file is kept, so that the file itself may be out of reach for a while."""
    return next(_copies_of(file), None) is not None


def open_copy(file: Path, stamp: Stamp | None) -> Copied:
    """The index of a file as it is now, from a copy; from the file itself where nothing can be kept.

    `stamp`: its state. Raises BlanketError (unusable) for what is no index, cannot be read, or is a release of a format
    that this program does not read.
    """
    try:
        return Copied(_opened(_fresh_copy(file, stamp), file))
    except NotAnIndexError as error:
        raise _refusal(file, error) from error
    except FileNotFoundError:
        for copy in _copies_of(file):
            with suppress(OSError, NotAnIndexError):
                return Copied(_opened(copy, file), from_copy=True)
        return Copied(_open_named(file))
    except OSError:
        return Copied(_open_named(file))


def forget_copy(index: Index) -> None:
    """Delete the copy that an index was opened from: the next opening makes it anew."""
    if index.path is not None and index.path.parent.name == _COPIES:
        with suppress(OSError):
            index.path.unlink()


def _fresh_copy(file: Path, stamp: Stamp | None) -> Path:
    """The copy of a file's present state, made now when it is not there; older ones go. Raises OSError.

    A copy is named after its file and that file's state: another desk may still read the one before.
    """
    if stamp is None and (stamp := _patiently(file)) is None:
        raise FileNotFoundError(2, "", str(file))
    folder = cache_folder() / _COPIES
    copy = folder / f"{_begins(file)}{crc32(repr(stamp).encode()):08x}-{FORMAT}{SUFFIX}"
    if not copy.is_file():
        _copy(file, copy)
    for other in _copies_of(file):
        if other != copy:
            with suppress(OSError):
                other.unlink()
    return copy


def _patiently(file: Path) -> Stamp | None:
    """The state of a file that may just be being replaced, when a copy shows that it was there before."""
    until = time.monotonic() + (PATIENCE if has_copy(file) else 0)
    while (stamp := stamp_of(file)) is None and time.monotonic() < until:
        time.sleep(0.05)
    return stamp


def _copy(file: Path, copy: Path) -> None:
    """Copy a file; its tables of search are made anew when they are of another format."""
    from shutil import copyfileobj  # costs a find some milliseconds

    with draft_of(copy) as draft:
        with file.open("rb") as source, draft.open("wb") as target:
            copyfileobj(source, target)
        with suppress(NotAnIndexError):  # whatever else is wrong is said when it is opened
            try:
                open_one_file(draft).db.close()
            except OtherFormatError:
                from blanket.search.releasing import remake

                made = draft.with_name(f"{draft.name}-ny")
                try:
                    remake(draft, made).close()
                    made.replace(draft)
                finally:
                    made.unlink(missing_ok=True)


def _opened(copy: Path, file: Path) -> Index:
    index = open_one_file(copy)
    if isinstance(index.db, HandedOut):
        index.db.file = file  # logo and templates of an index that is no release lie beside the file itself
    return index._replace(path=copy)


def _open_named(file: Path) -> Index:
    try:
        with refused(texts.INDEX_UNREADABLE, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, file=file):
            try:
                return open_one_file(file)
            except OtherFormatError:
                from blanket.search.releasing import remake

                return Index(remake(file, None))
    except NotAnIndexError as error:
        raise _refusal(file, error) from error


def _refusal(file: Path, error: NotAnIndexError) -> BlanketError:
    """What is wrong with a file, and who can mend it: whoever installs the program, or whoever publishes."""
    if not isinstance(error, OtherReleaseError):
        return BlanketError(texts.NOT_AN_INDEX.format(file=file), texts.NOT_AN_INDEX_CURE, Exit.UNUSABLE)
    newer = error.release.is_newer
    said = release_texts.RELEASE_TOO_NEW if newer else release_texts.RELEASE_TOO_OLD
    cure = release_texts.RELEASE_TOO_NEW_CURE if newer else release_texts.RELEASE_TOO_OLD_CURE
    what = said.format(file=file, name=error.release.name, program=error.release.program)
    return BlanketError(what, cure.format(program=error.release.program), Exit.UNUSABLE)


def _begins(file: Path) -> str:
    return f"{crc32(str(file).encode()):08x}-"


def _copies_of(file: Path) -> Iterator[Path]:
    """The copies of a file that are kept, the newest first."""
    with suppress(OSError):
        found = [copy for copy in (cache_folder() / _COPIES).glob(f"{_begins(file)}*{SUFFIX}") if copy.name[0] != "."]
        yield from sorted(found, key=lambda copy: copy.stat().st_mtime_ns, reverse=True)
