"""Laying a kommune's layer over a shared entry, key by key.

Here goes how a key leads to a value (`papir.trin.2`, numbers from 1), what takes its place, what is added, and what
could not be laid. A layer never changes the shared entry; what does not fit is left out and named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import msgspec
from msgspec import UNSET

from blanket.kb.format.layer_parts import Change, Layer
from blanket.kb.format.model import Entry, Form, Journey, Municipality, Task
from blanket.kb.format.roles import Keys
from blanket.kb.layers.fingerprints import of_value

# missing: the key leads nowhere. unfit: the value does not fit there. outdated: the shared value is another than the
# one that was replaced. unmarked: nothing says what was replaced. same: the shared entry says the same by now.
Why = Literal["missing", "unfit", "outdated", "unmarked", "same"]
_NOT_LAID = ("id", "tidligere_id", "kontrolleret")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about one key of a layer. `path`: where it stands in the layer."""

    path: Keys
    key: str
    why: Why


@dataclass(frozen=True, slots=True)
class Laid:
    """An entry as a kommune has it, and what is to be said of its layer."""

    entry: Entry
    troubles: list[Trouble] = field(default_factory=list)
    hidden: bool = False

    @property
    def outdated(self) -> list[str]:
        """The keys whose shared value has changed since the kommune replaced it."""
        return [trouble.key for trouble in self.troubles if trouble.why == "outdated"]


def laid_for(entry: Entry, municipality: Municipality | None) -> Laid:
    """An entry as a kommune has it: its layer over it, under any id that the entry has or had, and no office that is
    only for the citizens of another region. As it is shared, for None."""
    if municipality is None:
        return Laid(entry)
    laid = lay(entry, _layer_of(entry, municipality) or Layer())
    return replace(laid, entry=_within(laid.entry, municipality))


def touches(municipality: Municipality, entry: Entry) -> bool:
    """Whether a kommune may have another entry than the shared one; where not, `laid_for` leaves it as it is."""
    return _layer_of(entry, municipality) is not None or _within(entry, municipality) is not entry


def _layer_of(entry: Entry, municipality: Municipality) -> Layer | None:
    said = next((name for name in (entry.id, *entry.former_ids) if name in municipality.layers), None)
    return municipality.layers[said] if said else None


def _within(entry: Entry, municipality: Municipality) -> Entry:
    """The entry without the contacts of other regions than the kommune's, where its region is known."""
    if not municipality.region or not isinstance(entry, Task | Journey | Form):
        return entry
    contacts = tuple(one for one in entry.contacts if one.region in (None, municipality.region))
    return entry if len(contacts) == len(entry.contacts) else msgspec.structs.replace(entry, contacts=contacts)


def lay(entry: Entry, layer: Layer) -> Laid:
    """The entry with the layer over it. Never raises: what does not fit is left out and named among the troubles."""
    shared, data = as_data(entry), as_data(entry)
    troubles: list[Trouble] = []
    laid = entry
    for number, change in enumerate(layer.changes):
        path: Keys = ("ret", number, "nøgle")
        if problem := _replaced(data, change):
            troubles.append(Trouble(path, change.key, problem))
            continue
        kept, data = _kept_if_fit(laid, data)
        if kept is None:
            troubles.append(Trouble(path, change.key, "unfit"))
            continue
        laid = kept
        if marked := _since(shared, change):
            troubles.append(Trouble(path, change.key, marked))
    for key, value in layer.added.items():
        path = ("tilføj", key)
        if not _added(data, key, value):
            troubles.append(Trouble(path, key, "missing"))
            continue
        kept, data = _kept_if_fit(laid, data)
        if kept is None:
            troubles.append(Trouble(path, key, "unfit"))
        laid = kept or laid
    return Laid(laid, troubles, layer.hidden == "ja")


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain data of its own: mappings, lists and values, with YAML keys."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(entry))
    return data


def value_of(data: Any, key: str) -> Any:
    """The value that a key leads to; UNSET when it leads nowhere."""
    for step in key.split("."):
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list | tuple) and step.isdecimal() and 1 <= int(step) <= len(data):
            data = data[int(step) - 1]
        else:
            return UNSET
    return data


def _put_value(data: Any, key: str, value: Any) -> bool:
    """Put a value where a key leads, in plain data. False when the key leads nowhere."""
    *above, last = key.split(".")
    inside = value_of(data, ".".join(above)) if above else data
    if isinstance(inside, dict) and last in inside:
        inside[last] = value
    elif isinstance(inside, list) and last.isdecimal() and 1 <= int(last) <= len(inside):
        inside[int(last) - 1] = value
    else:
        return False
    return True


def _replaced(data: dict[str, Any], change: Change) -> Why | None:
    if change.key.split(".")[0] in _NOT_LAID:
        return "unfit"
    return None if _put_value(data, change.key, change.to) else "missing"


def _since(shared: dict[str, Any], change: Change) -> Why | None:
    """How the shared value stands to the one that was replaced."""
    now = value_of(shared, change.key)
    if of_value(now) == of_value(change.to):
        return "same"
    if isinstance(change.was, msgspec.UnsetType):
        return "unmarked"
    return None if of_value(now) == of_value(change.was) else "outdated"


def _added(data: dict[str, Any], key: str, value: Any) -> bool:
    """Add a value: to the end of a list that is there, else as a key that is not. False when it can't be.

    A number on the way leads into a list (`kontakt.1.sted`), as it does where a value is replaced.
    """
    *above, last = key.split(".")
    if key.split(".")[0] in _NOT_LAID:
        return False
    inside: Any = data
    for step in above:
        if isinstance(inside, list):
            inside = value_of(inside, step)
            continue
        if not isinstance(inside, dict):
            return False
        inside = inside.setdefault(step, {})
    if not isinstance(inside, dict):
        return False
    there = inside.get(last, UNSET)
    if isinstance(there, list) and isinstance(value, Sequence) and not isinstance(value, str):
        inside[last] = [*there, *value]
    elif there is UNSET:
        inside[last] = value
    else:
        return False
    return True


def _kept_if_fit(laid: Entry, data: dict[str, Any]) -> tuple[Entry | None, dict[str, Any]]:
    """The entry of changed data; None, and the data before the change, when it does not fit the format."""
    try:
        return msgspec.convert(data, type(laid)), data
    except msgspec.ValidationError:
        return None, as_data(laid)
