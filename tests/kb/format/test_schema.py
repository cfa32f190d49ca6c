"""The form check: everything that is wrong with a file in one go, and help with misspelt words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from blanket.kb.format.glossary import Glossary
from blanket.kb.format.model import MODELS, Entry, Form, Journey, Municipality, Place, Task
from blanket.kb.format.parts import Day
from blanket.kb.format.problem import Problem
from blanket.kb.format.reading import MAX_PROBLEMS, read_bytes
from blanket.kb.format.schema import decode
from tests.conftest import FORM, JOURNEY, MUNICIPALITY, PLACE, TASK
from tests.kb.samples import swapped

MINIMAL = {
    "opgave": TASK, "forløb": JOURNEY, "blanket": FORM, "sted": PLACE, "kommune": MUNICIPALITY,
}  # fmt: skip


def problems_of(text: str, model: type = Task) -> list[Problem]:
    document = read_bytes(text.encode("utf-8"), Path("a.yaml"))
    content = decode(document, model)
    assert (content is None) == bool(document.problems)
    return sorted(document.problems)


def test_a_minimal_entry_of_every_kind_can_be_decoded() -> None:
    assert MINIMAL.keys() == MODELS.keys()
    for kind, text in MINIMAL.items():
        entry = decode(read_bytes(text.encode("utf-8"), Path("a.yaml")), MODELS[kind])
        assert isinstance(entry, MODELS[kind])
        assert entry.id in text


def test_values_arrive_in_their_fields() -> None:
    text = (
        f"{TASK}gebyr: [{{tekst: Det koster 225 kr., år: 2024, kilde: Loven}}]\nprivat: true\npersonale: {{må: [Se]}}\n"
    )
    task = decode(read_bytes(text.encode("utf-8"), Path("a.yaml")), Task)
    assert task is not None
    assert (task.title, task.subject, task.private) == ("Skift læge", "sundhed", True)
    assert task.contacts[0].phone == "70 12 80 63"
    assert (task.fees[0].year, task.staff.may) == (2024, ("Se",))


def test_everything_that_is_wrong_is_reported_in_one_go() -> None:
    text = """\
id: Skift Læge
titel: Skift læge
sogeord: [ny læge]
emne: sunhed
kort:
kontakt:
- navn: Borgerservice
  telefon: 70128063
  tlf: "70 12 80 63"
medbring: Sundhedskort
privat: ja
"""
    assert [(found.line, found.column, found.code) for found in problems_of(text)] == [
        (1, 1, "B021"),  # myndighed
        (1, 5, "B026"),
        (3, 1, "B020"),
        (4, 7, "B025"),
        (5, 1, "B022"),
        (8, 12, "B027"),
        (9, 3, "B020"),
        (10, 11, "B024"),
        (11, 9, "B023"),
    ]


def test_a_file_with_very_much_wrong_shows_the_beginning_only() -> None:
    found = problems_of("".join(f"nøgle{number}: 1\n" for number in range(5000)))
    assert len(found) == MAX_PROBLEMS
    assert [one.line for one in found] == list(range(1, MAX_PROBLEMS + 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sogeord", "søgeord"), ("soegeord", "søgeord"), ("Søgeord", "søgeord"), ("title", None), ("kilde", "kilder"),
        ("gebyrer", "gebyr"), ("frist", "frister"), ("se_ogsa", "se_også"), ("godt_at_videe", "godt_at_vide"),
        ("medbringe", "medbring"), ("xyz", None),
    ],
)  # fmt: skip
def test_a_misspelt_key_brings_up_the_right_one(typed: str, meant: str | None) -> None:
    (found,) = problems_of(f"{TASK}{typed}: []\n")  # every key that a task must have is there, so it is none of those
    assert found.code == "B020"
    assert (f"Mente du “{meant}”?" in found.message) if meant else ("Mente du" not in found.message)


def test_a_misspelt_key_that_must_be_there_is_both_unknown_and_missing() -> None:
    found = problems_of(swapped(TASK, "titel:", "title:"))
    assert [one.code for one in found] == ["B021", "B020"]
    assert "Mente du “titel”?" in found[1].message


@pytest.mark.parametrize("key", ["id", "titel", "fuldmagt", "søgeord", "kontakt", "digital", "privat"])
@pytest.mark.parametrize("empty", ["", " ~", " null", " # senere"])
def test_a_key_without_value_is_a_problem_of_the_key(key: str, empty: str) -> None:
    found = [one for one in problems_of(f"{key}:{empty}\n") if one.code == "B022"]
    assert [(one.line, one.column) for one in found] == [(1, 1)]
    assert f"“{key}”" in found[0].message


@pytest.mark.parametrize(
    "typed", ["70128063", "+4570128063", "1881", "112.0", "yes", "No", "on", "true", "10:30", "1_000"]
)
def test_what_yaml_takes_for_something_else_than_text_is_shown_as_typed_with_quotation_marks(typed: str) -> None:
    (found,) = problems_of(swapped(TASK, '"70 12 80 63"', typed))
    assert found.code == "B027"
    assert f'"{typed}"' in found.cure


@pytest.mark.parametrize("phone", ["70 12 80 63", "112", "1813", "116 111"])
def test_danish_phone_numbers_are_accepted(phone: str) -> None:
    assert problems_of(swapped(TASK, "70 12 80 63", phone)) == []


@pytest.mark.parametrize("phone", ["70128063", "7012 8063", "+45 70 12 80 63", "70 12 80 6", "70 12 80 63 ", "12"])
def test_other_spellings_of_phone_numbers_are_refused(phone: str) -> None:
    assert [found.code for found in problems_of(swapped(TASK, "70 12 80 63", phone))] == ["B026"]


@pytest.mark.parametrize(
    ("file", "is_one"),
    [("odense-logo.svg", True), ("a.png", True)]
    + [(name, False) for name in ("../a.svg", "/a.svg", "b\\a.svg", "C:a.svg", ".a.svg", "a.jpg")],
)
def test_a_logo_is_a_file_beside_the_kommunes_own(file: str, is_one: bool) -> None:
    """Never one of another folder, and never C:a.svg, which Windows looks for where drive C happens to be."""
    found = problems_of(f"{MUNICIPALITY}logo: {{fil: '{file}', alt: Odenses våben}}\n", Municipality)
    assert [each.code for each in found] == ([] if is_one else ["B026"])


@pytest.mark.parametrize("day", ["2026-11-30", "2026-11", '"2026"'])
def test_dates_need_no_quotation_marks_but_a_year_alone_does(day: str) -> None:
    assert problems_of(f"{TASK}kilder: [{{navn: Loven, læst: {day}}}]\n") == []


@pytest.mark.parametrize(
    "day",
    [
        "30-11-2026",
        "2026-1-1",
        "2026-13",
        "2026-11-32",
        "26-11-30",
        "november 2026",
        "2026-02-30",
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-11-31",
        '"0000"',
        "9999-12-31",
        '"2100"',
        "1899-12",
    ],
)
def test_other_spellings_of_dates_are_refused_and_the_right_one_is_shown(day: str) -> None:
    (found,) = problems_of(f"{TASK}kilder: [{{navn: Loven, læst: {day}}}]\n")
    assert found.code == "B026"
    assert "2026-11-30" in found.cure


@pytest.mark.parametrize(
    "day", ["2024-02-29", "2000-02-29", "2026-01-31", "2026-04-30", "2026-12-31", "1954", "2099-12"]
)
def test_days_that_there_are(day: str) -> None:
    text = f'"{day}"' if len(day) == 4 else day
    assert problems_of(f"{TASK}kilder: [{{navn: Loven, læst: {text}}}]\n") == []


def test_the_calendar_of_the_form_is_that_of_the_world() -> None:
    pattern = re.compile(get_args(Day)[1].pattern)
    for year in (1900, 1904, 1999, 2000, 2023, 2024, 2026, 2096, 2099):
        for month in range(14):
            for number in range(33):
                text = f"{year}-{month:02}-{number:02}"
                try:
                    date.fromisoformat(text)
                    there = True
                except ValueError:
                    there = False
                assert bool(pattern.fullmatch(text)) == there, text


@pytest.mark.parametrize("clock", ["9:30", "09.30", "25:00", "kl. 9", "09:60"])
def test_other_spellings_of_times_are_refused(clock: str) -> None:
    (found,) = problems_of(f'{PLACE}tider: [{{dage: [man], fra: "{clock}", til: "15:00"}}]\n', Place)
    assert found.code == "B026"
    assert "09:30" in found.cure


def test_empty_file_says_so() -> None:
    (found,) = problems_of("")
    assert (found.code, found.line, found.column) == ("B013", 1, 1)


def test_list_at_the_top_says_which_keys_belong_there() -> None:
    (found,) = problems_of("- id: a\n")
    assert (found.code, found.line, found.column) == ("B023", 1, 1)
    assert "id, titel, emne" in found.message


@pytest.mark.parametrize("kind", MODELS)
def test_what_must_be_there_is_asked_for_with_what_it_is(kind: str) -> None:
    missing = problems_of("søgeord: [a]\n", MODELS[kind])
    assert {found.code for found in missing} == {"B021"}
    for found in missing:
        assert len(found.cure) > len("Tilføj den. "), "the cure says what the key holds"


@pytest.mark.parametrize("model", [Task, Form, Journey, Place, Municipality, Glossary])
@pytest.mark.parametrize("value", ["a", 1, True, 1.5, None, [], {}, [1, [2]], {"a": {"b": 1}}])
def test_no_value_anywhere_makes_the_check_raise(model: type, value: object) -> None:
    keys = [field.encode_name for field in msgspec.structs.fields(model)]
    for data in (value, dict.fromkeys(keys, value), {key: [value, value] for key in keys}):
        document = read_bytes(msgspec.json.encode(data), Path("a.yaml"))  # JSON is YAML too
        assert decode(document, model) is None
        assert document.problems


def test_a_file_that_could_not_be_read_is_not_checked_further() -> None:
    assert [found.code for found in problems_of("id: a\nid: b\nxyz: 1\n")] == ["B012"]


def test_models_are_closed_and_described() -> None:
    """A cure often is the description: every key that a maintainer can write has one."""
    for model in MODELS.values():
        assert issubclass(model, Entry)
        for field in msgspec.inspect.type_info(model).fields:  # type: ignore[attr-defined]
            assert isinstance(field.type, msgspec.inspect.Metadata), field.name
            assert (field.type.extra_json_schema or {}).get("description"), field.name
