"""Danish public holidays, from the package `holidays`, kept where guides may keep things.

Here goes which days are holidays, and nothing about opening hours. Importing the package costs several times what
the rest of `vis` does, so a year's days are written down once and read from then on.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from blanket.guide.cache import kept
from blanket.texts import days as texts
from blanket.writing import write_whole

KEEP_SECONDS = 30 * 86400  # then asked for again: laws change (Great Prayer Day went in 2024)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off. `public`: by law; otherwise many are closed and some are not (1 May, 5 June, 24 and 31 December)."""

    name: str
    public: bool


def holiday_on(day: date) -> Holiday | None:
    """The holiday on a day, or None."""
    found = _year(day.year).get(day.isoformat())
    return Holiday(found[0], bool(found[1])) if found else None


def holidays_of(year: int) -> dict[str, bool]:
    """The days off of a year, as 2026-12-25, each with whether it is one by law."""
    return {day: bool(public) for day, (_, public) in sorted(_year(year).items())}


@lru_cache(maxsize=8)
def _year(year: int) -> dict[str, list[Any]]:
    """ISO date -> [Danish name, public] for a year."""
    file = kept(f"helligdage-{year}.json")
    if file is None:
        return _ask(year)
    with suppress(OSError, ValueError):
        if time.time() - file.stat().st_mtime < KEEP_SECONDS:
            read = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(read, dict) and all(isinstance(row, list) and len(row) == 2 for row in read.values()):
                return read
    days = _ask(year)
    with suppress(OSError):
        write_whole(file, json.dumps(days, ensure_ascii=False))
    return days


def _ask(year: int) -> dict[str, list[Any]]:
    from holidays.countries import denmark

    calendar: Any = denmark.Denmark
    days: dict[str, list[Any]] = {}
    for categories, public in ((("optional",), False), (("public",), True)):
        for day, name in calendar(years=year, categories=categories).items():
            days[day.isoformat()] = [texts.HOLIDAY_NAMES.get(name, name), public]
    return days
