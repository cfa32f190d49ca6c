"""The numbers of the last search: which id stood under 1, 2, 3, so that `vis 2` knows what is meant.

Here goes one small file for each terminal, in the user's cache. Only ids are kept, never what was typed.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

from blanket.errors import BlanketError
from blanket.paths import cache_folder
from blanket.texts import finding as texts
from blanket.writing import write_whole

KEPT_DAYS = 2  # numbers of older searches are thrown away
_FOLDER, _ANYWHERE = "fund", "sidste.txt"


def remember(identifiers: list[str]) -> bool:
    """Keep the ids of a search's hits. Returns whether they could be kept: not where the cache cannot be written."""
    try:
        folder = cache_folder() / _FOLDER
        for name in (_own_name(), _ANYWHERE):
            write_whole(folder / name, "\n".join(identifiers))
    except OSError:
        return False
    with suppress(OSError):
        for old in folder.iterdir():
            if time.time() - old.stat().st_mtime > KEPT_DAYS * 86400:
                old.unlink()
    return True


def last_hit(number: int) -> str:
    """The id that the last search in this terminal (or else the last one anywhere) showed under a number.

    Raises BlanketError when there was no search or it had no such number.
    """
    for name in (_own_name(), _ANYWHERE):
        try:
            identifiers = (cache_folder() / _FOLDER / name).read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError):
            continue
        if 1 <= number <= len(identifiers):
            return identifiers[number - 1]
        raise BlanketError(texts.NO_NUMBER.format(number=number), texts.NO_NUMBER_CURE)
    raise BlanketError(texts.NO_LAST_SEARCH.format(number=number), texts.NO_LAST_SEARCH_CURE)


def _own_name() -> str:
    """A file for each terminal: the shell that started this command stands for it."""
    return f"{os.getppid()}.txt"


def forget() -> None:
    """Delete the numbers of every last search: the next citizen is none of theirs. What cannot be deleted stays."""
    with suppress(OSError):
        for kept in (cache_folder() / _FOLDER).iterdir():
            with suppress(OSError):
                kept.unlink()
