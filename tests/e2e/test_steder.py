"""`blanket steder`: places, open or not, and what they help with."""

from __future__ import annotations

import json

from tests.e2e.conftest import Blanket


def places(blanket: Blanket, *arguments: str) -> list[dict[str, object]]:
    ran = blanket("steder", *arguments, "--json")
    assert ran.code == 0, ran.err
    return list(json.loads(ran.out)["steder"])


def test_unknown_hours_are_never_closed(blanket: Blanket) -> None:
    unknown = [place for place in places(blanket) if not place["tider"]]
    assert unknown
    assert all(place["åben"] is None for place in unknown)


def test_open_now_leaves_out_only_what_is_known_to_be_closed(blanket: Blanket) -> None:
    everything = {place["id"]: place["åben"] for place in places(blanket)}
    now = {place["id"] for place in places(blanket, "--nu")}
    assert "alarm-112" in now
    assert all(everything[identifier] is not False for identifier in now if identifier in everything)


def test_a_weekday_in_any_spelling(blanket: Blanket) -> None:
    wednesday = {place["id"] for place in places(blanket, "--dag", "onsdag")}
    assert "odense-bolbro-brugerhus" in wednesday
    assert "odense-dalum-indgangen-digital" not in wednesday
    assert wednesday == {place["id"] for place in places(blanket, "--dag", "Ons")}


def test_what_a_place_helps_with(blanket: Blanket) -> None:
    for option in ("--hjælper-med", "--hjaelper-med"):
        found = {place["id"] for place in places(blanket, option, "flytning", "--kommune", "odense")}
        assert "odense-cafe-paraplyen" in found
        assert "livslinien-telefon" not in found


def test_the_kommune_narrows_to_its_own_and_the_national_ones(blanket: Blanket) -> None:
    assert {place["kommune"] for place in places(blanket, "--kommune", "lejre")} == {"lejre", None}


def test_a_day_that_is_none(blanket: Blanket) -> None:
    ran = blanket("steder", "--dag", "onsdy")
    assert ran.code == 2
    assert "onsdag" in ran.err


def test_staff_lines_say_that_they_are(blanket: Blanket) -> None:
    out = blanket("vis", "odense-hotline-medarbejdere").out
    assert "KUN FOR PERSONALE" in out
    assert "20 57 07 20" in out
