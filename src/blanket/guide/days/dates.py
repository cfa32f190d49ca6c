"""Days as people type and say them: `10-12`, `på torsdag`, `om 14 dage`; and a date as a citizen reads it.

Here goes reading and saying one day. What a deadline makes of it is for `reckoning`.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from blanket.errors import BlanketError, Exit
from blanket.kb.format.parts import WEEKDAYS
from blanket.texts import days as texts

COPENHAGEN = ZoneInfo("Europe/Copenhagen")  # on Windows from the package tzdata
LATEST = 253402300799  # the last second of the year 9999
MOST_YEARS = 20  # how far from today a day may be: further away it is a slip of the finger
_NEAR = {"i forgårs": -2, "i går": -1, "i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2}
_NUMBERS = {"en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10}
_MONTHS = {name[:3]: number for number, name in enumerate(texts.MONTH_NAMES, 1)}
_WEEKDAY = rf"(?P<weekday>{'|'.join(texts.DAY_NAMES[day] for day in WEEKDAYS)}|{'|'.join(WEEKDAYS)})"
# Patterns are compiled when a day is read: few commands read one, and compiling them takes longer than all the rest.
_ONLY_WEEKDAY = rf"(?P<next>på |næste |førstkommende |nu på )?{_WEEKDAY}\.?"
_AHEAD = (
    rf"om (?P<count>\d+|{'|'.join(_NUMBERS)}) (?P<unit>dag|dage|døgn|uge|uger|måned|måneder|år)"
    rf"|for (?P<ago>\d+|{'|'.join(_NUMBERS)}) (?P<past>dag|dage|uge|uger|måned|måneder|år) siden"
)
_LEAD = rf"(?:på )?(?:{_WEEKDAY}\.?,? )?(?:den |d\. ?)?"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_IN_NUMBERS = _LEAD + r"(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2})\.?(?: ?[-/. ] ?(?P<year>\d{4}|\d\d))?"
_IN_WORDS = _LEAD + r"(?P<day>\d{1,2})\.? ?(?P<name>[a-zæøå]{3,9})\.?(?: (?P<year>\d{4}))?"


def today() -> date:
    """The day in Denmark; that of SOURCE_DATE_EPOCH where it is set, so that a page can be made again as it was.

    Seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if value.isascii() and value.isdigit() and int(value) <= LATEST:
        return datetime.fromtimestamp(int(value), UTC).astimezone(COPENHAGEN).date()
    return datetime.now(COPENHAGEN).date()


def parse_day(typed: str, today: date) -> date:
    """The day that a text means. Without a year it is the one nearest to today; a weekday is the next one.

    Raises BlanketError (wrong use) for what is no day: 31. februar, a weekday that does not fit, anything else.
    """
    text = " ".join(typed.casefold().split())
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if match := re.fullmatch(_ONLY_WEEKDAY, text):
        ahead = (_weekday_number(match["weekday"]) - today.weekday()) % 7
        return today + timedelta(days=ahead or (7 if match["next"] else 0))
    if match := re.fullmatch(_AHEAD, text):
        sign, count, unit = (1, match["count"], match["unit"]) if match["count"] else (-1, match["ago"], match["past"])
        return _moved(today, sign * (int(count) if count.isdigit() else _NUMBERS[count]), unit)
    for pattern in (_ISO, _IN_NUMBERS, _IN_WORDS):
        if match := re.fullmatch(pattern, text):
            return _dated(typed, match, today)
    raise _no_day(typed, texts.DAY_NOT_READ)


def said_date(day: date) -> str:
    """`torsdag den 10. december 2026`."""
    return f"{texts.DAY_NAMES[WEEKDAYS[day.weekday()]]} den {day.day}. {texts.MONTH_NAMES[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The same day of the month some months on, or the month's last one where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _moved(day: date, count: int, unit: str) -> date:
    if unit.startswith("måned"):
        return add_months(day, count)
    if unit == "år":
        return add_months(day, 12 * count)
    return day + timedelta(days=count * (7 if unit.startswith("uge") else 1))


def _dated(typed: str, match: re.Match[str], today: date) -> date:
    """A day and a month, with or without a year, checked against the calendar and a weekday before it."""
    parts = match.groupdict()
    month = int(parts["month"]) if parts.get("month") else _MONTHS.get(parts["name"][:3], 0)
    if parts.get("name") and not texts.MONTH_NAMES[month - 1].startswith(parts["name"]):
        month = 0
    if not month:
        raise _no_day(typed, texts.DAY_NOT_READ)
    given = parts["year"]
    years = [int(given) + (2000 if len(given) == 2 else 0)] if given else [today.year + more for more in (-1, 0, 1)]
    found = [day for year in years if (day := _day_of(year, month, int(parts["day"])))]
    if not found:
        raise _no_day(typed, texts.DAY_NOT_THERE)
    day = min(found, key=lambda one: abs((one - today).days))
    named = parts.get("weekday")
    if named and _weekday_number(named) != day.weekday():
        raise _no_day(typed, texts.DAY_OF_OTHER_NAME.format(date=said_date(day)))
    if abs(day.year - today.year) > MOST_YEARS:
        raise _no_day(typed, texts.DAY_TOO_FAR)
    return day


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday_number(name: str) -> int:
    return next(number for number, short in enumerate(WEEKDAYS) if name in (short, texts.DAY_NAMES[short]))


def _no_day(typed: str, why: str) -> BlanketError:
    return BlanketError(texts.UNKNOWN_DAY.format(day=typed, why=why), texts.UNKNOWN_DAY_CURE, Exit.WRONG_USE)
