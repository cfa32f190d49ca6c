"""Filling the index: entries -> words, phrases and numbers in SQLite, one changed file at a time.

Here goes what an entry is worth to the search: which of its texts count, and how much. Only run when a YAML file is
new, changed or gone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from blanket.kb.base import load_file
from blanket.kb.files import GLOSSARY_KIND, KbFile, kb_files
from blanket.kb.model import (
    MODELS,
    Entry,
    Form,
    Glossary,
    Journey,
    Municipality,
    Place,
    Task,
    Word,
    kind_of,
    references,
)
from blanket.search.matching import bare_key
from blanket.search.vocabulary import Vocabulary
from blanket.search.words import content, fold, number_key, query_words, stop_term, words

# How much a word counts by where it stands, in hundredths.
TITLE, KEYWORD, PART_OF_KEYWORD, SUMMARY, TEXT = 100, 99, 75, 55, 30
ONCE, ONCE_ALONE, OFTEN = 0.5, 0.8, 6  # what a word said once is worth: in a text, and as title or søgeord alone
PARALLEL_FROM = 1000  # files: below that, starting a second process costs more than it saves

Row = tuple[str | None, str | None, str | None]  # id, entry as JSON, problem


def fill(
    db: sqlite3.Connection,
    folders: Sequence[Path],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Bring the tables up to date with the folders' files. Reads only those whose stamp is not in the index."""
    files = {str(file.path): file for file in kb_files(folders)}
    known = {path: (mtime, size) for path, mtime, size in db.execute("SELECT path, mtime, size FROM file")}
    gone = [path for path in known if path not in files]
    new = [file for path, file in files.items() if known.get(path) != file.stamp]
    touched = {row[0] for path in gone for row in db.execute("SELECT id FROM file WHERE path = ?", (path,))}
    glossary = any(path.endswith("ordbog.yaml") for path in gone)
    db.executemany("DELETE FROM file WHERE path = ?", [(path,) for path in gone])
    for done, (file, row) in enumerate(_read_all(new), 1):
        touched |= {found[0] for found in db.execute("SELECT id FROM file WHERE path = ?", (str(file.path),))}
        where = (str(file.path), file.kind, file.folder, *file.stamp)
        db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*where, *row))
        touched.add(row[0])
        glossary = glossary or file.kind == GLOSSARY_KIND
        if progress:
            progress(done, len(new))
    vocabulary = Vocabulary(db)
    for identifier in sorted(touched - {None}):
        _index_winner(db, vocabulary, identifier)
    if glossary:
        _index_glossary(db, vocabulary)
    vocabulary.settle()
    db.execute("INSERT OR REPLACE INTO meta VALUES ('entries', (SELECT count(*) FROM entry))")
    db.execute("INSERT OR REPLACE INTO meta VALUES ('left_out', (SELECT count(*) FROM file WHERE problem IS NOT NULL))")


def _read_all(files: list[KbFile]) -> Iterator[tuple[KbFile, Row]]:
    """Read files, on both cores when there are so many that starting processes pays."""
    if len(files) >= PARALLEL_FROM and (os.cpu_count() or 1) > 1:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            yield from zip(files, pool.map(_read_row, files, chunksize=100), strict=True)
    else:
        for file in files:
            yield file, _read_row(file)


def _read_row(file: KbFile) -> Row:
    """A file's entry: its id, the whole of it as JSON, and why it could not be used when it has none."""
    loaded = load_file(file)
    if loaded.content is None:
        first = min(loaded.document.problems)
        return file.path.stem, None, f"{first}\n{first.cure}"
    identifier = loaded.content.id if isinstance(loaded.content, Entry) else None
    return identifier, msgspec.json.encode(loaded.content).decode(), None


def _index_winner(db: sqlite3.Connection, vocabulary: Vocabulary, identifier: str) -> None:
    """Put the entry that wins an id into the search tables, in place of what was there."""
    _remove(db, vocabulary, identifier)
    row = db.execute(
        "SELECT path, kind, folder, body FROM file WHERE id = ? AND body IS NOT NULL"
        " ORDER BY folder DESC, path LIMIT 1",
        (identifier,),
    ).fetchone()
    if row is None:
        return
    path, kind, folder, body = row
    file = KbFile(Path(path), kind, folder)
    _insert(db, vocabulary, msgspec.json.decode(body, type=MODELS[kind]), file, body)


def _remove(db: sqlite3.Connection, vocabulary: Vocabulary, identifier: str) -> None:
    for (number,) in db.execute("SELECT n FROM entry WHERE id = ?", (identifier,)).fetchall():
        vocabulary.leaving(number)
        db.execute("DELETE FROM posting WHERE entry = ?", (number,))
        db.execute("DELETE FROM number WHERE entry = ?", (number,))
        db.execute("DELETE FROM reference WHERE entry = ?", (number,))
        db.execute("DELETE FROM entry WHERE n = ?", (number,))


def _insert(db: sqlite3.Connection, vocabulary: Vocabulary, entry: Entry, file: KbFile, body: str) -> None:
    title, summary = entry.title, entry.summary  # type: ignore[attr-defined]  # every kind has them
    number = entry.number if isinstance(entry, Form) else None
    status = entry.status if isinstance(entry, Form) else None
    row = (entry.id, kind_of(entry), title, summary, getattr(entry, "subject", None), number, status)
    entry_n = _insert_row(db, vocabulary, row, file, body, [title, *entry.keywords], list(_texts(entry)))
    targets = {target for _, target, _ in references(entry)}
    db.executemany("INSERT INTO reference VALUES (?, ?)", [(target, entry_n) for target in targets])
    if number:
        keys = {number_key(number), number_key(number.rsplit(" ", 1)[0])} - {None}
        db.executemany("INSERT OR IGNORE INTO number VALUES (?, ?)", [(key, entry_n) for key in keys])


def _insert_row(
    db: sqlite3.Connection,
    vocabulary: Vocabulary,
    row: tuple[str | None, ...],
    file: KbFile,
    body: str,
    phrases: list[str],
    texts: list[tuple[str, int]],
) -> int:
    """Write one entry, its words and its phrases. Returns its number."""
    weights: dict[int, int] = {}
    said: dict[int, int] = {}  # how often, the title counting three times and the summary twice
    numbered: list[list[int]] = []
    for text, weight in [*((phrase, TITLE if not i else KEYWORD) for i, phrase in enumerate(phrases)), *texts]:
        found = words(text)
        terms = [vocabulary.number(item) for item in content(found)]
        part_of_more = weight == KEYWORD and len(set(terms)) > 1
        for term in terms:
            weights[term] = max(weights.get(term, 0), PART_OF_KEYWORD if part_of_more else weight)
            said[term] = said.get(term, 0) + {TITLE: 3, SUMMARY: 2}.get(weight, 1)
        if len(numbered) < len(phrases):
            stops = (stop_term(item) for item in found if item.stop) if len(terms) < len(found) else ()
            numbered.append([*dict.fromkeys(terms), *stops])
    cursor = db.execute(
        "INSERT INTO entry (id, kind, title, summary, subject, number, status, path, folder, body, phrases)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, str(file.path), file.folder, body, "|".join(" ".join(map(str, phrase)) for phrase in numbered)),
    )
    entry_n = cursor.lastrowid
    postings = [(term, round(weight * _stress(said[term], weight)), entry_n) for term, weight in weights.items()]
    db.executemany("INSERT INTO posting VALUES (?, ?, ?)", postings)
    assert entry_n is not None
    return entry_n


def _stress(times: int, weight: int) -> float:
    """An entry that says a word often is more about it: up to 1 at OFTEN times, less for a word that is said once."""
    once = ONCE_ALONE if weight >= KEYWORD else ONCE
    return once + (1 - once) * min(times - 1, OFTEN - 1) / (OFTEN - 1)


def _texts(entry: Entry) -> Iterator[tuple[str, int]]:
    """The texts of an entry besides title and søgeord, with their weights."""
    yield entry.summary, SUMMARY  # type: ignore[attr-defined]
    match entry:
        case Task():
            yield entry.authority, TEXT
            for way in (entry.digital, entry.paper):
                for step in way.steps if way else ():
                    yield step, TEXT
            for text in (*entry.bring, *entry.good_to_know, *entry.staff.notes, *entry.staff.may, entry.attorney or ""):
                yield text, TEXT
            for text in (*(item.text for item in entry.deadlines), *(item.text for item in entry.fees)):
                yield text, TEXT
        case Journey():
            for step_ in entry.steps:
                yield step_.text, TEXT
            for text in (*entry.bring, *entry.good_to_know, entry.attorney or ""):
                yield text, TEXT
        case Form():
            for text in (entry.publisher, entry.handed_in or "", entry.filled_by or "", entry.replacement or ""):
                yield text, TEXT
        case Place():
            yield (entry.municipality or "").replace("-", " "), KEYWORD
            for text in (*entry.helps_with, entry.target or ""):
                yield text, SUMMARY
            for text in (*entry.good_to_know, entry.address or ""):
                yield text, TEXT
        case Municipality():
            for text in entry.helps_with:
                yield text, TEXT


def _index_glossary(db: sqlite3.Connection, vocabulary: Vocabulary) -> None:
    """Put the glossary into the search tables: every word as a key, and the explained ones as entries of kind `ord`."""
    for (identifier,) in db.execute("SELECT id FROM entry WHERE kind = ?", (GLOSSARY_KIND,)).fetchall():
        _remove(db, vocabulary, identifier)
    db.execute("DELETE FROM lay")
    rows = db.execute(
        "SELECT path, folder, body FROM file WHERE kind = ? AND body IS NOT NULL ORDER BY folder", (GLOSSARY_KIND,)
    ).fetchall()
    merged: dict[str, tuple[Word, KbFile]] = {}
    for path, folder, body in rows:
        for item in msgspec.json.decode(body, type=Glossary).words:
            merged[item.word] = (item, KbFile(Path(path), GLOSSARY_KIND, folder))
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
            if db.execute("SELECT 1 FROM entry WHERE id = ?", (identifier,)).fetchone():
                continue
            row = (identifier, GLOSSARY_KIND, item.word, item.means, None, None, None)
            body = msgspec.json.encode(item).decode()
            _insert_row(db, vocabulary, row, file, body, [item.word, *item.also], [(item.means, TEXT)])
