"""When a row of opening hours holds: odd and even weeks, one weekday of the month, closed periods.

Here goes what limits a row; days and times are for `hours`. Weeks are ISO 8601's, as in Danish calendars.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from blanket.kb.format.parts import WEEKDAYS, Closed, Hours
from blanket.texts import days as texts

_ORDINALS = ("første", "anden", "tredje", "fjerde")


def is_limited(row: Hours) -> bool:
    """Whether a row does not hold every week."""
    return bool(row.weeks or row.of_month or row.closed)


def counts_on(row: Hours, day: date) -> bool:
    """Whether a row holds on a day that it names."""
    if row.weeks and (day.isocalendar().week % 2 == 0) != (row.weeks == "lige"):
        return False
    if row.of_month == "sidste" and (day + timedelta(days=7)).month == day.month:
        return False
    if row.of_month in _ORDINALS and (day.day - 1) // 7 != _ORDINALS.index(row.of_month):
        return False
    return not any(_covers(period, day) for period in row.closed)


def closed_why(hours: Sequence[Hours], day: date) -> str:
    """Why it is closed on a day that a row names: the period's own words, or its days; empty when it is not."""
    for row in hours:
        if WEEKDAYS[day.weekday()] in row.days:
            for period in row.closed:
                if _covers(period, day):
                    return period.why or said_period(period)
    return ""


def said_limits(row: Hours) -> list[str]:
    """What limits a row, in words."""
    found = [texts.IN_WEEKS.format(weeks=row.weeks)] if row.weeks else []
    found += [texts.CLOSED_IN.format(period=said_period(period)) for period in row.closed]
    return [*found, texts.BY_APPOINTMENT] if row.by_appointment else found


def said_period(period: Closed) -> str:
    """`1. juli-31. juli`."""
    return f"{_said_day(period.first)}-{_said_day(period.last)}" + (f", {period.why}" if period.why else "")


def _said_day(typed: str) -> str:
    *year, month, day = typed.split("-")
    return " ".join([f"{int(day)}. {texts.MONTH_NAMES[int(month) - 1]}", *year])


def _covers(period: Closed, day: date) -> bool:
    """Whether a day lies in a period; one of every year may run over New Year."""
    first, last = (_placed(typed, day.year) for typed in (period.first, period.last))
    if len(period.first) == len("07-01") == len(period.last) and last < first:
        return day >= first or day <= last
    return first <= day <= last


def _placed(typed: str, year: int) -> date:
    """The day of a year; one that the month does not have is its last."""
    *given, month, number = (int(part) for part in typed.split("-"))
    of_year = given[0] if given else year
    return date(of_year, month, min(number, calendar.monthrange(of_year, month)[1]))
