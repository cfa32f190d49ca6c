"""Twelve answers become the files of a kommune."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from blanket.errors import BlanketError
from blanket.kb.base import load
from blanket.kb.editing.new_kommune import (
    QUESTIONS,
    Draft,
    hours_of,
    keep,
    known,
    kommune_named,
    take_up,
    usable,
    write,
    write_scaffold,
)
from tests.conftest import SMALL_BASE, write_files

STREET = "Ramsherred 5, 5700 Svendborg"
SHARED = {
    **SMALL_BASE,
    "kommuner/svendborg.yaml": "id: svendborg\nnavn: Svendborg Kommune\nkort: Det lokale.\nubekræftet:\n"
    "- {hvad: telefon, tekst: 62 23 31 07. Rådhuset., værdi: 62 23 31 07, kilde: https://www.svendborg.dk/,\n"
    "   læst: 2026-11}\n",
}
ANSWERS = {
    "telefon": "62 23 31 07",
    "telefontid": "man-tor 9-15, fre 9-13",
    "adresse": "Ramsherred 5, 5700 Svendborg",
    "tider": "man-ons 10-15, tor 10-17, fre 10-12.30",
    "aftale": "Bestil tid først.",
    "rolig_tid": "Ring, og få en tid kl. 9.",
    "sted": "Gudme Bibliotek",
    "sted_adresse": "Kirkegade 1, 5884 Gudme",
    "sted_tider": "tir 10-12",
    "hjælper_med": "MitID, Digital Post, blanketter",
    "hotline": "62 23 30 00",
    "logo": "",
}
ROWS = {
    "man-tor 9-15, fre 9-13": [
        {"dage": ["man", "tir", "ons", "tor"], "fra": "09:00", "til": "15:00"},
        {"dage": ["fre"], "fra": "09:00", "til": "13:00"},
    ],
    "mandag og onsdag kl. 10.30-15": [{"dage": ["man", "ons"], "fra": "10:30", "til": "15:00"}],
    "9-15 man-tor": [{"dage": ["man", "tir", "ons", "tor"], "fra": "09:00", "til": "15:00"}],
    "kl. 9-15 man-tor, 9-13 fre": [
        {"dage": ["man", "tir", "ons", "tor"], "fra": "09:00", "til": "15:00"},
        {"dage": ["fre"], "fra": "09:00", "til": "13:00"},
    ],
    "Tirsdag-torsdag 8 - 12": [{"dage": ["tir", "ons", "tor"], "fra": "08:00", "til": "12:00"}],
}


@pytest.mark.parametrize("typed", ROWS)
def test_hours_are_read_as_people_write_them(typed: str) -> None:
    assert hours_of(typed) == ROWS[typed]


@pytest.mark.parametrize(
    "typed", ["", "man", "man 25-26", "man 9-9", "hver dag 9-15", "man 9-15 undtagen juli", "9-15"]
)
def test_hours_that_cannot_be_read_are_asked_for_again(typed: str) -> None:
    assert hours_of(typed) is None


def test_there_are_twelve_questions_each_in_words() -> None:
    assert len(QUESTIONS) == 12
    assert all(question.text.strip() for question in QUESTIONS)


def test_what_the_base_knows_is_shown_with_its_source(tmp_path: Path) -> None:
    base = load([write_files(tmp_path / "fælles", SHARED)])
    kommune = kommune_named(base, "svendborg")
    assert kommune is not None
    (said,) = known(base, kommune, QUESTIONS[0])
    assert said.value == "62 23 31 07"
    assert "https://www.svendborg.dk/" in said.source
    assert kommune_named(base, "svenborg") is None
    assert kommune_named(base, "aeroe") is not None


def test_a_sentence_about_places_is_shown_and_is_no_address_to_take_over(tmp_path: Path) -> None:
    said = "Pas kan også bestilles på biblioteket."
    facts = [
        f"- {{hvad: adresse, tekst: '{one}', værdi: '{one}', kilde: Loven, læst: 2026-11}}\n" for one in (said, STREET)
    ]
    text = "id: svendborg\nnavn: Svendborg Kommune\nkort: Det lokale.\nubekræftet:\n" + "".join(facts)
    base = load([write_files(tmp_path / "fælles", {"kommuner/svendborg.yaml": text})])
    kommune = kommune_named(base, "svendborg")
    assert kommune is not None
    question = next(question for question in QUESTIONS if question.key == "adresse")
    assert [(one.text, one.value) for one in known(base, kommune, question)] == [(STREET, STREET), (said, "")]


@pytest.mark.parametrize(
    ("key", "typed"), [("telefon", "12"), ("telefon", "62 23 3O OO"), ("tider", "altid"), ("logo", "findes-ikke.svg")]
)
def test_an_answer_that_cannot_be_used_says_how_it_is_written(key: str, typed: str) -> None:
    question = next(question for question in QUESTIONS if question.key == key)
    with pytest.raises(BlanketError, match=typed):
        usable(question, typed)


def test_the_answers_become_files_without_an_error(tmp_path: Path) -> None:
    shared, own = write_files(tmp_path / "fælles", SHARED), tmp_path / "kb"
    logo = tmp_path / "vores.SVG"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    own.mkdir()
    kommune = kommune_named(load([shared, own]), "svendborg")
    assert kommune is not None
    said = {**ANSWERS, "logo": str(logo)}
    draft = Draft(kommune, date(2026, 11, 27), said, {"telefon": "https://www.svendborg.dk/"})
    files = write(draft, own)
    assert [file.name for file in files] == [
        "svendborg-borgerservice.yaml", "svendborg-gudme-bibliotek.yaml", "svendborg-hotline.yaml", "svendborg.yaml",
    ]  # fmt: skip
    assert [str(found) for found in load([shared, own]).problems if found.error] == []
    made: dict[str, Any] = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
    assert made["svendborg-borgerservice"]["telefon"] == "62 23 31 07"
    assert {"adresse": "https://www.svendborg.dk/", "læst": "2026-11-27"} in made["svendborg"]["kilder"]
    assert made["svendborg-hotline"]["for"] == "personale"
    assert made["svendborg"]["logo"]["fil"] == "svendborg-logo.svg"
    assert (own / "kommuner/svendborg-logo.svg").is_file()
    with pytest.raises(BlanketError):
        write(draft, own)


@pytest.mark.parametrize("missing", [question.key for question in QUESTIONS])
def test_any_answer_may_be_left_out(missing: str, tmp_path: Path) -> None:
    shared, own = write_files(tmp_path / "fælles", SHARED), tmp_path / "kb"
    own.mkdir()
    kommune = kommune_named(load([shared, own]), "svendborg")
    assert kommune is not None
    needed = {question.key for question in QUESTIONS if question.needs == missing}
    said = {key: text for key, text in ANSWERS.items() if text and key != missing and key not in needed}
    write(Draft(kommune, date(2026, 11, 27), said), own)
    assert [str(found) for found in load([shared, own]).problems if found.error] == []


def test_without_answers_the_explained_file_is_whole_and_laid_over_the_shared_one(tmp_path: Path) -> None:
    shared, own = write_files(tmp_path / "fælles", SHARED), tmp_path / "kb"
    own.mkdir()
    kommune = kommune_named(load([shared, own]), "svendborg")
    assert kommune is not None
    file = write_scaffold(kommune, own)
    assert "navn: Svendborg Kommune" in file.read_text(encoding="utf-8")
    assert "#rolig_tid:" in file.read_text(encoding="utf-8")
    base = load([shared, own])
    assert [str(found) for found in base.problems if found.error] == []


def test_answers_that_were_kept_are_taken_up_in_the_same_folder_alone(tmp_path: Path) -> None:
    kommune = kommune_named(load([write_files(tmp_path / "fælles", SHARED)]), "svendborg")
    assert kommune is not None
    kept = tmp_path / "gemt.json"
    keep(Draft(kommune, date(2026, 11, 27), {"telefon": "62 23 31 07"}, {"telefon": "https://a.dk/"}), tmp_path, kept)
    again, elsewhere = Draft(kommune, date(2026, 11, 28)), Draft(kommune, date(2026, 11, 28))
    take_up(again, tmp_path, kept)
    assert (again.earlier, again.earlier_sources) == ({"telefon": "62 23 31 07"}, {"telefon": "https://a.dk/"})
    take_up(elsewhere, tmp_path / "andet", kept)
    assert elsewhere.earlier == {}
    kept.write_text("{", encoding="utf-8")
    take_up(elsewhere, tmp_path, kept)
    assert elsewhere.earlier == {}


def test_a_run_that_was_cut_short_while_it_wrote_is_finished_by_the_next(tmp_path: Path) -> None:
    shared, own = write_files(tmp_path / "fælles", SHARED), tmp_path / "kb"
    own.mkdir()
    kommune = kommune_named(load([shared, own]), "svendborg")
    assert kommune is not None
    draft = Draft(kommune, date(2026, 11, 27), {key: text for key, text in ANSWERS.items() if text})
    files = write(draft, own)
    files[-1].unlink()
    assert write(draft, own) == files
    assert files[-1].is_file()
    files[-1].unlink()
    files[0].write_text("id: noget-andet\n", encoding="utf-8")
    with pytest.raises(BlanketError, match="findes allerede"):
        write(draft, own)
    assert not files[-1].exists()
