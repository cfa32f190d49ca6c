"""Dates on paper: counted from the event, moved back from weekends and holidays, and never where words forbid it."""

from __future__ import annotations

from datetime import date

import pytest

from blanket.guide.days.reckoning import Calendar, counted, due, weekday_before
from blanket.guide.paper.parts import Due
from blanket.kb.format.deadlines import End
from blanket.kb.format.parts import Deadline, Span, TimeUnit

TODAY = date(2026, 11, 27)
MOVES = Calendar(TODAY, "dagen, du flytter", date(2026, 12, 10))  # a Thursday
FIVE = Deadline(text="Meld det senest 5 dage efter.", latest=Span(count=5, unit="dage"), source="Loven")


def shown(
    deadline: Deadline, calendar: Calendar = MOVES, event: str = "dagen, du flytter", letter: bool = False
) -> Due:
    return due(deadline, event, calendar, by_letter=letter)


@pytest.mark.parametrize(
    ("start", "count", "unit", "end", "day"),
    [
        (date(2026, 12, 10), 5, "dage", "senest", date(2026, 12, 15)),
        (date(2026, 12, 10), -28, "dage", "tidligst", date(2026, 11, 12)),
        (date(2026, 12, 10), 6, "uger", "senest", date(2027, 1, 21)),
        (date(2026, 8, 31), 6, "måneder", "senest", date(2027, 2, 28)),
        (date(2024, 2, 29), 1, "år", "senest", date(2025, 2, 28)),
        (date(2026, 12, 11), 2, "hverdage", "senest", date(2026, 12, 14)),  # a Saturday counts: the earlier last day
        (date(2026, 12, 11), 2, "hverdage", "tidligst", date(2026, 12, 15)),  # and does not: the later first day
        (date(2026, 12, 14), -2, "hverdage", "senest", date(2026, 12, 10)),
        (
            date(2026, 12, 23),
            2,
            "hverdage",
            "senest",
            date(2026, 12, 28),
        ),  # over Christmas; 24 December is a working day
    ],
)
def test_how_days_are_counted(start: date, count: int, unit: TimeUnit, end: End, day: date) -> None:
    assert counted(start, Span(count=count, unit=unit), end) == day


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 12, 15), date(2026, 12, 15)),
        (date(2026, 12, 13), date(2026, 12, 11)),  # a Sunday
        (date(2026, 12, 26), date(2026, 12, 23)),  # Christmas, with its Eve
        (date(2027, 3, 29), date(2027, 3, 24)),  # Easter Monday
    ],
)
def test_a_weekend_or_holiday_moves_back(day: date, moved: date) -> None:
    assert weekday_before(day) == moved


def test_a_date_is_said_with_weekday_and_year_beside_its_rule() -> None:
    found = shown(FIVE)
    assert (found.day, found.text) == ("Senest tirsdag den 15. december 2026", "Meld det senest 5 dage efter.")
    assert (found.blank, found.letter) == ("", "")


def test_without_a_day_there_is_a_line_for_it() -> None:
    assert shown(FIVE, Calendar(TODAY)).blank == "Senest den"
    early = Deadline(text="Tidligst 28 dage før.", earliest=Span(count=-28, unit="dage"), source="Loven")
    assert shown(early, Calendar(TODAY)).blank == "Tidligst den"


def test_a_deadline_that_runs_from_another_day_has_a_line() -> None:
    letter = Deadline(
        text="Klag senest 4 uger efter datoen på brevet.",
        latest=Span(count=4, unit="uger", since="datoen på brevet"),
        source="Loven",
    )
    assert (shown(letter).day, shown(letter).blank) == ("", "Senest den")
    written = Calendar(TODAY, "Datoen på brevet", date(2026, 11, 20))
    assert shown(letter, written).day == "Senest fredag den 18. december 2026"


def test_a_letter_is_sent_a_week_before() -> None:
    assert shown(FIVE, letter=True).letter == "Send brevet senest tirsdag den 8. december 2026."
    arrives = Deadline(text=FIVE.text, latest=Span(count=5, unit="dage", must_arrive="ja"), source="Loven")
    assert shown(arrives).letter == "Send brevet senest tirsdag den 8. december 2026."
    soon = Calendar(TODAY, "dagen, du flytter", date(2026, 11, 26))
    assert shown(arrives, soon).letter.startswith("Et brev når det ikke.")


def test_a_day_that_is_over_says_to_ring() -> None:
    late = Calendar(TODAY, "dagen, du flytter", date(2026, 11, 2))
    found = shown(FIVE, late)
    assert found.day == "Fristen var fredag den 6. november 2026. Ring i dag."


def test_a_first_day_is_shown_until_it_has_come() -> None:
    early = Deadline(text="Tidligst 28 dage før.", earliest=Span(count=-28, unit="dage"), source="Loven")
    assert shown(early).day == ""
    later = Calendar(TODAY, "dagen, du flytter", date(2027, 2, 1))
    assert shown(early, later).day == "Tidligst mandag den 4. januar 2027"


@pytest.mark.parametrize(
    "words",
    [
        "Så hurtigt som muligt og senest 5 dage efter.",
        "Som regel 5 dage efter.",
        "Senest 5 dage efter, hvis du er syg.",
    ],
)
def test_no_date_where_the_words_make_a_reservation(words: str) -> None:
    found = shown(Deadline(text=words, latest=Span(count=5, unit="dage"), source="Loven"))
    assert (found.day, found.blank, found.text) == ("", "", words)


def test_no_date_where_number_and_words_disagree() -> None:
    found = shown(Deadline(text="Senest 8 dage efter.", latest=Span(count=5, unit="dage"), source="Loven"))
    assert (found.day, found.blank) == ("", "")
