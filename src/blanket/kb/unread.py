"""Files that look like entries and lie where nobody reads them: other capitals, another ending, another folder.

Here goes the looking for them; which files are read is said in `files`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from blanket.kb.files import BASIS_FOLDER, KIND_FOLDERS, scan
from blanket.kb.format.problem import Problem, problem
from blanket.kb.opening import open_regular
from blanket.texts import checking as texts

DEEPEST = 4  # folders below that of the knowledge base
HEAD = 4096  # bytes that must hold the id of what is an entry
_ENDING = re.compile(r"\.ya?ml(?:\.txt)?", re.IGNORECASE)
_ID = re.compile(rb"^(?:\xef\xbb\xbf)?(?:id|ord):", re.MULTILINE)  # of an entry, or of the glossary


def unread_files(folders: Sequence[Path]) -> list[Problem]:
    """What looks like an entry and is not read, each with how it would be (B015). Raises OSError as `kb_files` does."""
    read = {path for path, *_ in scan(folders)}
    found = {Path(path) for folder in folders for path in _candidates(folder, DEEPEST) if path not in read}
    if found:  # a folder may be named in two ways, which a Path for each of ten thousand files need not tell
        found -= {Path(path) for path in read}
    return [problem(file, (1, 1), "B015", why=_why(file)) for file in sorted(found) if _is_entry(file)]


def _candidates(folder: Path | str, deeper: int) -> Iterator[str]:
    """The files with an ending of YAML below a folder; drafts and hidden folders are let be."""
    try:
        inside = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError:  # nobody can say what is in it
        return
    for item in inside:
        if item.name[0] in ".~" or item.is_symlink() or (deeper == DEEPEST and item.name == BASIS_FOLDER):
            continue  # the shared files that copies were made of are no entries
        if item.is_dir():
            if deeper:
                yield from _candidates(item.path, deeper - 1)
        elif _ENDING.search(item.name) and item.name.lower().endswith((".yaml", ".yml", ".txt")):
            yield item.path


def _is_entry(file: Path) -> bool:
    try:
        with open_regular(file) as stream:
            return _ID.search(stream.read(HEAD)) is not None
    except OSError:
        return False


def _why(file: Path) -> str:
    if not file.name.endswith((".yaml", ".yml")):
        return texts.UNREAD_ENDING
    if file.parent.name in KIND_FOLDERS.values():
        return texts.UNREAD_HIDDEN
    return texts.UNREAD_FOLDER.format(folders=", ".join(KIND_FOLDERS.values()))
