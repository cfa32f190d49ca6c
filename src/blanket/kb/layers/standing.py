"""Which vouches hold for a whole base, and which an edit has ended.

Here goes the comparison for maintainers, over all entries at once. A vouch holds when it names the entry as it is
shared, or as a kommune of an own folder has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from blanket.kb.format.model import Entry, Municipality
from blanket.kb.layers.fingerprints import of_entry, printed_by
from blanket.kb.layers.laying import laid_for, touches
from blanket.kb.layers.vouches import Vouch


@dataclass(slots=True)
class Standing:
    """`held`: id -> the vouch that holds. `ended`: id -> the last one, which an edit has ended. `lost`: of no entry."""

    held: dict[str, Vouch] = field(default_factory=dict)
    ended: dict[str, Vouch] = field(default_factory=dict)
    lost: dict[str, Vouch] = field(default_factory=dict)


def standing(
    entries: Mapping[str, Entry],
    former: Mapping[str, str],
    own: Iterable[Municipality],
    vouches: Mapping[str, Iterable[Vouch]],
) -> Standing:
    """Compare every vouch with its entry as it is now. `own`: the kommuner whose layers count."""
    found = Standing()
    kommuner = list(own)
    for identifier, given in vouches.items():
        marks = list(given)
        entry = entries.get(identifier) or entries.get(former.get(identifier, ""))
        if entry is None:
            found.lost[identifier] = marks[0]
            continue
        held = next(
            (vouch for mark in _marks(entry, entries, kommuner) for vouch in marks if vouch.fingerprint == mark), None
        )
        if held:
            found.held[entry.id] = held
        else:
            found.ended[entry.id] = max(marks, key=lambda vouch: vouch.day)
    return found


def mark_of(entry: Entry, entries: Mapping[str, Entry], municipality: Municipality | None) -> str:
    """The fingerprint of an entry as a kommune has it; as it is shared, for None."""

    def printed(identifier: str) -> Entry | None:
        part = entries.get(identifier)
        return laid_for(part, municipality).entry if part else None

    local = municipality.tasks.get(entry.id) if municipality else None
    return of_entry(laid_for(entry, municipality).entry, printed, local)


def _marks(entry: Entry, entries: Mapping[str, Entry], kommuner: Iterable[Municipality]) -> Iterator[str]:
    """The fingerprints of an entry, as it is shared and as each kommune has it that changes it or what it prints.

    One at a time, as they are asked for: nearly every vouch is of the entry as it is shared, and nearly every kommune
    has it so.
    """
    yield mark_of(entry, entries, None)
    shown = [entry, *(part for identifier in printed_by(entry) if (part := entries.get(identifier)))]
    for municipality in kommuner:
        if entry.id in municipality.tasks or any(touches(municipality, one) for one in shown):
            yield mark_of(entry, entries, municipality)
