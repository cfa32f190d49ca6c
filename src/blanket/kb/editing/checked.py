"""Vouching for an entry: setting its checked date and name, and nothing else.

Here goes what must be true before a person's name is put on an entry, and the change itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from blanket import texts
from blanket.errors import BlanketError, Exit
from blanket.kb.base import load_file
from blanket.kb.editing.splicing import set_keys
from blanket.kb.entries import file_of, is_own, no_such_entry, own_path, read_entry, write_entry
from blanket.kb.files import GLOSSARY_KIND
from blanket.kb.format.model import order_of


@dataclass(frozen=True, slots=True)
class Vouched:
    """What came of it. `file`: where it stands now. `copied_from`: the shipped file, when the own copy is new.

    `changed`: False when the entry already said the same.
    """

    id: str
    file: Path
    changed: bool
    copied_from: Path | None = None


def set_checked(identifier: str, by: str, day: date, *, own: Path, folders: Sequence[Path]) -> Vouched:
    """Write who checked an entry and when. An entry of another folder is copied into the own one first.

    Raises BlanketError when there is no such entry, it has errors, its file cannot be changed or written, or the name
    cannot be used.
    """
    by = usable_name(by)
    file = file_of(identifier, folders)
    if file is None:
        raise no_such_entry(identifier, folders)
    if file.kind == GLOSSARY_KIND:
        raise BlanketError(texts.NOT_AN_ENTRY, texts.NOT_AN_ENTRY_CURE, Exit.WRONG_USE)
    loaded = load_file(file)
    if loaded.content is None:
        first = min(loaded.document.problems)
        what = f"{texts.CHECK_FIRST.format(file=file.path)}\n{first} {first.cure}"
        raise BlanketError(what, texts.CHECK_FIRST_CURE.format(id=file.path.stem))
    content = read_entry(file.path)
    changes = {"kontrolleret": {"dato": day.isoformat(), "af": by}}
    result = set_keys(content, file.path, changes, order_of(file.path))
    if result == content:
        return Vouched(file.path.stem, file.path, changed=False)
    copied = not is_own(file, own, folders)
    target = own_path(file, own) if copied else file.path
    write_entry(target, result, new=copied)
    return Vouched(file.path.stem, target, changed=True, copied_from=file.path if copied else None)


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
