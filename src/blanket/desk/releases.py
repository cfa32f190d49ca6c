"""Which release is in use, said to people: its name, whose it is and how old; and what came with it.

Here goes what the faces show of a release. What it holds is settled in `search.releasing`.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from blanket import __version__
from blanket.paths import cache_folder
from blanket.search.release import Release
from blanket.texts import releases as texts
from blanket.writing import write_whole

if TYPE_CHECKING:
    from blanket.desk.opening import OpenBase

_UNPACKED = "udgivelser"  # below the cache


def said_of(release: Release, today: date | None = None) -> str:
    """A release in words: its name, the day it was made, and how old it is."""
    made = made_on(release)
    if made is None:
        return texts.RELEASE_UNDATED.format(name=release.name)
    return texts.RELEASE_SAID.format(
        name=release.name, day=f"{made:%d.%m.%Y}", age=age_of((today or date.today()) - made)
    )


def in_use(base: OpenBase) -> str:
    """The line that says which release a base is; empty for one that is none."""
    return texts.VERSION_RELEASE.format(said=said_of(base.release), whose="") if base.release else ""


def age_of(since: object) -> str:
    """How old, in words."""
    days = max(0, getattr(since, "days", 0))
    words = ("i dag", "i går")
    return words[days] if days < len(words) else texts.DAYS_OLD.format(days=days)


def made_on(release: Release) -> date | None:
    """The day that a release was made, here; None when it does not say so."""
    try:
        return datetime.fromisoformat(release.made).astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None


def newer_program(version: str) -> bool:
    """Whether a version of the program is later than ours."""
    return _numbers(version) > _numbers(__version__)


def unpacked(base: OpenBase) -> Path | None:
    """The folder with the logos and templates that came with the release in use; None when there are none.

    They are written into the user's cache once a release. Raises OSError where nothing can be kept.
    """
    from blanket.search.releasing import attached

    if base.release is None:
        return None
    folder = cache_folder() / _UNPACKED / re.sub(r"[^\w-]", "_", f"{base.release.name}-{base.release.made}")
    there = False
    for name, content in attached(base.db):
        file = folder / name
        there = True
        if not file.is_file() or file.stat().st_size != len(content):
            write_whole(file, content)
    return folder if there else None


def now() -> str:
    """The moment, as a release writes it; that of SOURCE_DATE_EPOCH, so that a release can be made again as it was."""
    from blanket.guide.days.dates import LATEST

    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if value.isascii() and value.isdigit() and int(value) <= LATEST:
        return datetime.fromtimestamp(int(value), UTC).isoformat(timespec="seconds")
    return datetime.now(UTC).isoformat(timespec="seconds")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
