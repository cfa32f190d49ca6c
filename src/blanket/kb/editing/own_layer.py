"""Saying one thing differently for a kommune: a change, or that an entry is not used, written into its own file.

Here goes which keys of an entry can be said differently, and where that is written. A kommune's own file begins with
nothing but its name, since it is laid over the shared one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import UNSET

from blanket.errors import BlanketError, Exit
from blanket.kb.editing.layer_edits import laid_anew, with_change, with_new_change
from blanket.kb.editing.locking import locked
from blanket.kb.editing.settling import must_fit
from blanket.kb.editing.whole_keys import dumped
from blanket.kb.entries import read_entry, write_entry
from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.model import Entry, Municipality
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.roles import Keys, leaves_of
from blanket.kb.layers.laying import as_data, lay, value_of
from blanket.texts import layers as texts

_NOT_SAID = ("id", "tidligere_id", "søgeord", "søgetest", "kilder", "kontrolleret", "usikkert", "se_også")


class Line(NamedTuple):
    """A text of an entry as a kommune has it. `key`: as a layer names it. `own`: the kommune says it."""

    key: str
    text: str
    own: bool


def lines_of_entry(entry: Entry, kommune: Municipality | None) -> list[Line]:
    """What a kommune may say differently of an entry, in the order of the file."""
    layer = kommune.layers.get(entry.id) if kommune else None
    said = {change.key for change in layer.changes} if layer else set()
    laid = as_data(lay(entry, layer).entry) if layer else as_data(entry)
    return [Line(key, value, key in said) for key in _keys(entry) if isinstance(value := value_of(laid, key), str)]


def _keys(entry: Entry) -> Iterator[str]:
    for leaf in leaves_of(entry):
        if leaf.path[0] not in _NOT_SAID and leaf.role.reader != "nobody" and not leaf.role.refers:
            yield key_of(leaf.path)


def key_of(path: Keys) -> str:
    """A path as a layer writes it: with dots, numbers from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def own_file(kommune: Municipality, own: Path) -> Path:
    """The kommune's own file; begun when it is not there. Raises BlanketError when it cannot be written."""
    file = own / KIND_FOLDERS["kommune"] / f"{kommune.id}.yaml"
    if not file.exists():
        write_entry(file, beginning(kommune), new=True)
    return file


def beginning(kommune: Municipality) -> str:
    """What a kommune's own file must say, and no more: the rest is the shared file's."""
    head = "".join(f"# {line}\n" for line in texts.OWN_KOMMUNE_HEAD)
    return head + dumped({"id": kommune.id, "navn": kommune.title, "kort": kommune.summary})


def say(entry: Entry, key: str, value: Any, kommune: Municipality, own: Path) -> Path:
    """Write that a key of a shared entry says something else in the kommune. Returns the file.

    Raises BlanketError when the key leads nowhere, the value does not fit, or the file cannot be changed there.
    """
    now = value_of(as_data(entry), key)
    if now is UNSET:
        keys = ", ".join(line.key for line in lines_of_entry(entry, None))
        what = texts.NO_SUCH_KEY.format(key=key, id=entry.id)
        raise BlanketError(what, texts.NO_SUCH_KEY_CURE.format(keys=keys), Exit.WRONG_USE)
    must_fit(entry, key, value)
    change = {"nøgle": key, "til": value, "før": now}
    file = own_file(kommune, own)
    with locked(file):
        content = read_entry(file)
        data = read_bytes(content, file).data
        said = _said(data, entry)
        there = [item.get("nøgle") for item in _changes(data, said)]
        if key in there:
            write_entry(file, with_change(content, file, said, there.index(key), change))
        else:
            write_entry(file, with_new_change(content, file, said, change))
    return file


def hide(entry: Entry, kommune: Municipality, own: Path) -> Path:
    """Write that the kommune does not use an entry. Returns the file; raises BlanketError as `say` does."""
    file = own_file(kommune, own)
    with locked(file):
        content = read_entry(file)
        data = read_bytes(content, file).data
        layers = dict(data.get("lag") or {}) if isinstance(data, dict) else {}
        said = _said(data, entry)
        layers[said] = {"skjul": "ja", **{key: value for key, value in layers.get(said, {}).items() if key != "skjul"}}
        write_entry(file, laid_anew(content, file, said, layers))
    return file


def _said(data: Any, entry: Entry) -> str:
    """The id under which a file has a layer of the entry, or would have."""
    layers = data.get("lag") if isinstance(data, dict) else None
    return next((name for name in (entry.id, *entry.former_ids) if name in (layers or {})), entry.id)


def _changes(data: Any, said: str) -> list[dict[str, Any]]:
    layers = data.get("lag") if isinstance(data, dict) else None
    layer = (layers or {}).get(said) if isinstance(layers, dict) else None
    return list(layer.get("ret") or ()) if isinstance(layer, dict) else []
