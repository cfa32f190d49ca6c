"""Open now is said only of hours that somebody has confirmed within a year."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec
import pytest

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.days.open_now import confirmed, place_confirmed, said
from blanket.kb.format.model import Place
from blanket.kb.format.parts import Checked, Hours, Source

NOON = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)  # a Wednesday
WEEK = msgspec.convert([{"dage": ["man", "ons"], "fra": "09:00", "til": "15:00"}], tuple[Hours, ...])
MONDAY = msgspec.convert([{"dage": ["man"], "fra": "09:00", "til": "15:00"}], tuple[Hours, ...])


def source(day: str | None) -> Source:
    return Source(address="https://www.odense.dk/", read="2026-11", page_date=day)


@pytest.mark.parametrize(
    ("day", "fresh"),
    [("2026-11", True), ("2026", True), ("2025-11-26", True), ("2025-11-20", False), ("2025", False), (None, False)],
)
def test_a_page_counts_for_a_year_from_its_own_date(day: str | None, fresh: bool) -> None:
    assert confirmed([source(day)], None, date(2026, 11, 25)) is fresh


def test_a_vouch_counts_for_a_year() -> None:
    assert confirmed([], Checked(date="2026-02-01", by="Mette"), date(2026, 11, 25))
    assert not confirmed([], Checked(date="2025-02-01", by="Mette"), date(2026, 11, 25))


def place(**more: Any) -> Place:
    shared = {"id": "x", "navn": "X", "slags": "telefon", "for": "borgere", "kort": "Hjælp."}
    dated = {"kilder": [{"adresse": "https://www.odense.dk/", "læst": "2026-11", "sidens_dato": "2026-10"}]}
    return msgspec.convert({**shared, **dated, **more}, Place)


def test_a_doubted_place_is_never_confirmed() -> None:
    assert place_confirmed(place(), NOON.date())
    assert not place_confirmed(place(ring_først=True), NOON.date())
    assert not place_confirmed(place(usikkert=["Telefontiden er fra en side uden dato."]), NOON.date())


def test_open_now_is_said_of_sure_hours_alone() -> None:
    assert said(WEEK, NOON, sure=True) == "åben nu, til kl. 15"
    assert said(WEEK, NOON, sure=False) == "i dag kl. 9-15 (ikke bekræftet)"


def test_closed_is_said_as_surely_as_it_is_known() -> None:
    assert said(MONDAY, NOON, sure=True) == "lukket, åbner mandag kl. 9"
    assert said(MONDAY, NOON, sure=False) == "lukket, åbner mandag kl. 9 (ikke bekræftet)"


def test_unknown_hours_are_unknown() -> None:
    assert said((), NOON, sure=True) == "tiden er ikke kendt"
