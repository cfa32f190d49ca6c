"""Entries as a kommune has them: laid when they come out of the index, with the vouch that still holds.

Here goes what the layer of an open index (`Opened.layer`) does to an entry, and which entries it hides.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from blanket.search.index import HandedOut, Opened

if TYPE_CHECKING:
    from blanket.kb.format.model import Entry, Municipality


def layer_in_use(db: sqlite3.Connection) -> str | None:
    """The id of the kommune whose layer entries come out with, or None."""
    return db.layer if isinstance(db, Opened) else None


def hidden(db: sqlite3.Connection, municipality: str | None) -> frozenset[str]:
    """The ids that a kommune's layer hides. Reads no entry whole: it is on the way of every search."""
    if municipality is None:
        return frozenset()
    rows = db.execute(
        "SELECT item.key FROM entry, json_each(CAST(body AS TEXT), '$.lag') AS item"
        " WHERE entry.id = ? AND entry.kind = 'kommune' AND json_extract(item.value, '$.skjul') = 'ja'",
        (municipality,),
    )
    return frozenset(identifier for (identifier,) in rows)


def with_vouch(
    db: sqlite3.Connection, entry: Entry, municipality: Municipality | None, get: Callable[[str], Entry | None]
) -> Entry:
    """The entry with the vouch that holds for it as it stands; without one when none does, whatever its file says.

    `get`: an entry that it prints, laid as this one.
    """
    from msgspec.structs import replace

    from blanket.kb.format.parts import Checked

    rows = db.execute(
        "SELECT fingerprint, day, role FROM vouch WHERE id = ? ORDER BY folder DESC, day DESC", (entry.id,)
    ).fetchall()
    if not rows:
        return replace(entry, checked=None) if entry.checked else entry
    from blanket.kb.layers.fingerprints import of_entry

    now = of_entry(entry, get, municipality.tasks.get(entry.id) if municipality else None)
    held = next((Checked(date=day, by=role) for mark, day, role in rows if mark == now), None)
    return replace(entry, checked=held)


OUTDATED_COPIES = "forældede_kopier"
_COPIES = (
    "SELECT entry.id, entry.kind, entry.path, file.path FROM entry JOIN file ON file.id = entry.id"
    " WHERE file.kind = entry.kind AND file.folder < entry.folder AND file.problem IS NULL AND entry.kind != 'kommune'"
)


def is_outdated_copy(db: sqlite3.Connection, identifier: str) -> bool:
    """Whether an entry is a kommune's whole copy of a shared one that has changed since."""
    if not isinstance(db, HandedOut):
        return bool(_outdated(db, f"{_COPIES} AND entry.id = ? ORDER BY file.folder", (identifier,)))
    row = db.execute("SELECT value FROM meta WHERE key = ?", (OUTDATED_COPIES,)).fetchone()
    try:
        return identifier in json.loads(row[0]) if row else False
    except (TypeError, ValueError):
        return False


def note_outdated_copies(db: sqlite3.Connection) -> None:
    """Write down in an index that is handed out which of its entries are such copies: where it goes no file tells."""
    found = _outdated(db, f"{_COPIES} ORDER BY file.folder", ())
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (OUTDATED_COPIES, json.dumps(found)))


def _outdated(db: sqlite3.Connection, query: str, values: tuple[str, ...]) -> list[str]:
    rows = db.execute(query, values).fetchall()
    if not rows:
        return []
    from blanket.kb.layers.overlaps import is_outdated

    shadowed = {identifier: (kind, Path(own), Path(shared)) for identifier, kind, own, shared in rows}  # the last wins
    return sorted(identifier for identifier, copy in shadowed.items() if is_outdated(*copy))
