"""Who can do what: the sheet for colleagues, the one paper that the line for staff stands on."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from blanket.guide.days.hours import COPENHAGEN
from blanket.guide.paper.parts import Handout
from blanket.guide.screens.colleagues import sheet
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from tests.conftest import MUNICIPALITY, STAFF_PLACE
from tests.guide.conftest import OpenKb, made

NOON = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)


def sheet_of(db: sqlite3.Connection) -> Handout:
    found = lookup.get(db, "odense")
    assert found is not None
    assert isinstance(found.content, Municipality)
    return sheet(db, found.content, NOON)


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


def test_the_kommunes_own_answers_stand_on_it(open_kb: OpenKb) -> None:
    answer = "opgaver:\n  skift-laege:\n    må_jeg:\n      ansatte: {svar: nej, fordi: det gør vi, kilde: Odense}\n"
    place = STAFF_PLACE.replace("for: personale", "for: personale\nkommune: odense")
    db = open_kb({"kommuner/odense.yaml": MUNICIPALITY + answer, "steder/hotline.yaml": place})
    text = made(sheet_of(db), "txt").decode()
    assert "Skift læge (ansat i kommunen): Nej: det gør vi" in text
    assert "20 57 07 20" in text
