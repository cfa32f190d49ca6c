"""The local layer: what a kommune adds to an entry, and its number.

Here goes how a municipality is laid over the shared entries; it never changes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from blanket.kb.format.model import Municipality, Referral
from blanket.kb.format.parts import Staff


@dataclass(frozen=True, slots=True)
class Local:
    """What one kommune says of one entry. `name` is the kommune's; the rest is empty where it says nothing."""

    name: str
    staff: Staff
    not_with: tuple[Referral, ...]
    notes: tuple[str, ...] = ()


def local_for(municipality: Municipality | None, identifier: str) -> Local | None:
    """What the chosen kommune says of an entry, or None when no kommune is chosen."""
    if municipality is None:
        return None
    return Local(
        name=municipality.title,
        staff=municipality.tasks.get(identifier, Staff()),
        not_with=tuple(item for item in municipality.helps_not_with if identifier in item.tasks),
    )
