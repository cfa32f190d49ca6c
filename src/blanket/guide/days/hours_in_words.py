"""Opening hours in words, as a citizen reads them.

Here goes how hours are said; whether it is open at a moment is for `hours`, which knows holidays and time zones.
"""

from __future__ import annotations

from collections.abc import Sequence

from blanket.guide.days.hours_limits import said_limits
from blanket.kb.format.parts import WEEKDAYS, Hours
from blanket.texts import days as texts

HOLIDAY = "helligdage"


def said(hours: Sequence[Hours]) -> list[str]:
    """The hours in words, one line a row: `mandag-onsdag kl. 9.30-15`."""
    return [_said_row(row) for row in hours]


def _said_row(row: Hours) -> str:
    days = _said_days(row.days)
    if row.of_month and days:
        days = texts.OF_MONTH.format(which=row.of_month, days=days)
    span = said_span(row)
    line = " ".join(part for part in (days, span) if part)
    if notes := [*said_limits(row), *([row.note] if row.note else [])]:
        return f"{line} ({'; '.join(notes)})" if line else "; ".join(notes)
    return line if span or not days else f"{line} (tiden er ikke kendt)"


def said_span(row: Hours) -> str:
    """The times of a row alone: `kl. 9.30-15`; nothing when they are not known."""
    if row.opens == "00:00" and row.closes == "24:00":
        return texts.ROUND_THE_CLOCK
    return f"kl. {said_clock(row.opens)}-{said_clock(row.closes)}" if row.opens and row.closes else ""


def _said_days(days: Sequence[str]) -> str:
    """Days in order, runs of three or more as a span: `mandag-onsdag og fredag`."""
    order = [*WEEKDAYS, HOLIDAY]
    numbers = sorted(order.index(day) for day in set(days))
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1 and order[number] != HOLIDAY:
            runs[-1].append(number)
        else:
            runs.append([number])
    names: list[str] = []
    for run in runs:
        shown = [texts.DAY_NAMES[order[number]] for number in run]
        names.extend([f"{shown[0]}-{shown[-1]}"] if len(run) > 2 else shown)
    return " og ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def said_clock(clock: str | None) -> str:
    """Danish: 9 for 09:00, 9.30 for 09:30."""
    hour, minute = (clock or "0:00").split(":")
    return f"{int(hour)}" if minute == "00" else f"{int(hour)}.{minute}"
