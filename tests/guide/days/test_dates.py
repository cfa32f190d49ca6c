"""Days as they are typed at the desk."""

from __future__ import annotations

from datetime import date

import pytest

from blanket.errors import BlanketError, Exit
from blanket.guide.days.dates import add_months, parse_day, said_date

TODAY = date(2026, 11, 27)  # a Friday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10-12", date(2026, 12, 10)),
        ("10/12", date(2026, 12, 10)),
        ("10.12.", date(2026, 12, 10)),
        ("10. december", date(2026, 12, 10)),
        ("10 dec", date(2026, 12, 10)),
        ("den 10. dec. 2026", date(2026, 12, 10)),
        ("torsdag den 10. december", date(2026, 12, 10)),
        ("10-12-2026", date(2026, 12, 10)),
        ("10/12-26", date(2026, 12, 10)),
        ("2026-12-10", date(2026, 12, 10)),
        ("  10.   DECEMBER ", date(2026, 12, 10)),
        ("3. januar", date(2027, 1, 3)),  # the nearest, not this year's
        ("30. august", date(2026, 8, 30)),
        ("i dag", TODAY),
        ("i morgen", date(2026, 11, 28)),
        ("i går", date(2026, 11, 26)),
        ("på torsdag", date(2026, 12, 3)),
        ("på fredag", date(2026, 12, 4)),  # said on a Friday, it is the next one
        ("fredag", TODAY),
        ("ons", date(2026, 12, 2)),
        ("om 14 dage", date(2026, 12, 11)),
        ("om en uge", date(2026, 12, 4)),
        ("om 3 måneder", date(2027, 2, 27)),
        ("for 2 uger siden", date(2026, 11, 13)),
        ("29-2-2028", date(2028, 2, 29)),
    ],
)
def test_a_day_in_every_way_that_it_is_typed(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31. februar", "findes ikke"),
        ("32-1", "findes ikke"),
        ("5/13", "findes ikke"),
        ("fredag den 10. december", "torsdag den 10. december 2026"),
        ("10. decembris", "10. december"),
        ("1-1-1926", "langt"),
        ("snart", "10. december"),
        ("", "10. december"),
        ("om mange dage", "10. december"),
    ],
)
def test_what_is_no_day_is_said(typed: str, why: str) -> None:
    with pytest.raises(BlanketError) as error:
        parse_day(typed, TODAY)
    assert why in f"{error.value.what} {error.value.cure}"
    assert error.value.code == Exit.WRONG_USE


def test_a_day_is_said_with_weekday_and_year() -> None:
    assert said_date(date(2026, 12, 10)) == "torsdag den 10. december 2026"


def test_a_month_on_from_its_last_day() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 12, 15), -13) == date(2025, 11, 15)
