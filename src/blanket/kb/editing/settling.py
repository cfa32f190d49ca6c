"""Settling what the shared base changed underneath a kommune: in its own files, one decision at a time.

Here goes what each answer writes. The three versions are found by `blanket.kb.layers.overlaps`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from merge3 import Merge3
from msgspec import UNSET

from blanket.errors import BlanketError
from blanket.kb.editing.edits import lines_of
from blanket.kb.editing.layer_edits import with_change, without_change
from blanket.kb.editing.locking import locked
from blanket.kb.entries import read_entry, write_entry
from blanket.kb.format.layer_parts import Change, Layer
from blanket.kb.format.model import Entry
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.rule import RULES
from blanket.kb.format.schema import decode
from blanket.kb.layers.laying import lay
from blanket.kb.layers.overlaps import TEMPLATE, Copy, Overlap

Answer = Literal["forslag", "vores", "fælles"]
KEPT = ".vores"  # the ending of an own copy that has given way, in case somebody wants it back


def settle(overlap: Overlap, answer: Answer, value: Any = UNSET) -> None:
    """Write one decision about a key of a layer. `value`: what somebody wrote instead, with `vores`.

    The change then names the shared value of today as the one that it replaces. Raises BlanketError when the file has
    changed meanwhile or cannot be written, or the answer does not fit.
    """
    with locked(overlap.file):
        content = read_entry(overlap.file)
        if answer == "fælles":
            write_entry(overlap.file, without_change(content, overlap.file, overlap.said, overlap.number))
            return
        key = overlap.moved if answer == "forslag" and overlap.moved else overlap.key
        now = overlap.was if key != overlap.key else overlap.now
        kept = overlap.merged if answer == "forslag" else overlap.ours if value is UNSET else value
        assert UNSET not in (kept, now), "an answer that was not offered"
        if value is not UNSET:
            must_fit(overlap.entry, key, value)
        change = {"nøgle": key, "til": kept, "før": now}
        write_entry(overlap.file, with_change(content, overlap.file, overlap.said, overlap.number, change))


def must_fit(entry: Entry, key: str, value: Any) -> None:
    """Raise BlanketError when a value cannot stand there in an entry."""
    if any(
        trouble.why in ("unfit", "missing")
        for trouble in lay(entry, Layer(changes=(Change(key=key, to=value),))).troubles
    ):
        rule = RULES["B056"]
        raise BlanketError(rule.says.format(key=key, entry=entry.id), rule.cure)


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of a merged file: `lines` where they are settled; where both changed the same ones, all three versions.

    `shared`: the lines come from a change of the shared file.
    """

    lines: tuple[str, ...] = ()
    shared: bool = False
    both: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] | None = None  # it was, ours, now


def regions(copy: Copy) -> list[Region]:
    """A whole copy merged with the shared file of today, piece by piece. Raises BlanketError for a file that is gone.

    Our file's line ends are kept.
    """
    was, ours, now = (_lines(file) for file in (copy.basis, copy.own, copy.shared))
    found = []
    for region in Merge3(was, ours, now).merge_regions():
        kind, *numbers = region
        places = [int(number or 0) for number in numbers]
        if kind == "conflict":
            a, b, c, d, e, f = places
            found.append(Region(both=(tuple(was[a:b]), tuple(ours[c:d]), tuple(now[e:f]))))
        else:
            begin, end = places[:2]
            text = {"unchanged": was, "same": ours, "a": ours, "b": now}[str(kind)][begin:end]
            found.append(Region(tuple(text), shared=kind == "b"))
    return found


def merge_copy(copy: Copy, lines: Sequence[str]) -> bool:
    """Write a merged copy, and remember the shared file of today. False, and nothing written, when it is no entry."""
    before = read_entry(copy.own)
    eol = "\r\n" if b"\r\n" in before else "\n"
    content = (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + "".join(
        line + eol for line in lines
    ).encode()
    if copy.kind != TEMPLATE:
        from blanket.kb.format.model import MODELS

        if decode(read_bytes(content, copy.own), MODELS[copy.kind]) is None:
            return False
    with locked(copy.own):
        if read_entry(copy.own) != before:
            return False
        write_entry(copy.own, content)
        remember_basis(copy)
    return True


def keep_copy(copy: Copy) -> None:
    """Our copy stays as it is; the shared file of today is remembered as looked at."""
    remember_basis(copy)


def give_way(copy: Copy) -> Path:
    """The shared file counts again; our copy is put aside. Returns where. Raises BlanketError as writing does."""
    aside = copy.basis.with_name(copy.basis.name + KEPT)
    write_entry(aside, read_entry(copy.own))
    try:
        copy.own.unlink()
        copy.basis.unlink(missing_ok=True)
    except OSError as error:
        from blanket.system import reason
        from blanket.texts import editing as texts

        raise BlanketError(texts.ENTRY_UNWRITABLE.format(file=copy.own, why=reason(error)), "") from error
    return aside


def remember_basis(copy: Copy) -> None:
    """Keep the shared file beside our copy of it, to see what changes later."""
    write_entry(copy.basis, read_entry(copy.shared))


def _lines(file: Path) -> list[str]:
    """Lines without their ends: who edits on Windows changed none by that."""
    text = read_entry(file).decode("utf-8-sig", "replace")
    return [line.rstrip("\r\n") for line in lines_of(text)]
