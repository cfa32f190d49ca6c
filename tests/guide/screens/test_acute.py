"""Acute help: whoever answers at any hour stands first, whoever has no number of their own last."""

from __future__ import annotations

from datetime import datetime

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.screens.acute import acute_by_subject
from tests.conftest import PLACE
from tests.guide.conftest import OpenKb

NIGHT = datetime(2026, 11, 27, 22, tzinfo=COPENHAGEN)
ALWAYS = '{dage: [man, tir, ons, tor, fre, lør, søn, helligdage], fra: "00:00", til: "24:00"}'
DAILY = '{dage: [man, tir, ons, tor, fre], fra: "09:00", til: "15:00"}'


def line(identifier: str, more: str = "") -> str:
    return PLACE.replace("mitid-support", identifier) + f"akut: [vold]\n{more}"


def test_who_answers_at_night_stands_before_who_is_near_and_has_no_number(open_kb: OpenKb) -> None:
    own = line("eget", "kommune: odense\n").replace('telefon: "33 98 00 10"\n', "")
    db = open_kb(
        {
            "steder/eget.yaml": own,
            "steder/dag.yaml": line("dag", f"tider: [{DAILY}]\n"),
            "steder/altid.yaml": line("altid", f"tider: [{ALWAYS}]\n"),
            "steder/ukendt.yaml": line("ukendt"),
        }
    )
    (vold,) = [item for item in acute_by_subject(db, NIGHT, None) if item.subject == "vold"]
    assert [view.place.id for view in vold.views] == ["altid", "ukendt", "dag", "eget"]
