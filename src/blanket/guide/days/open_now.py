"""Is it open now, said only as surely as it is known.

Here goes when hours count as confirmed: somebody vouches for the entry, or a page that it was written from carries a
date, within the last twelve months; and neither "ring first" nor an uncertain point says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from blanket.guide.days import hours as opening
from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.days.holidays import holiday_on
from blanket.guide.days.hours_in_words import HOLIDAY, said_span
from blanket.kb.format.model import Place
from blanket.kb.format.parts import WEEKDAYS, Checked, Hours, Source
from blanket.texts import days as texts

FRESH_DAYS = 366
_ABOUT_HOURS = re.compile(r"tid(en|er|erne)?\b|tider|klokkeslæt|åben|åbent", re.IGNORECASE)


def place_confirmed(place: Place, today: date) -> bool:
    """Whether a place's hours may be said as they stand."""
    doubted = place.call_first or any(_ABOUT_HOURS.search(text) for text in place.uncertain)
    if doubted:
        return False
    return confirmed(place.sources, place.checked, today) or _never_closes(place)


def _never_closes(place: Place) -> bool:
    """Whether an acute line is open round the clock every day, as its sources say, dated or not.

    Such hours have no season and no lunch: a mark after 112 would only make people doubt the list.
    """
    around = [row for row in place.hours if (row.opens, row.closes) == ("00:00", "24:00") and not row.by_appointment]
    return bool(place.crisis and place.sources) and {day for row in around for day in row.days} >= {*WEEKDAYS, HOLIDAY}


def confirmed(sources: Sequence[Source], checked: Checked | None, today: date) -> bool:
    """Whether a page's own date, or a vouch, lies within the last twelve months."""
    days = [source.page_date for source in sources if source.page_date]
    if checked:
        days.append(checked.date)
    return any(0 <= (today - _first_day(str(day))).days <= FRESH_DAYS for day in days)


def said(hours: Sequence[Hours], moment: datetime, *, sure: bool) -> str:
    """The hours of this very day in words: `åben nu, til kl. 15` when they are sure, else `i dag kl. 9-15 (ikke …)`."""
    moment = moment.astimezone(COPENHAGEN)
    status = opening.status(hours, moment)
    if not any(row.days for row in hours):
        return texts.HOURS_NOT_KNOWN
    if sure:
        return texts.OPEN_NOW_SURE.format(text=status.text.split(" ", 1)[1]) if status.open else status.text
    rows = opening.rows_on(hours, moment.date())
    if rows and all(row.by_appointment for row in rows):
        return texts.ONLY_BY_APPOINTMENT
    if any(row.limited_by_note for row in rows) and status.open is None:
        return status.text
    spans = [said_span(row) for row in rows if not row.by_appointment]
    known = [span for span in spans if span]
    if known:
        over = texts.CLOSED_FOR_TODAY if opening.is_over(hours, moment) else "{text}"
        return texts.HOURS_UNCONFIRMED.format(text=over.format(text=_today(known)))
    if spans or status.open is None:
        return status.text
    return texts.HOURS_UNCONFIRMED.format(text=status.text)


def said_on(hours: Sequence[Hours], day: date, *, sure: bool) -> str:
    """The hours of a day in words: `onsdag kl. 9-15`. Never whether it is open now: another day is asked about."""
    name = texts.DAY_NAMES[WEEKDAYS[day.weekday()]]
    if not any(row.days for row in hours):
        return texts.HOURS_NOT_KNOWN
    rows, holiday = opening.rows_on(hours, day), holiday_on(day)
    if holiday and not (holiday.public and rows):
        form = texts.DAY_PERHAPS if rows else texts.DAY_HOLIDAY if holiday.public else texts.DAY_CLOSED
        return form.format(day=name, holiday=holiday.name)
    spans = [_span_with_notes(row) for row in rows]
    if any(row.opens is None for row in rows):
        return texts.DAY_TIME_UNKNOWN.format(day=name)
    text = texts.DAY_OPEN.format(day=name, span=" og ".join(spans)) if rows else texts.DAY_CLOSED.format(day=name)
    return text if sure else texts.HOURS_UNCONFIRMED.format(text=text)


def _span_with_notes(row: Hours) -> str:
    notes = [texts.BY_APPOINTMENT] if row.by_appointment else []
    notes += [row.note] if row.note else []
    return " ".join(part for part in (said_span(row), f"({'; '.join(notes)})" if notes else "") if part)


def _today(spans: Sequence[str]) -> str:
    all_day = texts.ROUND_THE_CLOCK in spans
    return texts.ROUND_THE_CLOCK if all_day else texts.TODAY.format(span=" og ".join(spans))


def _first_day(day: str) -> date:
    """The first day that a date of the model may mean: a year or a month alone counts from its beginning."""
    year, month, number = [*(int(part) for part in day.split("-")), 1, 1][:3]
    return date(year, month, number)
