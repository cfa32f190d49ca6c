"""Opening the knowledge base: the folders or the one file that are named, the index over them, the chosen kommune.

Here goes what every face does before anything else, and what happens when the index turns out to be damaged.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from blanket import texts
from blanket.errors import BlanketError, Exit
from blanket.guide.cache import keep_in
from blanket.kb.files import is_utf8
from blanket.paths import cache_folder, kb_folders, own_folder, release_beside
from blanket.search import lookup
from blanket.search.index import (
    SUFFIX,
    HandedOut,
    Index,
    NotAnIndexError,
    delete_index,
    is_current,
    open_file,
    open_index,
)
from blanket.search.postings import DamagedIndexError
from blanket.system import refused
from blanket.writing import draft_of

if TYPE_CHECKING:
    from blanket.kb.format.model import Municipality
    from blanket.settings import Settings

Progress = Callable[[int, int], None]
Answer = TypeVar("Answer")
Stamp = tuple[int, int, int]
_COPIES = "kopier"  # below the cache: one-file indexes of bases that stay open


class OpenBase:
    """The knowledge base, open for reading. `notes`: what the user should be told beside the answer, a sentence each.

    `named`: the folders or the one file that the user named. `file`: that one file, or None. `copied`: that file is
    copied into the cache and opened there, so that it can be replaced while this base stays open.
    """

    def __init__(self, named: Sequence[Path], progress: Progress | None = None, *, copied: bool = False) -> None:
        keep_in(cache_folder())  # guides know no cache of their own
        self.named = list(named)
        self.notes: list[str] = []
        self._progress = progress
        self._copied = copied
        self._layer: str | None = None
        self.file = _file_among(self.named)
        self._stamp = _stamp(self.file)
        self._index = self._open()

    @property
    def db(self) -> sqlite3.Connection:
        """The index, to be read only."""
        return self._index.db

    @property
    def in_memory(self) -> bool:
        """Whether the index could not be kept in the cache; a note has said so."""
        return self._index.in_memory

    @property
    def index_file(self) -> Path | None:
        """Where the index is, for another process to open it too; None when it is in memory alone."""
        return self.file or self._index.path

    def use_layer(self, municipality: str | None) -> None:
        """From now on entries come out as this kommune has them; None: as they are shared."""
        self._layer = self._index.db.layer = municipality

    def note(self, sentence: str) -> None:
        """Tell the user something beside the answer, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def ask(self, work: Callable[[OpenBase], Answer]) -> Answer:
        """What `work` makes of this base. When the index is damaged inside, it is made anew and `work` is called again.

        `work` only reads: it may be called twice, so what it writes, prints or sends must come after. Raises
        BlanketError (unusable) when a one-file index is damaged, which is not ours to mend.
        """
        try:
            return work(self)
        except (DamagedIndexError, sqlite3.DatabaseError) as error:
            self.close()
            if self._index.path is None:
                raise BlanketError(texts.DAMAGED, texts.NOT_AN_INDEX_CURE, Exit.UNUSABLE) from error
            with suppress(OSError):
                delete_index(self._index.path)
            self._index = self._open()
        try:
            return work(self)
        except (DamagedIndexError, sqlite3.DatabaseError) as error:
            raise BlanketError(texts.DAMAGED, texts.DAMAGED_CURE, Exit.UNUSABLE) from error

    def renew(self) -> bool:
        """Open the base anew when its files have changed since. Returns whether they had.

        For a base that stays open. Where what is there now cannot be used, as a file that is half copied, the old one
        goes on, and the next call looks again.
        """
        before = self._stamp
        try:
            self._stamp = _stamp(self.file)
            current = before == self._stamp if self.file else is_current(self._index, folders_of(self.named))
            if current:
                return False
            fresh = self._open()
        except (BlanketError, OSError):
            self._stamp = before
            return False
        self.close()
        self._index = fresh
        return True

    def close(self) -> None:
        """Let go of the index."""
        with suppress(sqlite3.Error):
            self._index.db.close()

    def _open(self) -> Index:
        if self.file:
            index = _open_copy(self.file, self._stamp) if self._copied and self._stamp else _open_named(self.file)
        else:
            index = _open_folders(self.named, self._progress)
        index.db.layer = self._layer
        if index.in_memory:
            self.note(texts.IN_MEMORY.format(folder=cache_folder()))
        if index.left_out:
            self.note(texts.LEFT_OUT_ONE if index.left_out == 1 else texts.LEFT_OUT.format(count=index.left_out))
        return index


@contextmanager
def open_base(named: Sequence[Path], progress: Progress | None = None) -> Iterator[OpenBase]:
    """Open the base for one command. `named`: folders beside the shipped one, or the one file that stands for all.

    `progress`: called with (files read, files in all) while the index is made. Raises BlanketError (unusable) for a
    folder that is not there, an empty base and a file that is no index.
    """
    base = OpenBase(named_paths(named), progress)
    try:
        yield base
    finally:
        base.close()


def named_paths(extra: Sequence[Path]) -> list[Path]:
    """What is named beside the shipped base, by BLANKET_KB and then by `extra`: folders, or one index file.

    Where nothing is named: the release of the user's settings, else the one beside the program, else nothing.
    """
    with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=texts.THIS_FOLDER):
        named = kb_folders(list(extra))[1:]
        if named or extra:
            return named
        release = _release_in_use()
        return [release] if release else []


def _release_in_use() -> Path | None:
    """The release that this PC uses: a setting, or a file beside the program."""
    from blanket.settings import load_settings

    chosen = load_settings().release
    return Path(os.path.abspath(chosen)) if chosen else release_beside()


def folders_of(extra: Sequence[Path]) -> list[Path]:
    """All folders of the knowledge base. Raises BlanketError for one that is not there, or that is an index file."""
    with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=texts.THIS_FOLDER):
        folders = kb_folders(list(extra))
    for folder in folders:
        _must_be_folder(folder)
    return folders


def maintained(extra: Sequence[Path]) -> tuple[Path | None, list[Path]]:
    """What a maintainer works on: the own folder, if one is known, and all folders with the own one among them.

    Raises BlanketError for a folder that is not there.
    """
    keep_in(cache_folder())
    with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=texts.THIS_FOLDER):
        own = own_folder(list(extra))
    folders = folders_of(extra)
    return own, folders if own is None or own in folders else [*folders, own]


def own_of(extra: Sequence[Path]) -> tuple[Path, list[Path]]:
    """As `maintained`, for a command that writes. Raises BlanketError when no own folder is known."""
    own, folders = maintained(extra)
    if own is None:
        raise BlanketError(texts.NO_OWN_FOLDER, texts.NO_OWN_FOLDER_CURE, Exit.WRONG_USE)
    return own, folders


def noted_settings(base: OpenBase) -> Settings:
    """The user's settings. That they cannot be used is noted: they never stand in the way of a citizen."""
    from blanket.settings import load_settings

    settings = load_settings()
    if settings.note:
        base.note(settings.note)
    return settings


def chosen_municipality(base: OpenBase, name: str | None) -> Municipality | None:
    """The kommune asked for, or the saved one, or None. From now on entries come out as it has them.

    Raises BlanketError when the one asked for is not in the base; a saved one that is gone is only noted, and so are
    settings that cannot be used: they never stand in the way of a citizen.
    """
    if name:
        found = _municipality(base, name)
        if found is None:
            raise unknown_municipality(base, name)
        base.use_layer(found.id)
        return found
    settings = noted_settings(base)
    if settings.municipality is None:
        return None
    found = _municipality(base, settings.municipality)
    if found is None:
        base.note(texts.MUNICIPALITY_GONE.format(name=settings.municipality))
    base.use_layer(found.id if found else None)
    return found


def _municipality(base: OpenBase, name: str) -> Municipality | None:
    from blanket.kb.format.model import Municipality
    from blanket.search.words import fold

    identifier = fold(name).strip().removesuffix(" kommune").replace(" ", "-")
    found = lookup.get(base.db, identifier)
    return found.content if found is not None and isinstance(found.content, Municipality) else None


def unknown_municipality(base: OpenBase, name: str) -> BlanketError:
    """The error for a kommune that has no local layer, naming the nearest and all that there are."""
    from blanket.did_you_mean import hint

    known = lookup.ids_of_kind(base.db, "kommune")
    return BlanketError(
        texts.UNKNOWN_MUNICIPALITY.format(name=name, hint=hint(name, known)),
        texts.CHOOSE_MUNICIPALITY.format(names=", ".join(known)),
        Exit.NOTHING_FOUND,
    )


def _must_be_folder(path: Path) -> None:
    """Raise the fitting BlanketError when a named path is not a folder that can be reached."""
    if not is_utf8(str(path)):
        raise BlanketError(texts.NAME_NOT_UTF8.format(name=path), texts.NAME_NOT_UTF8_CURE, Exit.UNUSABLE)
    with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=path):
        if path.is_file():
            raise BlanketError(texts.FOLDER_WANTED.format(file=path), texts.FOLDER_WANTED_CURE, Exit.WRONG_USE)
        if not path.is_dir():
            raise FileNotFoundError(2, "")


def _file_among(named: Sequence[Path]) -> Path | None:
    """The one-file index, when a file is named; it holds a whole base, so nothing else may be named beside it."""
    files = []
    for path in named:
        with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=path):
            if path.is_file():
                files.append(path)
    if files and len(named) > 1:
        raise BlanketError(texts.FILE_ALONE.format(file=files[0]), texts.FILE_ALONE_CURE, Exit.WRONG_USE)
    return files[0] if files else None


def _open_named(file: Path) -> Index:
    try:
        with refused(texts.INDEX_UNREADABLE, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, file=file):
            return open_file(file)
    except NotAnIndexError as error:
        raise BlanketError(texts.NOT_AN_INDEX.format(file=file), texts.NOT_AN_INDEX_CURE, Exit.UNUSABLE) from error


def _stamp(file: Path | None) -> Stamp | None:
    """What tells one state of a file from another; None where there is no file, or it cannot be reached now."""
    try:
        found = file.stat() if file else None
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None


def _open_copy(file: Path, stamp: Stamp) -> Index:
    """A one-file index, opened as a copy in the user's cache; the file itself where nothing can be kept there.

    A copy is named after its file and that file's state: another desk may still read the one before.
    """
    from shutil import copyfileobj  # costs a find some milliseconds

    folder = cache_folder() / _COPIES
    begins = f"{crc32(str(file).encode()):08x}-"
    copy = folder / f"{begins}{crc32(repr(stamp).encode()):08x}{SUFFIX}"
    try:
        if not copy.is_file():
            with file.open("rb") as source, draft_of(copy) as draft, draft.open("wb") as target:
                copyfileobj(source, target)
        for other in folder.glob(f"{begins}*{SUFFIX}"):
            if other != copy:
                with suppress(OSError):
                    other.unlink()
    except OSError:
        return _open_named(file)
    try:
        index = open_file(copy)
    except (NotAnIndexError, OSError):
        with suppress(OSError):
            copy.unlink()
        return _open_named(file)
    if isinstance(index.db, HandedOut):
        index.db.file = file  # logo and templates lie beside the file itself
    return index._replace(path=copy)


def _open_folders(named: Sequence[Path], progress: Progress | None) -> Index:
    folders = folders_of(named)
    with refused(texts.KB_UNREADABLE, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folders=", ".join(map(str, folders[1:]))):
        index = open_index(folders, cache_folder(), progress)
    if lookup.is_empty(index.db):
        shown = ", ".join(map(str, folders))
        raise BlanketError(texts.EMPTY_KB.format(folders=shown), texts.EMPTY_KB_CURE, Exit.UNUSABLE)
    return index
