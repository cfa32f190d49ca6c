"""Writing a release, and reading one whose tables of search are of another format than ours.

Here goes what a release holds beside an index: what it says of itself, the kommune's logos and templates, and no path
of whoever made it. Not on the way of a `find`, but for the first one after a new release of another format.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from blanket.kb.base import Base
from blanket.kb.files import GLOSSARY_KIND
from blanket.kb.format.glossary import Glossary, Word
from blanket.kb.format.model import MODELS
from blanket.kb.layers.overlaps import outdated_copies
from blanket.search import akin
from blanket.search.filling import Content, Where, fill_from_base, fill_from_content
from blanket.search.former import note_former
from blanket.search.index import HandedOut, NotAnIndexError, Opened, create_tables, uri_of, write_file
from blanket.search.layered import OUTDATED_COPIES
from blanket.search.release import Release, as_meta, release_of

_ATTACHED = "CREATE TABLE attachment (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"
_FIGURES = "tal"
_NAME = re.compile(r"(logo|templates)/[\w][\w. -]*")
MOST_BYTES = 10_000_000  # of one attachment: more is no logo and no template


class Attachment(NamedTuple):
    """A file that goes with a release. `name`: logo/… or templates/…, and no folder below those."""

    name: str
    content: bytes


class Written(NamedTuple):
    """How many entries a release holds, and how many files could not be used."""

    entries: int
    left_out: int


def build_release(
    base: Base,
    folders: Sequence[Path],
    file: Path,
    release: Release,
    attachments: Sequence[Attachment] = (),
    figures: Mapping[str, int] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Written:
    """Write the release of a base that was read from these folders: a draft beside the file, then a rename.

    `figures`: how the base is doing, for the trend to the next release. Raises what `write_file` does.
    """

    def fill(db: Opened) -> None:
        fill_from_base(db, base, progress)
        akin.fill(db, folders)
        _without_paths(db, folders)
        db.execute("INSERT INTO meta VALUES (?, ?)", (OUTDATED_COPIES, json.dumps(outdated_copies(base))))
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", as_meta(release).items())
        db.execute("INSERT INTO meta VALUES (?, ?)", (_FIGURES, json.dumps(figures or {})))
        db.execute(_ATTACHED)
        db.executemany("INSERT INTO attachment VALUES (?, ?)", attachments)

    return Written(*write_file(file, fill))


def _without_paths(db: sqlite3.Connection, folders: Sequence[Path]) -> None:
    """Take out where files lay, which says nothing elsewhere and is nobody's business."""
    begins = [(f"{folder}{os.sep}", f"{number}/") for number, folder in enumerate(folders)]

    def short(text: str | None) -> str | None:
        for long, small in begins if text else ():
            text = text and text.replace(long, small)
        return text

    db.create_function("short", 1, short, deterministic=True)
    db.execute("UPDATE file SET path = short(path), problem = short(problem)")
    db.execute("DELETE FROM meta WHERE key = 'akin'")


def attached(db: sqlite3.Connection) -> Iterator[Attachment]:
    """The files that came with a release. Names that could lead elsewhere, and what is too large, are passed over."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'attachment'").fetchone():
        return
    query = "SELECT name, CAST(content AS BLOB) FROM attachment WHERE length(content) <= ? ORDER BY name"
    for name, content in db.execute(query, (MOST_BYTES,)):
        if isinstance(name, str) and _NAME.fullmatch(name):
            yield Attachment(name, content)


def figures_of(db: sqlite3.Connection) -> dict[str, int]:
    """How the base of a release was doing; what is no number is passed over."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_FIGURES,)).fetchone()
    try:
        data = json.loads(row[0]) if row else {}
    except ValueError:
        data = {}
    return {name: value for name, value in data.items() if isinstance(value, int)} if isinstance(data, dict) else {}


def remake(source: Path, target: Path | None) -> HandedOut:
    """A release whose tables of search are of another format, with ones of ours, made from its content.

    `target`: a file that is not there yet; None makes it in memory. Raises NotAnIndexError when the content is not
    what a release of its number holds.
    """
    uri = uri_of(source.absolute()) + "?mode=ro&immutable=1"
    made = sqlite3.connect(str(target or ":memory:"), isolation_level=None, factory=HandedOut)
    made.file = source
    try:
        with closing(sqlite3.connect(uri, uri=True)) as old:
            meta = dict(old.execute("SELECT key, value FROM meta"))
            made.release = release_of(meta)
            made.execute("PRAGMA journal_mode = OFF")
            made.execute("PRAGMA synchronous = OFF")
            made.execute("BEGIN")
            create_tables(made)
            content = _content(old)
            fill_from_content(made, content, _glossary(old))
            for where, entry in content:
                note_former(made, where.path, entry.id, entry.former_ids)
            made.executemany("INSERT INTO vouch VALUES (?, ?, ?, ?, ?)", old.execute(_VOUCHES))
            made.executemany("INSERT INTO akin VALUES (?, ?)", old.execute("SELECT first, lines FROM akin"))
            made.execute(_ATTACHED)
            made.executemany("INSERT INTO attachment VALUES (?, ?)", attached(old))
            kept = {"left_out": "0", _FIGURES: "{}", OUTDATED_COPIES: "[]"}
            said = {key: meta.get(key, nothing) for key, nothing in kept.items()}
            said |= as_meta(made.release) if made.release else {}
            made.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", said.items())
            made.execute("COMMIT")
    except (sqlite3.DatabaseError, msgspec.DecodeError, KeyError) as error:
        made.close()
        raise NotAnIndexError(str(error)) from error
    return made


_VOUCHES = "SELECT id, fingerprint, day, role, folder FROM vouch"


def _content(old: sqlite3.Connection) -> list[Content]:
    """The entries of a release as they are written in it."""
    query = "SELECT id, kind, folder, body FROM entry WHERE kind != ? ORDER BY id"
    return [
        Content(Where(identifier, folder), msgspec.json.decode(body, type=MODELS[kind]))
        for identifier, kind, folder, body in old.execute(query, (GLOSSARY_KIND,))
    ]


def _glossary(old: sqlite3.Connection) -> list[tuple[Where, Glossary]]:
    """The glossary: what lay words lead to, and the words that are explained."""
    lay = [
        Word(word=said, use=tuple(filter(None, uses.split("\n"))), see=tuple(sees.split()))
        for said, uses, sees in old.execute("SELECT said, uses, sees FROM lay ORDER BY said")
    ]
    bodies = old.execute("SELECT body FROM entry WHERE kind = ? ORDER BY id", (GLOSSARY_KIND,))
    words = (*lay, *(msgspec.json.decode(body, type=Word) for (body,) in bodies))
    return [(Where("", 0), Glossary(words=words))] if words else []
