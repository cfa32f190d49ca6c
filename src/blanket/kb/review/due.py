"""When an entry must be looked over again: how old its facts are, and how fast each kind of fact grows stale.

Here goes the calendar. Telephone numbers change most, amounts each January, the rest now and then.
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import Literal, get_args

from blanket.kb.format.model import Entry, Place

Reason = Literal["kontakter", "beløb", "tidligere_år", "indhold"]
REASONS: tuple[Reason, ...] = get_args(Reason)
CONTACT_MONTHS = 6
OTHER_MONTHS = 12


def newest(entry: Entry) -> date | None:
    """The last day that somebody looked at an entry: it was checked, or one of its sources was read."""
    days = [source.read for source in entry.sources]
    if entry.checked:
        days.append(entry.checked.date)
    return max(map(first_day, days), default=None)


def due(entry: Entry, today: date) -> tuple[Reason, ...]:
    """Why an entry must be looked over on a day; nothing when it need not be. One never looked at is due."""
    seen = newest(entry) or date.min
    reasons: list[Reason] = []
    phones = [contact.phone for contact in getattr(entry, "contacts", ())]
    if isinstance(entry, Place):
        phones.append(entry.phone)
    if any(phones) and today >= months_after(seen, CONTACT_MONTHS):
        reasons.append("kontakter")
    if getattr(entry, "fees", ()) and seen.year < today.year:
        reasons.append("beløb")
    if any(fee.year and fee.year < today.year for fee in getattr(entry, "fees", ())):
        reasons.append(
            "tidligere_år"
        )  # whoever looked may have found no newer one: it is of an earlier year all the same
    if today >= months_after(seen, OTHER_MONTHS):
        reasons.append("indhold")
    return tuple(reasons)


def first_day(typed: str) -> date:
    """The first day of a year, a month or a day of the model's form; a day that no month has becomes its last."""
    year, month, day = (int(part) for part in f"{typed}-01-01".split("-")[:3])
    if year < 1:
        return date.min
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last; never later than days go."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
