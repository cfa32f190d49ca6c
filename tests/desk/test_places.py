"""Places as somebody at a desk asks for them: whose, on which day, by which words."""

from __future__ import annotations

import pytest

from blanket.desk.places import PlaceQuery, places_for
from tests.desk.conftest import Opened
from tests.desk.test_finding import PLACES

HOURS = 'tider:\n- {dage: [man], fra: "09:00", til: "12:00"}\n'


@pytest.mark.parametrize("asked", [PlaceQuery(), PlaceQuery(day="mandag"), PlaceQuery(matter="MitID")])
def test_offices_of_another_kommune_or_region_are_left_out(desk: Opened, asked: PlaceQuery) -> None:
    base = desk({name: text + HOURS if "steder" in name else text for name, text in PLACES.items()})
    known = {"a", "b", "c", "d", "e"}

    def shown(kommune: str | None, asked: PlaceQuery = asked) -> set[str]:
        return {view.place.id for view in places_for(base, asked, kommune).views} & known

    assert shown("odense") == {"a", "b", "d"}
    assert shown("lejre") == {"a", "c", "d", "e"}, "its region is not known"
    assert shown(None) == known


@pytest.mark.parametrize(("words", "there"), [("datastue", False), ("datastue sjælland", True)])
def test_who_names_another_region_gets_its_office(desk: Opened, words: str, there: bool) -> None:
    found = places_for(desk(PLACES), PlaceQuery(words=words.split()), "odense").views
    assert ("e" in {view.place.id for view in found}) is there
