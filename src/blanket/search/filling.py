"""Filling the index: which files are new, changed or gone, which of them win, and their rows in SQLite.

Here goes the work that is done when a YAML file changed, one id at a time. What a file's words are worth is decided in
`preparing`, on as many cores as there are; the numbers of words are kept in `vocabulary`.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from blanket.kb.files import GLOSSARY_KIND, KbFile, kb_files
from blanket.kb.model import Glossary, Word
from blanket.search.matching import bare_key
from blanket.search.preparing import TEXT, Lexicon, Prepared, Row, Term, prepare, weighed_row
from blanket.search.vocabulary import Vocabulary
from blanket.search.words import content, fold, query_words

PARALLEL_FROM = 1000  # files: below that, starting more processes costs more than it saves
AT_A_TIME = 500  # files that are prepared in one go

Read = tuple[KbFile, Prepared | None, list[int]]  # a file, what is in it, and the index's numbers of its words


def fill(
    db: sqlite3.Connection,
    folders: Sequence[Path],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Bring the tables up to date with the folders' files. Reads only those whose stamp is not in the index."""
    collecting = gc.isenabled()
    gc.disable()  # what is made here stays until it is written: looking for garbage takes a fifth of the time
    try:
        _fill(db, folders, progress)
    finally:
        if collecting:
            gc.enable()


def _fill(db: sqlite3.Connection, folders: Sequence[Path], progress: Callable[[int, int], None] | None) -> None:
    files = sorted(kb_files(folders), key=_rank)
    query = "SELECT path, id, mtime, size, problem IS NULL FROM file"
    known = {path: (identifier, (mtime, size), usable) for path, identifier, mtime, size, usable in db.execute(query)}
    gone = known.keys() - {str(file.path) for file in files}
    new = [file for file in files if known.get(str(file.path), ("", None))[1] != file.stamp]
    db.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in gone])
    indexes = [] if known else _drop_indexes(db)
    vocabulary = Vocabulary(db)
    reading = _read_all(new, vocabulary, progress)
    unread, changed = set(new), {known[path][0] for path in gone} | {_id(file) for file in new}
    without_file = set(changed)
    for identifier, group in groupby((file for file in files if _id(file) in changed), key=_id):
        usable: list[Read] = []
        for file in group:
            if file in unread:
                read = _, prepared, _ = next(reading)
                assert prepared is not None
                row = (str(file.path), file.kind, file.folder, *file.stamp, identifier, prepared.problem)
                db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                if prepared.body:
                    usable.append(read)
            elif known[str(file.path)][2]:
                usable.append((file, None, []))
        _index(db, vocabulary, identifier, usable)
        without_file.discard(identifier)
    for identifier in sorted(without_file):
        _index(db, vocabulary, identifier, [])
    vocabulary.settle()
    for statement in indexes:
        db.execute(statement)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('entries', (SELECT count(*) FROM entry))")
    db.execute("INSERT OR REPLACE INTO meta VALUES ('left_out', (SELECT count(*) FROM file WHERE problem IS NOT NULL))")


def _id(file: KbFile) -> str:
    """The id that a file's name says it holds; nothing for the glossary."""
    return "" if file.kind == GLOSSARY_KIND else file.path.stem


def _rank(file: KbFile) -> tuple[bool, str, int, str]:
    """Files with the same id stand together, the one that wins first. The glossary comes last: entries go before it."""
    return file.kind == GLOSSARY_KIND, _id(file), -file.folder, str(file.path)


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
    done = 0
    parts = [files[start : start + AT_A_TIME] for start in range(0, len(files), AT_A_TIME)]
    for part, (prepared, terms) in zip(parts, _prepare_all(parts, len(files)), strict=True):
        numbers = vocabulary.numbers(terms)
        for file, item in zip(part, prepared, strict=True):
            yield file, item, numbers
        done += len(part)
        if progress:
            progress(done, len(files))


def _prepare_all(parts: list[Sequence[KbFile]], count: int) -> Iterator[tuple[list[Prepared], list[Term]]]:
    """Prepare files, on every core when there are so many that starting processes pays."""
    if count < PARALLEL_FROM or (os.cpu_count() or 1) == 1:
        yield from map(prepare, parts)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forking is ready at once. Windows cannot, and on macOS system libraries do not live through it.
    how = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(mp_context=how) as pool:
        yield from pool.map(prepare, parts)


def _index(db: sqlite3.Connection, vocabulary: Vocabulary, identifier: str, usable: list[Read]) -> None:
    """Put the file that wins an id into the search tables, in place of what was there. Old files are read again."""
    if identifier:
        for (number,) in db.execute("SELECT n FROM entry WHERE id = ?", (identifier,)).fetchall():
            _remove(db, vocabulary, number)
    for file, prepared, numbers in usable[:1] if identifier else ():
        if prepared is None:
            ((_, prepared, numbers),) = _read_all([file], vocabulary)
        if prepared and prepared.body and prepared.row:
            _insert(db, vocabulary, file, prepared.body, prepared.row, numbers)
    if not identifier:
        found = [read if read[1] else next(_read_all([read[0]], vocabulary)) for read in usable]
        _index_glossary(db, vocabulary, [(file, item.body) for file, item, _ in found if item and item.body])


def _remove(db: sqlite3.Connection, vocabulary: Vocabulary, number: int) -> None:
    vocabulary.leaving(number)
    db.execute("DELETE FROM number WHERE entry = ?", (number,))
    db.execute("DELETE FROM reference WHERE entry = ?", (number,))
    db.execute("DELETE FROM entry WHERE n = ?", (number,))


def _insert(
    db: sqlite3.Connection, vocabulary: Vocabulary, file: KbFile, body: str, row: Row, numbers: Sequence[int]
) -> None:
    """Write one entry, its words and its phrases: term numbers with blanks between, bars between the phrases."""
    phrases = ([numbers[term] if term >= 0 else term for term in phrase] for phrase in row.phrases)
    cursor = db.execute(
        "INSERT INTO entry (id, kind, title, summary, subject, number, status, path, folder, body, phrases)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row.columns, str(file.path), file.folder, body, "|".join(" ".join(map(str, phrase)) for phrase in phrases)),
    )
    entry = cursor.lastrowid
    assert entry is not None
    vocabulary.entering(entry, row.weights, numbers)
    db.executemany("INSERT INTO reference VALUES (?, ?)", [(target, entry) for target in row.targets])
    db.executemany("INSERT INTO number VALUES (?, ?)", [(key, entry) for key in row.numbers])


def _index_glossary(db: sqlite3.Connection, vocabulary: Vocabulary, contents: Sequence[tuple[KbFile, str]]) -> None:
    """Put the glossary into the search tables: every word as a key, and the explained ones as entries of kind `ord`."""
    for (number,) in db.execute("SELECT n FROM entry WHERE kind = ?", (GLOSSARY_KIND,)).fetchall():
        _remove(db, vocabulary, number)
    db.execute("DELETE FROM lay")
    merged: dict[str, tuple[Word, KbFile]] = {}
    for file, body in reversed(contents):
        merged.update({item.word: (item, file) for item in msgspec.json.decode(body, type=Glossary).words})
    lexicon = Lexicon()
    explained = []
    for item, file in merged.values():
        if item.use or item.see:
            for said in (item.word, *item.also):
                key = bare_key(content(query_words(said)))
                db.execute(
                    "INSERT OR REPLACE INTO lay VALUES (?, ?, ?, ?)",
                    (key, said, "\n".join(item.use), " ".join(item.see)),
                )
        if item.means:
            identifier = "ord-" + "-".join(fold(item.word).replace("/", " ").split())
            columns = (identifier, GLOSSARY_KIND, item.word, item.means, None, None, None)
            row = weighed_row(columns, [item.word, *item.also], [(item.means, TEXT)], lexicon)
            explained.append((identifier, file, msgspec.json.encode(item).decode(), row))
    numbers = vocabulary.numbers(lexicon.known())
    for identifier, file, body, row in explained:
        if not db.execute("SELECT 1 FROM entry WHERE id = ?", (identifier,)).fetchone():
            _insert(db, vocabulary, file, body, row, numbers)
