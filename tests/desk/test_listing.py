"""The panes that stand beside the desk's list."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

import pytest

from blanket.desk.choosing import kommune_named
from blanket.desk.listing import Beside, pane
from blanket.desk.visit import OF_ENTRY, Pane
from blanket.guide.days import clock
from blanket.search import lookup
from blanket.settings import Settings, load_settings, save_settings
from blanket.texts import desk as texts
from blanket.texts import places as place_texts
from blanket.texts import screens as screen_texts
from tests.conftest import JOURNEY, TASK
from tests.desk.conftest import Opened

WORDS = "ord:\n- ord: partshøring\n  betyder: Du må sige din mening, før der bliver bestemt noget.\n"


@pytest.mark.parametrize("asked", [one for one in get_args(Pane) if one in OF_ENTRY])
def test_every_kind_of_entry_has_something_in_each_pane_of_an_entry(desk: Opened, asked: Pane) -> None:
    base = desk({"ordbog.yaml": WORDS})
    for kind in ("opgave", "blanket", "forløb", "sted", "kommune", "ord"):
        for identifier in lookup.ids_of_kind(base.db, kind):
            assert pane(base, Beside(asked, identifier, None, None), 79)[0], (kind, identifier)
    assert lookup.ids_of_kind(base.db, "ord")


BARE = "id: vejle\nnavn: Vejle Kommune\nkort: Det, der gælder i Vejle.\n"
ONE_PAGE = """\
ubekræftet:
- {hvad: telefon, tekst: 76 81 00 00., værdi: 76 81 00 00, kilde: "https://www.vejle.dk/", læst: 2026-11}
"""
CAFE = """\
id: {id}
navn: {name}
slags: sted
for: borgere
kommune: vejle
kort: Her kan man komme ind.
"""
HOURS = 'tider:\n- dage: [man, tir, ons, tor, fre]\n  fra: "{opens}"\n  til: "{closes}"\n'
OWN_NUMBER = TASK.replace(
    '- navn: Borgerservice\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/', "- kommune: ja"
)


def shown(desk: Opened, asked: Pane, own: dict[str, str], about: str | None = None) -> str:
    return "\n".join(row.text for row in pane(desk(own), Beside(asked, about, None, None), 79)[0])


def one_line(text: str) -> str:
    return " ".join(text.split())


class TestKommuneOfWhichLittleIsKnown:
    def test_one_without_a_number_is_not_asked_for_again(self, desk: Opened) -> None:
        save_settings(Settings(municipality="vejle"))
        said = shown(
            desk, "skærm", {"kommuner/vejle.yaml": BARE, "opgaver/skift-laege.yaml": OWN_NUMBER}, "skift-laege"
        )
        assert screen_texts.RING_NO_NUMBER.format(name="Vejle Kommune") in one_line(said)
        assert "Vælg" not in said

    def test_a_number_that_one_page_gives_is_shown_to_staff_with_its_doubt(self, desk: Opened) -> None:
        own = {"kommuner/vejle.yaml": BARE + ONE_PAGE, "opgaver/skift-laege.yaml": OWN_NUMBER}
        save_settings(Settings(municipality="vejle"))
        assert f"? Ring:  Vejle Kommune 76 81 00 00, {screen_texts.NUMBER_NOT_CONFIRMED}" in shown(
            desk, "skærm", own, "skift-laege"
        )
        save_settings(Settings(municipality="vejle", role="frivillig"))
        assert "76 81" not in shown(desk, "skærm", own, "skift-laege")

    def test_no_known_places_are_not_called_closed(self, desk: Opened) -> None:
        own = {"kommuner/vejle.yaml": BARE}
        save_settings(Settings(municipality="vejle"))
        assert one_line(shown(desk, "steder", own)) == texts.DESK_NO_PLACES.format(name="Vejle Kommune")
        assert one_line(shown(desk, "hotline", {"steder/hotline.yaml": CAFE.format(id="hotline", name="Café")})) == (
            texts.DESK_NO_HOTLINE.format(name="Vejle Kommune")
        )

    def test_without_a_kommune_the_desk_says_that_one_must_be_chosen(self, desk: Opened) -> None:
        save_settings(Settings())
        assert one_line(shown(desk, "steder", {})) == texts.DESK_NO_PLACES_ANYWHERE

    def test_choosing_one_says_what_is_known_of_it(self, desk: Opened) -> None:
        base = desk({"kommuner/vejle.yaml": BARE, "steder/cafe.yaml": CAFE.format(id="cafe", name="Café")})
        assert "1 sted, men ikke nummeret" in kommune_named(base, "vejle")
        assert "Vi kender nummeret." in kommune_named(base, "odense")
        assert kommune_named(base, "ingen") == place_texts.MUNICIPALITY_CLEARED
        assert load_settings().municipality is None


def test_what_has_closed_for_today_says_so_and_stands_last_and_unknown_hours_are_told(
    desk: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2026, 11, 27, 12, 0, tzinfo=clock.COPENHAGEN)
    monkeypatch.setattr(clock, "now", lambda: noon)
    hours = {"alle": ("09:00", "11:00"), "brugerhus": ("09:00", "15:00")}
    own = {
        f"steder/{name}.yaml": CAFE.format(id=name, name=name.title()) + HOURS.format(opens=opens, closes=closes)
        for name, (opens, closes) in hours.items()
    }
    own |= {"kommuner/vejle.yaml": BARE, "steder/cafe.yaml": CAFE.format(id="cafe", name="Café")}
    save_settings(Settings(municipality="vejle"))
    said = shown(desk, "steder", own)
    assert said.index("Brugerhus") < said.index("Alle") < said.index(place_texts.OPEN_UNKNOWN) < said.index("Café")
    assert "lukket nu (i dag kl. 9-11)" in said
    assert said.count("lukket") == 1


LINE = """\
id: {id}
navn: {name}
slags: telefon
for: borgere
kort: Ring hertil.
akut: [vold]
"""
ALWAYS = 'tider:\n- dage: [man, tir, ons, tor, fre, lør, søn, helligdage]\n  fra: "00:00"\n  til: "24:00"\n'
NUMBER = 'telefon: "70 20 12 0{digit}"\nkilder:\n- {{adresse: "https://politi.dk/", læst: 2026-11}}\n'


def test_acute_help_names_first_who_answers_now_and_marks_no_line_that_never_closes(desk: Opened) -> None:
    own = {
        "steder/a.yaml": LINE.format(id="a", name="Amt") + NUMBER.format(digit=1),
        "steder/b.yaml": LINE.format(id="b", name="Bo") + "kommune: odense\n",
        "steder/c.yaml": LINE.format(id="c", name="Cirkel") + NUMBER.format(digit=3) + ALWAYS,
        "opgaver/ring.yaml": TASK.replace("skift-laege", "ring")
        .replace("Skift læge", "Ring til Cirkel")
        .replace("emne: sundhed", "emne: sundhed\nakut: [vold]"),
    }
    save_settings(Settings(municipality="odense"))
    rows, numbered = pane(desk(own), Beside("akut", None, None, None), 79)
    said = "\n".join(row.text for row in rows)
    assert "1. Cirkel: 70 20 12 03, åben nu, døgnet rundt\n" in said + "\n"
    assert said.index("Cirkel") < said.index("Amt") < said.index("Bo")
    assert "Ring til Cirkel" not in said
    assert [hit.id for hit in numbered] == ["ring", "a", "b"]


def test_ids_of_a_whole_guide_become_numbers_that_lead_on(desk: Opened) -> None:
    own = {"forloeb/doedsfald.yaml": JOURNEY.replace("Ring til lægen.", "Ring til lægen.\n  opgave: skift-laege")}
    rows, numbered = pane(desk(own), Beside("alt", "doedsfald", None, None, linked=True), 79)
    assert [hit.id for hit in numbered] == ["skift-laege"]
    said = "\n".join(row.text for row in rows)
    assert "Skift læge [1]" in said
    assert "[skift-laege]" not in said


def test_a_journeys_list_stands_before_the_notes_for_staff(desk: Opened) -> None:
    own = {"forloeb/doedsfald.yaml": JOURNEY + "personale:\n  noter:\n  - Giv god tid.\n"}
    said = shown(desk, "alt", own, "doedsfald")
    assert said.index("Tjekliste") < said.index("Giv god tid.")
