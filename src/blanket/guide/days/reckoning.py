"""Deadlines as days: from the event's day and a number with its unit to the date that a paper may show.

Here goes counting. A date is only counted where the words say the number without reservation; what is said for it
stands in `labels`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from blanket.guide import labels
from blanket.guide.days.dates import add_months, said_date
from blanket.guide.paper.parts import Due
from blanket.kb.format.parts import Deadline, Span

if TYPE_CHECKING:
    from blanket.kb.format.deadlines import End

POST_DAYS = 7  # how long before a deadline a letter has to be sent


class Calendar(NamedTuple):
    """What days are counted from. `today`: in Denmark. `event`, `day`: the event that was named, and its day."""

    today: date
    event: str = ""
    day: date | None = None

    def day_of(self, span: Span, event: str) -> date | None:
        """The day that a number runs from; None when it is not known."""
        named = span.since or event
        return self.day if self.day and named and same_event(named, self.event) else None


def same_event(one: str, other: str) -> bool:
    """Whether two entries name the same event: in the same words."""
    return one.casefold().split() == other.casefold().split()


def due(deadline: Deadline, event: str, calendar: Calendar, *, by_letter: bool) -> Due:
    """A deadline of a task. `by_letter`: whether what has to be in time is sent."""
    if deadline.uncertain:
        return Due(labels.ASK_DEADLINE)
    return due_of(deadline.text, deadline.earliest, deadline.latest, event, calendar, by_letter=by_letter)


def due_of(
    text: str, earliest: Span | None, latest: Span | None, event: str, calendar: Calendar, *, by_letter: bool
) -> Due:
    """What is printed of a deadline: its words, and the date of its end, a line for it, or neither.

    The latest day goes before the earliest one: it is the one that must not be missed.
    """
    if earliest is None and latest is None:
        return Due(text)
    from blanket.kb.format.deadlines import agrees, reservation

    reserved = reservation(text) is not None
    ends: tuple[tuple[End, Span | None], ...] = (("senest", latest), ("tidligst", earliest))
    for end, span in ends:
        if span is None or reserved or not agrees(text, span, end):
            continue
        named = span.since or event
        if not named:
            continue
        start = calendar.day_of(span, event)
        if start is None:
            blank = labels.LATEST_BLANK if end == "senest" else labels.EARLIEST_BLANK
            return Due(text, blank=blank, span=span, sent=by_letter or span.must_arrive is not None)
        return _dated(text, span, end, start, calendar, by_letter=by_letter)
    return Due(text)


def _dated(text: str, span: Span, end: End, start: date, calendar: Calendar, *, by_letter: bool) -> Due:
    day = counted(start, span, end)
    if end == "tidligst":
        return Due(text, day=labels.EARLIEST.format(day=said_date(day))) if day > calendar.today else Due(text)
    last = weekday_before(day)
    if last < day:
        text = f"{text} {labels.WEEKEND}"
    if last < calendar.today:
        return Due(text, day=labels.PAST.format(day=said_date(last)), last=True, past=True)
    letter = ""
    if by_letter or span.must_arrive:
        sent = weekday_before(last - timedelta(days=POST_DAYS))
        letter = labels.TOO_LATE_TO_SEND if sent < calendar.today else labels.SEND_BY.format(day=said_date(sent))
    return Due(text, day=labels.LATEST.format(day=said_date(last)), letter=letter, last=True)


def counted(start: date, span: Span, end: End) -> date:
    """The day that lies a span after (minus: before) another.

    A month ends on its last day where it is too short. Working days are Monday to Friday; whether a Saturday is one is
    told differently, so it counts as whatever gives the earlier last day, and the later first day.
    """
    match span.unit:
        case "dage":
            return start + timedelta(days=span.count)
        case "uger":
            return start + timedelta(weeks=span.count)
        case "måneder":
            return add_months(start, span.count)
        case "år":
            return add_months(start, 12 * span.count)
    step = timedelta(days=1 if span.count > 0 else -1)
    with_saturday = (span.count > 0) == (end == "senest")
    day, left = start, abs(span.count)
    while left:
        day += step
        left -= _is_working(day, with_saturday=with_saturday)
    return day


def weekday_before(day: date) -> date:
    """The day itself, or the last one before it that is neither weekend nor holiday."""
    from blanket.guide.days.holidays import holiday_on

    while day.weekday() >= 5 or holiday_on(day) is not None:
        day -= timedelta(days=1)
    return day


def _is_working(day: date, *, with_saturday: bool) -> bool:
    from blanket.guide.days.holidays import holiday_on

    holiday = holiday_on(day)
    return day.weekday() < (6 if with_saturday else 5) and not (holiday and holiday.public)
