"""Where the shared base has changed underneath what a kommune says itself: a layer's key, a whole copy, a template.

Here goes the looking for them. A key of a layer keeps the value that it replaced; of a whole copy the shared file as it
was is kept in `udgangspunkt/` of the own folder: a kommune may have no git, and the program is replaced as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import UNSET

from blanket.kb.base import Base, load_file
from blanket.kb.files import BASIS_FOLDER, KIND_FOLDERS, TEMPLATES_FOLDER, KbFile, kb_files
from blanket.kb.format.model import MODELS, Entry, Municipality
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.schema import decode
from blanket.kb.layers.fingerprints import of_value, read_of
from blanket.kb.layers.laying import Why, as_data, lay, value_of
from blanket.kb.layers.three_way import merged
from blanket.kb.opening import open_regular
from blanket.texts import layers as texts

TEMPLATE = "skabelon"
_TO_SETTLE: tuple[Why, ...] = ("outdated", "unmarked", "same", "missing")


@dataclass(frozen=True, slots=True)
class Overlap:
    """One key of a layer that somebody has to look at. `was`, `now` and `merged` are UNSET when there is none.

    `file`: the kommune's own file, which holds the layer. `said`: the id as the layer writes it. `number`: which of its
    changes it is, from 0. `moved`: the key under which the shared entry has the replaced value now; empty when nowhere.
    """

    file: Path
    kommune: str
    entry: Entry
    said: str
    number: int
    key: str
    why: Why
    was: Any
    ours: Any
    now: Any
    moved: str = ""

    @property
    def merged(self) -> Any:
        """The value with both changes; UNSET when there is none that differs from ours and from the shared one."""
        if self.moved:
            return self.ours
        if self.was is UNSET or self.now is UNSET:
            return UNSET
        found = merged(self.was, self.ours, self.now)
        return UNSET if found in (self.ours, self.now) else found


@dataclass(frozen=True, slots=True)
class Copy:
    """A whole file of one's own that stands in the place of a shared one. `basis`: the shared one as it was.

    `why`: outdated: the shared one has changed since. unmarked: there is no `basis`. same: both say the same. None:
    there is nothing to settle.
    """

    kind: str
    own: Path
    shared: Path
    basis: Path
    why: Literal["outdated", "unmarked", "same"] | None

    @property
    def id(self) -> str:
        """The entry's id, or the template's name."""
        return self.own.name if self.kind == TEMPLATE else self.own.stem

    @property
    def said_kind(self) -> str:
        """The shared file as a sentence begins with it."""
        return texts.SHARED_TEMPLATE if self.kind == TEMPLATE else texts.SHARED_ENTRY


def overlaps(base: Base, own: Path) -> list[Overlap]:
    """Every key of the own layers that wants looking at, by file and as it stands in it."""
    found = []
    for identifier, entry in sorted(base.entries.items()):
        origin = base.origin[identifier]
        if isinstance(entry, Municipality) and origin.path.is_relative_to(own):
            found += overlaps_in(origin, base)
    return found


def overlaps_in(file: KbFile, base: Base) -> list[Overlap]:
    """The same for one file as it is now. `base`: what its layers are laid over."""
    content = load_file(file).content
    return list(_of_layers(content, base, file.path)) if isinstance(content, Municipality) else []


def _of_layers(kommune: Municipality, base: Base, file: Path) -> Iterator[Overlap]:
    for said, layer in kommune.layers.items():
        entry = base.entries.get(said) or base.entries.get(base.former.get(said, ""))
        if entry is None:
            continue
        shared = as_data(entry)
        for trouble in lay(entry, layer).troubles:
            if trouble.why in _TO_SETTLE and trouble.path[0] == "ret":
                number = int(trouble.path[1])
                change = layer.changes[number]
                was = UNSET if isinstance(change.was, msgspec.UnsetType) else change.was
                now = value_of(shared, change.key)
                moved = _moved(shared, change.key, was) if trouble.why in ("outdated", "missing") else ""
                yield Overlap(
                    file, kommune.id, entry, said, number, change.key, trouble.why, was, change.to, now, moved
                )


def _moved(shared: Any, key: str, was: Any) -> str:
    """Where in its list the replaced value stands now, as a step that another was put in front of."""
    above, _, last = key.rpartition(".")
    items = value_of(shared, above) if above and last.isdecimal() else None
    if was is UNSET or not isinstance(items, list) or items.count(was) != 1:
        return ""
    return f"{above}.{items.index(was) + 1}"


def copies(folders: Sequence[Path], own: Path, templates: Path | None) -> list[Copy]:
    """The whole copies of the own folder. `templates`: those that come with the program; None: leave templates out.

    A kommune's own file is none: it is laid over the shared one. Raises OSError as `kb_files` does.
    """
    there: dict[tuple[str, str], KbFile] = {}
    mine: dict[tuple[str, str], KbFile] = {}
    for file in sorted(kb_files(folders), key=lambda file: file.folder):
        if file.kind in MODELS and file.kind != "kommune":
            (mine if folders[file.folder] == own else there)[file.kind, file.path.stem] = file
    found = [
        _copy(kind, file.path, there[kind, stem].path, own / BASIS_FOLDER / KIND_FOLDERS[kind] / file.path.name)
        for (kind, stem), file in sorted(mine.items())
        if (kind, stem) in there and there[kind, stem].folder < file.folder
    ]
    for template in sorted((own / TEMPLATES_FOLDER).glob("*.j2")) if templates else ():
        if templates and templates != own / TEMPLATES_FOLDER and (templates / template.name).is_file():
            basis = own / BASIS_FOLDER / TEMPLATES_FOLDER / template.name
            found.append(_copy(TEMPLATE, template, templates / template.name, basis))
    return found


def overtaken(base: Base, folders: Sequence[Path], own: Path, templates: Path | None) -> list[str]:
    """What of the own folder is older than the shared base, sorted: the ids of entries, the names of templates."""
    keys = {item.entry.id for item in overlaps(base, own) if item.why == "outdated"}
    return sorted(keys | {copy.id for copy in copies(folders, own, templates) if copy.why == "outdated"})


def outdated_copies(base: Base) -> list[str]:
    """The ids of entries of a base that are such copies, sorted."""
    shadowed = {}
    for file, content, _ in base.read:  # the earliest folder first, so that the last one below the copy counts
        own = base.origin.get(content.id) if isinstance(content, Entry) else None
        if own and own.folder > file.folder and own.kind == file.kind != "kommune":
            shadowed[file.path.stem] = own, file
    return sorted(key for key, (own, file) in shadowed.items() if is_outdated(own.kind, own.path, file.path))


def is_outdated(kind: str, own: Path, shared: Path) -> bool:
    """Whether the shared entry has changed since the own folder's whole file was copied from it."""
    basis = own.parent.parent / BASIS_FOLDER / KIND_FOLDERS[kind] / own.name
    return _copy(kind, own, shared, basis).why == "outdated"


def _copy(kind: str, own: Path, shared: Path, basis: Path) -> Copy:
    ours, now = _mark(kind, own), _mark(kind, shared)
    if ours == now:
        return Copy(kind, own, shared, basis, "same")
    if not basis.is_file():
        return Copy(kind, own, shared, basis, "unmarked")
    return Copy(kind, own, shared, basis, "outdated" if _mark(kind, basis) != now else None)


def _mark(kind: str, file: Path) -> str:
    """What a file says to those who read it: the fingerprint of an entry; the whole text where it is none."""
    try:
        with open_regular(file) as stream:
            content = stream.read()
    except OSError:
        return ""
    entry = decode(read_bytes(content, file), MODELS[kind]) if kind in MODELS else None
    return of_value(read_of(entry) if entry else content.decode("utf-8", "replace").splitlines())
