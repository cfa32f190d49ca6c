"""The local layer: what a kommune adds to an entry, and its number.

Here goes how a municipality is laid over the shared entries; it never changes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from blanket.kb.format.layer_parts import Referral
from blanket.kb.format.model import Entry, Municipality
from blanket.kb.format.parts import Staff


@dataclass(frozen=True, slots=True)
class LocalView:
    """What one kommune says of one entry. `name` is the kommune's; the rest is empty where it says nothing."""

    name: str
    staff: Staff
    not_with: tuple[Referral, ...]
    notes: tuple[str, ...] = ()


def local_for(municipality: Municipality | None, entry: Entry) -> LocalView | None:
    """What the chosen kommune says of an entry, under any id that it has or had; None when no kommune is chosen."""
    if municipality is None:
        return None
    ids = (entry.id, *entry.former_ids)
    said = [municipality.tasks[identifier] for identifier in ids if identifier in municipality.tasks]
    return LocalView(
        name=municipality.title,
        staff=Staff(
            may_i=next((staff.may_i for staff in said if staff.may_i), None),
            may=tuple(text for staff in said for text in staff.may),
            may_not=tuple(text for staff in said for text in staff.may_not),
            notes=tuple(text for staff in said for text in staff.notes),
        ),
        not_with=tuple(item for item in municipality.helps_not_with if not set(ids).isdisjoint(item.tasks)),
    )
