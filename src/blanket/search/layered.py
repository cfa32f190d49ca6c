"""Entries as a kommune has them: laid when they come out of the index, with the vouch that still holds.

Here goes what the layer of an open index (`Opened.layer`) does to an entry, and which entries it hides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from blanket.search.index import Opened

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
