"""What every command begins with: the knowledge base's index, the chosen kommune, and the last search's numbers.

Here goes what commands share before they do their own work.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from blanket import texts
from blanket.errors import BlanketError, Exit
from blanket.paths import cache_folder, kb_folders, own_folder
from blanket.search.index import Index, NotAnIndexError, open_file, open_index

if TYPE_CHECKING:
    from blanket.kb.format.model import Municipality

KbOption = Annotated[
    list[Path] | None,
    typer.Option("--kb", metavar="STI", help=texts.HELP_KB, show_default=False),
]
MunicipalityOption = Annotated[
    str | None,
    typer.Option("--kommune", metavar="NAVN", help="Brug denne kommune for denne ene gang.", show_default=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Svar som JSON til andre programmer.", show_default=False)]

_top_folders: list[Path] = []  # --kb given before the command
SHOW_PROGRESS_AFTER = 1.0  # seconds
MANY = 100  # files: reading so many is felt, so it is said
LAST_SEARCH_DAYS = 2  # numbers of older searches are thrown away


class Session(NamedTuple):
    """An open index, and notes for stderr that came up on the way."""

    db: sqlite3.Connection
    notes: list[str]


def use_top_folders(folders: list[Path] | None) -> None:
    """Remember the --kb given before the command."""
    _top_folders[:] = folders or []


def folders_of(extra: list[Path] | None) -> list[Path]:
    """All folders of the knowledge base. Raises BlanketError for one that is not there."""
    folders = kb_folders([*_top_folders, *(extra or [])])
    for folder in folders:
        if not folder.is_dir():
            raise BlanketError(texts.NO_SUCH_KB.format(folder=folder), texts.NO_SUCH_KB_CURE, Exit.UNUSABLE)
    return folders


def named_paths(extra: list[Path] | None) -> list[Path]:
    """What is named beside the shipped base: folders, or one index file."""
    return kb_folders([*_top_folders, *(extra or [])])[1:]


def maintained(extra: list[Path] | None) -> tuple[Path | None, list[Path]]:
    """What a maintainer works on: the own folder, if one is known, and all folders with the own one among them.

    Raises BlanketError for a folder that is not there.
    """
    own = own_folder([*_top_folders, *(extra or [])])
    folders = folders_of(extra)
    return own, folders if own is None or own in folders else [*folders, own]


def own_of(extra: list[Path] | None) -> tuple[Path, list[Path]]:
    """As `maintained`, for a command that writes. Raises BlanketError when no own folder is known."""
    own, folders = maintained(extra)
    if own is None:
        raise BlanketError(texts.NO_OWN_FOLDER, texts.NO_OWN_FOLDER_CURE, Exit.WRONG_USE)
    return own, folders


@contextmanager
def session(extra: list[Path] | None) -> Iterator[Session]:
    """Open the index for one command: of the folders, or the one-file index that --kb or BLANKET_KB names."""
    index = _open_named_file(extra) or _open_folders(extra)
    try:
        notes = []
        if index.in_memory:
            notes.append(texts.IN_MEMORY.format(folder=cache_folder()))
        if index.left_out:
            notes.append(texts.LEFT_OUT_ONE if index.left_out == 1 else texts.LEFT_OUT.format(count=index.left_out))
        yield Session(index.db, notes)
    finally:
        index.db.close()


def _open_named_file(extra: list[Path] | None) -> Index | None:
    """The one-file index, when a file is named; it holds a whole base, so nothing else may be named beside it."""
    named = named_paths(extra)
    files = [path for path in named if path.is_file()]
    if not files:
        return None
    if len(named) > 1:
        raise BlanketError(texts.FILE_ALONE.format(file=files[0]), texts.FILE_ALONE_CURE, Exit.WRONG_USE)
    try:
        return open_file(files[0])
    except (NotAnIndexError, OSError) as error:
        raise BlanketError(texts.NOT_AN_INDEX.format(file=files[0]), texts.NOT_AN_INDEX_CURE, Exit.UNUSABLE) from error


def _open_folders(extra: list[Path] | None) -> Index:
    folders = folders_of(extra)
    try:
        index = open_index(folders, cache_folder(), Progress(first=texts.PREPARING))
    except OSError as error:
        folder = error.filename or folders[-1]
        raise BlanketError(texts.NO_SUCH_KB.format(folder=folder), texts.NO_SUCH_KB_CURE, Exit.UNUSABLE) from error
    if not index.db.execute("SELECT 1 FROM entry LIMIT 1").fetchone():
        shown = ", ".join(map(str, folders))
        raise BlanketError(texts.EMPTY_KB.format(folders=shown), texts.EMPTY_KB_CURE, Exit.UNUSABLE)
    return index


class Progress:
    """On stderr: one line when much is about to be done, and one that counts once it has taken a while on a terminal.

    `said`: the counting line, with {done} and {total}. `every`: how often it is written anew. `first`: the one line.
    """

    def __init__(self, said: str = texts.BUILDING, every: int = 20, first: str = "") -> None:
        self._began = time.monotonic()
        self._said, self._every, self._first = said, every, first

    def __call__(self, done: int, total: int) -> None:
        if self._first and done == 1 and total >= MANY:
            print(self._first.format(total=total), file=sys.stderr, flush=True)
        if not sys.stderr.isatty() or time.monotonic() - self._began < SHOW_PROGRESS_AFTER:
            return
        if done % self._every == 0 or done == total:
            end = "\n" if done == total else ""
            print("\r" + self._said.format(done=done, total=total), end=end, file=sys.stderr, flush=True)


def chosen_municipality(session: Session, name: str | None) -> Municipality | None:
    """The kommune asked for with --kommune, or the saved one, or None.

    Raises BlanketError when the one asked for is not in the base; a saved one that is gone is only noted.
    """
    from blanket.kb.format.model import Municipality
    from blanket.search import lookup
    from blanket.search.words import fold
    from blanket.settings import load_settings

    saved = None if name else load_settings().municipality
    wanted = name or saved
    if wanted is None:
        return None
    identifier = fold(wanted).strip().removesuffix(" kommune").replace(" ", "-")
    found = lookup.get(session.db, identifier)
    if found is not None and isinstance(found.content, Municipality):
        return found.content
    if saved:
        session.notes.append(texts.MUNICIPALITY_GONE.format(name=saved))
        return None
    raise unknown_municipality(session, wanted)


def unknown_municipality(session: Session, name: str) -> BlanketError:
    """The error for a kommune that has no local layer, naming the nearest and all that there are."""
    from blanket.kb.format.schema import nearest
    from blanket.search import lookup

    known = lookup.ids_of_kind(session.db, "kommune")
    near = nearest(name, known)
    hint = f" Mente du {near}?" if near else ""
    return BlanketError(
        texts.UNKNOWN_MUNICIPALITY.format(name=name, hint=hint),
        texts.CHOOSE_MUNICIPALITY.format(names=", ".join(known)),
        Exit.NOTHING_FOUND,
    )


# --- Numbers of the last search: only ids are kept, never what was typed ---------------------------------------------


def remember(identifiers: list[str]) -> None:
    """Keep the ids of a search's hits, so that `vis 2` knows them; nothing where the cache cannot be written."""
    from blanket.settings import write_whole

    with suppress(OSError):
        folder = cache_folder()
        for name in (_own_name(), "sidste.txt"):
            write_whole(folder / "fund" / name, "\n".join(identifiers))
        for old in (folder / "fund").iterdir():
            if time.time() - old.stat().st_mtime > LAST_SEARCH_DAYS * 86400:
                old.unlink()


def last_hit(number: int) -> str:
    """The id that the last search in this terminal (or else the last one anywhere) showed under a number.

    Raises BlanketError when there was no search or it had no such number.
    """
    for name in (_own_name(), "sidste.txt"):
        try:
            identifiers = (cache_folder() / "fund" / name).read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError):
            continue
        if 1 <= number <= len(identifiers):
            return identifiers[number - 1]
        raise BlanketError(texts.NO_NUMBER.format(number=number), texts.NO_NUMBER_CURE)
    raise BlanketError(texts.NO_LAST_SEARCH.format(number=number), texts.NO_NUMBER_CURE)


def _own_name() -> str:
    """A file for each terminal: the shell that started this command stands for it."""
    return f"{os.getppid()}.txt"
