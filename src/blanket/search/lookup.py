"""Taking an entry out of the index: by id, and what a user's HVAD stands for.

Here goes everything between the index and a whole entry. Only what decodes entries imports msgspec, so `find` does not.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blanket.kb.files import GLOSSARY_KIND, KINDS
from blanket.search import weights
from blanket.search.former import LIVING
from blanket.search.index import HandedOut, Opened
from blanket.search.layered import layer_in_use, with_vouch
from blanket.search.postings import DamagedIndexError
from blanket.search.words import fold, number_key

if TYPE_CHECKING:
    from blanket.kb.format.glossary import Word
    from blanket.kb.format.model import Entry, Municipality
    from blanket.search.ranking import Hit


class Found(NamedTuple):
    """An entry with its kind, the file it came from and which of the folders that is in (0: the shipped one).

    It stands as the kommune in use has it: `outdated` are the keys of its layer whose shared value has changed since,
    `hidden` says that the kommune does not use it.
    """

    content: Entry | Word
    id: str
    kind: str
    path: Path
    folder: int
    outdated: tuple[str, ...] = ()
    hidden: bool = False


class Meant(NamedTuple):
    """What HVAD stands for: one id, or the candidates when it is unclear (none when nothing fits)."""

    id: str | None = None
    candidates: Sequence[Hit] = ()


def get(db: sqlite3.Connection, identifier: str) -> Found | None:
    """The entry with an id, or that had it before; or None. It is laid, with the vouch that holds for it.

    Raises DamagedIndexError when it is not what it was.
    """
    found = _shared(db, identifier)
    if found is None or found.kind in (GLOSSARY_KIND, "kommune"):
        return found
    from blanket.kb.format.model import Entry

    assert isinstance(found.content, Entry)
    municipality = _in_use(db)
    if municipality is None:  # nothing to lay: what lays need not be read
        return found._replace(content=with_vouch(db, found.content, None, lambda name: _as_shared(db, name)))
    from blanket.kb.layers.laying import laid_for

    def printed(name: str) -> Entry | None:
        part = _as_shared(db, name)
        return laid_for(part, municipality).entry if part else None

    result = laid_for(found.content, municipality)
    entry = with_vouch(db, result.entry, municipality, printed)
    return found._replace(content=entry, outdated=tuple(result.outdated), hidden=result.hidden)


def _as_shared(db: sqlite3.Connection, identifier: str) -> Entry | None:
    from blanket.kb.format.model import Entry

    found = _shared(db, identifier)
    return found.content if found and isinstance(found.content, Entry) else None


def _in_use(db: sqlite3.Connection) -> Municipality | None:
    """The kommune whose layer is in use."""
    from blanket.kb.format.model import Municipality

    layer = layer_in_use(db)
    found = _shared(db, layer) if layer else None
    return found.content if found and isinstance(found.content, Municipality) else None


def _shared(db: sqlite3.Connection, identifier: str) -> Found | None:
    """The entry as its file says it."""
    query = f"SELECT id, kind, path, folder, body FROM entry WHERE id = {LIVING}"
    row = db.execute(query, (identifier,)).fetchone()
    if row is None:
        return None
    import msgspec

    from blanket.kb.format.glossary import Word
    from blanket.kb.format.model import MODELS

    identifier, kind, path, folder, body = row
    if kind != GLOSSARY_KIND and kind not in MODELS:
        raise DamagedIndexError(identifier)
    model: type[Entry] | type[Word] = Word if kind == GLOSSARY_KIND else MODELS[kind]
    try:
        content = msgspec.json.decode(body, type=model)
    except msgspec.DecodeError as error:  # a ValidationError is one too
        raise DamagedIndexError(identifier) from error
    if not isinstance(content, Word) and content.id != identifier:
        raise DamagedIndexError(identifier)
    return Found(content, identifier, kind, _path(db, identifier, path), folder)


def _path(db: sqlite3.Connection, identifier: str, path: str) -> Path:
    """Where the entry's file is. One that came with an index from elsewhere is below that index, so nowhere."""
    return db.file / f"{identifier}.yaml" if isinstance(db, HandedOut) else Path(path)


def ids_of_kind(db: sqlite3.Connection, kind: str) -> list[str]:
    """The ids of all entries of a kind, sorted."""
    return [row[0] for row in db.execute("SELECT id FROM entry WHERE kind = ? ORDER BY id", (kind,))]


def ids_of_crisis(db: sqlite3.Connection) -> list[str]:
    """The ids of the tasks that say where acute help is, by title."""
    rows = db.execute(
        "SELECT id FROM entry WHERE kind = 'opgave' AND json_extract(CAST(body AS TEXT), '$.akut') IS NOT NULL"
        " ORDER BY title"
    )
    return [row[0] for row in rows]


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether the index holds no entry at all."""
    return db.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None


def as_hits(db: sqlite3.Connection, identifiers: Sequence[str]) -> list[Hit]:
    """Entries as a search would show them, in the order given; those that are not there are left out."""
    found = {identifier: _hits(db, "id = ?", (identifier,)) for identifier in dict.fromkeys(identifiers)}
    return [hit for hits in found.values() for hit in hits]


def of_subject(db: sqlite3.Connection, subject: str, kinds: frozenset[str] | None) -> list[Hit]:
    """Every entry of a subject, by kind and title; of some kinds alone when they are given."""
    hits = [hit for hit in _hits(db, "subject = ?", (subject,)) if kinds is None or hit.kind in kinds]
    return sorted(hits, key=lambda hit: KINDS.index(hit.kind))


def _hits(db: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Hit]:
    from blanket.search.ranking import Hit

    rows = db.execute(
        f"SELECT id, kind, title, summary, number, status FROM entry WHERE {where} ORDER BY title", values
    )
    return [
        Hit(identifier, kind, title, summary, 0.0, "", False, number, status)
        for identifier, kind, title, summary, number, status in rows
    ]


def beginning_with(db: sqlite3.Connection, typed: str, most: int, kind: str | None = None) -> list[tuple[str, str]]:
    """(id, title) of entries whose id begins with what is typed (folded); else with such a title word.

    Of one `kind` alone when it is given, and never of words.
    """
    of_kind = "kind = ?" if kind else "kind != ?"
    rows = db.execute(
        f"SELECT id, title FROM entry WHERE id >= ? AND id < ? AND {of_kind} ORDER BY id LIMIT ?",
        (typed, typed + "\U0010ffff", kind or "ord", most),
    ).fetchall()
    if not rows and len(typed) > 1:
        titled = db.execute(f"SELECT id, title FROM entry WHERE {of_kind} ORDER BY id", (kind or "ord",))
        rows = [row for row in titled if any(word.startswith(typed) for word in fold(row[1]).split())][:most]
    return rows


def staff_numbers(db: sqlite3.Connection) -> frozenset[str]:
    """The telephone numbers of places that are for staff only.

    Every page asks, and each time all places are read: an index remembers them until somebody else has written to it.
    """
    assert isinstance(db, Opened)
    (version,) = db.execute("PRAGMA data_version").fetchone()
    if db.staff_numbers is None or db.staff_numbers[0] != version:
        rows = db.execute(
            "SELECT json_extract(CAST(body AS TEXT), '$.telefon') FROM entry"
            " WHERE kind = 'sted' AND json_extract(CAST(body AS TEXT), '$.for') = 'personale'"
        )
        db.staff_numbers = version, frozenset(number for (number,) in rows if number)
    return db.staff_numbers[1]


class PlaceFacts(NamedTuple):
    """Whose a place is: the kommune's id, or None for the whole country; whether for staff only; for which region."""

    municipality: str | None
    staff_only: bool
    region: str | None


def places_among(db: sqlite3.Connection, identifiers: Sequence[str]) -> dict[str, PlaceFacts]:
    """Whose the places among these entries are. Reads no entry whole: it is on the way of every search."""
    query = (
        "SELECT json_extract(CAST(body AS TEXT), '$.kommune'), json_extract(CAST(body AS TEXT), '$.for'),"
        " json_extract(CAST(body AS TEXT), '$.region') FROM entry WHERE id = ? AND kind = 'sted'"
    )
    rows = {identifier: db.execute(query, (identifier,)).fetchone() for identifier in dict.fromkeys(identifiers)}
    return {identifier: PlaceFacts(row[0], row[1] == "personale", row[2]) for identifier, row in rows.items() if row}


def region_of(db: sqlite3.Connection, municipality: str | None) -> str | None:
    """The region that a kommune lies in; None when nobody has said it. Reads no entry whole, as `places_among`."""
    query = "SELECT json_extract(CAST(body AS TEXT), '$.region') FROM entry WHERE id = ? AND kind = 'kommune'"
    row = db.execute(query, (municipality,)).fetchone() if municipality else None
    return row[0] if row else None


def sensitive_among(db: sqlite3.Connection, identifiers: Sequence[str]) -> dict[str, str]:
    """Those of these entries that are sensitive, with their own words: title, søgeord and form number, one text each.

    Reads no entry whole: it is on the way of every letter that is typed.
    """
    query = (
        "SELECT title || ' ' || coalesce(number, '') || ' '"
        " || coalesce(json_extract(CAST(body AS TEXT), '$.\"søgeord\"'), '')"
        " FROM entry WHERE id = ? AND json_extract(CAST(body AS TEXT), '$.\"følsom\"') = 'ja'"
    )
    rows = {identifier: db.execute(query, (identifier,)).fetchone() for identifier in dict.fromkeys(identifiers)}
    return {identifier: row[0] for identifier, row in rows.items() if row}


def number_of_municipality(db: sqlite3.Connection, identifier: str) -> tuple[str, str] | None:
    """(name, number) that the citizens of a kommune ring, or None. Reads no entry whole, as `places_among`."""
    body = "CAST(kommune.body AS TEXT)"
    row = db.execute(
        f"SELECT kommune.title, coalesce(json_extract({body}, '$.kontakt[0].telefon'),"
        " json_extract(CAST(sted.body AS TEXT), '$.telefon')) FROM entry AS kommune"
        f" LEFT JOIN entry AS sted ON sted.id = json_extract({body}, '$.kontakt[0].sted')"
        " WHERE kommune.id = ? AND kommune.kind = 'kommune'",
        (identifier,),
    ).fetchone()
    return (row[0], row[1]) if row and row[1] else None


def titles(db: sqlite3.Connection, identifiers: list[str]) -> dict[str, tuple[str, str, str, str | None]]:
    """Id as asked -> (id as it is now, kind, title, form number) of those that exist."""
    query = f"SELECT id, kind, title, number FROM entry WHERE id = {LIVING}"
    found = {asked: db.execute(query, (asked,)).fetchone() for asked in dict.fromkeys(identifiers)}
    return {asked: row for asked, row in found.items() if row}


def referring(db: sqlite3.Connection, identifier: str) -> list[tuple[str, str, str]]:
    """The entries that name an id, or one that it had before: (kind, id, title), by kind and title."""
    rows = db.execute(
        "SELECT DISTINCT kind, entry.id, title FROM reference JOIN entry ON entry.n = reference.entry"
        " WHERE (target = ?1 OR target IN (SELECT old FROM former WHERE former.id = ?1)) AND entry.id != ?1"
        " ORDER BY kind, title",
        (identifier,),
    )
    return rows.fetchall()


def times_named(db: sqlite3.Connection, identifiers: Sequence[str]) -> Counter[str]:
    """How many entries name each of these ids: what many guides lead to is what people ask for most."""
    count = "SELECT count(*) FROM reference WHERE target = ?"
    return Counter({identifier: db.execute(count, (identifier,)).fetchone()[0] for identifier in identifiers})


def broken(db: sqlite3.Connection, identifier: str) -> str | None:
    """Why the file of this id could not be used (`file:line:column …`, then the cure), or None."""
    if not identifier.isascii():
        return None
    row = db.execute("SELECT problem FROM file WHERE id = ? AND problem IS NOT NULL", (identifier,)).fetchone()
    return row[0] if row else None


def names_entry(db: sqlite3.Connection, text: str) -> bool:
    """Whether a text is an entry's id or form number."""
    return bool(_named(db, text))


def short_numbers(db: sqlite3.Connection) -> frozenset[str]:
    """The form numbers that end in one digit after a letter (ST3), as `words.number_key` writes them."""
    rows = db.execute("SELECT DISTINCT key FROM number WHERE key GLOB '*[a-z][1-9]'")
    return frozenset(key for (key,) in rows)


def _named(db: sqlite3.Connection, text: str) -> list[str]:
    """The entries whose id or form number a whole text is."""
    text = text.strip()
    if text.isascii():
        row = db.execute(f"SELECT id FROM entry WHERE id = {LIVING}", (text.lower(),)).fetchone()
        if row:
            return [row[0]]
    key = number_key(text)
    rows = db.execute("SELECT id FROM number JOIN entry ON entry.n = number.entry WHERE key = ?", (key,))
    return [identifier for (identifier,) in rows]


def meant_by(db: sqlite3.Connection, text: str) -> Meant:
    """What a text stands for: an id, a form number, or words that clearly mean one entry."""
    named = _named(db, text)
    if len(named) == 1:
        return Meant(named[0])
    from blanket.search.engine import search  # nothing of it is wanted for an id

    hits = search(db, text, limit=8)
    if not hits:
        return Meant()
    best, next_best = hits[0].points, hits[1].points if len(hits) > 1 else 0.0
    clearly_ahead = best - next_best >= (weights.WHOLE_LEAD if best == 100.0 else weights.CLEAR_LEAD)
    return Meant(hits[0].id) if best >= weights.CLEAR_POINTS and clearly_ahead else Meant(candidates=hits)
