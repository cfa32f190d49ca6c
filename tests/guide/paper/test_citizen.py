"""What the citizen takes home: what is on it, in which order, and what never is."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

import pytest

from blanket.errors import BlanketError
from blanket.guide import labels
from blanket.guide.days.reckoning import Calendar
from blanket.guide.paper.citizen import Choices, card
from blanket.guide.paper.document import KINDS, Kind
from blanket.guide.paper.parts import Slip
from blanket.guide.wording import foot, in_words, said_day, said_fees, web_of
from blanket.kb.format.model import Form, Journey, Municipality, Place, Task
from blanket.kb.format.parts import Fee, Source
from blanket.kb.format.roles import leaves_of
from blanket.search import lookup
from tests.conftest import FORM, JOURNEY, MUNICIPALITY, PLACE, SMALL_BASE, TASK, vouched
from tests.guide.conftest import TODAY, OpenKb, made, printed
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
KOMMUNE = MUNICIPALITY + 'kilder: [{adresse: "https://www.odense.dk/", læst: 2026-11}]\n'
FILES = {
    "opgaver/skift-laege.yaml": FULL_TASK,
    "blanketter/gammel.yaml": OLD_FORM,
    "kommuner/odense.yaml": KOMMUNE,
}


def text(db: sqlite3.Connection, *identifiers: str, **choices: Any) -> str:
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
    meeting = place(db, "mitid-support")
    doc = printed(db, "skift-laege", municipality=municipality(db), place=meeting, notes=["Vi mødes"], helper="Mette")
    page = made(doc, kind).decode().replace("\\", "")
    parts = ["Odense Kommune", "27. november 2026", "Mette", "Skift læge", "Du kan vælge en ny læge"]
    parts += [
        "66 13 13 72",
        "Når du ringer, kan du sige",
        "70 12 80 63",
        "Hvornår",
        "14 dage",
        "Hav klar",
        "Dit sundhedskort",
    ]
    parts += ["Sådan gør du uden nettet", "til kommunen", "Vil du gøre det på nettet?", "borger.dk/laegevalg"]
    parts += ["Ansøgning om fritagelse", "Pris", "225 kr.", "Hvem må hjælpe", "Godt at vide", "Her kan du møde os"]
    parts += [
        "MitID Support",
        "Det har vi aftalt",
        "Vi mødes",
        "Pas på svindel",
        "Oplysningerne er fra borger.dk",
        "Tjekket af",
    ]
    page = page[page.find("<body>") :] if kind == "html" else page
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


def test_a_note_stands_over_the_lines_for_what_was_agreed(open_kb: OpenKb) -> None:
    page = made(printed(open_kb(), "skift-laege", notes=["Første\nanden linje"]), "txt").decode()
    assert "aftalt:\nFørste\nanden linje\n[ ] Vi har sendt ___" in page


def test_a_note_without_a_word_is_no_note(open_kb: OpenKb) -> None:
    db = open_kb()
    empty = made(printed(db, "skift-laege", notes=["", " \n"]), "txt")
    assert empty == made(printed(db, "skift-laege"), "txt")
    assert printed(db, "skift-laege", notes=["", "Vi mødes"]).notes == ["Vi mødes"]


def test_a_number_given_at_a_staff_place_is_as_hidden_as_the_places_own(open_kb: OpenKb) -> None:
    task = FULL_TASK.replace("- sted: hotline\n", '- sted: hotline\n  telefon: "20 57 07 99"\n')
    assert task != FULL_TASK
    page = text(open_kb({**FILES, "opgaver/skift-laege.yaml": task}), "skift-laege")
    assert "20 57 07 99" not in page
    assert "Hotline" not in page


def test_a_paper_is_as_old_as_its_newest_page(open_kb: OpenKb) -> None:
    assert printed(open_kb(FILES), "skift-laege").guides[0].dated == "2026-11-03"


def test_a_paper_shows_one_way(open_kb: OpenKb) -> None:
    db = open_kb(FILES)
    paper = printed(db, "skift-laege").guides[0]
    assert [way.digital for way in paper.ways] == [False]
    assert paper.web is not None
    assert (paper.web_heading, paper.web.words) == ("Vil du gøre det på nettet?", "borger.dk/laegevalg")
    digital = printed(db, "skift-laege", way="digital").guides[0]
    assert [way.digital for way in digital.ways] == [True]
    assert digital.slips == []
    both = printed(db, "skift-laege", way="begge").guides[0]
    assert [way.digital for way in both.ways] == [False, True]


@pytest.mark.parametrize(
    ("asked", "way", "step"),
    [("digital", "papir", "Ring til kommunen."), ("papir", "digital", "Log på med MitID.")],
)
def test_a_task_with_one_way_is_printed_whatever_way_is_asked_for(
    open_kb: OpenKb, asked: str, way: str, step: str
) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": TASK + f"{way}:\n  trin: [{step}]\n"})
    guide = printed(db, "skift-laege", way=asked).guides[0]
    assert [(way.heading, [step.text for step in way.steps]) for way in guide.ways] == [("Sådan gør du", [step])]


def test_where_self_service_is_a_duty_the_paper_says_whom_its_way_is_for(open_kb: OpenKb) -> None:
    duty = FULL_TASK.replace("digital:\n", "digital:\n  pligt: ja\n")
    assert "ikke kan bruge nettet" in text(open_kb({**FILES, "opgaver/skift-laege.yaml": duty}), "skift-laege")
    assert "Vejen uden nettet er for dig" not in text(open_kb(FILES), "skift-laege")


def test_what_is_only_for_the_net_is_not_brought_on_the_way_without_it(open_kb: OpenKb) -> None:
    task = FULL_TASK.replace("[Dit sundhedskort]", '[Dit sundhedskort, "MitID, hvis du gør det på nettet"]')
    db = open_kb({**FILES, "opgaver/skift-laege.yaml": task})
    assert printed(db, "skift-laege").guides[0].bring == ["Dit sundhedskort"]
    assert len(printed(db, "skift-laege", way="digital").guides[0].bring) == 2


def test_an_amount_of_a_year_that_is_over_is_a_question(open_kb: OpenKb) -> None:
    old = FULL_TASK.replace("år: 2026", "år: 2024")
    page = text(open_kb({**FILES, "opgaver/skift-laege.yaml": old}), "skift-laege")
    assert "Spørg, hvad beløbet er nu. I 2024: Det koster 225 kr." in page
    dated = old.replace("Det koster 225 kr.", "I 2024 var det 225 kr.")
    page = text(open_kb({**FILES, "opgaver/skift-laege.yaml": dated}), "skift-laege")
    assert "Spørg, hvad beløbet er nu. I 2024 var det 225 kr." in page  # the year is said once
    assert "Det koster 225 kr. (2026)" in text(open_kb(FILES), "skift-laege")


def test_what_is_uncertain_is_never_a_value(open_kb: OpenKb) -> None:
    unsure = FULL_TASK.replace("år: 2026", "år: 2026, usikker: ja").replace("14 dage.,", "14 dage., usikker: ja,")
    page = text(open_kb({**FILES, "opgaver/skift-laege.yaml": unsure}), "skift-laege")
    assert "225 kr." not in page
    assert "14 dage" not in page
    assert "Spørg, hvad det koster." in page
    assert "Spørg om fristen." in page


def test_who_vouches_is_printed_and_else_there_is_a_line_for_it(open_kb: OpenKb) -> None:
    assert "Tjekket af ____" in text(open_kb(FILES), "skift-laege")
    vouch = vouched({**SMALL_BASE, **FILES}, "skift-laege", day="2026-12-01")
    page = text(open_kb({**FILES, **vouch}), "skift-laege")
    assert "Tjekket af Borgerservice den 1. december 2026." in page
    assert "Mette" not in page


def test_a_vouch_in_an_entrys_own_file_is_bound_to_nothing_and_not_printed(open_kb: OpenKb) -> None:
    old = FULL_TASK + "kontrolleret: {dato: 2026-12-01, af: Mette}\n"
    assert "Mette" not in text(open_kb({**FILES, "opgaver/skift-laege.yaml": old}), "skift-laege")


@pytest.mark.parametrize(
    ("file", "old", "new", "holds"),
    [
        ("opgaver/skift-laege.yaml", "225 kr.", "1.225 kr.", False),
        ("steder/mitid-support.yaml", "33 98 00 10", "33 98 00 11", False),
        ("opgaver/skift-laege.yaml", "emne:", "søgeord: [ny læge]\nemne:", True),
    ],
)
def test_an_edit_ends_the_vouch_also_one_of_a_place_that_is_printed(
    file: str, old: str, new: str, holds: bool, open_kb: OpenKb
) -> None:
    task = FULL_TASK.replace("kontakt:\n", "kontakt:\n- sted: mitid-support\n", 1)
    files = {**FILES, "opgaver/skift-laege.yaml": task, "steder/mitid-support.yaml": PLACE}
    marked = {**files, **vouched({**SMALL_BASE, **files}, "skift-laege")}
    assert old in files[file]
    edited = {**marked, file: files[file].replace(old, new, 1)}
    assert ("Tjekket af Borgerservice" in text(open_kb(edited), "skift-laege")) is holds


def test_addresses_on_staging_hosts_are_left_out(open_kb: OpenKb) -> None:
    task = FULL_TASK.replace("https://www.borger.dk/laegevalg", "https://borger.testserver.nu/laegevalg")
    form = FORM + "adresse: https://kl.azurewebsites.net/fd\n"
    db = open_kb({**FILES, "opgaver/skift-laege.yaml": task, "blanketter/fd-001a.yaml": form})
    page = text(db, "skift-laege")
    assert "testserver" not in page
    assert "azurewebsites" not in page
    assert printed(db, "skift-laege").guides[0].web is None
    assert printed(db, "fd-001a").guides[0].web is None


@pytest.mark.parametrize(("town", "shown"), [("Odense", True), ("Vordingborg", False)])
def test_another_towns_form_is_not_sent_there(open_kb: OpenKb, town: str, shown: bool) -> None:
    form = FORM.replace("udgiver: Kommunen", f"udgiver: Kommunen (her {town})") + f"afleveres: Rådhuset i {town}.\n"
    db = open_kb({**FILES, "blanketter/fd-001a.yaml": form})
    found = lookup.get(db, "odense")
    assert found is not None
    slip = printed(db, "skift-laege", municipality=found.content).guides[0].slips[0]
    assert (slip.hand_in == f"Rådhuset i {town}.") is shown
    assert (slip.hand_in == labels.ASK_KOMMUNE) is not shown


def test_a_form_is_a_slip(open_kb: OpenKb) -> None:
    form = FORM + "nummer: FD 001A\nadresse: https://www.kl.dk/fd\nafleveres: I Borgerservice.\nkræver: [Pas, Foto]\n"
    form = form.replace("status: gælder", "status: ukendt\nversion: 01/2020")
    db = open_kb({**FILES, "blanketter/fd-001a.yaml": form})
    guide = printed(db, "fd-001a").guides[0]
    assert (guide.slips[0].name, guide.slips[0].hand_in) == ("FD 001A, udgave 01/2020", "I Borgerservice.")
    assert guide.bring == ["Pas", "Foto"]
    assert guide.web is not None
    assert guide.web.address == "https://www.kl.dk/fd"
    slip = printed(db, "skift-laege").guides[0].slips[0]
    assert slip.name == "FD 001A: Ansøgning om fritagelse, udgave 01/2020"
    assert (slip.get, slip.summary) == ("kl.dk/fd", "Her beder du om at få post på papir.")
    assert slip.doubt == "Spørg, om den stadig bruges."


def test_a_form_that_somebody_else_fills_in_is_not_among_the_citizens_papers(open_kb: OpenKb) -> None:
    db = open_kb({**FILES, "blanketter/fd-001a.yaml": FORM + "til_borger: false\n"})
    assert printed(db, "skift-laege").guides[0].slips == []
    assert printed(open_kb(FILES), "skift-laege").guides[0].slips


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
    lines = [(line.step.text, line.due.text if line.due else "") for group in guide.groups for line in group.lines]
    assert lines == [("Ring til lægen.", "Samme dag"), ("Sig boligen op.", "")]
    full = printed(db, "doedsfald", full=True)
    assert [guide.id for guide in full.guides] == ["doedsfald", "skift-laege"]  # not what staff do
    assert full.title == "En i familien er død"
    assert not full.agenda


def test_a_journey_for_staff_has_their_steps_and_none_of_the_citizens(open_kb: OpenKb) -> None:
    journey = JOURNEY.replace(
        "trin:\n- tekst: Ring til lægen.\n", STEPS.replace("Sig boligen op.", "Sig op., for: borger")
    )
    doc = printed(open_kb({"forloeb/doedsfald.yaml": journey}), "doedsfald", reader="personale")
    page = " ".join(made(doc, "txt").decode().split())
    assert "TIL PERSONALET" in page
    assert "PERSONALE giver besked." in page
    assert "Sig op." not in page
    assert "Det har vi aftalt" not in page


TIMES = """\
trin:
- {tekst: Ring til lægen.}
- {tekst: Find tre tilbud., hvornår: før}
- {tekst: Meld det., frist: Senest 5 dage efter., senest: {antal: 5, enhed: dage}}
- {tekst: Sæt dit navn på døren.}
- {tekst: Søg om penge., frist: Senest 30 dage efter., senest: {antal: 30, enhed: dage}}
- {tekst: Søg hjælp., frist: Senest 6 måneder efter., senest: {antal: 6, enhed: måneder}}
- {tekst: Pak., hvornår: før}
- {tekst: Giv besked.}
"""


def test_a_journey_goes_by_time(open_kb: OpenKb) -> None:
    journey = JOURNEY.replace("trin:\n- tekst: Ring til lægen.\n", TIMES)
    groups = printed(open_kb({"forloeb/doedsfald.yaml": journey}), "doedsfald").guides[0].groups
    assert [(group.heading, [line.step.text for line in group.lines]) for group in groups] == [
        ("Først", ["Ring til lægen."]),
        ("Før dødsdagen", ["Find tre tilbud.", "Pak."]),
        ("I den første uge", ["Meld det."]),
        ("Derefter", ["Sæt dit navn på døren.", "Giv besked."]),
        ("I den første måned", ["Søg om penge."]),
        ("Senere", ["Søg hjælp."]),
    ]


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ("", False),
        ("  frist: I dag\n", False),
        ("  frist: Senest 5 dage efter\n  senest: {antal: 5, enhed: dage}\n", True),
    ],
)
def test_a_journey_says_what_its_days_run_from_only_where_one_does(open_kb: OpenKb, counted: str, said: bool) -> None:
    step = "- tekst: Ring til lægen.\n" + counted + ("  kilde: Loven\n" if counted else "")
    journey = JOURNEY.replace("- tekst: Ring til lægen.\n", step)
    guide = printed(open_kb({"forloeb/doedsfald.yaml": journey}), "doedsfald").guides[0]
    assert bool(guide.event) is said


def test_several_entries_begin_with_a_list_and_none_comes_twice(open_kb: OpenKb) -> None:
    doc = printed(open_kb(), "skift-laege", "fd-001a", "skift-laege")
    assert [guide.id for guide in doc.guides] == ["skift-laege", "fd-001a"]
    page = made(doc, "txt").decode()
    first = page[: page.index("----")]
    assert "Det, vi talte om i dag" in first
    assert "[ ] Skift læge, Borgerservice: 70 12 80 63" in first
    assert "[ ] Ansøgning om fritagelse" in first
    assert "Det har vi aftalt" in first
    assert page.count("Det har vi aftalt") == 1


def test_an_entry_that_is_asked_for_twice_is_one_paper_of_its_own(open_kb: OpenKb) -> None:
    db = open_kb()
    twice, once = printed(db, "skift-laege", "skift-laege"), printed(db, "skift-laege")
    assert twice.title == once.title == "Skift læge"  # what a PDF and a page on the screen are called
    assert made(twice, "txt") == made(once, "txt")


def test_a_card_has_numbers_and_nothing_that_says_what_they_are_about(open_kb: OpenKb) -> None:
    db = open_kb(FILES)
    found = lookup.get(db, "skift-laege")
    assert found is not None
    doc = card(db, [found], Choices(calendar=Calendar(TODAY), municipality=municipality(db), helper="Mette"))
    for kind in KINDS[1:]:
        page = made(doc, kind).decode()
        assert "66 13 13 72" in page
        assert not [word for word in ("læge", "Odense", "Mette", "MitID") if word in page], kind


def test_the_kommunes_own_lines_stand_on_its_papers(open_kb: OpenKb) -> None:
    own = MUNICIPALITY + "rolig_tid: Ring, og spørg efter kl. 8.30.\nlær_det_selv: Kursus hver onsdag.\ntolk: ja\n"
    db = open_kb({"kommuner/odense.yaml": own})
    page = text(db, "skift-laege", municipality=municipality(db))
    for part in (
        "Vil du hellere have en rolig tid? Ring, og",
        "Lær det selv: Kursus",
        "Jeg har brug for tolk. Mit sprog er ___",
    ):
        assert part in page
    assert "tolk" not in text(db, "skift-laege")


def test_a_volunteer_hands_it_out_for_no_kommune(open_kb: OpenKb) -> None:
    db = open_kb(FILES)
    doc = printed(db, "skift-laege", municipality=municipality(db), volunteer=True)
    assert "Udskrevet for" not in " ".join(doc.guides[0].foot)
    for kind in KINDS[1:]:
        head = made(doc, kind).decode().replace("\\", "").split(doc.printed)[0]
        assert "Odense Kommune" not in head


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (["https://www.borger.dk/a"], "Oplysningerne er fra borger.dk, 2024."),
        (["https://seniornews.dk/", "https://www.borger.dk/a"], "fra borger.dk og andre sider, den ældste fra 2024."),
        (["https://seniornews.dk/"], "Oplysningerne er fra sider, som alle kan læse, den ældste fra 2024."),
    ],
)
def test_the_foot_names_a_page_that_a_citizen_knows_or_none(addresses: list[str], said: str) -> None:
    lines = foot([Source(address=address, page_date="2024-05", read="2026-11") for address in addresses], None)
    assert lines[0].endswith(said)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([None], "fra borger.dk. Der står ingen dato på den. Den er læst i november 2026."),
        ([None, None], "og andre sider. Der står ingen dato på dem. De er læst i november 2026."),
        (["2019", None], "og andre sider, den ældste dato er 2019. Sider uden dato er læst i november 2026."),
    ],
)
def test_a_page_without_a_date_is_only_as_old_as_nobody_knows(dates: list[str | None], said: str) -> None:
    pages = [Source(address="https://www.borger.dk/a", page_date=day, read="2026-11-20") for day in dates]
    assert foot(pages, None)[0].endswith(said)


def test_the_page_that_a_number_rests_on_counts_for_how_old_a_paper_is(open_kb: OpenKb) -> None:
    place = PLACE + "kilder:\n- {adresse: \"https://www.mitid.dk/\", læst: 2026-11, sidens_dato: '2012'}\n"
    task = FULL_TASK.replace("kontakt:", "kontakt:\n- sted: mitid-support")
    page = printed(
        open_kb({**FILES, "opgaver/skift-laege.yaml": task, "steder/mitid-support.yaml": place}), "skift-laege"
    )
    assert "2012" in page.guides[0].foot[0]


@pytest.mark.parametrize(
    ("step", "heading"), [("Ring. Send skemaet med posten.", "Hav klar"), ("Mød op i Borgerservice.", "Tag med")]
)
def test_what_is_done_from_home_is_had_ready_and_not_taken_along(open_kb: OpenKb, step: str, heading: str) -> None:
    task = TASK + f"papir: {{trin: [{step}]}}\nmedbring: [Dit sundhedskort]\n"
    doc = printed(open_kb({"opgaver/skift-laege.yaml": task}), "skift-laege")
    assert doc.guides[0].bring_heading == heading
    for kind in KINDS[1:]:
        assert heading in made(doc, kind).decode()


def test_what_the_task_says_to_bring_is_not_said_again_by_its_form(open_kb: OpenKb) -> None:
    form = FORM + "kræver: [Din underskrift, Lejekontrakten]\n"
    task = TASK + "papir: {trin: [Ring.], blanketter: [fd-001a]}\nmedbring: [Din lejekontrakt (kopi)]\n"
    files = {"opgaver/skift-laege.yaml": task, "blanketter/fd-001a.yaml": form}
    assert printed(open_kb(files), "skift-laege").guides[0].slips[0].bring == "Din underskrift."
    own = printed(open_kb(files), "fd-001a").guides[0]
    assert (own.bring_heading, own.bring) == ("Det skal med", ["Din underskrift", "Lejekontrakten"])
    assert own.slips[0].name == "", "the paper's title says it"
    for kind in KINDS[1:]:
        page = made(printed(open_kb(files), "fd-001a"), kind).decode()
        assert "****" not in page
        assert '<p class="slip"><strong></strong>' not in page


def test_where_to_get_and_hand_in_a_form_is_one_line_where_it_is_short() -> None:
    slip = Slip("", "Ansøgning", "", "borger.dk", "Udbetaling Danmark", "")
    assert slip.where == ["Fås her: borger.dk. Afleveres: Udbetaling Danmark"]
    far = Slip("", "Ansøgning", "", "borger.dk", "Udbetaling Danmark, Kongens Vænge 8, 3400 Hillerød", "")
    assert far.where == ["Fås her: borger.dk", "Afleveres: Udbetaling Danmark, Kongens Vænge 8, 3400 Hillerød"]


def test_a_day_that_runs_from_a_letter_is_written_down_when_it_has_come(open_kb: OpenKb) -> None:
    rows = (
        '- {tekst: Vælg konto nu., kilde: "https://www.borger.dk/"}\n'
        '- {tekst: Brug koden senest 60 dage efter datoen på brevet., kilde: "https://www.borger.dk/", '
        "senest: {antal: 60, enhed: dage, fra: datoen på brevet}}\n"
    )
    task = TASK + f"papir: {{trin: [Ring.]}}\nfrister:\n{rows}"
    due = printed(open_kb({"opgaver/skift-laege.yaml": task}), "skift-laege").guides[0].due
    assert [one.blank for one in due] == ["", "Når brevet er kommet, så skriv den sidste dag her:"]


def test_the_time_for_an_appeal_stands_after_the_steps(open_kb: OpenKb) -> None:
    late = '- {tekst: Klag senest 4 uger efter brevet., kilde: "https://www.borger.dk/"}\n'
    page = text(
        open_kb({**FILES, "opgaver/skift-laege.yaml": FULL_TASK.replace("gebyr:", late + "gebyr:")}), "skift-laege"
    )
    parts = ["Hvornår: - Skiftet sker om 14 dage.", "Ring til kommunen.", "Hvis du får nej: - Klag senest"]
    assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Søg, før du køber.", "Frist"),
        ("Giv besked med det samme.", "Frist"),
        ("Kortet gælder op til 5 år.", "Hvornår"),
        ("Det nye kort kommer efter ca. 1-2 uger.", "Hvornår"),
    ],
)
def test_only_a_day_to_keep_is_called_a_deadline(open_kb: OpenKb, text: str, heading: str) -> None:
    head = TASK[: TASK.index("kontakt")]
    file = f'{head}papir: {{trin: [Ring.]}}\nfrister: [{{tekst: "{text}", kilde: Loven}}]\nkontakt: [{{kommune: ja}}]\n'
    db = open_kb({"opgaver/skift-laege.yaml": file})
    page = made(printed(db, "skift-laege"), "txt").decode()
    assert f"{heading}:\n- {text}" in page


def test_a_place_says_where_when_and_what(open_kb: OpenKb) -> None:
    own = PLACE.replace("slags: telefon", "slags: sted") + (
        "adresse: Gaden 1, 5000 Odense C\nhjælper_med: [ny kode]\naftale: Du skal bestille tid.\nring_først: true\n"
        'tider:\n- {dage: [ons], fra: "10:00", til: "12:00"}\n'
    )
    guide = printed(open_kb({"steder/mitid-support.yaml": own}), "mitid-support").guides[0]
    wanted = ["Gaden 1, 5000 Odense C", "onsdag kl. 10-12", "Du skal bestille tid.", "Ring, før du går hjemmefra."]
    assert guide.where == wanted
    assert guide.offers == ["ny kode"]
    assert guide.box is not None
    assert (guide.box.phone.number, guide.box.phone.hours) == ("33 98 00 10", ())


def test_hours_of_a_phone_line_stand_at_the_number(open_kb: OpenKb) -> None:
    own = PLACE + 'tider:\n- {dage: [ons], fra: "10:00", til: "12:00"}\n'
    guide = printed(open_kb({"steder/mitid-support.yaml": own}), "mitid-support").guides[0]
    assert guide.where == []
    assert guide.box is not None
    assert guide.box.phone.hours == ("onsdag kl. 10-12",)


@pytest.mark.parametrize(
    ("address", "words", "how"),
    [
        ("https://www.borger.dk/laege/", "borger.dk/laege", "skriv borger.dk/laege"),
        (f"https://www.borger.dk/{'x' * 40}", "borger.dk", "skriv borger.dk, og find “Skift læge”"),
    ],
)
def test_an_address_is_typed_whole_or_found_from_the_front_page(address: str, words: str, how: str) -> None:
    web = web_of(address, ["Gå ind på siden, og find “Skift læge”."], "Ny læge")
    assert web is not None
    assert (web.address, web.words, web.how) == (address, words, how)
    assert len(web.words) <= 40


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Efterlevelsespension (tre måneders pension)", "efterlevelsespension"),
        ("Få et hjælpemiddel (rollator m.m.)", "hjælpemiddel"),
        ("Tilskud til elscooter, cykel og lignende", "tilskud til elscooter"),
        ("Søg sygedagpenge", "sygedagpenge"),
        ("ATP Livslang Pension", "ATP Livslang Pension"),
        ("Slip for at søge på nettet (undtaget)", ""),
        ("Må jeg bruge min mors MitID?", ""),
        ("Skriv, om du vil være organdonor", ""),
    ],
)
def test_a_title_says_what_to_look_for_unless_it_is_a_sentence(title: str, about: str) -> None:
    web = web_of(f"https://www.borger.dk/{'x' * 40}", ["Gå ind på siden."], title)
    assert web is not None
    assert web.how == (f"skriv borger.dk, og find “{about}”" if about else "skriv borger.dk")


@pytest.mark.parametrize(
    ("day", "words"), [("2026-11-03", "3. november 2026"), ("2026-11", "november 2026"), ("2026", "2026")]
)
def test_a_date_in_words(day: str, words: str) -> None:
    assert said_day(day) == words


def test_an_address_as_it_is_typed() -> None:
    assert in_words("https://www.borger.dk/laege/") == "borger.dk/laege"


@pytest.mark.slow
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
                    printed(base, identifier)
                continue
            doc = printed(base, identifier, municipality=odense)
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
    page = made(printed(db, "skift-laege", way="begge"), "txt").decode()
    for leaf in leaves_of(found.content):
        if leaf.role.grade == "prose":
            assert (leaf.text in page) == (leaf.role.reader == "citizen"), leaf


def test_nobody_in_need_is_told_to_wait_and_a_line_with_other_hours_is_not_given_weekdays(open_kb: OpenKb) -> None:
    def closed(text: str) -> str:
        guide = printed(open_kb({"opgaver/skift-laege.yaml": text}), "skift-laege").guides[0]
        assert guide.box
        return guide.box.closed

    assert closed(TASK) == labels.CLOSED_HOURS_UNKNOWN
    assert closed(TASK.replace("  kilde:", "  tid: Mandag kl. 9-12.\n  kilde:", 1)) == labels.CLOSED_OTHERS
    assert closed(TASK.replace("emne: sundhed", "emne: sikkerhed")) == ""
    assert closed(TASK + "akut: [vold]\n") == ""
    assert closed(TASK.replace("  kilde:", "  tid: Døgnet rundt.\n  kilde:", 1)) == ""


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Ring hertil, når de har lukket.", "Er der lukket? Ring til Nets på 44 89 29 29."),
        ("Hvis du er bange. Åbent døgnet rundt.", labels.CLOSED_HOURS_UNKNOWN),
    ],
)
def test_when_nobody_answers_only_a_number_that_is_for_then_takes_its_place(
    open_kb: OpenKb, note: str, said: str
) -> None:
    other = f'- navn: Nets\n  telefon: "44 89 29 29"\n  note: {note}\n  kilde: Nets\n'
    guide = printed(open_kb({"opgaver/skift-laege.yaml": TASK + other}), "skift-laege").guides[0]
    assert guide.box
    assert guide.box.closed == said


def test_the_place_where_a_form_is_had_goes_before_its_page_and_a_condition_is_nothing_to_bring(
    open_kb: OpenKb,
) -> None:
    form = (
        FORM + "adresse: https://www.personregistrering.dk/\nfås: Kirkekontoret\nkræver: [Pas, At du er fyldt 15 år]\n"
    )
    own = TASK + "papir: {trin: [Ring til kommunen.], blanketter: [fd-001a]}\n"
    db = open_kb({"opgaver/skift-laege.yaml": own, "blanketter/fd-001a.yaml": form})
    slip = printed(db, "skift-laege").guides[0].slips[0]
    assert (slip.get, slip.bring, slip.needs) == ("Kirkekontoret", "Pas.", "At du er fyldt 15 år.")


def test_to_ask_for_todays_price_is_said_once_and_not_of_what_is_free() -> None:
    def of(*texts: str) -> list[str]:
        return said_fees([Fee(text=text, year=2024, source="https://www.borger.dk/") for text in texts], 2026)

    assert of("Det koster 190 kr.", "Et foto koster 100 kr.") == [
        "Spørg, hvad beløbene er nu. I 2024: Det koster 190 kr.",
        "I 2024: Et foto koster 100 kr.",
    ]
    assert of("Det er gratis.") == ["Det er gratis. (2024)"]


def test_the_warning_names_everybody_and_sends_to_no_empty_line(open_kb: OpenKb) -> None:
    with_number = printed(open_kb({}), "skift-laege").fraud_text
    assert "heller ikke til familien" in with_number
    assert "nummeret øverst" in with_number
    alone = TASK[: TASK.index("kontakt:")] + "kontakt:\n- kommune: ja\n"
    assert "et nummer, du kender" in printed(open_kb({"opgaver/skift-laege.yaml": alone}), "skift-laege").fraud_text
