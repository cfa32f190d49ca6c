"""The big number is whom the first step rings; a kommune's number is printed when it is confirmed, else a line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from blanket.guide.days.reckoning import Calendar
from blanket.guide.paper.citizen import Choices, handout
from blanket.guide.paper.document import Kind
from blanket.guide.paper.parts import Box, verb_of
from blanket.guide.paper.ringing import rung
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from blanket.search.index import Opened
from tests.conftest import MUNICIPALITY, PLACE, TASK
from tests.guide.conftest import OpenKb, made, printed, text_of

CONTACTS = """\
kontakt:
- navn: Familieretshuset
  telefon: "72 56 70 00"
  kilde: https://familieretshuset.dk/
- kommune: ja
  note: Spørg efter Borgerservice.
- sted: mitid-support
"""
NATIONAL_LINE = PLACE.replace("mitid-support", "landets-linje").replace("for: borgere", "for: borgere\nlandslinje: ja")
FRESH = MUNICIPALITY + 'kilder: [{adresse: "https://www.odense.dk/", læst: 2026-11}]\n'


def task(step: str, more: str = "") -> dict[str, str]:
    head = TASK[: TASK.index("kontakt")]
    return {
        "opgaver/skift-laege.yaml": f'{head}papir: {{trin: ["{step}"]}}\n{CONTACTS}{more}',
        "kommuner/odense.yaml": FRESH,
    }


def box(open_kb: OpenKb, files: dict[str, str], kommune: bool = False, **choices: Any) -> Box:
    db = open_kb(files)
    found = lookup.get(db, "odense") if kommune else None
    assert found is None or isinstance(found.content, Municipality)
    doc = printed(db, "skift-laege", municipality=found.content if found else None, **choices)
    made_box = doc.guides[0].box
    assert made_box is not None
    return made_box


@pytest.mark.parametrize(
    ("step", "heading", "number"),
    [
        ("Ring til Familieretshuset. Sig, hvad du vil.", "Ring til Familieretshuset", "72 56 70 00"),
        ("Ring til din kommune, og bestil tid.", "Ring til Odense Kommune", "66 13 13 72"),
        ("Ring til den kommune, du flytter til.", "Ring til Odense Kommune", "66 13 13 72"),
        ("Ring og bestil tid i Borgerservice.", "Ring til Odense Kommune", "66 13 13 72"),
        ("Ring til MitID support på 33 98 00 10.", "Ring til MitID Support", "33 98 00 10"),
        ("Ring til MitID-support.", "Ring til MitID Support", "33 98 00 10"),
        ("Ring 112, hvis livet er i fare.", "Ring 112", "112"),
        ("Ring til din bank, eller gå derhen.", "Ring til din bank", ""),
        ("Ring til det sted, der skrev svaret, eller skriv.", "Ring til det sted, der skrev svaret", ""),
        ("Ring til det nummer om Familieretshuset, der står i dit brev.", "Ring til nummeret i dit brev", ""),
        ("Ring til nummeret på regningen. Spørg om Familieretshuset.", "Ring til nummeret på regningen", ""),
        ("Find brevet frem.", "Er du i tvivl? Ring til Familieretshuset", "72 56 70 00"),
    ],
)
def test_the_big_number_is_whom_the_first_step_rings(open_kb: OpenKb, step: str, heading: str, number: str) -> None:
    found = box(open_kb, task(step), kommune=True)
    assert (found.heading, found.phone.number) == (heading, number)


def test_where_anything_sends_to_the_kommune_its_number_or_a_line_is_there(open_kb: OpenKb) -> None:
    files = task("Ring til Familieretshuset. Gå så hen til Borgerservice.")
    assert "66 13 13 72" in [phone.number for phone in box(open_kb, files, kommune=True).others]
    assert box(open_kb, files).others[0].number == ""


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
def test_without_a_chosen_kommune_there_is_a_line_for_its_number(open_kb: OpenKb, kind: Kind) -> None:
    page = made(printed(open_kb(task("Ring til din kommune.")), "skift-laege"), kind).decode().replace("\\", "")
    assert (
        page.index("Ring til din kommune") < page.index("Kommunens nummer:") < page.index("Spørg efter Borgerservice.")
    )
    assert "66 13 13 72" not in page


def test_the_line_for_the_kommunes_number_is_in_the_pdf_too(open_kb: OpenKb, tmp_path: Path) -> None:
    page = text_of(made(printed(open_kb(task("Ring til din kommune.")), "skift-laege")), tmp_path)
    assert "Kommunens nummer: Spørg efter Borgerservice." in page


@pytest.mark.parametrize(
    "kommune",
    [
        FRESH.replace("læst: 2026-11", "læst: 2026-11, sidens_dato: 2024-10"),
        FRESH.replace("læst: 2026-11", "læst: 2024-10"),
        FRESH.replace("kilde: https://www.odense.dk/", "kilde: https://www.odense.dk/\n  ring_først: true"),
    ],
    ids=["an old page", "read long ago", "only one page"],
)
def test_a_number_that_is_not_confirmed_is_a_line_and_staff_are_told(open_kb: OpenKb, kommune: str) -> None:
    assert kommune != FRESH
    told: list[str] = []
    files = {**task("Ring til din kommune."), "kommuner/odense.yaml": kommune}
    found = box(open_kb, files, kommune=True, told=told)
    assert (found.heading, found.phone.number) == ("Ring til Odense Kommune", "")
    assert len(told) == 1
    assert "66 13 13 72" in told[0]
    assert "odense.dk" in told[0]


def test_a_staff_place_of_the_kommune_gives_no_number(open_kb: OpenKb) -> None:
    files = {**task("Ring til din kommune."), "kommuner/odense.yaml": FRESH.replace("66 13 13 72", "20 57 07 20")}
    assert box(open_kb, files, kommune=True).phone.number == ""


def test_the_telephones_own_hours_go_before_those_of_the_counter(open_kb: OpenKb) -> None:
    counter = (
        PLACE.replace("mitid-support", "odense-borgerservice") + "kilder: [{navn: Odense Kommune, læst: 2026-11}]\n"
    )
    ours = "kontakt:\n- sted: odense-borgerservice\n  tider: [{dage: [man, tor], fra: '10:00', til: '12:00'}]\n"
    files = task("Ring til din kommune.") | {"steder/odense-borgerservice.yaml": counter}
    files["kommuner/odense.yaml"] = FRESH.replace(MUNICIPALITY[MUNICIPALITY.index("kontakt") :], ours)
    assert box(open_kb, files, kommune=True).phone.hours == ("mandag og torsdag kl. 10-12",)


@pytest.mark.parametrize(
    ("sort", "hours"), [("sted", ()), ("telefon", ("mandag kl. 9-15",)), ("tilbud", ("mandag kl. 9-15",))]
)
def test_a_counters_hours_are_not_those_of_its_telephone(open_kb: OpenKb, sort: str, hours: tuple[str, ...]) -> None:
    """Nobody knows when the telephone of a counter is answered: its hours say when one can show up."""
    place = PLACE.replace("mitid-support", "odense-borgerservice").replace("slags: telefon", f"slags: {sort}")
    place += 'tider: [{dage: [man], fra: "09:00", til: "15:00"}]\nkilder: [{navn: Odense Kommune, læst: 2026-11}]\n'
    files = task("Ring til din kommune.") | {"steder/odense-borgerservice.yaml": place}
    ours = "kontakt:\n- sted: odense-borgerservice\n"
    files["kommuner/odense.yaml"] = FRESH.replace(MUNICIPALITY[MUNICIPALITY.index("kontakt") :], ours)
    found = box(open_kb, files, kommune=True)
    assert (found.phone.number, found.phone.hours) == ("33 98 00 10", hours)
    assert found.closed


def test_the_national_line_waits_for_the_kommune(open_kb: OpenKb) -> None:
    line = NATIONAL_LINE.replace("33 98 00 10", "1881")
    head = TASK[: TASK.index("kontakt")]
    files = {
        "steder/landets-linje.yaml": line,
        "opgaver/skift-laege.yaml": f"{head}kontakt:\n- sted: landets-linje\n",
        "kommuner/odense.yaml": FRESH,
    }
    found = box(open_kb, files, kommune=True)
    assert [found.phone.number, *(phone.number for phone in found.others)] == ["66 13 13 72", "1881"]


def test_the_national_line_is_never_printed_as_a_kommunes_own_number(open_kb: OpenKb) -> None:
    line = NATIONAL_LINE + 'kilder: [{adresse: "https://www.borger.dk/", læst: 2026-11}]\n'
    kommune = FRESH.replace(MUNICIPALITY[MUNICIPALITY.index("- navn:") :], "- sted: landets-linje\n")
    assert "66 13 13 72" not in kommune
    files = {**task("Ring til din kommune."), "steder/landets-linje.yaml": line, "kommuner/odense.yaml": kommune}
    found = box(open_kb, files, kommune=True)
    assert (found.heading, found.phone.number) == ("Ring til Odense Kommune", "")
    any_other = {**files, "steder/landets-linje.yaml": line.replace("landslinje: ja\n", "")}
    assert box(open_kb, any_other, kommune=True).phone.number == "33 98 00 10"


def test_the_words_to_say_are_the_entrys_own_or_general_ones(open_kb: OpenKb) -> None:
    own = task("Ring til din kommune.", "sig: {ord: Jeg vil skifte læge., hav_klar: [dit kort]}\n")
    found = box(open_kb, own)
    assert (found.said, found.ready) == ("Jeg vil skifte læge.", ["dit kort"])
    assert box(open_kb, task("Ring til din kommune.")).said.startswith("Jeg ringer om “Skift læge”.")
    pension = {
        one: text.replace("titel: Skift læge", "titel: Søg ældrecheck (én gang om året)")
        for one, text in task("Ring til din kommune.").items()
    }
    assert box(open_kb, pension).said.startswith("Jeg vil spørge om ældrecheck. Jeg kan ikke")
    assert box(open_kb, task("Find brevet frem.")).said == ""


def test_a_line_that_is_always_open_says_nothing_of_closing(open_kb: OpenKb) -> None:
    assert box(open_kb, task("Ring 112, hvis livet er i fare.")).closed == ""
    assert box(open_kb, task("Ring til din kommune.")).closed


def test_who_blocks_cards_when_the_bank_is_closed_stands_in_for_the_bank_alone(open_kb: OpenKb) -> None:
    nets = (
        '- {navn: Nets, telefon: "44 89 29 29", note: "Ring, når banken har lukket.", kilde: "https://www.nets.eu/"}\n'
    )
    assert "44 89 29 29" in box(open_kb, task("Ring til din bank.", nets)).closed
    assert "44 89 29 29" not in box(open_kb, task("Ring til MitID Support.", nets)).closed


def test_no_number_of_the_entry_is_lost_and_the_kommunes_stands_there_for_a_reason(open_kb: OpenKb) -> None:
    more = "".join(
        f'- {{navn: Linje {number}, telefon: "70 12 80 6{number}", kilde: "https://www.borger.dk/"}}\n'
        for number in range(4)
    )
    found = box(open_kb, task("Ring til Familieretshuset.", more), kommune=True)
    assert [phone.number for phone in found.others] == ["33 98 00 10", *(f"70 12 80 6{number}" for number in range(4))]
    sent = box(open_kb, task("Ring til Familieretshuset, eller gå til kommunen."), kommune=True)
    assert "66 13 13 72" in [phone.number for phone in sent.others]
    about = task("Ring til Familieretshuset.")
    about["opgaver/skift-laege.yaml"] = about["opgaver/skift-laege.yaml"].replace(
        "note: Spørg efter Borgerservice.", "note: Ring, hvis du vil spørge om ceremonien."
    )
    assert "66 13 13 72" in [phone.number for phone in box(open_kb, about, kommune=True).others]


def test_a_later_step_that_rings_says_whom_where_the_first_rings_nobody(open_kb: OpenKb) -> None:
    later = box(open_kb, task('Find brevet frem.", "Ring til Familieretshuset. Sig, hvad du vil.'))
    assert (later.heading, later.phone.number) == ("Ring til Familieretshuset", "72 56 70 00")
    only_if = box(open_kb, task('Find brevet frem.", "Ring til MitID Support, hvis det driller.'))
    assert only_if.heading == "Er du i tvivl? Ring til Familieretshuset"


def test_only_a_kommune_is_known_to_be_closed_on_weekends(open_kb: OpenKb) -> None:
    assert "næste hverdag" in box(open_kb, task("Ring til din kommune.")).closed
    assert "i morgen eller næste hverdag" in box(open_kb, task("Ring til din bank.")).closed


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        ("Ring til kirkekontoret. I Sønderjylland ringer du til kommunen.", "other"),
        ("Ring til Udbetaling Danmark, Boligstøtte, på 70 12 80 63.", "number"),
        ("Læs brevet roligt.", "nobody"),
        ("Gå hen i en bank, eller ring.", "nobody"),
    ],
)
def test_whom_a_step_rings(step: str, kind: str) -> None:
    assert rung([step], [("Udbetaling Danmark: pension", "70 12 80 61"), ("", "")]).kind == kind


def test_who_hangs_up_on_a_false_call_rings_the_bank_then() -> None:
    steps = ["Læg på, hvis nogen ringer.", "Ring selv til din bank på bankens eget nummer.", "Ring til MitID support."]
    assert rung(steps, [("MitID support", "33 98 00 10")]).said.startswith("din bank")


@pytest.mark.parametrize(
    ("step", "verb"),
    [
        ("Ring til kommunen.", "Ring"),
        ("Log på med MitID.", "Log på"),
        ("Mød op til tiden.", "Mød op"),
        ("Sig, at du flytter.", "Sig"),
        ("Gør det i dag.", "Gør"),
        ("Aflever skemaet.", "Aflever"),
        ("Har du MitID, så log på.", ""),
        ("Bor der andre, så skriv det.", ""),
        ("Du skal ikke søge.", ""),
        ("Er du i tvivl, så ring.", ""),
        ("112 er til fare.", ""),
    ],
)
def test_what_a_step_begins_with_is_bold_when_it_is_something_to_do(step: str, verb: str) -> None:
    assert verb_of(step) == verb


DOUBTED = CONTACTS.replace(
    "kilde: https://familieretshuset.dk/", "kilde: https://familieretshuset.dk/\n  ring_først: true"
)


def test_a_number_that_one_page_gives_is_said_to_who_prints_it_and_not_to_the_citizen(open_kb: OpenKb) -> None:
    files = task("Ring til Familieretshuset.")
    text = files["opgaver/skift-laege.yaml"].replace(CONTACTS, DOUBTED)
    place = PLACE + "ring_først: true\n"
    db = open_kb({**files, "opgaver/skift-laege.yaml": text, "steder/mitid-support.yaml": place})
    found = lookup.get(db, "skift-laege")
    assert found is not None
    choices = Choices(calendar=Calendar(date(2026, 11, 20)))
    shown = handout(db, [found], choices).guides[0].box
    assert shown is not None
    assert not any("forkert" in phone.note for phone in (shown.phone, *shown.others))
    assert [note for note in choices.told if "72 56 70 00" in note and "MitID Support 33 98 00 10" in note]


def test_a_line_about_borger_dk_is_not_borgerservice() -> None:
    assert rung(["Ring til Borgerservice."], [("borger.dk: telefonhjælp", "70 10 18 81")]).kind == "kommune"
    assert rung(["Ring til telefonhjælpen."], [("borger.dk: telefonhjælp", "70 10 18 81")]).contact == 0


def test_a_number_in_ones_own_letter_is_the_one_also_under_a_condition() -> None:
    steps = ["Find brevet frem.", "Ring til nummeret i brevet, hvis du er i tvivl."]
    assert rung(steps, [("Familieretshuset", "72 56 70 00")]).said == "nummeret i brevet"


def test_who_has_to_ring_the_bank_has_a_line_for_its_number(open_kb: OpenKb) -> None:
    asked = "Ring til Familieretshuset. Har du sagt koden, så ring straks til din bank."
    assert "Din banks nummer" in [phone.line for phone in box(open_kb, task(asked)).others]
    assert "Din banks nummer" not in [phone.line for phone in box(open_kb, task("Ring til din kommune.")).others]


def test_who_gave_a_code_away_rings_the_bank_before_whoever_gives_advice(open_kb: OpenKb) -> None:
    files = task("Svar ikke på beskeden.")
    more = '"Har du sagt koden, så ring straks til din bank.", "Ring til Familieretshuset."'
    text = files["opgaver/skift-laege.yaml"].replace('["Svar ikke på beskeden."]', f'["Svar ikke.", {more}]')
    found = box(open_kb, {**files, "opgaver/skift-laege.yaml": text})
    assert (found.heading, found.phone.number) == ("Har du sagt koden? Ring til din bank", "")
    assert "72 56 70 00" in [phone.number for phone in found.others]


def test_on_a_paper_about_fraud_the_banks_line_stands_above_the_other_numbers(open_kb: OpenKb) -> None:
    files = task("Ring til Familieretshuset. Har du sagt koden, så ring straks til din bank.")
    assert box(open_kb, files).others[-1].line == "Din banks nummer"
    text = files["opgaver/skift-laege.yaml"]
    assert "emne: sundhed" in text
    fraud = {**files, "opgaver/skift-laege.yaml": text.replace("emne: sundhed", "emne: sikkerhed")}
    assert box(open_kb, fraud).others[0].line == "Din banks nummer"


def test_on_a_paper_about_fraud_a_kommune_that_only_helps_afterwards_comes_last(open_kb: OpenKb) -> None:
    files = task("Ring til Familieretshuset. Mød op i Borgerservice bagefter.")
    text = files["opgaver/skift-laege.yaml"]
    named = "- kommune: ja\n  note: Spørg efter Borgerservice.\n"
    assert named in text
    place = {"steder/mitid-support.yaml": PLACE}

    def numbers(content: str) -> list[str]:
        found = box(open_kb, {**files, **place, "opgaver/skift-laege.yaml": content}, kommune=True)
        return [phone.number for phone in found.others]

    assert numbers(text.replace(named, "")) == ["66 13 13 72", "33 98 00 10"]
    fraud = text.replace("emne: sundhed", "emne: sikkerhed")
    assert numbers(fraud.replace(named, "")) == ["33 98 00 10", "66 13 13 72"]
    assert numbers(fraud) == ["66 13 13 72", "33 98 00 10"]  # the entry itself says that it is to be rung


def test_a_place_with_its_number_in_its_name_is_named_without_it(open_kb: OpenKb) -> None:
    police = PLACE.replace("mitid-support", "politiet-114").replace("33 98 00 10", "114")
    police = police.replace("navn: MitID Support", "navn: Politiet, når det ikke haster (114)")
    files = task("Ring til Familieretshuset.", "- sted: politiet-114\n")
    others = box(open_kb, {**files, "steder/politiet-114.yaml": police}).others
    assert ("Politiet, når det ikke haster", "114") in [(phone.name, phone.number) for phone in others]


def test_who_is_sent_to_borgerservice_is_told_where_it_is_and_whom_to_ask_for(open_kb: OpenKb) -> None:
    counter = PLACE.replace("mitid-support", "odense-borgerservice").replace("33 98 00 10", "66 13 13 00")
    counter += "kommune: odense\nadresse: Østre Stationsvej 15, 5000 Odense C\n"
    files = {**task("Ring til Familieretshuset. Mød op i Borgerservice."), "steder/odense-borgerservice.yaml": counter}
    own = next(phone for phone in box(open_kb, files, kommune=True).others if phone.number == "66 13 13 72")
    assert (own.note, own.address) == (
        "Spørg efter Borgerservice.",
        "Borgerservice: Østre Stationsvej 15, 5000 Odense C",
    )


def test_what_the_entry_says_of_finding_it_closed_goes_before_the_general_sentence(open_kb: OpenKb) -> None:
    files = task("Ring til din kommune i dag. Er der lukket, så mød op den første dag, der er åbent.")
    assert box(open_kb, files, kommune=True).closed == "Er der lukket, så mød op den første dag, der er åbent."


@pytest.mark.parametrize(("read", "number"), [("2026-11", "63 75 25 75"), ("2020-03", "66 13 13 72")])
def test_a_kommune_can_say_which_of_its_places_an_entrys_call_goes_to(open_kb: OpenKb, read: str, number: str) -> None:
    files = task("Ring til din kommune.")
    indgangen = PLACE.replace("mitid-support", "indgangen").replace("33 98 00 10", "63 75 25 75")
    files["steder/indgangen.yaml"] = indgangen.replace("navn: MitID Support", "navn: Indgangen") + (
        f'adresse: Dalumvej 95 B\nkilder: [{{adresse: "https://www.odense.dk/", læst: {read}}}]\n'
    )
    files["kommuner/odense.yaml"] = FRESH + "lag: {skift-laege: {tilføj: {kontakt.2.sted: indgangen}}}\n"
    db = open_kb(files)
    assert isinstance(db, Opened)
    db.layer = "odense"
    found = lookup.get(db, "odense")
    shown = printed(db, "skift-laege", municipality=found.content if found else None).guides[0].box
    assert shown is not None
    assert (shown.heading, shown.phone.number) == ("Ring til Odense Kommune", number)
    if number.startswith("63"):
        assert (shown.phone.note, shown.phone.address) == ("Indgangen. Spørg efter Borgerservice.", "Dalumvej 95 B")
        assert "66 13 13 72" not in [phone.number for phone in shown.others]


OFFICES = """\
kontakt:
- {navn: Patientkontoret i Syddanmark, telefon: "76 63 14 90", region: syddanmark, kilde: Regionen}
- {navn: Patientkontoret i Midtjylland, telefon: "78 41 04 44", region: midtjylland, kilde: Regionen}
"""


@pytest.mark.parametrize(
    ("region", "heading", "numbers"),
    [
        ("syddanmark", "Ring til Patientkontoret i Syddanmark", ["76 63 14 90"]),
        ("hovedstaden", "Ring til patientkontoret i din region", [""]),
        ("", "Ring til patientkontoret i din region", ["", "76 63 14 90", "78 41 04 44"]),
    ],
)
def test_a_regions_office_is_the_number_of_those_who_live_there(
    open_kb: OpenKb, region: str, heading: str, numbers: list[str]
) -> None:
    files = task("Ring til patientkontoret i din region.")
    files["opgaver/skift-laege.yaml"] = files["opgaver/skift-laege.yaml"].replace(CONTACTS, OFFICES)
    files["kommuner/odense.yaml"] = FRESH + f"region: {region or 'syddanmark'}\n"
    db = open_kb(files)
    assert isinstance(db, Opened)
    found = lookup.get(db, "odense") if region else None
    db.layer = "odense" if region else None
    shown = printed(db, "skift-laege", municipality=found.content if found else None).guides[0].box
    assert shown is not None
    assert shown.heading == heading
    assert [shown.phone.number, *(phone.number for phone in shown.others)] == numbers


def test_who_has_no_bed_is_told_where_to_go_when_nobody_answers(open_kb: OpenKb) -> None:
    files = task("Ring til din kommune.")
    files["opgaver/skift-laege.yaml"] += "akut: [bolig]\n"
    assert "Gå hen på et herberg" in box(open_kb, files).closed
    bed = PLACE.replace("mitid-support", "odense-herberg").replace("MitID Support", "Herberget")
    bed += "kommune: odense\nadresse: Byvej 1, 5000 Odense C\nakut: [bolig]\n"
    files["steder/odense-herberg.yaml"] = bed
    assert "Gå hen til Herberget, Byvej 1, 5000 Odense C." in box(open_kb, files, kommune=True).closed


def test_what_only_holds_in_soenderjylland_brings_the_kommune_there_alone(open_kb: OpenKb) -> None:
    files = task("Ring til kirkekontoret (i Sønderjylland kommunen).")
    text = files["opgaver/skift-laege.yaml"]
    files["opgaver/skift-laege.yaml"] = text.replace("- kommune: ja\n  note: Spørg efter Borgerservice.\n", "")
    anywhere = [phone.note for phone in box(open_kb, files).others if phone.line]
    assert anywhere == ["I Sønderjylland er det her, du ringer til."]
    assert "66 13 13 72" not in [phone.number for phone in box(open_kb, files, kommune=True).others]
