"""The rules beyond form: what may stand where a citizen can read it, and what leads where."""

from __future__ import annotations

from pathlib import Path

import pytest

from blanket.kb.base import Base, load, load_file
from blanket.kb.files import KbFile
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.model import Entry, Place, Task
from blanket.kb.rules import RuleContext, citizen_texts, phone_of
from tests.conftest import FORM, JOURNEY, MUNICIPALITY, PLACE, SMALL_BASE, STAFF_PLACE, TASK, WriteKb
from tests.kb.samples import swapped


def codes(base: Base) -> list[str]:
    return [found.code for found in base.problems]


def load_one(tmp_path: Path, text: str, kind: str = "opgave") -> Entry:
    """The entry of a text that is valid in itself."""
    file = tmp_path / f"{text.split()[1]}.yaml"
    file.write_text(text, encoding="utf-8")
    content = load_file(KbFile(file, kind, 0)).content
    assert isinstance(content, Entry)
    return content


# --- References -----------------------------------------------------------------------------------------------------


def test_references_to_every_kind_are_followed(write_kb: WriteKb) -> None:
    task = (
        f"{TASK}- sted: mitid-support\npapir: {{trin: [Ring.], blanketter: [fd-001a]}}\nse_også: [doedsfald, odense]\n"
    )
    journey = swapped(JOURNEY, "lægen.", "lægen.\n  opgave: skift-laege")
    assert (
        load([write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": task, "forloeb/doedsfald.yaml": journey})]).problems
        == []
    )


def test_a_reference_may_lead_from_one_folder_to_another(write_kb: WriteKb) -> None:
    shared = write_kb({"blanketter/fd-001a.yaml": FORM}, "shared")
    local = write_kb({"opgaver/skift-laege.yaml": f"{TASK}se_også: [fd-001a]\n"}, "local")
    assert load([shared, local]).problems == []
    assert codes(load([local])) == ["B031"]


def test_a_reference_to_a_broken_entry_is_reported(write_kb: WriteKb) -> None:
    folder = write_kb(
        {"opgaver/skift-laege.yaml": f"{TASK}se_også: [fd-001a]\n", "blanketter/fd-001a.yaml": "id: fd-001a\n"}
    )
    assert codes(load([folder])).count("B031") == 1


def test_only_ids_of_the_right_kind_are_suggested(write_kb: WriteKb) -> None:
    place = swapped(PLACE, "id: mitid-support", "id: fd-001")
    task = f"{TASK}papir: {{trin: [Ring.], blanketter: [fd-00]}}\n"
    base = load(
        [write_kb({"opgaver/skift-laege.yaml": task, "steder/fd-001.yaml": place, "blanketter/fd-001a.yaml": FORM})]
    )
    (found,) = base.problems
    assert "Mente du “fd-001a”?" in found.message


def test_an_entry_is_never_suggested_to_itself(write_kb: WriteKb) -> None:
    (found,) = load([write_kb({"opgaver/skift-laege.yaml": f"{TASK}se_også: [skift-laeg]\n"})]).problems
    assert "Mente du" not in found.message


def test_an_id_that_is_like_no_other_brings_no_suggestion(write_kb: WriteKb) -> None:
    other = swapped(TASK, "skift-laege", "begravelseshjaelp")
    files = {"opgaver/skift-laege.yaml": f"{TASK}se_også: [retshjaelp]\n", "opgaver/begravelseshjaelp.yaml": other}
    (found,) = load([write_kb(files)]).problems
    assert found.code == "B031"
    assert "Mente du" not in found.message


# --- Staff lines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "where",
    [
        "personale: {noter: [Ring 20 57 07 20]}",
        "usikkert: [Gælder 20 57 07 20 endnu?]",
        "søgeord: [20 57 07 20]",
        "kilder: [{navn: Referat om 20 57 07 20, læst: 2026-11}]",
    ],
)
def test_a_staff_line_may_stand_where_only_staff_read(where: str, write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/skift-laege.yaml": f"{TASK}{where}\n", "steder/hotline.yaml": STAFF_PLACE})
    assert load([folder]).problems == []


def test_a_staff_line_may_stand_in_the_notes_of_a_kommune_but_not_in_what_it_says_to_citizens(
    write_kb: WriteKb,
) -> None:
    notes = f"{MUNICIPALITY}noter: [Ring 20 57 07 20]\nopgaver: {{skift-laege: {{noter: [Ring 20 57 07 20]}}}}\n"
    assert load([write_kb({**SMALL_BASE, "kommuner/odense.yaml": notes})]).problems == []
    told = f"{MUNICIPALITY}hjælper_ikke_med: [{{tekst: Apps, i_stedet: Ring 20 57 07 20}}]\n"
    assert codes(load([write_kb({**SMALL_BASE, "kommuner/odense.yaml": told}, "told")])) == ["B039"]


@pytest.mark.parametrize(
    "spelling", ["20570720", "2057 0720", "20.57.07.20", "+45 20 57 07 20", "20-57-07-20", "20\u00a057 07 20"]
)
def test_a_staff_line_is_known_in_every_spelling(spelling: str, write_kb: WriteKb) -> None:
    task = f"{TASK}fuldmagt: Ring {spelling}, hvis du er i tvivl.\n"
    folder = write_kb({"opgaver/skift-laege.yaml": task, "steder/hotline.yaml": STAFF_PLACE})
    (found,) = load([folder]).problems
    assert (found.code, found.line, found.column) == ("B039", 10, 11)


def test_a_staff_place_may_be_seen_also_but_never_be_a_contact(write_kb: WriteKb) -> None:
    staff = {"steder/hotline.yaml": STAFF_PLACE}
    seen = write_kb({**staff, "opgaver/skift-laege.yaml": f"{TASK}se_også: [hotline]\n"}, "seen")
    assert load([seen]).problems == []
    only = swapped(TASK, TASK[TASK.index("- navn") :], "- sted: hotline\n")
    base = load([write_kb({**staff, "opgaver/skift-laege.yaml": only}, "only")])
    assert sorted(codes(base)) == ["B036", "B037"]


def test_the_number_of_a_contact_is_its_own_or_that_of_a_place_for_citizens(write_kb: WriteKb) -> None:
    task = f"{TASK}- sted: mitid-support\n- {{navn: Uden nummer, note: a}}\n"
    base = load([write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": task})])
    entry = base.entries["skift-laege"]
    assert isinstance(entry, Task)
    assert [phone_of(contact, RuleContext(base.entries)) for contact in entry.contacts] == [
        "70 12 80 63",
        "33 98 00 10",
        None,
    ]


def test_a_staff_place_gives_a_contact_no_number(write_kb: WriteKb) -> None:
    base = load([write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": f"{TASK}- sted: hotline\n"})])
    entry = base.entries["skift-laege"]
    assert isinstance(entry, Task)
    assert phone_of(entry.contacts[1], RuleContext(base.entries)) is None


def test_citizen_texts_hold_all_that_a_citizen_may_read_and_nothing_for_staff(tmp_path: Path) -> None:
    task = (
        f"{TASK}søgeord: [HIDDEN]\nsøgetest: [HIDDEN]\nusikkert: [HIDDEN]\n"
        "personale: {må: [HIDDEN], noter: [HIDDEN]}\n"
        "kilder: [{navn: HIDDEN, læst: 2026-11}]\nkontrolleret: {dato: 2026-11, af: HIDDEN}\n"
        "frister: [{tekst: SHOWN, kilde: HIDDEN}]\ngodt_at_vide: [SHOWN]\nfuldmagt: SHOWN\nmedbring: [SHOWN]\n"
        "digital: {trin: [SHOWN]}\npapir: {trin: [SHOWN]}\n"
    )
    shown = list(citizen_texts(load_one(tmp_path, task)))
    assert [text for _, text in shown].count("SHOWN") == 6
    assert not [path for path, text in shown if "HIDDEN" in text]
    assert (("kontakt", 0, "telefon"), "70 12 80 63") in shown


# --- Addresses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://borger.liveserver.nu/", "https://x.testserver.nu", "http://liveserver.nu", "https://gopublic.dk/a",
        "https://kommune-gopublic.x.dk", "https://kommune.azurewebsites.net/a?b=c", "https://pp.borger.dk/",
        "https://beta-www.odense.dk", "https://admin.odense.dk/", "https://production.odense.dk", "https://skat.dk/test/a",
        "https://www.skat.dk/test", "HTTPS://X.LIVESERVER.NU", "https://x.azurewebsites.net:443/a",
        "https://beta.vejle.dk/a", "https://test.rebild.dk/", "https://demo-www.e-boks.dk", "https://dev2.imtest.de/",
    ],
)  # fmt: skip
def test_staging_copies_are_known(address: str) -> None:
    assert is_staging(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.borger.dk/", "https://skat.dk/borger/test", "https://www.odense.dk/admin", "https://betalt.dk",
        "https://app.borger.dk", "https://administration.dk", "https://liveserver.nu.example.dk", "https://[", "",
        "tel:112", "https://testamente.dk", "https://development.dk",
    ],
)  # fmt: skip
def test_public_pages_and_nonsense_are_no_staging_copies(address: str) -> None:
    assert not is_staging(address)


def test_a_staging_copy_may_be_a_source(write_kb: WriteKb) -> None:
    address = "https://skat.dk/test/a"
    text = f'{TASK}kilder: [{{adresse: "{address}", læst: 2026-11}}]\nfrister: [{{tekst: a, kilde: "{address}"}}]\n'
    assert load([write_kb({"opgaver/skift-laege.yaml": text})]).problems == []


def test_an_address_that_cannot_be_taken_apart_stops_nothing(write_kb: WriteKb) -> None:
    text = f'{TASK}digital: {{adresse: "https://[", trin: ["Se http://[x og //]."]}}\n'
    assert load([write_kb({"opgaver/skift-laege.yaml": text})]).broken == []


# --- Hours and forms ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        '{dage: [man], fra: "09:00", til: "15:00"}',
        '{dage: [fre, lør], fra: "22:00", til: "05:00"}',
        '{dage: [man], fra: "00:00", til: "24:00"}',
        "{dage: [man, tir]}",
        "{note: Ring for tid}",
    ],
    ids=["by day", "over midnight", "day and night", "times unknown", "only a note"],
)
def test_hours_that_make_sense(row: str, write_kb: WriteKb) -> None:
    assert load([write_kb({"steder/mitid-support.yaml": f"{PLACE}tider: [{row}]\n"})]).problems == []


def test_a_withdrawn_form_may_be_kept_and_be_seen_also(write_kb: WriteKb) -> None:
    form = swapped(FORM, "status: gælder", "status: udgået\nafløst_af: [skift-laege]")
    files = {"opgaver/skift-laege.yaml": f"{TASK}se_også: [fd-001a]\n", "blanketter/fd-001a.yaml": form}
    assert load([write_kb(files)]).problems == []


def test_a_staff_place_may_name_its_own_number(tmp_path: Path, write_kb: WriteKb) -> None:
    place = f"{STAFF_PLACE}godt_at_vide: [Ring 20 57 07 20.]\n"
    assert load([write_kb({"steder/hotline.yaml": place})]).problems == []
    assert isinstance(load_one(tmp_path, place, "sted"), Place)


def test_the_own_kommune_is_a_number_that_the_citizen_can_ring(write_kb: WriteKb) -> None:
    task = TASK[: TASK.index("kontakt:")] + "kontakt:\n- {kommune: ja, note: Spørg efter Borgerservice.}\n"
    assert load([write_kb({"opgaver/skift-laege.yaml": task})]).problems == []
