"""Opening hours: is it open now, and how are the hours said?

Here goes everything that knows days, times and Danish public holidays. Rows without times mean that the days are
known and the times are not; unknown is always said, never shown as closed. All times are Europe/Copenhagen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.days.holidays import Holiday, holiday_on
from blanket.guide.days.hours_in_words import HOLIDAY, said_clock
from blanket.guide.days.hours_in_words import said as said
from blanket.guide.days.hours_limits import closed_why, counts_on, is_limited
from blanket.kb.format.parts import WEEKDAYS, Hours
from blanket.texts import days as texts

FAR_DAYS = 62  # how far ahead is looked where weeks, months or closed periods count


@dataclass(frozen=True, slots=True)
class Status:
    """Whether something is open: `open` is True, False, or None when it is not known. `text` says it in Danish."""

    open: bool | None
    text: str


def status(hours: Sequence[Hours], moment: datetime) -> Status:
    """Whether it is open at a moment (any time zone; read as Danish time).

    On a public holiday only rows for holidays count. On days that many but not all keep free (1 May, Constitution Day,
    Christmas Eve, New Year's Eve) it says to ring first.
    """
    moment = moment.astimezone(COPENHAGEN)
    if not any(row.days for row in hours):
        return Status(None, texts.HOURS_UNKNOWN)
    holiday = holiday_on(moment.date())
    today = rows_on(hours, moment.date())
    clock = moment.time().replace(tzinfo=None)
    overnight = [row for row in rows_on(hours, moment.date() - timedelta(days=1)) if _is_overnight(row)]
    if any(clock < _time(row.closes) for row in overnight if row.closes):
        row = next(row for row in overnight if row.closes and clock < _time(row.closes))
        return Status(True, texts.OPEN_NOW.format(closes=said_clock(row.closes)))
    if holiday and holiday.public and not today:
        return Status(False, texts.HOLIDAY_CLOSED.format(holiday=holiday.name))
    if holiday and not holiday.public and today:
        return Status(None, texts.HOLIDAY_PERHAPS.format(holiday=holiday.name))
    if any(row.opens is None for row in today):
        return Status(None, texts.HOURS_UNKNOWN_TODAY.format(day="i dag"))
    by_appointment = [row for row in today if row.by_appointment]
    today = [row for row in today if not row.by_appointment]
    for row in (row for row in today if not row.limited_by_note):
        if row.opens == "00:00" and row.closes == "24:00":
            return Status(True, texts.OPEN_ALL_DAY)
        if row.opens and row.closes and _time(row.opens) <= clock and (clock < _time(row.closes) or _is_overnight(row)):
            return Status(True, texts.OPEN_NOW.format(closes=said_clock(row.closes)))
    doubtful = next((row for row in today if row.limited_by_note and _is_ahead(row, clock)), None)
    if doubtful:
        return Status(None, texts.PERHAPS_BY_NOTE.format(note=doubtful.note))
    if by_appointment and all(row.by_appointment for row in hours if row.days):
        return Status(None, texts.ONLY_BY_APPOINTMENT)
    if not today and (why := closed_why(hours, moment.date())):
        return Status(False, texts.CLOSED_BECAUSE.format(why=why))
    return _when_next([row for row in hours if not row.by_appointment], moment)


def is_over(hours: Sequence[Hours], moment: datetime) -> bool:
    """Whether it was open earlier on this day and does not open again: a list puts what one can still go to first."""
    moment = moment.astimezone(COPENHAGEN)
    clock = moment.time().replace(tzinfo=None)
    today = [row for row in rows_on(hours, moment.date()) if not row.by_appointment]
    if not today or status(hours, moment).open is not False:
        return False
    return all(row.closes is not None and not _is_overnight(row) and _time(row.closes) <= clock for row in today)


def rows_on(hours: Sequence[Hours], day: date) -> list[Hours]:
    """The rows that count on a day: those for holidays on a public holiday, else those of the weekday."""
    holiday = holiday_on(day)
    name = HOLIDAY if holiday and holiday.public else WEEKDAYS[day.weekday()]
    return [row for row in hours if name in row.days and counts_on(row, day)]


def _when_next(hours: Sequence[Hours], moment: datetime) -> Status:
    """Closed now: when it opens, later today or on one of the next seven days.

    Nothing is promised past a day whose hours are not known: it may be open before.
    """
    clock = moment.time().replace(tzinfo=None)
    for ahead in range(FAR_DAYS if any(is_limited(row) for row in hours) else 8):
        day = moment.date() + timedelta(days=ahead)
        rows, holiday = rows_on(hours, day), holiday_on(day)
        if ahead and rows and (doubt := _doubt(rows, holiday)):
            return Status(False, texts.OPENS_PERHAPS.format(day=_said_ahead(day, ahead), why=doubt))
        opens = sorted(row.opens for row in rows if row.opens and (ahead or _time(row.opens) > clock))
        if opens and ahead == 0:
            return Status(False, texts.OPENS_LATER.format(opens=said_clock(opens[0])))
        if opens:
            return Status(False, texts.OPENS_ON.format(day=_said_ahead(day, ahead), opens=said_clock(opens[0])))
    return Status(False, texts.CLOSED_NOW)


def _doubt(rows: Sequence[Hours], holiday: Holiday | None) -> str:
    """Why nothing can be promised of a day that has rows; empty when its hours are known."""
    if holiday and not holiday.public:
        return holiday.name
    if any(row.opens is None for row in rows):
        return texts.TIME_UNKNOWN
    return next((row.note for row in rows if row.note and row.limited_by_note), "")


def _said_ahead(day: date, ahead: int) -> str:
    if ahead > len(WEEKDAYS):
        return texts.DAY_WITH_DATE.format(
            day=texts.DAY_NAMES[WEEKDAYS[day.weekday()]], number=day.day, month=texts.MONTH_NAMES[day.month - 1]
        )
    return "i morgen" if ahead == 1 else texts.DAY_NAMES[WEEKDAYS[day.weekday()]]


def _is_ahead(row: Hours, clock: time) -> bool:
    """Whether a row of today is not over yet."""
    return row.closes is None or _is_overnight(row) or clock < _time(row.closes)


def _is_overnight(row: Hours) -> bool:
    return bool(row.opens and row.closes and row.closes < row.opens)


def _time(clock: str) -> time:
    hour, minute = clock.split(":")
    return time.max if hour == "24" else time(int(hour), int(minute))
