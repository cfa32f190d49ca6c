"""Ids that entries had before: what asks for one gets the entry that has it now.

Here goes how SQL follows an old id, and how the index is put right when a folder still has a file under one: the later
folder wins, under the new id.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blanket.kb.files import KbFile
    from blanket.kb.format.model import Entry

# In a query with one parameter: the id that it stands for today. A living id always stands for itself.
LIVING = (
    "CASE WHEN EXISTS (SELECT 1 FROM entry WHERE id = ?1) THEN ?1"
    " ELSE (SELECT min(former.id) FROM former JOIN entry ON entry.id = former.id WHERE old = ?1) END"
)


def note_former(db: sqlite3.Connection, path: str, identifier: str, former: Iterable[str]) -> None:
    """Keep what a file says of the ids that its entry had before."""
    rows = [(old, identifier, path) for old in former]
    if rows:
        db.executemany("INSERT OR IGNORE INTO former (old, id, path) VALUES (?, ?, ?)", rows)


def also_known_as(db: sqlite3.Connection, ids: set[str]) -> set[str]:
    """These ids, and the former and present ids of the entries that have or had one of them."""
    pairs = db.execute("SELECT old, id FROM former").fetchall()
    found = set(ids)
    while more := {name for pair in pairs if not found.isdisjoint(pair) for name in pair} - found:
        found |= more
    return found


def twice_there(db: sqlite3.Connection) -> tuple[str, str, bool] | None:
    """A former id and its present one that two folders have a file for: (old, new, whether old wins)."""
    found: tuple[str, str, bool] | None = db.execute(
        "SELECT former.old, min(former.id), stale.folder > now.folder FROM former"
        " JOIN entry AS stale ON stale.id = former.old JOIN entry AS now ON now.id = former.id"
        " WHERE stale.folder != now.folder GROUP BY former.old ORDER BY former.old LIMIT 1"
    ).fetchone()
    return found


def under_new_id(db: sqlite3.Connection, old: str, new: str) -> tuple[KbFile, Entry]:
    """The entry of a file that still has a former id, under the present one."""
    import msgspec

    from blanket.kb.files import KbFile
    from blanket.kb.format.model import MODELS, renamed

    query = "SELECT kind, path, folder, body FROM entry WHERE id = ?"
    kind, path, folder, body = db.execute(query, (old,)).fetchone()
    now_kind, _, _, now = db.execute(query, (new,)).fetchone()
    entry = renamed(msgspec.json.decode(body, type=MODELS[kind]), msgspec.json.decode(now, type=MODELS[now_kind]))
    return KbFile(Path(path), kind, folder), entry
