"""Fingerprints: of a value, and of all that citizen and staff read of an entry.

Here goes what counts as the same. What nobody reads is left out (søgeord, sources and the days they were read, the
vouch itself), so that looking a page up again ends no vouch; numbers and choices count, since dates and answers are
made of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct, to_builtins

from blanket.kb.format.model import Entry
from blanket.kb.format.roles import Keys, leaves, references

LENGTH = 16  # hexadecimal digits
_UNREAD = ("kilder", "kontrolleret")  # parts of an entry whose numbers and choices nobody reads either


def of_value(value: Any) -> str:
    """The fingerprint of a plain value: equal values have the same, whatever order their keys were written in."""
    said = json.dumps(to_builtins(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def of_entry(entry: Entry, get: Callable[[str], Entry | None], local: Struct | None = None) -> str:
    """The fingerprint of what citizen and staff read of an entry, and of the places and forms that it prints.

    `get`: an entry by its id, or None. `local`: what the kommune adds for its staff.
    """
    parts = [(identifier, found) for identifier in printed_by(entry) if (found := get(identifier)) is not None]
    read = [read_of(entry), [(identifier, read_of(found)) for identifier, found in parts]]
    return of_value([*read, to_builtins(local)] if local is not None else read)


def printed_by(entry: Entry) -> list[str]:
    """The ids of the places and forms that an entry prints, sorted."""
    return sorted({target for path, target, _ in references(entry) if "sted" in path or "blanketter" in path})


def read_of(entry: Entry) -> list[tuple[list[str], Any]]:
    """Every value of an entry that somebody reads, with the path to it. An entry's id and kind are not read."""
    data = to_builtins(entry)
    unread = {leaf.path for leaf in leaves(type(entry), data) if leaf.role.reader == "nobody"}
    kept = {key: value for key, value in data.items() if key not in _UNREAD}
    return [([str(step) for step in path], value) for path, value in _scalars(kept, ()) if path not in unread]


def _scalars(data: Any, path: Keys) -> Iterator[tuple[Keys, Any]]:
    if isinstance(data, dict):
        for key in sorted(data):
            yield from _scalars(data[key], (*path, key))
    elif isinstance(data, list | tuple):
        for number, inner in enumerate(data):
            yield from _scalars(inner, (*path, number))
    else:
        yield path, data
