"""Who can do what: the sheet for colleagues, the one paper that the line for staff stands on."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import pytest

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.paper.document import document
from blanket.guide.paper.parts import Handout
from blanket.guide.paper.pdf import page_count
from blanket.guide.screens.colleagues import sheet
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from tests.conftest import MUNICIPALITY, STAFF_PLACE
from tests.guide.conftest import OpenKb, made

NOON = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)


def kommune(db: sqlite3.Connection, identifier: str) -> Municipality:
    found = lookup.get(db, identifier)
    assert found is not None
    assert isinstance(found.content, Municipality)
    return found.content


def sheet_of(db: sqlite3.Connection) -> Handout:
    return sheet(db, kommune(db, "odense"), NOON)


def test_it_is_marked_for_staff_and_shows_their_line(base: sqlite3.Connection) -> None:
    text = made(sheet_of(base), "txt").decode()
    assert "TIL PERSONALET" in text
    assert "20 57 07 20" in text
    assert "66 13 13 72" in text
    assert "Giv ikke arket til borgere" in " ".join(text.split())


def test_it_says_who_helps_with_what_and_what_not(base: sqlite3.Connection) -> None:
    text = " ".join(made(sheet_of(base), "txt").decode().split())
    assert "Borgerservice på Café Paraplyen, mandag-fredag" in text
    assert "Ikke: pas hos medarbejderne ude i byen. I stedet: Bestil tid" in text


@pytest.mark.slow
def test_no_kommunes_sheet_is_longer_than_two_pages(base: sqlite3.Connection) -> None:
    for identifier in lookup.ids_of_kind(base, "kommune"):
        assert page_count(document(sheet(base, kommune(base, identifier), NOON), "pdf")[0]) <= 2
    assert page_count(document(sheet(base, kommune(base, "odense"), NOON, large=True), "pdf")[0]) <= 4


def test_what_does_not_fit_on_two_pages_is_counted(base: sqlite3.Connection) -> None:
    whole = sheet_of(base)
    content, notes = document(whole, "pdf")
    assert page_count(content) == 2
    assert any("Hvem kan hvad i Odense Kommune" in note and "noter" in note for note in notes)


def test_the_hour_of_printing_changes_no_order(base: sqlite3.Connection) -> None:
    night = sheet(base, kommune(base, "odense"), NOON.replace(hour=3))
    assert night.guides[0].where == sheet_of(base).guides[0].where


def test_the_kommunes_own_answers_stand_on_it(open_kb: OpenKb) -> None:
    answer = "opgaver:\n  skift-laege:\n    må_jeg:\n      ansatte: {svar: nej, fordi: det gør vi, kilde: Odense}\n"
    place = STAFF_PLACE.replace("for: personale", "for: personale\nkommune: odense")
    db = open_kb({"kommuner/odense.yaml": MUNICIPALITY + answer, "steder/hotline.yaml": place})
    text = made(sheet_of(db), "txt").decode()
    assert "Skift læge (ansat i kommunen): Nej: det gør vi" in text
    assert "20 57 07 20" in text
