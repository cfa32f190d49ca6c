"""An own kommuner/x.yaml is laid over the shared one, key by key, not instead of it.

Here goes which keys of a kommune's file take the place of the shared ones, and which are taken together.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import to_builtins

from blanket.kb.format.model import Municipality

_TOGETHER = ("søgeord", "kilder")  # lists: the shared ones stay true
_BY_ID = ("opgaver", "lag")


def with_own(shared: Municipality, own: Municipality) -> Municipality:
    """The shared file of a kommune with its own one laid over it. What the own one does not say stays."""
    below, above = to_builtins(shared), to_builtins(own)
    result: dict[str, Any] = {**below, **above}
    for key in _TOGETHER:
        there = list(below.get(key, ()))
        result[key] = [*there, *(item for item in above.get(key, ()) if item not in there)]
    for key in _BY_ID:
        under, over = below.get(key, {}), above.get(key, {})
        result[key] = {name: _together(under.get(name, {}), over.get(name, {})) for name in {**under, **over}}
    settled = above.get("afklaret", ())
    result["ubekræftet"] = [item for item in result.get("ubekræftet", ()) if item["hvad"] not in settled]
    return msgspec.convert(result, Municipality)


def _together(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """What both say of one entry. Of two changes of one key the own one counts."""
    said = {**below, **above}
    if "ret" in below and "ret" in above:
        own = {change["nøgle"] for change in above["ret"]}
        said["ret"] = [*(change for change in below["ret"] if change["nøgle"] not in own), *above["ret"]]
    if "tilføj" in below and "tilføj" in above:
        said["tilføj"] = {**below["tilføj"], **above["tilføj"]}
    return said
