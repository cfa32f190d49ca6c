"""Filling the index: which files are new, changed or gone, which of them win, and their rows in SQLite.

Here goes the work that is done when a YAML file changed, one id at a time. What a file's words are worth is decided in
`preparing`, on as many cores as there are; the numbers of words are kept in `vocabulary`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from blanket.cores import processes
from blanket.kb.base import Base, without_collecting
from blanket.kb.files import GLOSSARY_KIND, VOUCH_FILE, VOUCH_KIND, Found, KbFile, Stamp
from blanket.kb.format.glossary import Glossary, Word
from blanket.kb.format.model import Entry, Municipality
from blanket.kb.layers.merging import with_own
from blanket.kb.layers.vouches import Vouch, read_file
from blanket.search import weights
from blanket.search.former import also_known_as, note_former, twice_there, under_new_id
from blanket.search.matching import bare_key
from blanket.search.postings import to_phrases
from blanket.search.preparing import (
    Numbering,
    Prepared,
    PreparedRow,
    Term,
    entry_row,
    prepare,
    prepare_packed,
    unpacked,
    weighed_row,
)
from blanket.search.vocabulary import Vocabulary
from blanket.search.words import content, fold, is_stop_term, query_words

PARALLEL_FROM = 1000  # files: below that, starting more processes costs more than it saves
AT_A_TIME = 2500  # files that are prepared in one go at most: the more, the fewer words are met anew

KOMMUNE = "kommune"
GLOSSARY_PREFIX = "ord-"  # of the ids of explained words


class Read(NamedTuple):
    """A file and what is in it, when it has been read now. `numbers`: the index's numbers of its words."""

    file: KbFile
    prepared: Prepared | None = None
    numbers: Sequence[int] = ()


class Where(NamedTuple):
    """Where an entry came from. `path`: of its file, or its id where no file is known."""

    path: str
    folder: int


class Content(NamedTuple):
    """An entry that is taken in as it is."""

    where: Where
    entry: Entry


class _Changes(NamedTuple):
    """What differs from the index. `ids`: those of which a file is new, changed or gone. `unread`: paths to read."""

    ids: set[str]
    unread: set[str]
    gone: set[str]
    unusable: set[str]


@without_collecting()
def fill(
    db: sqlite3.Connection,
    found: Sequence[Found],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Bring the tables up to date with the files that were found. Reads only those whose stamp is not in the index."""
    _fill_vouches(db, [item for item in found if item[1] == VOUCH_KIND])
    found = [item for item in found if item[1] != VOUCH_KIND]
    empty = db.execute("SELECT 1 FROM file WHERE kind != ?", (VOUCH_KIND,)).fetchone() is None
    changes = _changes(db, found)
    files = sorted((KbFile(Path(item[0]), *item[1:]) for item in found if _id(*item[:2]) in changes.ids), key=_rank)
    indexes = _drop_indexes(db) if empty else []
    vocabulary = Vocabulary(db)
    db.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in changes.gone])
    db.executemany("DELETE FROM former WHERE path = ?", [(path,) for path in changes.gone | changes.unread])
    for identifier in sorted(changes.ids - {_id(str(file.path), file.kind) for file in files}):  # no file has it now
        _index(db, vocabulary, identifier, [])
    read: list[tuple[str | int | None, ...]] = []
    for identifier, usable in _by_id(db, files, changes, vocabulary, read, progress):
        _index(db, vocabulary, identifier, usable, empty=empty)
    db.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", read)
    vocabulary.settle()
    for statement in indexes:
        db.execute(statement)
    _follow_former(db)
    _count(db)


def _count(db: sqlite3.Connection) -> None:
    db.execute("INSERT OR REPLACE INTO meta VALUES ('entries', (SELECT count(*) FROM entry))")
    db.execute("INSERT OR REPLACE INTO meta VALUES ('left_out', (SELECT count(*) FROM file WHERE problem IS NOT NULL))")


@without_collecting()
def fill_from_base(db: sqlite3.Connection, base: Base, progress: Callable[[int, int], None] | None = None) -> None:
    """Fill the tables of a new index with a base that was read whole. No file is opened: what was checked goes in.

    Of files only those are noted that cannot be used; entries stand there under their ids.
    """
    for file, _, why in base.read:
        if why is not None:
            row = (str(file.path), file.kind, file.folder, 0, 0, _id(str(file.path), file.kind), why)
            db.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    _insert_vouches(db, base.said_vouches)
    former = [(old, key, key) for old, key in base.former.items()]
    db.executemany("INSERT INTO former (old, id, path) VALUES (?, ?, ?)", former)
    entries = [
        Content(Where(key, base.origin[key].folder), replace(entry, checked=None) if entry.checked else entry)
        for key, entry in sorted(base.entries.items())  # whether a vouch holds is seen when an entry is asked for
    ]
    glossaries = [(Where("", file.folder), found) for file, found, _ in base.read if isinstance(found, Glossary)]
    fill_from_content(db, entries, glossaries, progress)


@without_collecting()
def fill_from_content(
    db: sqlite3.Connection,
    entries: Sequence[Content],
    glossaries: Sequence[tuple[Where, Glossary]],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Fill the tables of a new index from entries and glossaries, a later folder's after an earlier one's."""
    indexes = _drop_indexes(db)
    vocabulary = Vocabulary(db)
    numbering = Numbering()
    rows = []
    for number, item in enumerate(entries, 1):
        rows.append((item, entry_row(item.entry, numbering)))
        if progress:
            progress(number, len(entries))
    numbers = vocabulary.numbers(numbering.known())
    for (where, entry), row in rows:
        insert(db, vocabulary, where, msgspec.json.encode(entry).decode(), row, numbers)
    _index_glossary(db, vocabulary, glossaries)
    vocabulary.settle()
    for statement in indexes:
        db.execute(statement)
    _count(db)


def _fill_vouches(db: sqlite3.Connection, found: Sequence[Found]) -> None:
    """Take the vouches in anew when one of their files has changed. Lines that cannot be used are for `kb tjek`."""
    query = "SELECT path, mtime, size FROM file WHERE kind = ?"
    known = {path: (mtime, size) for path, mtime, size in db.execute(query, (VOUCH_KIND,))}
    if known == {path: stamp for path, _, _, stamp in found}:
        return
    db.execute("DELETE FROM vouch")
    db.execute("DELETE FROM file WHERE kind = ?", (VOUCH_KIND,))
    for path, kind, folder, stamp in found:
        db.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, NULL)", (path, kind, folder, *stamp, VOUCH_FILE))
        _insert_vouches(db, [(folder, vouch) for vouch in read_file(Path(path), [])])


def _insert_vouches(db: sqlite3.Connection, vouches: Sequence[tuple[int, Vouch]]) -> None:
    rows = [(vouch.id, vouch.fingerprint, vouch.day, vouch.role, folder) for folder, vouch in vouches]
    db.executemany("INSERT INTO vouch VALUES (?, ?, ?, ?, ?)", rows)


def _changes(db: sqlite3.Connection, found: Sequence[Found]) -> _Changes:
    """Compare the files that were found with those that the index has read."""
    known: dict[str, tuple[str, Stamp]] = {}
    unusable = set()
    query = "SELECT path, id, mtime, size, problem FROM file WHERE kind != ?"
    for path, identifier, mtime, size, problem in db.execute(query, (VOUCH_KIND,)):
        known[path] = identifier, (mtime, size)
        if problem is not None:
            unusable.add(path)
    unread = {path for path, _, _, stamp in found if path not in known or known[path][1] != stamp}
    gone = known.keys() - {path for path, *_ in found}
    ids = {known[path][0] for path in gone} | {_id(path, kind) for path, kind, *_ in found if path in unread}
    return _Changes(_with_glossary(also_known_as(db, ids)), unread, gone, unusable)


def _with_glossary(ids: set[str]) -> set[str]:
    """The ids, and the glossary's when one of them may give a word of it its place back, or take it."""
    return ids | {""} if any(identifier.startswith(GLOSSARY_PREFIX) for identifier in ids) else ids


def _by_id(
    db: sqlite3.Connection,
    files: list[KbFile],
    changes: _Changes,
    vocabulary: Vocabulary,
    noted: list[tuple[str | int | None, ...]],
    progress: Callable[[int, int], None] | None,
) -> Iterator[tuple[str, list[Read]]]:
    """Each id with those of its files that can be used, the one that wins first. `noted`: gets a row of each file."""
    reading = _read_all([file for file in files if str(file.path) in changes.unread], vocabulary, progress)
    for identifier, group in groupby(files, key=lambda file: _id(str(file.path), file.kind)):
        usable: list[Read] = []
        for file in group:
            path = str(file.path)
            if path in changes.unread:
                read = next(reading)
                noted.append(_note_read(db, identifier, read))
                if read.prepared and read.prepared.body:
                    usable.append(read)
            elif path not in changes.unusable:
                usable.append(Read(file))
        yield identifier, usable


def _of(file: KbFile) -> Where:
    return Where(str(file.path), file.folder)


def _note_read(db: sqlite3.Connection, identifier: str, read: Read) -> tuple[str | int | None, ...]:
    """A file's row: its stamp and what is wrong with it. Writes down the ids that its entry had before."""
    file, problem = read.file, read.prepared.problem if read.prepared else None
    if read.prepared and read.prepared.row:
        note_former(db, str(file.path), identifier, read.prepared.row.former)
    return (str(file.path), file.kind, file.folder, *file.stamp, identifier, problem)


def _follow_former(db: sqlite3.Connection) -> None:
    """Make one entry of those that stand twice, under an old id in one folder and a new id in another."""
    while pair := twice_there(db):
        old, new, old_wins = pair
        vocabulary = Vocabulary(db)  # one of its own: it takes out only what an earlier one wrote
        found = under_new_id(db, old, new) if old_wins else None
        _remove(db, vocabulary, "id", old)
        if found:
            file, entry = found
            numbering = Numbering()
            row = entry_row(entry, numbering)
            _remove(db, vocabulary, "id", new)
            numbers = vocabulary.numbers(numbering.known())
            insert(db, vocabulary, _of(file), msgspec.json.encode(entry).decode(), row, numbers)
        vocabulary.settle()


def _id(path: str, kind: str) -> str:
    """The id that a file's name says it holds; nothing for the glossary."""
    name = os.path.basename(path)  # noqa: PTH119  # a Path takes ten times as long, and there may be ten thousand
    return "" if kind == GLOSSARY_KIND else name.rpartition(".")[0]


def _rank(file: KbFile) -> tuple[bool, str, int, str]:
    """Files with the same id stand together, the one that wins first. The glossary comes last: entries go before it."""
    path = str(file.path)
    return file.kind == GLOSSARY_KIND, _id(path, file.kind), -file.folder, path


def _drop_indexes(db: sqlite3.Connection) -> list[str]:
    """Drop the indexes of empty tables. Returns how to make them again: sorting once is quicker than inserting."""
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in found:
        db.execute(f"DROP INDEX {name}")
    return [statement for _, statement in found]


def _read_all(
    files: Sequence[KbFile], vocabulary: Vocabulary, progress: Callable[[int, int], None] | None = None
) -> Iterator[Read]:
    """Read files in order."""
    done, size = 0, min(AT_A_TIME, len(files) // (2 * (os.cpu_count() or 1)) + 1)
    parts = [files[start : start + size] for start in range(0, len(files), size)]
    for part, (prepared, terms) in zip(parts, _prepare_all(parts, len(files)), strict=True):
        numbers = vocabulary.numbers(terms)
        done += len(part)
        if progress:  # before the last file is handed over: nobody asks for one after it
            progress(done, len(files))
        for file, item in zip(part, prepared, strict=True):
            yield Read(file, item, numbers)


def _prepare_all(parts: list[Sequence[KbFile]], count: int) -> Iterator[tuple[list[Prepared], list[Term]]]:
    """Prepare files, on every core when there are so many that starting processes pays."""
    if count < PARALLEL_FROM or (os.cpu_count() or 1) == 1:
        yield from map(prepare, parts)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(mp_context=processes()) as pool:
        yield from map(unpacked, pool.map(prepare_packed, parts))


def _index(
    db: sqlite3.Connection, vocabulary: Vocabulary, identifier: str, usable: list[Read], *, empty: bool = False
) -> None:
    """Put the file that wins an id, or all of the glossary, into the tables in place of what was there.

    Files that an earlier run read are read again. `empty`: there was nothing.
    """
    laid_over = bool(usable) and usable[0].file.kind == KOMMUNE and len(usable) > 1
    wanted = usable[:1] if identifier and not laid_over else usable
    found = [read if read.prepared else next(_read_all([read.file], vocabulary)) for read in wanted]
    if not identifier:
        bodies = [(_of(file), item.body) for file, item, _ in reversed(found) if item and item.body]
        _index_glossary(db, vocabulary, [(where, msgspec.json.decode(body, type=Glossary)) for where, body in bodies])
        return
    if not empty:
        _remove(db, vocabulary, "id", identifier)
    if laid_over:
        found = _laid_over(found, vocabulary)
    for file, item, numbers in found:
        if item and item.body and item.row:
            insert(db, vocabulary, _of(file), item.body, item.row, numbers)


def _laid_over(found: list[Read], vocabulary: Vocabulary) -> list[Read]:
    """The files of one kommune as one, the later folders' keys over the earlier ones'."""
    bodies = [item.body for _, item, _ in found if item and item.body]
    said = [msgspec.json.decode(body, type=Municipality) for body in reversed(bodies)]
    if not said:
        return []
    numbering = Numbering()
    entry = reduce(with_own, said)
    row = entry_row(entry, numbering)
    prepared = Prepared(msgspec.json.encode(entry).decode(), row)
    return [Read(found[0].file, prepared, vocabulary.numbers(numbering.known()))]


def _remove(db: sqlite3.Connection, vocabulary: Vocabulary, column: str, value: str) -> None:
    """Take out the entries with this id, or of this kind."""
    for number, terms in db.execute(f"SELECT n, terms FROM entry WHERE {column} = ?", (value,)).fetchall():
        vocabulary.leaving(number, terms)
        db.execute("DELETE FROM number WHERE entry = ?", (number,))
        db.execute("DELETE FROM reference WHERE entry = ?", (number,))
        db.execute("DELETE FROM entry WHERE n = ?", (number,))


def word_row(identifier: str, item: Word, numbering: Numbering) -> PreparedRow:
    """What the index keeps of a word of the glossary that is explained."""
    columns = (identifier, GLOSSARY_KIND, item.word, item.means, None, None, None)
    return weighed_row(columns, [item.word, *item.also], [(item.means or "", weights.TEXT)], numbering)


def insert(
    db: sqlite3.Connection, vocabulary: Vocabulary, where: Where, body: str, row: PreparedRow, numbers: Sequence[int]
) -> None:
    """Write one entry, its words and its phrases."""
    entry = vocabulary.next_entry()
    phrases = [[term if is_stop_term(term) else numbers[term] for term in phrase] for phrase in row.phrases]
    terms = vocabulary.entering(entry, row.weights, numbers)
    columns = (entry, *row.columns, *where, to_phrases(phrases), terms, body)
    db.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns)
    if row.targets:
        db.executemany("INSERT INTO reference VALUES (?, ?)", [(target, entry) for target in row.targets])
    if row.numbers:
        db.executemany("INSERT INTO number VALUES (?, ?)", [(key, entry) for key in row.numbers])


def _index_glossary(
    db: sqlite3.Connection, vocabulary: Vocabulary, glossaries: Sequence[tuple[Where, Glossary]]
) -> None:
    """Put the glossary into the search tables: every word as a key, and the explained ones as entries of kind `ord`.

    `glossaries`: of two with the same word the later one counts.
    """
    _remove(db, vocabulary, "kind", GLOSSARY_KIND)
    db.execute("DELETE FROM lay")
    merged: dict[str, tuple[Word, Where]] = {}
    for where, glossary in glossaries:
        merged.update({item.word: (item, where) for item in glossary.words})
    numbering = Numbering()
    explained = []
    for item, where in merged.values():
        if item.use or item.see:
            for said in (item.word, *item.also):
                found = query_words(said)
                subjects = content(found)
                stops = " ".join(word.folded for word in found if word.stop) if len(subjects) == 1 < len(found) else ""
                lay = (bare_key(subjects), stops, said, "\n".join(item.use), " ".join(item.see))
                db.execute("INSERT OR REPLACE INTO lay VALUES (?, ?, ?, ?, ?)", lay)
        if item.means:
            identifier = GLOSSARY_PREFIX + "-".join(fold(item.word).replace("/", " ").split())
            row = word_row(identifier, item, numbering)
            explained.append((identifier, where, msgspec.json.encode(item).decode(), row))
    numbers = vocabulary.numbers(numbering.known())
    for identifier, where, body, row in explained:
        if not db.execute("SELECT 1 FROM entry WHERE id = ?", (identifier,)).fetchone():
            insert(db, vocabulary, where, body, row, numbers)
