"""`kb tjek` without the command line: which files are meant, what is found in them, which of it is asked for.

Here go the choices. Rules stand in `rules`, addresses are asked in `links`, files are mended in `mending`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from blanket.errors import BlanketError, Exit
from blanket.kb.base import Base, load
from blanket.kb.entries import file_of, no_such_entry
from blanket.kb.files import GLOSSARY_FILE, KIND_FOLDERS, kb_files
from blanket.kb.format.file_rules import CANNOT_READ
from blanket.kb.format.problem import Problem, problem
from blanket.kb.layers.overlaps import copies
from blanket.kb.review.all_rules import ALL_RULES
from blanket.kb.rules import Finder
from blanket.kb.rules.layers import COPY_OVERTAKEN, COPY_UNMARKED
from blanket.texts import checking as texts
from blanket.texts import layers as layer_texts

INDEX_SUFFIX = ".sqlite"  # what `byg` writes; what it is called is the user's choice
MOST_BY_PART = 5  # files that a part of a name may stand for
NAMED = 10  # ids in one note
OVERTAKEN = ("B143", COPY_OVERTAKEN.code)  # what the shared base has changed under a layer, or under a whole copy
SEARCHES = "B104"  # the rule that tries every søgetest


@dataclass(slots=True)
class Report:
    """What a check came to.

    `entries`: how many entries the base has. `problems`: what is shown. `hidden`: how many pieces of advice are not.
    `unusable`: whether a file that was checked cannot be used at all. `files`: those that were checked.
    `notes`: what is to be said of vouches, and of what the shared base has overtaken. `base`: what was checked.
    """

    base: Base
    entries: int
    problems: list[Problem] = field(default_factory=list)
    hidden: int = 0
    unusable: bool = False
    files: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def own(self) -> int:
        """How many of the entries come from another folder than the shared one."""
        return sum(file.folder > 0 for file in self.base.origin.values())

    @property
    def errors(self) -> int:
        """How many of the problems shown are errors."""
        return sum(found.error for found in self.problems)

    @property
    def advice(self) -> int:
        """How many of the problems shown are advice."""
        return len(self.problems) - self.errors


def check(
    folders: Sequence[Path],
    named: frozenset[Path] | None,
    today: date,
    *,
    advice: bool = False,
    only_errors: bool = False,
    only: Collection[str] = (),
    without: Collection[str] = (),
    finder: Finder | None = None,
    trial: Callable[[Base], Sequence[Problem]] | None = None,
    progress: Callable[[int, int], None] | None = None,
    templates: Path | None = None,
) -> Report:
    """Check files of a base, all of them when `named` is left out; of files that only refer to those, errors count.

    `advice`: show it, and not only count it. `only_errors`: look for no advice at all, which is quicker. `only`,
    `without`: codes to keep and to leave out; advice that is asked for by its code is shown. `finder` and `progress`:
    see `base.load`. `trial`: what can only be tried, as a page with the kommune's own template.
    """
    count = not advice and all(ALL_RULES[code].error for code in only)
    if not _asked(SEARCHES, only, without):
        finder = None  # a thousand searches for answers that nobody asked for
    base = load(
        folders,
        named=named,
        advise=today,
        count_advice=count,
        only_errors=only_errors,
        finder=finder,
        progress=progress,
    )
    tried = trial(base) if trial else ()
    of_copies = [] if only_errors else _of_copies(folders, named, templates)
    found_all = sorted([*base.problems, *of_copies, *tried])
    asked = [found for found in found_all if _asked(found.code, only, without)]
    wanted = [found for found in asked if found.error or named is None or found.file in named]
    shown = [found for found in wanted if found.error or advice or found.code in only]
    counted = [
        (file, code) for file, code in base.counted if _asked(code, only, without) and (named is None or file in named)
    ]
    hidden = len(wanted) - len(shown) + len(counted)
    broken = set(base.broken) & set(base.checked)
    notes = [*_of_vouches(base), *_of_overtaken(folders, wanted, counted)]
    return Report(base, len(base.entries), shown, hidden, bool(broken), base.checked, notes)


def _of_copies(folders: Sequence[Path], named: Collection[Path] | None, templates: Path | None) -> list[Problem]:
    """What is older than the shared base among the whole copies of the own folder, which is the last."""
    codes = {"outdated": COPY_OVERTAKEN.code, "unmarked": COPY_UNMARKED.code, "same": COPY_UNMARKED.code}
    return [
        problem(copy.own, (1, 1), codes[copy.why], what=copy.said_kind, name=copy.id)
        for copy in copies(folders, folders[-1], templates)
        if copy.why and (named is None or copy.own in named)
    ]


def _of_vouches(base: Base) -> list[str]:
    """Which vouches an edit has ended, which are of no entry, and which lines cannot be read."""
    notes = [str(broken) for broken in base.broken_vouches]
    for said, ids in (
        (layer_texts.VOUCHES_ENDED, base.vouches.ended),
        (layer_texts.VOUCHES_LOST, base.vouches.lost),
        (layer_texts.VOUCHES_OLD, base.old_vouches),
    ):
        if ids:
            notes.append(said.format(count=len(ids), ids=", ".join(sorted(ids)[:NAMED])))
    return notes


def _of_overtaken(folders: Sequence[Path], found: Sequence[Problem], counted: Sequence[tuple[Path, str]]) -> list[str]:
    """How much of the own folder the shared base has overtaken: advice that nobody must have to ask for."""
    own = folders[-1] if len(folders) > 1 else None
    files = [*((one.file, one.code) for one in found), *counted]
    count = sum(code in OVERTAKEN and own is not None and file.is_relative_to(own) for file, code in files)
    return [layer_texts.OVERTAKEN[count != 1].format(count=count)] if count else []


def _asked(code: str, only: Collection[str], without: Collection[str]) -> bool:
    return (not only or code in only) and code not in without


def files_meant(names: Sequence[str], folders: Sequence[Path]) -> tuple[frozenset[Path], list[Path]]:
    """The files that names stand for, and the folders with those added that the files lie in.

    A name is a file, a folder with entries, an id, or a part of a file's name. Raises BlanketError when a name stands
    for nothing, or a file lies where no entry can.
    """
    found: set[Path] = set()
    all_folders = list(folders)
    for name in names:
        path = Path(os.path.abspath(name))
        if not path.exists() and (os.sep in name or name.endswith((".yaml", ".yml"))):
            raise BlanketError(texts.NO_SUCH_FILE.format(file=name), CANNOT_READ.cure, Exit.WRONG_USE)
        folder = _folder_of(path) if path.exists() else None
        if folder is not None:
            if folder not in all_folders:
                all_folders.append(folder)
            inside = [file.path for file in kb_files([folder])]
            found.update(file for file in inside if path in (folder, file.parent, file))
        elif path.is_file():
            raise _not_an_entry(path, name)
        else:
            found.update(_by_name(name, folders))
    return frozenset(found), all_folders


def _not_an_entry(path: Path, name: str) -> BlanketError:
    """The error for a file that no entry can be: an index, one with another ending, one that lies elsewhere."""
    if path.suffix == INDEX_SUFFIX:
        return BlanketError(texts.FILE_IS_INDEX.format(file=name), texts.FILE_IS_INDEX_CURE, Exit.WRONG_USE)
    if path.parent.name in KIND_FOLDERS.values():
        return BlanketError(f"{name}: {texts.UNREAD_ENDING}.", texts.WRONG_ENDING_CURE, Exit.WRONG_USE)
    return BlanketError(texts.NOT_IN_KB.format(file=name), texts.NOT_IN_KB_CURE, Exit.WRONG_USE)


def _folder_of(path: Path) -> Path | None:
    """The folder of a base that a file, a folder of one kind or the folder itself belongs to."""
    if path.is_dir():
        if path.name in KIND_FOLDERS.values():
            return path.parent
        holds = {item.name for item in path.iterdir()}
        return path if holds & {*KIND_FOLDERS.values(), GLOSSARY_FILE} else None
    if path.name == GLOSSARY_FILE:
        return path.parent
    is_entry = path.suffix in (".yaml", ".yml") and path.parent.name in KIND_FOLDERS.values()
    return path.parent.parent if is_entry else None


def _by_name(name: str, folders: Sequence[Path]) -> list[Path]:
    files = [file.path for file in kb_files(folders)]
    exact = [file for file in files if file.stem == name]
    found = exact or [file for file in files if name in file.stem]
    if not found:
        followed = file_of(name, folders)  # an id that the entry had before
        if followed is None:
            raise no_such_entry(name, folders)
        found = [followed.path]
    if len(found) > MOST_BY_PART:
        some = ", ".join(file.stem for file in sorted(found)[:MOST_BY_PART])
        what = texts.NAME_FITS_MANY.format(name=name, count=len(found), some=some)
        raise BlanketError(what, texts.NAME_FITS_MANY_CURE, Exit.WRONG_USE)
    return found
