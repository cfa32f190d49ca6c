"""The whole knowledge base: folders of YAML files -> entries by id, with where each came from and what is wrong.

Here goes what needs more than one file: which files there are, that a later folder wins, and that references
lead somewhere. One file is read by `reading` and `schema`; rules stand in `rules`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from blanket.kb.authorities import read_authorities
from blanket.kb.files import GLOSSARY_KIND, KbFile, kb_files
from blanket.kb.format.glossary import Glossary, Word
from blanket.kb.format.model import MODELS, Entry, Municipality, Place, renamed
from blanket.kb.format.parts import Checked
from blanket.kb.format.problem import Problem, problem
from blanket.kb.format.reading import Document, position, read_file
from blanket.kb.format.reading_many import read_files
from blanket.kb.format.roles import references
from blanket.kb.format.schema import decode
from blanket.kb.layers.merging import with_own
from blanket.kb.layers.standing import Standing, standing
from blanket.kb.layers.vouches import Vouch, read_vouches
from blanket.kb.reforms import read_reforms
from blanket.kb.rules import (
    CHECKED,
    Finder,
    RuleContext,
    cpr_numbers,
    cut_by_a_remark,
    keys_out_of_order,
    words_lead_somewhere,
)
from blanket.kb.rules.ground import Check
from blanket.kb.tab_lines import BrokenLine
from blanket.kb.unread import unread_files


@dataclass(slots=True)
class Loaded:
    """A file that was read: its entry (or glossary), or None with problems in the document.

    `laid`: a kommune's own file with the shared one below it.
    """

    file: KbFile
    document: Document
    content: Entry | Glossary | None
    laid: Entry | None = None


class AsRead(NamedTuple):
    """A file as it was read, before others had their say. `content`: None when it cannot be used, and `why` not."""

    file: KbFile
    content: Entry | Glossary | None
    why: str | None = None


@dataclass(slots=True)
class Base:
    """Everything that the folders hold.

    `entries`: id -> the entry that wins. `origin`: id -> the file it came from. `former`: an id that an entry had
    before -> the id that it has now. `words`: the glossary; a later folder's word wins. `problems`: of every file,
    sorted by file and line. `broken`: the files that could not be used. `checked`: the files that problems were looked
    for in. `counted`: file and code of the advice that was only counted. `vouches`: which of them hold. `old_vouches`:
    those that still stand in an entry's own file, bound to nothing. `broken_vouches`: lines that cannot be used.
    `read`: all files, `said_vouches`: all vouches with the number of their folder, the earliest first. A release is
    made from these, so that what is handed out is what was checked.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    origin: dict[str, KbFile] = field(default_factory=dict)
    former: dict[str, str] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)
    checked: list[Path] = field(default_factory=list)
    counted: list[tuple[Path, str]] = field(default_factory=list)
    vouches: Standing = field(default_factory=Standing)
    old_vouches: dict[str, Checked] = field(default_factory=dict)
    broken_vouches: list[BrokenLine] = field(default_factory=list)
    read: list[AsRead] = field(default_factory=list)
    said_vouches: list[tuple[int, Vouch]] = field(default_factory=list)


def load_file(file: KbFile) -> Loaded:
    """Read one file and check its form. Never raises for what the file holds."""
    return _decoded(file, read_file(file.path))


def _decoded(file: KbFile, document: Document) -> Loaded:
    if file.kind == GLOSSARY_KIND:
        return Loaded(file, document, decode(document, Glossary))
    entry = decode(document, MODELS[file.kind])
    if entry is not None and entry.id != file.path.stem:
        document.report("B030", ("id",), id=entry.id, stem=file.path.stem)
        entry = None
    return Loaded(file, document, entry)


def as_read(loaded: Loaded) -> AsRead:
    """A file that `load_file` has just read."""
    if loaded.content is not None:
        return AsRead(loaded.file, loaded.content)
    first = min(loaded.document.problems)
    return AsRead(loaded.file, None, f"{first}\n{first.cure}")


@contextmanager
def without_collecting() -> Iterator[None]:
    """While much is made that stays until the end: looking for garbage among it takes a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@without_collecting()
def load(
    folders: Sequence[Path],
    *,
    named: frozenset[Path] | None = None,
    advise: date | None = None,
    count_advice: bool = False,
    only_errors: bool = False,
    finder: Finder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Base:
    """Read and check whole folders; a later folder's entry wins over an earlier one's with the same id.

    `named`: report only about these files and those that refer to them; about all when left out. `advise`: give advice
    too, as seen on this day. `count_advice`: only count it, which is quicker. `only_errors`: give none, as
    seen on that day all the same. `finder`: how a search is made; without
    it no søgetest is tried. `progress`: called with (files done, files in all). Raises OSError when a folder
    cannot be listed.
    """
    base = Base()
    files = sorted(kb_files(folders), key=lambda file: (file.folder, str(file.path)))
    loaded = []
    for number, document in enumerate(read_files([file.path for file in files]), 1):
        loaded.append(_decoded(files[number - 1], document))
        if progress:
            progress(number, len(files))
    base.read = [as_read(item) for item in loaded]
    winners = _choose(loaded, base)
    _take_vouches(folders, base)
    former = {old for old, identifier in base.former.items() if named and base.origin[identifier].path in named}
    chosen = loaded if named is None else [item for item in loaded if _concerns(item, named, former)]
    base.checked = [item.file.path for item in chosen]
    authorities, unsound = read_authorities(folders)
    around = _surroundings(base, advise, finder, authorities)
    advice = advise is not None and not only_errors
    for item in chosen:
        item.document.counted = [] if count_advice else None
        _apply_text_rules(item, advice)
        if isinstance(item.content, Glossary) or (item.content and winners.get(item.content.id) is item):
            _apply_rules(item, around, advice)
        base.problems.extend(item.document.problems)
        base.counted += [(item.file.path, code) for code in item.document.counted or ()]
    if named is None:
        base.problems += unread_files(folders) + unsound
        base.problems += read_reforms(folders, lambda identifier: around.entry(identifier) is not None)[1]
    base.problems.sort(key=lambda found: (str(found.file), found.line, found.column, found.code, found.message))
    return base


def _choose(loaded: Sequence[Loaded], base: Base) -> dict[str, Loaded]:
    """Put what wins into the base. Returns id -> the file that won it."""
    winners: dict[str, Loaded] = {}
    for item in loaded:
        if isinstance(item.content, Entry):
            other = winners.get(item.content.id)
            if isinstance(item.content, Municipality) and other and other.file.folder < item.file.folder:
                shared = base.entries[item.content.id]
                assert isinstance(shared, Municipality)
                item.laid = with_own(shared, item.content)
            if other is not None and other.file.folder == item.file.folder:
                item.document.report("B033", ("id",), id=item.content.id, other=other.file.path)
                item.content = None
            else:
                winners[item.content.id] = item
                base.entries[item.content.id] = item.laid or item.content
                base.origin[item.content.id] = item.file
        elif isinstance(item.content, Glossary):
            base.words.update({word.word: word for word in item.content.words})
        if item.content is None:
            base.broken.append(item.file.path)
    _follow_former(loaded, winners, base)
    return winners


def _take_vouches(folders: Sequence[Path], base: Base) -> None:
    """See which vouches hold. An entry carries the one that does, whatever its file says."""
    base.said_vouches, base.broken_vouches = read_vouches(folders)
    vouches: dict[str, list[Vouch]] = {}
    for _, vouch in reversed(base.said_vouches):  # the latest folder's first
        vouches.setdefault(vouch.id, []).append(vouch)
    layers = [
        entry
        for identifier, entry in base.entries.items()
        if isinstance(entry, Municipality) and base.origin[identifier].folder
    ]
    base.vouches = standing(base.entries, base.former, layers, vouches)
    for identifier, entry in base.entries.items():
        held = base.vouches.held.get(identifier)
        if entry.checked:
            base.old_vouches[identifier] = entry.checked
        if held or entry.checked:
            checked = Checked(date=held.day, by=held.role) if held else None
            base.entries[identifier] = replace(entry, checked=checked)


def _follow_former(loaded: Sequence[Loaded], winners: dict[str, Loaded], base: Base) -> None:
    """Lead former ids to the entries that have them now.

    A file that still has the old id in another folder is the same entry: the later folder wins, under the new id. In
    the same folder they are two entries, and B043 says so.
    """
    entries = (item.content for item in loaded if isinstance(item.content, Entry))
    for old, identifier in sorted({(old, entry.id) for entry in entries for old in entry.former_ids}):
        other, claimer = winners.get(old), winners.get(identifier)
        if claimer is None or old == identifier:
            continue
        if other is None:
            base.former.setdefault(old, identifier)
        elif other.file.folder != claimer.file.folder:
            base.former.setdefault(old, identifier)
            del winners[old], base.entries[old], base.origin[old]
            if other.file.folder > claimer.file.folder:
                assert isinstance(other.content, Entry)
                assert isinstance(claimer.content, Entry)
                other.content = renamed(other.content, claimer.content)
                winners[identifier], base.entries[identifier] = other, other.content
                base.origin[identifier] = other.file


def _concerns(item: Loaded, named: frozenset[Path], former: set[str]) -> bool:
    """Whether a file is one of these, or names the id of one of these, today's or one of the `former` ones."""
    if item.file.path in named:
        return True
    ids = {path.stem for path in named} | former
    if isinstance(item.content, Glossary):
        return any(target in ids for word in item.content.words for target in word.see)
    return item.content is not None and any(target in ids for _, target, _ in references(item.content))


def _surroundings(base: Base, advise: date | None, finder: Finder | None, authorities: frozenset[str]) -> RuleContext:
    staff = frozenset(
        entry.phone
        for entry in base.entries.values()
        if isinstance(entry, Place) and entry.audience == "personale" and entry.phone
    )
    shared = frozenset(identifier for identifier, file in base.origin.items() if file.folder == 0)
    return RuleContext(base.entries, staff, base.words, advise or date.max, finder, base.former, authorities, shared)


def _apply_text_rules(item: Loaded, advise: bool) -> None:
    """The rules about a file as it is written, which holds whether it could be used or not."""
    document = item.document
    for start in cpr_numbers(document.text):
        if not document.full:
            document.problems.append(problem(document.file, position(document.text[:start]), "B103"))
    for line, column, rest in cut_by_a_remark(document.text):
        if not document.full:
            document.problems.append(problem(document.file, (line, column), "B047", rest=rest))
    if advise and item.file.kind in MODELS and isinstance(document.data, dict):
        key = keys_out_of_order(document.data, MODELS[item.file.kind])
        if key:
            document.report("B124", (key,), of_key=True, key=key)


def _apply_rules(item: Loaded, around: RuleContext, advise: bool) -> None:
    if isinstance(item.content, Glossary):
        for path, values in words_lead_somewhere(item.content, around):
            item.document.report("B031", path, **values)
        return
    assert isinstance(item.content, Entry)
    as_written = item.laid or item.content.checked  # an old vouch is looked at where it stands
    entry = item.content if as_written else around.entries.get(item.content.id, item.content)
    around.look_at(entry, item.document.data)
    for code, check in _checks(advise):
        for path, values in check(entry, around):
            names_key = path[-1:] in ((values.get("id"),), (values.get("key"),))  # ids, and keys of a layer
            item.document.report(code, path, of_key=names_key, **values)


@cache
def _checks(advise: bool) -> list[tuple[str, Check]]:
    """The rules that are asked about every entry, in order."""
    return [(rule.code, rule.check) for rule in CHECKED if rule.check and (rule.error or advise)]
