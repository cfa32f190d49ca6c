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

from blanket.errors import BlanketError, Exit
from blanket.guide.cache import keep_in
from blanket.kb.files import is_utf8
from blanket.paths import cache_folder, kb_folders, own_folders, release_beside
from blanket.search import lookup
from blanket.search.index import (
    HandedOut,
    Index,
    delete_index,
    is_current,
    open_index,
)
from blanket.search.postings import DamagedIndexError
from blanket.system import refused
from blanket.texts import opening as texts

if TYPE_CHECKING:
    from blanket.kb.format.model import Municipality
    from blanket.search.release import Release
    from blanket.settings import Settings

Progress = Callable[[int, int], None]
Answer = TypeVar("Answer")


class OpenBase:
    """The knowledge base, open for reading. `notes`: what the user should be told beside the answer, a sentence each.

    `named`: the folders or the one file that the user named. `file`: that one file, or None; it is read from a copy, so
    that it can be replaced at any time.
    """

    def __init__(self, named: Sequence[Path], progress: Progress | None = None) -> None:
        keep_in(cache_folder())  # guides know no cache of their own
        self.named = list(named)
        self.notes: list[str] = []
        self._progress = progress
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
        """Where the index is, for another process to open it too; None when nothing could be kept."""
        return self._index.path

    @property
    def release(self) -> Release | None:
        """What the file says of itself, when it is a release."""
        return self._index.db.release if isinstance(self._index.db, HandedOut) else None

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
            if self.file or self._index.path is None:
                raise self._damaged() from error
            with suppress(OSError):
                delete_index(self._index.path)
            self._index = self._open()
        try:
            return work(self)
        except (DamagedIndexError, sqlite3.DatabaseError) as error:
            raise BlanketError(texts.DAMAGED, texts.DAMAGED_CURE, Exit.UNUSABLE) from error

    def _damaged(self) -> BlanketError:
        """What to say of a file that is not ours to mend: damage, or what only a newer program understands."""
        from blanket.desk.copies import forget_copy
        from blanket.desk.releases import newer_program
        from blanket.texts import releases as release_texts

        forget_copy(self._index)
        if self.release and newer_program(self.release.program):
            what = release_texts.RELEASE_TOO_NEW.format(file=self.file, name=self.release.name)
            cure = release_texts.RELEASE_TOO_NEW_CURE.format(program=self.release.program)
            return BlanketError(what, cure, Exit.UNUSABLE)
        return BlanketError(texts.DAMAGED, texts.NOT_AN_INDEX_CURE, Exit.UNUSABLE)

    def renew(self) -> bool:
        """Open the base anew when its files have changed since. Returns whether they had.

        For a base that stays open. Where what is there now cannot be used, as a file that is half copied, the old one
        goes on, and the next call looks again.
        """
        before = self._stamp
        try:
            self._stamp = _stamp(self.file)
            current = self._stamp in (before, None) if self.file else is_current(self._index, folders_of(self.named))
            if current:
                self._stamp = before
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
        index = self._open_copy(self.file) if self.file else _open_folders(self.named, self._progress)
        index.db.layer = self._layer
        if index.in_memory:
            self.note(texts.IN_MEMORY.format(folder=cache_folder()))
        if index.left_out:
            self.note(texts.LEFT_OUT_ONE if index.left_out == 1 else texts.LEFT_OUT.format(count=index.left_out))
        return index

    def _open_copy(self, file: Path) -> Index:
        """A one-file index, from its copy; a note says when the file itself is out of reach."""
        from blanket.desk.copies import open_copy

        index, from_copy = open_copy(file, self._stamp)
        if from_copy:
            from blanket.desk.releases import said_of
            from blanket.texts import releases as release_texts

            release = index.db.release if isinstance(index.db, HandedOut) else None
            which = said_of(release) if release else release_texts.RELEASE_UNKNOWN
            self.note(release_texts.RELEASE_OUT_OF_REACH.format(file=file, which=which))
        return index


def _stamp(file: Path | None) -> tuple[int, int, int] | None:
    """The state of a one-file index, see `copies.stamp_of`."""
    if file is None:
        return None
    from blanket.desk.copies import stamp_of

    return stamp_of(file)


def _has_copy(file: Path) -> bool:
    from blanket.desk.copies import has_copy

    return has_copy(file)


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

    Where several in the current folder may be meant, all of them are looked at and none is written in. Raises
    BlanketError for a folder that is not there.
    """
    keep_in(cache_folder())
    with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=texts.THIS_FOLDER):
        own = own_folders(list(extra))
    folders = folders_of(extra)
    return own[0] if len(own) == 1 else None, [*folders, *(folder for folder in own if folder not in folders)]


def own_of(extra: Sequence[Path]) -> tuple[Path, list[Path]]:
    """As `maintained`, for a command that writes. Raises BlanketError when no own folder is known."""
    own, folders = maintained(extra)
    if own is None:
        raise BlanketError(texts.NO_OWN_FOLDER, texts.NO_OWN_FOLDER_CURE, Exit.WRONG_USE)
    return own, folders


def noted_settings(base: OpenBase) -> Settings:
    """The user's settings, with the kommune of the release where the user has chosen none.

    That they cannot be used is noted: they never stand in the way of a citizen.
    """
    from blanket.settings import load_settings

    settings = load_settings()
    if settings.note:
        base.note(settings.note)
    if settings.municipality is None and not settings.no_municipality and base.release and base.release.municipality:
        return settings._replace(municipality=base.release.municipality)
    return settings


def chosen_municipality(base: OpenBase, name: str | None) -> Municipality | None:
    """The kommune asked for, or the saved one, or None. From now on entries come out as it has them.

    Raises BlanketError when the one asked for is not in the base or means more than one. A saved one that is gone is
    only noted, and so are settings that cannot be used: they never stand in the way of a citizen.
    """
    if name:
        meant = _municipality(base, name) or _meant(base, name)
        base.use_layer(meant.id)
        return meant
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

    found = lookup.get(base.db, name)
    return found.content if found is not None and isinstance(found.content, Municipality) else None


def known_municipalities(base: OpenBase) -> dict[str, str]:
    """The kommuner of the base: id -> title."""
    return {hit.id: hit.title for hit in lookup.as_hits(base.db, lookup.ids_of_kind(base.db, "kommune"))}


def _meant(base: OpenBase, name: str) -> Municipality:
    """The kommune that a name means. Raises BlanketError when it is none or more than one."""
    from blanket.desk import kommuner

    known = known_municipalities(base)
    found = kommuner.kommuner_meant(name, known)
    chosen = _municipality(base, found.ids[0]) if found.sure and len(found.ids) == 1 else None
    if chosen is None:
        raise kommuner.unknown(name, known)
    return chosen


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
            if path.is_file() or (not path.exists() and _has_copy(path)):
                files.append(path)
    if files and len(named) > 1:
        raise BlanketError(texts.FILE_ALONE.format(file=files[0]), texts.FILE_ALONE_CURE, Exit.WRONG_USE)
    return files[0] if files else None


def _open_folders(named: Sequence[Path], progress: Progress | None) -> Index:
    folders = folders_of(named)
    with refused(texts.KB_UNREADABLE, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folders=", ".join(map(str, folders[1:]))):
        index = open_index(folders, cache_folder(), progress)
    if lookup.is_empty(index.db):
        shown = ", ".join(map(str, folders))
        raise BlanketError(texts.EMPTY_KB.format(folders=shown), texts.EMPTY_KB_CURE, Exit.UNUSABLE)
    return index
