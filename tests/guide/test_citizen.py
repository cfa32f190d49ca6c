"""What the citizen takes home: what is on it, in which order, and what never is."""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.guide.citizen import handout
from blanket.guide.document import KINDS, Kind
from blanket.guide.staff import staff_guide
from blanket.guide.wording import in_words, said_day
from blanket.kb.format.model import Form, Journey, Municipality, Place, Task
from blanket.kb.format.roles import leaves_of
from blanket.search import lookup
from tests.conftest import FORM, JOURNEY, MUNICIPALITY, PLACE, TASK
from tests.guide.conftest import OpenKb, made, printed, text_of
from tests.kb.format.test_roles import MARKED

FULL_TASK = (
    TASK
    + """\
- sted: hotline
- navn: Hemmelig linje
  telefon: "20 57 07 20"
  kilde: https://www.borger.dk/
medbring: [Dit sundhedskort]
digital:
  adresse: https://www.borger.dk/laegevalg
  trin: [Log på med MitID., Vælg læge.]
papir:
  trin: [Ring til kommunen.]
  blanketter: [fd-001a, gammel]
frister:
- {tekst: Skiftet sker om 14 dage., kilde: "https://www.borger.dk/"}
gebyr:
- {tekst: Det koster 225 kr., år: 2026, kilde: "https://www.borger.dk/"}
fuldmagt: Din datter må gøre det med en fuldmagt.
godt_at_vide: [Børn har samme læge.]
personale:
  må: [PERSONALE må]
  må_ikke: [PERSONALE må ikke]
  noter: [PERSONALE note]
usikkert: [USIKKERT punkt]
kilder:
- {adresse: "https://www.borger.dk/laege", læst: 2026-11-03}
- {adresse: "https://kommune.liveserver.nu/side", læst: 2026-10}
"""
)
OLD_FORM = FORM.replace("fd-001a", "gammel").replace("gælder", "udgået").replace("Ansøgning", "Gammel ansøgning")
FILES = {"opgaver/skift-laege.yaml": FULL_TASK, "blanketter/gammel.yaml": OLD_FORM}


def text(db: sqlite3.Connection, *identifiers: str, **choices: object) -> str:
    return " ".join(made(printed(db, *identifiers, **choices), "txt").decode().split())


def municipality(db: sqlite3.Connection) -> Municipality:
    found = lookup.get(db, "odense")
    assert found is not None
    assert isinstance(found.content, Municipality)
    return found.content


def place(db: sqlite3.Connection, identifier: str) -> Place:
    found = lookup.get(db, identifier)
    assert found is not None
    assert isinstance(found.content, Place)
    return found.content


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
def test_the_parts_come_in_order(open_kb: OpenKb, kind: Kind) -> None:
    db = open_kb(FILES)
    doc = printed(
        db, "skift-laege", municipality=municipality(db), place=place(db, "mitid-support"), notes=["Vi ringer"]
    )
    page = made(doc, kind).decode().replace("\\", "")
    parts = ["Skift læge", "Du kan vælge en ny læge", "Det skal du bruge", "Dit sundhedskort", "på nettet", "Log på"]
    parts += ["uden nettet", "Ring til kommunen", "Ansøgning om fritagelse", "Frist", "14 dage", "Pris", "225 kr."]
    parts += [
        "Hvem må hjælpe",
        "Godt at vide",
        "Ring, hvis",
        "70 12 80 63",
        "adressen" if kind == "html" else "Adressen",
    ]
    parts += ["Her kan du møde os", "MitID Support", "Det har vi aftalt", "Vi ringer", "Kilder", "3. november 2026"]
    parts += ["Beløb gælder 2026", "Odense Kommune."]
    page = page[page.find("<main>") :] if kind == "html" else page
    position = 0
    for part in parts:
        found = page.find(part, position)
        assert found >= position, part
        position = found


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
def test_what_is_not_for_the_citizen_is_not_there(open_kb: OpenKb, kind: Kind) -> None:
    page = made(printed(open_kb(FILES), "skift-laege"), kind).decode().replace("\\", "")
    for hidden in ("PERSONALE", "USIKKERT", "20 57 07 20", "Hotline", "Hemmelig", "Gammel ansøgning", "liveserver"):
        assert hidden not in page


def test_five_lines_for_what_was_agreed(open_kb: OpenKb) -> None:
    page = made(printed(open_kb(), "skift-laege"), "txt").decode()
    assert len(re.findall(r"^_{30,}$", page, re.MULTILINE)) == 5
    noted = made(printed(open_kb(), "skift-laege", notes=["A", "B"]), "txt").decode()
    assert len(re.findall(r"^_{30,}$", noted, re.MULTILINE)) == 3


def test_the_way_can_be_chosen(open_kb: OpenKb) -> None:
    db = open_kb(FILES)
    assert [way.digital for way in printed(db, "skift-laege", way="digital").guides[0].ways] == [True]
    paper = printed(db, "skift-laege", way="papir").guides[0]
    assert [way.digital for way in paper.ways] == [False]
    assert paper.address == ""
    assert [way.digital for way in printed(db, "skift-laege", way="begge").guides[0].ways] == [True, False]


def test_a_task_with_one_way_is_printed_whatever_way_is_asked_for(open_kb: OpenKb) -> None:
    only = TASK + "papir:\n  trin: [Ring til kommunen.]\n"
    db = open_kb({"opgaver/skift-laege.yaml": only})
    guide = printed(db, "skift-laege", way="digital").guides[0]
    assert [(way.heading, way.steps) for way in guide.ways] == [("Sådan gør du", ("Ring til kommunen.",))]


def test_checked_is_printed_when_a_person_vouches_and_read_otherwise(open_kb: OpenKb) -> None:
    read = text(open_kb(FILES), "skift-laege")
    assert "Kilderne er læst den 3. november 2026." in read
    checked = FULL_TASK + "kontrolleret: {dato: 2026-12-01, af: Mette}\n"
    page = text(open_kb({**FILES, "opgaver/skift-laege.yaml": checked}), "skift-laege")
    assert "Kontrolleret den 1. december 2026 af Mette." in page
    assert "læst" not in page.split("Kilder:")[1]


def test_the_kommunes_number_goes_before_the_general_line(open_kb: OpenKb) -> None:
    line = PLACE.replace("mitid-support", "borger-dk-1881").replace("33 98 00 10", "1881")
    task = TASK[: TASK.index("kontakt")] + "kontakt:\n- sted: borger-dk-1881\n"
    db = open_kb({"steder/borger-dk-1881.yaml": line, "opgaver/skift-laege.yaml": task})
    numbers = [phone.number for phone in printed(db, "skift-laege", municipality=municipality(db)).guides[0].phones]
    assert numbers == ["66 13 13 72", "1881"]
    own = printed(db, "skift-laege").guides[0]
    assert [phone.number for phone in own.phones] == ["1881"]
    assert own.own_number  # room to write the kommune's


OWN_KOMMUNE = (
    TASK[: TASK.index("kontakt")]
    + """\
kontakt:
- kommune: ja
  note: Spørg efter Borgerservice.
- navn: Borgerservice
  telefon: "70 12 80 63"
  kilde: https://www.borger.dk/
"""
)


def test_the_own_kommune_is_the_chosen_one_with_its_number(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": OWN_KOMMUNE.replace("Kommunen", "Skat")})
    guide = printed(db, "skift-laege", municipality=municipality(db)).guides[0]
    assert [(phone.name, phone.number) for phone in guide.phones] == [
        ("Odense Kommune", "66 13 13 72"),
        ("Borgerservice", "70 12 80 63"),
    ]
    assert guide.phones[0].note == "Spørg efter Borgerservice."
    assert not guide.own_number


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
def test_without_a_chosen_kommune_there_is_a_line_for_its_number(open_kb: OpenKb, kind: Kind) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": OWN_KOMMUNE.replace("Kommunen", "Skat")})
    page = made(printed(db, "skift-laege"), kind).decode().replace("\\", "")
    assert page.index("70 12 80 63") < page.index("Kommunens nummer:") < page.index("Spørg efter Borgerservice.")
    assert "66 13 13 72" not in page


def test_the_line_for_the_kommunes_number_is_in_the_pdf_too(open_kb: OpenKb, tmp_path: Path) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": OWN_KOMMUNE.replace("Kommunen", "Skat")})
    page = text_of(made(printed(db, "skift-laege")), tmp_path)
    assert "Kommunens nummer: Spørg efter Borgerservice." in page


def test_staff_see_the_own_kommunes_number_or_that_it_is_to_be_found(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": OWN_KOMMUNE})
    found, now = lookup.get(db, "skift-laege"), datetime(2026, 11, 22, 12)
    assert found is not None
    chosen = staff_guide(db, found, municipality(db), now)
    assert [view.phone for view in chosen.contacts] == ["66 13 13 72", "70 12 80 63"]
    assert chosen.local_contacts == []  # it is there already
    nobody = staff_guide(db, found, None, now).contacts[0]
    assert (nobody.name, nobody.phone, nobody.note) == ("Kommunens nummer", None, "Spørg efter Borgerservice.")


def test_a_staff_place_of_the_kommune_gives_no_number(open_kb: OpenKb) -> None:
    local = MUNICIPALITY.replace("66 13 13 72", "20 57 07 20")
    db = open_kb({"kommuner/odense.yaml": local})
    numbers = [phone.number for phone in printed(db, "skift-laege", municipality=municipality(db)).guides[0].phones]
    assert numbers == ["70 12 80 63"]


def test_addresses_on_staging_hosts_are_left_out(open_kb: OpenKb) -> None:
    task = FULL_TASK.replace("https://www.borger.dk/laegevalg", "https://borger.testserver.nu/laegevalg")
    form = FORM + "adresse: https://kl.azurewebsites.net/fd\n"
    db = open_kb({**FILES, "opgaver/skift-laege.yaml": task, "blanketter/fd-001a.yaml": form})
    page = text(db, "skift-laege")
    assert "testserver" not in page
    assert "azurewebsites" not in page
    assert printed(db, "skift-laege").guides[0].address == ""
    assert printed(db, "fd-001a").guides[0].address == ""


def test_a_form_is_a_slip(open_kb: OpenKb) -> None:
    form = FORM + "nummer: FD 001A\nadresse: https://www.kl.dk/fd\nafleveres: I Borgerservice.\nkræver: [Pas, Foto]\n"
    doc = printed(open_kb({"blanketter/fd-001a.yaml": form}), "fd-001a")
    guide = doc.guides[0]
    slip = guide.slips[0]
    assert (slip.number, slip.get, slip.hand_in) == ("FD 001A", "kl.dk/fd", "I Borgerservice.")
    assert guide.bring == ["Pas", "Foto"]
    assert guide.address == "https://www.kl.dk/fd"
    assert "FD 001A: Ansøgning om fritagelse" in made(doc, "txt").decode()


def test_a_withdrawn_form_is_refused_with_what_to_do(open_kb: OpenKb) -> None:
    db = open_kb({"blanketter/gammel.yaml": OLD_FORM + "i_stedet: Brug FD 001A.\n"})
    with pytest.raises(BlanketError) as error:
        printed(db, "gammel")
    assert "udgået" in error.value.what
    assert error.value.cure == "Brug FD 001A."


@pytest.mark.parametrize("identifier", ["hotline", "odense", "ord-partshoering"])
def test_what_is_no_handout_is_refused(open_kb: OpenKb, identifier: str) -> None:
    with pytest.raises(BlanketError) as error:
        printed(open_kb(), identifier)
    assert error.value.cure


def test_a_staff_place_is_no_meeting_place(open_kb: OpenKb) -> None:
    db = open_kb()
    with pytest.raises(BlanketError, match="kun for personale"):
        printed(db, "skift-laege", place=place(db, "hotline"))


STEPS = """\
trin:
- {tekst: Ring til lægen., frist: Samme dag, opgave: skift-laege}
- {tekst: PERSONALE giver besked., for: personale, opgave: flyt}
- {tekst: Sig boligen op.}
"""


def test_a_journey_is_a_checklist_and_its_tasks_follow_when_asked(open_kb: OpenKb) -> None:
    journey = JOURNEY.replace("trin:\n- tekst: Ring til lægen.\n", STEPS)
    other = TASK.replace("skift-laege", "flyt").replace("Skift læge", "Flyt")
    db = open_kb({"forloeb/doedsfald.yaml": journey, "opgaver/flyt.yaml": other})
    guide = printed(db, "doedsfald").guides[0]
    assert [(line.text, line.deadline) for line in guide.checklist] == [
        ("Ring til lægen.", "Samme dag"),
        ("Sig boligen op.", ""),
    ]
    assert guide.event == "dødsdagen"
    full = printed(db, "doedsfald", full=True)
    assert [guide.id for guide in full.guides] == ["doedsfald", "skift-laege"]  # not what staff do
    assert full.title == "En i familien er død"


def test_several_entries_are_one_document_and_none_comes_twice(open_kb: OpenKb) -> None:
    doc = printed(open_kb(), "skift-laege", "fd-001a", "skift-laege")
    assert [guide.id for guide in doc.guides] == ["skift-laege", "fd-001a"]
    page = made(doc, "txt").decode()
    contents = page[: page.index("----")]
    assert "- Skift læge" in contents
    assert "- Ansøgning om fritagelse" in contents


def test_a_place_says_where_when_and_what(open_kb: OpenKb) -> None:
    own = PLACE.replace("slags: telefon", "slags: sted") + (
        "adresse: Gaden 1, 5000 Odense C\nhjælper_med: [ny kode]\naftale: Du skal bestille tid.\nring_først: true\n"
        'tider:\n- {dage: [ons], fra: "10:00", til: "12:00"}\n'
    )
    guide = printed(open_kb({"steder/mitid-support.yaml": own}), "mitid-support").guides[0]
    wanted = ["Gaden 1, 5000 Odense C", "onsdag kl. 10-12", "Du skal bestille tid.", "Ring, før du går hjemmefra."]
    assert guide.where == wanted
    assert guide.offers == ["ny kode"]
    assert guide.checklist == []
    assert [(phone.number, phone.hours) for phone in guide.phones] == [("33 98 00 10", ())]


def test_hours_of_a_phone_line_stand_at_the_number(open_kb: OpenKb) -> None:
    own = PLACE + 'tider:\n- {dage: [ons], fra: "10:00", til: "12:00"}\n'
    guide = printed(open_kb({"steder/mitid-support.yaml": own}), "mitid-support").guides[0]
    assert guide.where == []
    assert guide.phones[0].hours == ("onsdag kl. 10-12",)


@pytest.mark.parametrize(
    ("day", "words"), [("2026-11-03", "3. november 2026"), ("2026-11", "november 2026"), ("2026", "2026")]
)
def test_a_date_in_words(day: str, words: str) -> None:
    assert said_day(day) == words


def test_an_address_as_it_is_typed() -> None:
    assert in_words("https://www.borger.dk/laege/") == "borger.dk/laege"


def test_no_shipped_handout_shows_what_is_hidden(base: sqlite3.Connection) -> None:
    """Every entry of the shipped base: staff texts, staff numbers, uncertain points, withdrawn forms, staging hosts."""
    staff_places = [place(base, i) for i in lookup.ids_of_kind(base, "sted") if place(base, i).audience == "personale"]
    numbers = [item.phone for item in staff_places if item.phone]
    forms = {i: found.content for i in lookup.ids_of_kind(base, "blanket") if (found := lookup.get(base, i))}
    withdrawn = {i for i, form in forms.items() if isinstance(form, Form) and form.status == "udgået"}
    odense = municipality(base)
    staging = re.compile(r"liveserver|testserver|gopublic|azurewebsites|://(pp|production|admin)\.|beta-|skat\.dk/test")
    assert numbers
    for kind in ("opgave", "forløb", "blanket", "sted"):
        for identifier in lookup.ids_of_kind(base, kind):
            found = lookup.get(base, identifier)
            assert found is not None
            entry = found.content
            if identifier in withdrawn or (isinstance(entry, Place) and entry.audience == "personale"):
                with pytest.raises(BlanketError):
                    handout(base, [found])
                continue
            doc = handout(base, [found], municipality=odense)
            for form in KINDS[1:]:  # the PDF has the same view model; its text is read in test_shipped
                page = made(doc, form).decode().replace("\\", "")
                assert not staging.search(page), identifier
                assert not [number for number in numbers if number in page], identifier
                if isinstance(entry, Task | Journey):
                    hidden = {*entry.staff.may, *entry.staff.may_not, *entry.staff.notes, *entry.uncertain}
                    assert not [line for line in hidden if line in page], identifier
            if isinstance(entry, Task) and entry.paper:
                shown = {slip.title for slip in doc.guides[0].slips}
                gone = {forms[i].title for i in entry.paper.forms if i in withdrawn}  # type: ignore[union-attr]
                assert not shown & gone - {forms[i].title for i in entry.paper.forms if i not in withdrawn}  # type: ignore[union-attr]


def test_running_text_is_on_the_handout_and_what_is_for_staff_is_not(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": MARKED})
    found = lookup.get(db, "skift-laege")
    assert found is not None
    page = made(printed(db, "skift-laege"), "txt").decode()
    for leaf in leaves_of(found.content):
        if leaf.role.grade == "prose":
            assert (leaf.text in page) == (leaf.role.reader == "citizen"), leaf
