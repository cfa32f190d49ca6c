"""Vouching for an entry: a line in the file of vouches, and nothing else.

Here goes what must be true before a person's name is put on an entry, and the change itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from blanket.errors import BlanketError, Exit
from blanket.kb.base import Base, load, load_file
from blanket.kb.editing.locking import locked
from blanket.kb.editing.whole_keys import with_keys
from blanket.kb.entries import file_of, no_such_entry, read_entry, write_entry
from blanket.kb.files import GLOSSARY_KIND, VOUCH_FILE
from blanket.kb.format.key_order import order_of
from blanket.kb.format.model import Municipality
from blanket.kb.layers.standing import mark_of
from blanket.kb.layers.vouches import Vouch, read_file, written
from blanket.kb.tab_lines import BrokenLine
from blanket.texts import editing as texts
from blanket.texts import layers as layer_texts


@dataclass(frozen=True, slots=True)
class Vouched:
    """What came of it. `file`: the file of vouches. `vouch`: the one that holds now.

    `changed`: False when the same vouch stood there already.
    """

    file: Path
    vouch: Vouch
    changed: bool


def vouch_for(
    identifiers: Sequence[str], by: str, day: date, role: str | None, *, own: Path, folders: Sequence[Path]
) -> list[Vouched]:
    """Write who answers for entries as they stand now. Their own files are not touched.

    `role`: what a paper prints; None: Borgerservice, with the kommune's name when the own folder has one kommune.
    Raises BlanketError when there is no such entry, it has errors, the file cannot be written, or the name cannot be
    used; then nothing is written.
    """
    by = usable_name(by)
    base = load(folders)
    kommune = own_kommune(base)
    role = usable_name(role) if role else role_of(kommune)
    found: list[Vouch] = []
    for identifier in identifiers:
        file = file_of(identifier, folders)
        if file is None:
            raise no_such_entry(identifier, folders)
        if file.kind == GLOSSARY_KIND:
            raise BlanketError(texts.NOT_AN_ENTRY, texts.NOT_AN_ENTRY_CURE, Exit.WRONG_USE)
        entry = base.entries.get(base.former.get(file.path.stem, file.path.stem))
        if entry is None or file.path in base.broken:
            problems = load_file(file).document.problems
            if not problems:  # it has changed meanwhile
                raise no_such_entry(identifier, folders)
            first = min(problems)
            what = f"{texts.CHECK_FIRST.format(file=file.path)}\n{first} {first.cure}"
            raise BlanketError(what, texts.CHECK_FIRST_CURE.format(id=file.path.stem))
        mark = mark_of(entry, base.entries, kommune)
        found.append(Vouch(entry.id, mark, day.isoformat(), by, role))
    return write_vouches(found, own)


def write_vouches(vouches: Sequence[Vouch], own: Path) -> list[Vouched]:
    """Put vouches into the own folder's file, in place of earlier ones of the same entries.

    Raises BlanketError when the file has a line that cannot be read: it would be lost.
    """
    file = own / VOUCH_FILE
    broken: list[BrokenLine] = []
    with locked(file):
        there = read_file(file, broken)
        if broken:
            raise BlanketError(str(broken[0]), layer_texts.VOUCH_LINE_CURE)
        known = {vouch.id: vouch for vouch in there}
        result = [Vouched(file, vouch, known.get(vouch.id) != vouch) for vouch in vouches]
        if any(done.changed for done in result):
            write_entry(file, written([*there, *vouches]))
    return result


def move_old(base: Base, own: Path) -> list[Vouched]:
    """Move the `kontrolleret` of own files into the file of vouches, for the entries as they stand now."""
    kommune = own_kommune(base)
    mine = [name for name in sorted(base.old_vouches) if base.origin[name].path.is_relative_to(own)]
    moved = [
        Vouch(name, mark_of(base.entries[name], base.entries, kommune), _whole_day(old.date), old.by, role_of(kommune))
        for name in mine
        for old in (base.old_vouches[name],)
    ]
    changes = [(base.origin[name].path, read_entry(base.origin[name].path)) for name in mine]
    after = [(file, with_keys(content, file, {"kontrolleret": None}, order_of(file))) for file, content in changes]
    done = write_vouches(moved, own)  # first: a vouch that stands twice is better than one that is gone
    for file, content in after:
        write_entry(file, content)
    return done


def own_kommune(base: Base) -> Municipality | None:
    """The one kommune that the own folders have a file of, or None."""
    mine = [
        entry
        for identifier, entry in base.entries.items()
        if isinstance(entry, Municipality) and base.origin[identifier].folder
    ]
    return mine[0] if len(mine) == 1 else None


def role_of(kommune: Municipality | None) -> str:
    """What a paper prints of who checked it: a role and a place, never a name."""
    if kommune is None:
        return layer_texts.NO_OWN_KOMMUNE_ROLE
    return layer_texts.ROLE_OF_KOMMUNE.format(name=kommune.title.removesuffix(" Kommune"))


def _whole_day(day: str) -> str:
    return f"{day}-01-01"[:10] if len(day) == len("2026") else f"{day}-01"[:10]


def usable_name(name: str) -> str:
    """The name as it is written. Raises BlanketError when it is empty or holds what no file may."""
    name = name.strip()
    if not name:
        raise BlanketError(texts.NO_NAME, texts.NAME_CURE, Exit.WRONG_USE)
    if not name.isprintable():
        raise BlanketError(texts.BAD_NAME, texts.NAME_CURE, Exit.WRONG_USE)
    return name


def checked_day(typed: str | None, today: date) -> date:
    """The day that was typed, or today. Raises BlanketError for what is no day of the past."""
    if typed is None:
        return today
    try:
        day = date.fromisoformat(typed.strip()) if "-" in typed else None
    except ValueError:
        day = None
    if day is None:
        raise BlanketError(
            texts.BAD_DATE.format(value=typed), texts.BAD_DATE_CURE.format(today=today.isoformat()), Exit.WRONG_USE
        )
    if day > today:
        raise BlanketError(
            texts.FUTURE_DATE.format(value=typed), texts.BAD_DATE_CURE.format(today=today.isoformat()), Exit.WRONG_USE
        )
    return day
