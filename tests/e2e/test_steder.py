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


def test_open_now_is_one_screen_with_the_kommunes_own_first_and_the_rest_counted(fresh: Blanket) -> None:
    for kommune in (None, "odense", "lejre"):
        if kommune:
            fresh("kommune", kommune)
        lines = fresh("steder", "--nu").out.splitlines()
        assert len(lines) <= 22
        assert any("Alarmcentralen 112" in line for line in lines)
        shown = sum(line[:2].strip().isdigit() and line[2] == "." for line in lines)
        left = next(int(line.split()[0]) for line in lines if "Se dem: blanket steder" in line)
        assert shown + left == len(places(fresh, "--nu"))
    assert "112" in fresh("vis", "1").out or "lejre" in fresh("vis", "1").out.lower()


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
    assert "på torsdag" in ran.err


def test_the_kommunes_places_come_first_then_phones_then_emergency_lines(fresh: Blanket) -> None:
    fresh("kommune", "odense")
    out = fresh("steder").out
    order = ["Steder i Odense Kommune:", "Borgerservice Odense", "Telefoner:", "Akutte linjer:", "Alarmcentralen 112"]
    positions = [out.index(said) for said in order]
    assert positions == sorted(positions)
    assert "Aarhus" not in out
    assert "Dokk1" in fresh("steder", "--alle").out


def test_words_find_a_place_and_may_name_the_day(blanket: Blanket) -> None:
    for words in (
        ["paraplyen", "onsdag"],
        ["hvem", "er", "på", "paraplyen", "onsdag"],
        ["paraplyen", "--dag", "onsdag"],
    ):
        ran = blanket("steder", *words)
        assert ran.code == 0
        assert "onsdag den " in ran.out
        assert " 1. Borgerservice på Café Paraplyen" in ran.out
        assert "åbent onsdag, tiden er ikke kendt" in ran.out
    assert blanket("steder", "qwxzqwxz").code == 1


def test_who_is_where_on_a_named_day_is_no_search(blanket: Blanket) -> None:
    assert " 1. Borgerservice på Café Paraplyen" in blanket("hvem", "er", "på", "paraplyen", "onsdag").out
    assert "(opgave)" in blanket("hvem", "er", "på", "barsel").out


def test_a_day_asked_about_is_never_said_to_be_closed_now(blanket: Blanket) -> None:
    for day in ("mandag", "søndag", "i morgen"):
        out = blanket("steder", "--dag", day, "--alle").out
        assert "Nu:" not in out
        assert "åben nu" not in out
    assert "ikke åbent søndag" in blanket("steder", "borgerservice odense", "--dag", "søndag").out


def test_a_place_has_one_line_of_hours(blanket: Blanket) -> None:
    lines = blanket("steder", "reden odense", "onsdag").out.splitlines()
    assert len([line for line in lines if "kl. " in line]) == 1


def test_where_to_go_instead_of_who_does_not_help(blanket: Blanket) -> None:
    for matter, guide in (("pas", "Bestil eller forny pas"), ("kørekort", "Forny kørekort")):
        ran = blanket("steder", "--hjælper-med", matter, "--kommune", "odense")
        out = " ".join(ran.out.split())
        assert ran.out.startswith(f"Gå i stedet her med {matter}:")
        assert "Bestil tid i Borgerservice, Østre Stationsvej 15." in out
        assert "1. Borgerservice Odense (Borgernes Hus): 66 13 13 72" in out
        assert f"2. Vejledning: {guide}" in out
        assert f"Hjælper ikke med {matter}:" in out
        assert "1. Borgerservice på Café Paraplyen" not in out
        assert guide in blanket("vis", "2").out
    data = json.loads(blanket("steder", "--hjælper-med", "pas", "--kommune", "odense", "--json").out)
    assert "Borgerservice på Café Paraplyen" in [item["hvem"] for item in data["hjælper_ikke_med"]]
    assert [place["id"] for place in data["i_stedet"]] == ["odense-borgerservice"]


def test_where_nobody_helps_one_is_told_whom_to_ask(blanket: Blanket) -> None:
    out = blanket("steder", "--hjælper-med", "MobilePay", "--kommune", "odense").out
    assert "Ring til Odense Kommune: 66 13 13 72" in out
    ran = blanket("steder", "--hjælper-med", "qwxzqwxz", "--kommune", "odense")
    assert ran.code == 1
    assert "66 13 13 72" in ran.out


def test_the_numbers_of_the_list_work(blanket: Blanket) -> None:
    blanket("steder", "paraplyen")
    assert "Borgerservice på Café Paraplyen" in blanket("vis", "1").out


def test_a_volunteer_sees_no_staff_line(fresh: Blanket) -> None:
    assert "20 57 07 20" in fresh("steder", "--alle").out
    fresh("kommune", "--rolle", "frivillig")
    assert "20 57 07 20" not in fresh("steder", "--alle").out
    assert "20 57 07 20" not in fresh("steder", "--json").out


def test_acute_help_by_subject(blanket: Blanket) -> None:
    everything = blanket("akut").out
    for said in ("112", "70 20 12 01", "1888", "Et sted at sove i nat"):
        assert said in everything
    one = blanket("akut", "vold").out
    assert "Lev Uden Vold" in one
    assert "Et sted at sove i nat" not in one
    assert blanket("akut", "krisecenter").out == one
    blanket("akut", "selvmord")
    assert "Livslinien" in blanket("vis", "1").out


def test_more_words_after_akut_are_a_search(blanket: Blanket) -> None:
    assert "Et sted at sove" not in blanket("akut", "tandlæge").out
    assert " 1. " in blanket("akut", "tandlæge").out
    assert " 1. " in blanket("akut", "bolig", "til", "min", "mor").out


def test_staff_lines_say_that_they_are(blanket: Blanket) -> None:
    out = blanket("vis", "odense-hotline-medarbejdere").out
    assert "KUN FOR PERSONALE" in out
    assert "20 57 07 20" in out
