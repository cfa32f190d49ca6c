"""The numbers of the last search: which id stood under 1, 2, 3, so that `vis 2` knows what is meant.

Here goes one small file for each terminal, in the user's cache. Only ids are kept, never what was typed.
"""

from __future__ import annotations

import os
import sys
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
        for name in _names():
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
    for name in _names():
        try:
            identifiers = (cache_folder() / _FOLDER / name).read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError):
            continue
        if 1 <= number <= len(identifiers):
            return identifiers[number - 1]
        raise BlanketError(texts.NO_NUMBER.format(number=number), texts.NO_NUMBER_CURE)
    raise BlanketError(texts.NO_LAST_SEARCH.format(number=number), texts.NO_LAST_SEARCH_CURE)


def _names() -> list[str]:
    """The files of this terminal's last search, and of the last one anywhere.

    A terminal is a session (POSIX), whatever starts a command in it. Windows has none: its launcher is another process
    each time, whose number may have been that of an older search's, so there the last one anywhere is meant.
    """
    if sys.platform == "win32":
        return [_ANYWHERE]
    return [f"{os.getsid(0)}.txt", _ANYWHERE]


def forget() -> None:
    """Delete the numbers of every last search: the next citizen is none of theirs. What cannot be deleted stays."""
    with suppress(OSError):
        for kept in (cache_folder() / _FOLDER).iterdir():
            with suppress(OSError):
                kept.unlink()
