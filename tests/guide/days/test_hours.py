"""Opening hours: open or not at a moment, public holidays, unknown times, and the hours in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.days.hours import said, status
from blanket.kb.format.parts import Hours


def hours(*rows: dict[str, Any]) -> tuple[Hours, ...]:
    return msgspec.convert(rows, tuple[Hours, ...])


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN)


WEEKEND = "lørdag, søndag og helligdage kl. 10-16"
WEEK = hours({"dage": ["man", "tir", "ons", "tor", "fre"], "fra": "09:00", "til": "15:30"})


@pytest.mark.parametrize(
    ("moment", "opened", "text"),
    [
        ("2026-11-23T09:00", True, "åbent til kl. 15.30"),
        ("2026-11-23T15:29", True, "åbent til kl. 15.30"),
        ("2026-11-23T15:30", False, "lukket, åbner i morgen kl. 9"),
        ("2026-11-23T08:59", False, "lukket, åbner kl. 9"),
        ("2026-11-21T12:00", False, "lukket, åbner mandag kl. 9"),
        ("2026-12-25T12:00", False, "lukket i dag (juledag)"),
        ("2026-12-24T12:00", None, "juleaften: ring først, der kan være lukket"),
        ("2027-05-06T12:00", False, "lukket i dag (Kristi himmelfartsdag)"),
    ],
)
def test_open_or_not(moment: str, opened: bool | None, text: str) -> None:
    found = status(WEEK, at(moment))
    assert (found.open, found.text) == (opened, text)


def test_the_moment_is_read_as_danish_time() -> None:
    assert status(WEEK, datetime(2026, 11, 23, 8, 30, tzinfo=UTC)).open is True  # 9.30 in Denmark
    assert status(WEEK, datetime(2026, 7, 6, 7, 30, tzinfo=UTC)).open is True  # summer time: 9.30


def test_unknown_is_said_and_is_not_closed() -> None:
    assert status((), at("2026-11-23T12:00")).open is None
    wednesday = hours({"dage": ["ons"]})
    assert status(wednesday, at("2026-11-25T12:00")).open is None
    assert "ukendt" in status(wednesday, at("2026-11-25T12:00")).text
    assert status(wednesday, at("2026-11-26T12:00")).open is False


def test_a_holiday_has_its_own_row() -> None:
    rows = hours(
        {"dage": ["fre"], "fra": "08:00", "til": "20:00"}, {"dage": ["helligdage"], "fra": "10:00", "til": "16:00"}
    )
    assert status(rows, at("2026-12-25T09:00")).text == "lukket, åbner kl. 10"
    assert status(rows, at("2026-12-25T11:00")).text == "åbent til kl. 16"


def test_around_the_clock_and_over_midnight() -> None:
    always = hours({"dage": ["man", "tir", "ons", "tor", "fre", "lør", "søn"], "fra": "00:00", "til": "24:00"})
    assert status(always, at("2026-11-22T03:00")).text == "åbent døgnet rundt"
    night = hours({"dage": ["lør"], "fra": "22:00", "til": "04:00"})
    assert status(night, at("2026-11-21T23:00")).open is True
    assert status(night, at("2026-11-22T03:59")).open is True
    assert status(night, at("2026-11-22T04:00")).open is False


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"dage": ["man", "tir", "ons"], "fra": "09:30", "til": "15:00"}, "mandag-onsdag kl. 9.30-15"),
        ({"dage": ["man", "tir"], "fra": "09:00", "til": "15:00"}, "mandag og tirsdag kl. 9-15"),
        ({"dage": ["fre", "man", "tir", "ons"], "fra": "09:00", "til": "15:00"}, "mandag-onsdag og fredag kl. 9-15"),
        (
            {"dage": ["lør", "søn", "helligdage"], "fra": "10:00", "til": "16:00"},
            "lørdag, søndag og helligdage kl. 10-16",
        ),
        ({"dage": ["ons"]}, "onsdag (tiden er ikke kendt)"),
        ({"dage": ["ons"], "note": "lige uger"}, "onsdag (lige uger)"),
        ({"note": "efter aftale"}, "efter aftale"),
        ({"dage": ["man"], "fra": "00:00", "til": "24:00"}, "mandag døgnet rundt"),
    ],
)
def test_hours_in_words(row: dict[str, Any], text: str) -> None:
    assert said(hours(row)) == [text]


@pytest.mark.parametrize(
    ("rows", "moment", "text"),
    [
        (WEEK, "2026-12-23T16:00", "lukket, måske åbent i morgen (juleaften): ring først"),
        (WEEK, "2026-12-30T16:00", "lukket, måske åbent i morgen (nytårsaften): ring først"),
        (WEEK, "2027-04-30T16:00", "lukket, åbner mandag kl. 9"),  # 1 May is a Saturday, when nobody is there
        (
            hours({"dage": ["man"]}, {"dage": ["ons"], "fra": "10:00", "til": "12:00"}),
            "2026-11-22T12:00",
            "lukket, måske åbent i morgen (tiden er ukendt): ring først",
        ),
    ],
)
def test_nothing_is_promised_past_a_day_of_unknown_hours(rows: tuple[Hours, ...], moment: str, text: str) -> None:
    assert status(rows, at(moment)).text == text
