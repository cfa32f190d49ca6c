"""What one page says of a kommune is shown to staff until the kommune confirms it; then it is on paper."""

from __future__ import annotations

from datetime import date

import pytest

from blanket.desk.guiding import guide_for, one_screen
from blanket.desk.opening import folders_of, open_base
from blanket.errors import BlanketError
from blanket.guide.paper.box import local_of
from blanket.kb.base import load
from blanket.kb.editing.confirming import confirm
from blanket.kb.files import kb_files
from blanket.kb.format.model import Municipality, Place
from blanket.kb.rules.denmark import KOMMUNER
from blanket.paths import shipped
from blanket.search import lookup
from tests.conftest import WriteKb
from tests.kb.samples import swapped

TODAY = date(2026, 11, 27)
PHONE = (
    "- {hvad: telefon, tekst: 32 89 01 00. Hovednummer, værdi: 32 89 01 00,"
    ' kilde: "https://www.dragoer.dk/a", læst: 2026-11}\n'
)
KOMMUNE = """\
id: dragoer
navn: Dragør Kommune
kort: Det, der gælder lokalt i Dragør Kommune.
ubekræftet:
- {hvad: telefon, tekst: 32 89 01 00. Hovednummer, værdi: 32 89 01 00, kilde: "https://www.dragoer.dk/a", læst: 2026-11}
- {hvad: adresse, tekst: Kirkevej 7, værdi: "Kirkevej 7, 2791 Dragør", kilde: "https://www.dragoer.dk/a", læst: 2026-11}
- hvad: tider
  tekst: mandag 10.00-14.00
  værdi: [{dage: [man], fra: "10:00", til: "14:00"}]
  kilde: https://www.dragoer.dk/b
  sidens_dato: 2026-05
  læst: 2026-11
"""


def test_staff_see_it_with_page_and_date_and_paper_has_a_line_for_the_number(write_kb: WriteKb) -> None:
    with open_base([write_kb({"kommuner/dragoer.yaml": KOMMUNE})]) as base:
        found = lookup.get(base.db, "dragoer")
        assert found
        assert isinstance(found.content, Municipality)
        screen = " ".join(row.text for row in one_screen(guide_for(base, found), 80))
        assert "32 89 01 00" in screen
        assert "dragoer.dk/a" in screen
        assert local_of(base.db, found.content, TODAY).phone.number == ""


def test_confirmed_it_is_a_contact_and_a_place_and_no_longer_doubtful(write_kb: WriteKb) -> None:
    shared, own = write_kb({"kommuner/dragoer.yaml": KOMMUNE}, "shared"), write_kb({}, "own")
    folders = folders_of([shared, own])
    kommune, files, count = confirm("dragoer", [], TODAY, own=own, folders=folders)
    assert (kommune.id, count, len(files)) == ("dragoer", 3, 2)
    base = load(folders)
    assert [found for found in base.problems if found.file.is_relative_to(own) and found.error] == []
    now, place = base.entries["dragoer"], base.entries["dragoer-borgerservice"]
    assert isinstance(now, Municipality)
    assert isinstance(place, Place)
    assert now.unconfirmed == ()
    assert (place.address, place.phone, place.hours[0].opens) == ("Kirkevej 7, 2791 Dragør", "32 89 01 00", "10:00")
    with open_base([shared, own]) as opened:
        assert local_of(opened.db, now, TODAY).phone.number == "32 89 01 00"
    with pytest.raises(BlanketError, match="intet at bekræfte"):
        confirm("dragoer", [], TODAY, own=own, folders=folders)


def test_the_hours_of_the_telephone_are_kept_apart_from_those_of_the_counter(write_kb: WriteKb) -> None:
    by_phone = """\
- hvad: telefontid
  tekst: tirsdag 9.00-11.00
  værdi: [{dage: [tir], fra: "09:00", til: "11:00"}]
  kilde: https://www.dragoer.dk/b
  læst: 2026-11
"""
    shared, own = write_kb({"kommuner/dragoer.yaml": KOMMUNE + by_phone}, "shared"), write_kb({}, "own")
    confirm("dragoer", [], TODAY, own=own, folders=folders_of([shared, own]))
    with open_base([shared, own]) as base:
        found = lookup.get(base.db, "dragoer")
        assert found
        assert isinstance(found.content, Municipality)
        assert local_of(base.db, found.content, TODAY).phone.hours == ("tirsdag kl. 9-11",)
        screen = " ".join(row.text for row in one_screen(guide_for(base, found), 80))
        assert "kl. 9" in screen.partition("Ring:")[2].partition("Borgerservice i Dragør 32")[2][:80]


def test_a_kommune_may_confirm_where_it_is_before_its_number(write_kb: WriteKb) -> None:
    """It has no contact then, and the base is in order: it can be published."""
    shared = write_kb({"kommuner/dragoer.yaml": swapped(KOMMUNE, PHONE, "")}, "shared")
    own = write_kb({}, "own")
    folders = folders_of([shared, own])
    confirm("dragoer", [], TODAY, own=own, folders=folders)
    base = load(folders)
    assert [str(found) for found in base.problems if found.file.is_relative_to(own) and found.error] == []
    now, place = base.entries["dragoer"], base.entries["dragoer-borgerservice"]
    assert isinstance(now, Municipality)
    assert isinstance(place, Place)
    assert (now.contacts, place.address, place.phone) == ((), "Kirkevej 7, 2791 Dragør", None)


def test_other_contacts_stay_beside_the_place(write_kb: WriteKb) -> None:
    contacts = (
        'kontakt:\n- {navn: Dragør Kommune, telefon: 32 89 01 00, kilde: "https://www.dragoer.dk/a"}\n'
        '- {navn: Visitationen, telefon: 32 89 01 77, kilde: "https://www.dragoer.dk/a", note: Pleje.}\n'
    )
    shared, own = write_kb({"kommuner/dragoer.yaml": KOMMUNE + contacts}, "shared"), write_kb({}, "own")
    folders = folders_of([shared, own])
    confirm("dragoer", [], TODAY, own=own, folders=folders)
    now = load(folders).entries["dragoer"]
    assert isinstance(now, Municipality)
    assert [(one.place, one.phone) for one in now.contacts] == [
        ("dragoer-borgerservice", "32 89 01 00"),
        (None, "32 89 01 77"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Pas kan også bestilles på biblioteket.",
        "Borgerservice i Skagen og Sæby; gade ikke nævnt.",
        "Efter en brand midlertidigt på Samsøgade 3. Fra 2024 på Rådhustorvet 4, 8700 Horsens.",
        "Ved valget 2022 også på bibliotekerne: Tølløse (Hjortholmvej 9, 4340)",
    ],
)
def test_what_is_no_address_is_a_note_and_a_second_address_too(write_kb: WriteKb, said: str) -> None:
    first = "- {hvad: adresse, tekst: Kirkevej 7, "
    more = f"- {{hvad: adresse, tekst: '{said}', værdi: '{said}', kilde: Kommunen, læst: 2026-11}}\n"
    other = "Torvet 1, 2. sal, 2800 Kgs. Lyngby"
    second = f"- {{hvad: adresse, tekst: '{other}', værdi: '{other}', kilde: Loven, læst: 2026-11}}\n"
    text = swapped(KOMMUNE, first, more + second + first)
    shared, own = write_kb({"kommuner/dragoer.yaml": text}, "shared"), write_kb({}, "own")
    folders = folders_of([shared, own])
    confirm("dragoer", [], TODAY, own=own, folders=folders)
    now, place = (load(folders).entries[one] for one in ("dragoer", "dragoer-borgerservice"))
    assert isinstance(now, Municipality)
    assert isinstance(place, Place)
    assert place.address == other
    assert now.notes == (said, "Kirkevej 7")


def test_one_kind_alone_leaves_the_rest_in_doubt(write_kb: WriteKb) -> None:
    shared, own = write_kb({"kommuner/dragoer.yaml": KOMMUNE}, "shared"), write_kb({}, "own")
    folders = folders_of([shared, own])
    confirm("dragoer", ["telefon"], TODAY, own=own, folders=folders)
    now = load(folders).entries["dragoer"]
    assert isinstance(now, Municipality)
    assert [contact.phone for contact in now.contacts] == ["32 89 01 00"]
    assert {item.what for item in now.unconfirmed} == {"adresse", "tider"}


def test_every_kommune_has_a_file() -> None:
    assert {file.path.stem for file in kb_files([shipped("kb")]) if file.kind == "kommune"} == set(KOMMUNER)
