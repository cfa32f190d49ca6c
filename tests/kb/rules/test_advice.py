"""Advice: what is said, and, as important, what is not."""

from __future__ import annotations

from datetime import date

import pytest

from blanket.kb.authorities import is_authority, read_authorities
from blanket.kb.base import load
from blanket.kb.format.phones import in_pairs, loose_numbers
from blanket.kb.review.checking import check
from blanket.kb.rules import cpr_numbers
from blanket.kb.rules.denmark import KOMMUNER
from tests.conftest import FORM, MUNICIPALITY, PLACE, STAFF_PLACE, TASK, WriteKb
from tests.kb.samples import GOOD_TASK, TODAY, swapped

FILE = "opgaver/skift-laege.yaml"
AUTHORITIES = read_authorities([])[0]
PAPER = "papir: {trin: [Ring til kommunen.]}"

ANSWERED = "personale: {må_jeg: {frivillige: {svar: spørg, fordi: ingen kilde siger det}}}\n"


def codes(write_kb: WriteKb, text: str, today: date = TODAY, more: dict[str, str] | None = None) -> list[str]:
    return [found.code for found in load([write_kb({FILE: text, **(more or {})})], advise=today).problems]


def with_step(step: str) -> str:
    return swapped(GOOD_TASK, PAPER, f'papir: {{trin: ["{step}"]}}')


def test_there_is_nothing_to_say_about_a_good_task(write_kb: WriteKb) -> None:
    assert codes(write_kb, GOOD_TASK) == []


def test_advice_is_only_given_when_it_is_asked_for(write_kb: WriteKb) -> None:
    assert load([write_kb({FILE: TASK})]).problems == []
    assert codes(write_kb, TASK) == ["B118", "B127", "B119"]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2027, 3, 31), []),
        (date(2027, 4, 1), ["B111"]),
        (date(2027, 10, 1), ["B111"]),
    ],
)
def test_phone_numbers_are_due_after_six_months_and_the_rest_after_twelve(
    write_kb: WriteKb, today: date, found: list[str]
) -> None:
    assert codes(write_kb, GOOD_TASK, today) == found


@pytest.mark.parametrize(
    "step",
    [
        "Gå ind på sundhed.dk, og find en læge.",
        "Gå ind på borger.dk. Log på med MitID.",
        "Ring til kommunen. Bed om et skema.",
        "Udfyld skemaet, og skriv under.",
        "Send skemaet. Kan du ikke det, så aflever det i Borgerservice.",
        "Send skemaet, eller aflever det.",
        "Betal. Betal ikke to gange.",
        "Bestil tid, hvis du vil sende noget.",
        "Mød op til tiden. De hjælper dig.",
    ],
)
def test_a_step_that_is_one_action(write_kb: WriteKb, step: str) -> None:
    assert "B115" not in codes(write_kb, with_step(step))


@pytest.mark.parametrize(
    "step", ["Udfyld skemaet. Send det.", "Betal gebyret, og send klagen.", "Hent og udfyld skemaet."]
)
def test_a_step_that_is_two_actions(write_kb: WriteKb, step: str) -> None:
    assert codes(write_kb, with_step(step)) == ["B115"]


GLOSSARY = (
    "ord:\n- ord: partshøring\n  betyder: Du kan sige din mening, før de bestemmer.\n"
    "- ord: MitID\n  betyder: Det, du logger på med.\n  hverdagsord: ja\n"
    "- ord: papmor\n  brug: [stedmor]\n  betyder: En stedmor.\n"
    "- ord: personligt tillæg\n  betyder: Penge til pensionister.\n"
)


@pytest.mark.parametrize(
    "kort",
    [
        "Du hører fra os om partshøring (din mening).",
        "Du kan sige din mening, før de bestemmer: partshøring.",
        "Log på med MitID.",
        "Det gælder for en papmor.",
        "Det kalder vi en partshøring.",
        "Det er personligt.",
    ],
)
def test_an_office_word_that_is_explained_or_daily(write_kb: WriteKb, kort: str) -> None:
    text = swapped(GOOD_TASK, "Du kan vælge en ny læge.", f'"{kort}"')
    assert codes(write_kb, text, more={"ordbog.yaml": GLOSSARY}) == []


def test_a_word_with_capitals_inside_is_no_other_word(write_kb: WriteKb) -> None:
    glossary = {"ordbog.yaml": "ord:\n- ord: AltID\n  betyder: En app fra staten.\n"}
    for kort, found in (("Du kan altid ringe.", []), ("Hent AltID.", ["B116"])):
        text = swapped(GOOD_TASK, "Du kan vælge en ny læge.", kort)
        assert codes(write_kb, text, more=glossary) == found


def test_an_office_word_is_said_once_and_not_when_it_is_the_title(write_kb: WriteKb) -> None:
    text = swapped(GOOD_TASK, "Du kan vælge en ny læge.", "Om partshøringer. Om partshøring. Om personligt tillæg.")
    assert codes(write_kb, text, more={"ordbog.yaml": GLOSSARY}) == ["B116", "B116"]
    titled = swapped(text, "Skift læge", "Partshøring og personligt tillæg")
    assert codes(write_kb, titled, more={"ordbog.yaml": GLOSSARY}) == []


def test_uncertainty_that_is_said_is_not_said_again(write_kb: WriteKb) -> None:
    text = swapped(TASK, "kontakt:", "kontakt:") + (
        f"{ANSWERED}usikkert: [En vej på papir er ikke fundet., Ingen kilde fra en myndighed er fundet.]\n"
    )
    assert codes(write_kb, text) == []


def test_a_private_solution_needs_no_authority_and_no_paper(write_kb: WriteKb) -> None:
    assert codes(write_kb, swapped(TASK, "kort:", "privat: true\nkort:") + ANSWERED) == []


def test_a_place_is_the_authority_on_itself(write_kb: WriteKb) -> None:
    place = f"{PLACE}web: https://www.cafe.dk/\nkilder: [{{adresse: https://cafe.dk/om, læst: 2026-11}}]\n"
    assert [p.code for p in load([write_kb({"steder/mitid-support.yaml": place})], advise=TODAY).problems] == []


def test_tasks_that_know_each_other_may_answer_the_same(write_kb: WriteKb) -> None:
    other = swapped(GOOD_TASK, "id: skift-laege", "id: find-laege").replace(
        "kilder:", "se_også: [skift-laege]\nkilder:"
    )
    assert codes(write_kb, GOOD_TASK, more={"opgaver/find-laege.yaml": other}) == []


def test_named_files_bring_advice_and_what_refers_to_them_only_errors(write_kb: WriteKb) -> None:
    other = swapped(TASK, "id: skift-laege", "id: find-laege").replace("Skift", "Find")
    folder = write_kb({FILE: f"{TASK}se_også: [find-laege, nej]\n", "opgaver/find-laege.yaml": other,
                       "blanketter/fd-001a.yaml": f"{FORM}se_også: [nej]\n"})  # fmt: skip
    named = frozenset([folder / "opgaver" / "find-laege.yaml"])
    report = check([folder], named, TODAY, advice=True)
    assert [(found.file.stem, found.code) for found in report.problems] == [
        ("find-laege", "B118"),
        ("find-laege", "B127"),
        ("find-laege", "B119"),
        ("skift-laege", "B031"),
    ]
    everything = check([folder], None, TODAY)
    assert (everything.errors, everything.advice, everything.hidden > 3) == (2, 0, True)
    assert [found.code for found in check([folder], None, TODAY, only=["B119"]).problems] == ["B119", "B119"]
    assert check([folder], None, TODAY, without=["B031"]).errors == 0


# --- Lists and numbers ----------------------------------------------------------------------------------------------


def test_denmark_has_98_kommuner() -> None:
    assert len(KOMMUNER) == 98
    assert all(name.isascii() and name == name.lower() for name in KOMMUNER)


@pytest.mark.parametrize(
    "host",
    ["www.borger.dk", "lifeindenmark.borger.dk", "odense.dk", "www.helsingor.dk", "kk.dk", "egedalkommune.dk",
     "BORGER.DK", "ikast-brande.dk", "regionsyddanmark.dk", "www.halsnaes.dk", "vesthimmerland.dk"],
)  # fmt: skip
def test_authorities(host: str) -> None:
    assert is_authority(host, AUTHORITIES)


def test_a_kommune_adds_sites_of_its_own(write_kb: WriteKb) -> None:
    own_page = GOOD_TASK.replace("https://www.borger.dk/", "https://www.helsecenter.example/")
    assert "B118" in codes(write_kb, own_page)
    assert "B118" not in codes(write_kb, own_page, more={"myndigheder.yaml": "kommuner: [helsecenter.example]\n"})


def test_a_site_that_is_none_is_told_where_it_stands(write_kb: WriteKb) -> None:
    folder = write_kb({FILE: GOOD_TASK, "myndigheder.yaml": "kommuner:\n- odense.dk\n- https://www.odense.dk/\n"})
    (found,) = load([folder]).problems
    assert (found.file.name, found.line, found.column, found.error) == ("myndigheder.yaml", 3, 3, True)


@pytest.mark.parametrize("host", ["", "dk", "avisen.dk", "borger.dk.example.com", "minborger.dk", "docplayer.dk"])
def test_no_authorities(host: str) -> None:
    assert not is_authority(host, AUTHORITIES)


@pytest.mark.parametrize(
    "text", ["70 12 80 63", "112", "2026-11-22", "20261122", "225.000.000 kr.", "CVR 70128063", "1.2.3.4"]
)
def test_texts_without_a_loose_number(text: str) -> None:
    assert list(loose_numbers(f"Se {text} her.")) == []


def test_years_from_and_to_are_no_number(write_kb: WriteKb) -> None:
    assert codes(write_kb, with_step("Tallet er fra 2022-2023.")) == []


@pytest.mark.parametrize("admits", ["(siden er uden år)", "i 2024", "(beløbet står i loven)"])
def test_an_amount_may_say_that_nobody_knows_its_year(write_kb: WriteKb, admits: str) -> None:
    assert codes(write_kb, with_step(f"Betal 225 kr. {admits}.")) == []
    assert codes(write_kb, with_step("Betal 225 kr. nu.")) == ["B131"]


def test_a_number_that_waits_to_be_confirmed_is_not_advised_about(write_kb: WriteKb) -> None:
    waiting = "ubekræftet: [{hvad: note, tekst: Ring 62 23 31 08., kilde: Loven, læst: 2026-11}]\n"
    kommune = {"kommuner/odense.yaml": MUNICIPALITY + waiting}
    assert "B132" not in codes(write_kb, GOOD_TASK, more=kommune)


@pytest.mark.parametrize("told", ["I Odense møder man op.", "Odense Kommune sender skemaet."])
def test_what_one_kommune_does_belongs_to_its_layer(write_kb: WriteKb, told: str) -> None:
    assert codes(write_kb, with_step(told), more={"kommuner/odense.yaml": MUNICIPALITY}).count("B133") == 1


@pytest.mark.parametrize(
    "told", ["Mød selv op (Odense, 2024).", "Send det til Retten i Odense.", "Skriv til 5000 Odense."]
)
def test_where_a_thing_was_read_is_not_what_a_kommune_does(write_kb: WriteKb, told: str) -> None:
    assert "B133" not in codes(write_kb, with_step(told), more={"kommuner/odense.yaml": MUNICIPALITY})


def test_a_kommunes_own_form_may_speak_of_it(write_kb: WriteKb) -> None:
    form = swapped(FORM, "kort: ", "kort: Odense bruger denne. ")
    assert "B133" in codes(
        write_kb, GOOD_TASK, more={"blanketter/fd-001a.yaml": form, "kommuner/odense.yaml": MUNICIPALITY}
    )
    owned = swapped(form, "udgiver: ", "udgiver: Odense Kommune #")
    assert "B133" not in codes(
        write_kb, GOOD_TASK, more={"blanketter/fd-001a.yaml": owned, "kommuner/odense.yaml": MUNICIPALITY}
    )


def test_a_number_in_any_spelling_comes_in_pairs() -> None:
    assert {in_pairs(typed) for typed in ("70128063", "+4570128063", "7012-8063", "70.12.80.63")} == {"70 12 80 63"}
    assert in_pairs("112") is None
    assert in_pairs("00 12 80 63") is None


@pytest.mark.parametrize(
    "text",
    ["321390-1234", "011390-1234", "70 12 80 63", "a.dk/0101901234", "2026-11-22", "12345678901", "0101901234.5"],
)
def test_what_is_no_cpr_number(text: str) -> None:
    assert list(cpr_numbers(f"x: https://{text}" if "/" in text else f"x: {text}")) == []


def test_a_file_that_cannot_be_used_is_looked_through_for_cpr_numbers_too(write_kb: WriteKb) -> None:
    folder = write_kb({FILE: "# 010190-0000\nid: [\n", "steder/hotline.yaml": STAFF_PLACE})
    assert [found.code for found in load([folder]).problems] == ["B103", "B004"]
