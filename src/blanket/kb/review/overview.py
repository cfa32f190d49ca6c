"""What a leader asks beside the counts: how far the 98 kommuner are, and which entries are due, why, and where to look.

Here goes the gathering over a whole base. What makes an entry due stands in `due`, what is shown in
`guide.screens.status_page`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from blanket.kb.base import Base
from blanket.kb.format.model import Entry, Municipality, Place, kind_of
from blanket.kb.review.due import Reason, due, newest

FACTS = ("telefon", "adresse", "tider")  # what a citizen needs of a kommune first


@dataclass(slots=True)
class Kommuner:
    """How far the kommuner are. `known`: fact -> ids of those that have it, so that it goes on paper. `waiting`: id ->
    the facts that one page says and the kommune has not confirmed. `missing`: id -> the facts that nobody says.
    """

    count: int = 0
    known: dict[str, list[str]] = field(default_factory=lambda: {fact: [] for fact in FACTS})
    waiting: dict[str, list[str]] = field(default_factory=dict)
    missing: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DueEntry:
    """An entry that must be looked over. `page`: the first address of its sources. `seen`: when somebody last did."""

    reason: Reason
    id: str
    title: str
    kind: str
    own: bool
    page: str
    seen: str


def kommuner_of(base: Base) -> Kommuner:
    """How many kommuner there are, and of how many the base knows number, address and hours."""
    found = Kommuner()
    places: dict[str, list[Place]] = {}
    for entry in base.entries.values():
        if isinstance(entry, Place) and entry.municipality:
            places.setdefault(entry.municipality, []).append(entry)
    for entry in _kommuner(base.entries):
        found.count += 1
        here = [base.entries.get(contact.place) for contact in entry.contacts if contact.place]
        own = [place for place in (*here, *places.get(entry.id, ())) if isinstance(place, Place)]
        known = {
            "telefon": any(contact.phone for contact in entry.contacts)
            or any(isinstance(place, Place) and place.phone for place in here),
            "adresse": any(place.address for place in own),
            "tider": any(contact.hours for contact in entry.contacts) or any(place.hours for place in own),
        }
        waiting = {item.what for item in entry.unconfirmed}
        for fact in FACTS:
            if known[fact]:
                found.known[fact].append(entry.id)
            else:
                (found.waiting if fact in waiting else found.missing).setdefault(entry.id, []).append(fact)
    return found


def due_entries(base: Base, today: date) -> list[DueEntry]:
    """What must be looked over on a day, a line for every reason, the longest unseen first."""
    found = [
        DueEntry(
            reason,
            entry.id,
            entry.title,
            kind_of(entry),
            _is_own(base, entry.id),
            next((source.address for source in entry.sources if source.address), ""),
            seen.isoformat() if (seen := newest(entry)) else "",
        )
        for entry in base.entries.values()
        for reason in due(entry, today)
    ]
    return sorted(found, key=lambda line: (line.seen, line.id, line.reason))


def _is_own(base: Base, identifier: str) -> bool:
    file = base.origin.get(identifier)
    return file is not None and file.folder > 0


def _kommuner(entries: Mapping[str, Entry]) -> list[Municipality]:
    return [entry for _, entry in sorted(entries.items()) if isinstance(entry, Municipality)]
