"""`blanket vis`: the whole guide, what HVAD may be, and broken files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import TASK, WriteKb
from tests.e2e.conftest import Blanket, run


def positions(lines: list[str], parts: list[str]) -> list[int]:
    return [next(number for number, line in enumerate(lines) if line[2:].startswith(part)) for part in parts]


def test_the_screen_has_its_parts_in_order(blanket: Blanket) -> None:
    lines = blanket("vis", "skift-laege").out.splitlines()
    assert lines[0] == "Skift læge"
    found = positions(lines, ["Bestemmer:", "Må jeg hjælpe?", "Frist:", "Med:", "Pris:", "Ring:", " 1. "])
    assert found == sorted(found)
    assert "Uden nettet:" in lines
    assert len(lines) <= 22
    last = " ".join(lines[-3:])
    for said in ("(--net)", "(--kilder)", "(--alt)", "Ikke kontrolleret"):
        assert said in last


def test_the_whole_guide_has_its_parts_in_order(blanket: Blanket) -> None:
    lines = blanket("vis", "skift-laege", "--alt").out.splitlines()
    parts = ["Skift læge", "Hvem bestemmer", "Må jeg hjælpe?", "Digitalt", "Uden digital", "Tag med", "Frister", "Pris"]
    parts += ["Ring til", "Godt at vide", "Se også", "Usikkert", "Kilder", "Ikke kontrolleret"]
    found = [next(number for number, line in enumerate(lines) if line.startswith(part)) for part in parts]
    assert found == sorted(found)


def test_the_digital_steps_and_the_sources_when_asked_for(blanket: Blanket) -> None:
    net = blanket("vis", "skift-laege", "--net").out
    assert "På nettet, fra borger.dk:" in net
    assert "Uden nettet:" not in net
    sources = blanket("vis", "skift-laege", "--kilder").out
    assert "https://www.vejle.dk/" in sources
    assert "Gebyret for 2025 og 2026 er ikke fundet." in sources
    assert "Bestemmer:" not in sources


@pytest.mark.parametrize(
    ("what", "title"),
    [
        (["skift-laege"], "Skift læge"),
        (["skifte", "læge"], "Skift læge"),
        (["FD 001A"], "FD 001A"),
        (["fd1a"], "FD 001A"),
        (["indflytning-plejehjem"], ""),
        (["odense-borgerservice"], "Borgerservice Odense"),
        (["odense"], "Odense Kommune"),
        (["ord-partshoering"], "partshøring"),
    ],
)
def test_every_kind_can_be_shown(blanket: Blanket, what: list[str], title: str) -> None:
    ran = blanket("vis", *what)
    assert ran.code == 0, ran.err
    assert ran.out.lower().startswith(title.lower())


def test_a_number_of_the_last_search(blanket: Blanket) -> None:
    ids = [hit["id"] for hit in json.loads(blanket("find", "digital post", "--json").out)["resultater"]]
    shown = json.loads(blanket("vis", "2", "--json").out)
    assert shown["opslag"]["id"] == ids[1]


def test_a_number_that_the_last_search_did_not_have(blanket: Blanket, fresh: Blanket) -> None:
    blanket("find", "lægeskift")
    missing = blanket("vis", "99")
    assert missing.code == 1
    assert "99" in missing.err
    unasked = fresh("vis", "1")
    assert unasked.code == 1
    assert "blanket find" in unasked.err


def test_unclear_words_list_the_candidates_and_their_numbers_work(blanket: Blanket) -> None:
    ran = blanket("vis", "børn")
    assert ran.code == 1
    assert " 1. " in ran.out
    assert blanket("vis", "1").code == 0


def test_nothing_of_that_name(blanket: Blanket) -> None:
    ran = blanket("vis", "qwxzqwxz")
    assert ran.code == 1
    assert "qwxzqwxz" in ran.err


def test_the_chosen_kommune_is_laid_over(fresh: Blanket) -> None:
    assert "Odense" not in fresh("vis", "fritagelse-digital-post").out
    assert fresh("kommune", "odense").code == 0
    assert "66 13 13 72" in fresh("vis", "fritagelse-digital-post").out
    assert "Lokalt: Odense Kommune" in fresh("vis", "fritagelse-digital-post", "--alt").out
    assert fresh("kommune", "--ingen").code == 0
    assert "Odense" not in fresh("vis", "fritagelse-digital-post").out


def test_a_volunteer_sees_no_line_for_staff_and_no_internal_note(fresh: Blanket) -> None:
    note = "Tjek først, om lægen er lukket for tilgang."
    assert note in fresh("vis", "skift-laege", "--alt").out
    assert fresh("kommune", "odense", "--rolle", "frivillig").code == 0
    for shown in (("--alt",), ("--json",), ()):
        out = fresh("vis", "skift-laege", *shown).out
        assert note not in out
        assert "frivillig" in out
        assert "20 57 07 20" not in fresh("vis", "odense", *shown).out
    refused = fresh("vis", "odense-hotline-medarbejdere")
    assert refused.code == 1
    assert "20 57 07 20" not in refused.out + refused.err
    found = json.loads(fresh("find", "hotline for medarbejdere", "--json").out)["resultater"]
    assert "odense-hotline-medarbejdere" not in [hit["id"] for hit in found]
    assert "hotline" not in fresh("vis", "odense").out.lower()


def test_an_unknown_kommune_is_told_with_the_one_that_was_meant(blanket: Blanket) -> None:
    ran = blanket("kommune", "odnse")
    assert ran.code == 1
    assert "Mente du “Odense Kommune”?" in ran.err
    assert "blanket kommune NAVN" in ran.err


def test_settings_that_cannot_be_read_are_noted_and_the_work_goes_on(tmp_path: Path) -> None:
    run(tmp_path, "kommune", "odense")
    settings = next((tmp_path / "config").rglob("indstillinger.json"))
    settings.write_text("{not json", encoding="utf-8")
    ran = run(tmp_path, "vis", "skift-laege")
    assert ran.code == 0
    assert "Skift læge" in ran.out
    assert str(settings) in ran.err


@pytest.mark.parametrize("shown", [(), ("--net",), ("--kilder",), ("--alt",)])
def test_lines_are_whole_words_within_80_columns(blanket: Blanket, shown: tuple[str, ...]) -> None:
    for entry in ("skift-laege", "fd-001a", "odense", "indflytning-plejehjem", "odense-borgerservice"):
        for line in blanket("vis", entry, *shown).out.splitlines():
            assert len(line) <= 80 or " " not in line.strip(), line  # a long address stands alone on its line


def test_the_role_is_kept_and_told(fresh: Blanket) -> None:
    assert "Borgerservice" in fresh("kommune").out
    assert fresh("kommune", "--rolle", "ansat").code == 0
    assert "ansat i kommunen" in fresh("kommune").out
    assert "Svar til: ansat i kommunen" in fresh("vis", "skift-laege").out
    wrong = fresh("kommune", "--rolle", "frivilig")
    assert wrong.code == 2
    assert "Mente du “frivillig”?" in wrong.err


def test_the_sheet_for_colleagues_is_not_for_volunteers(fresh: Blanket) -> None:
    made = fresh("udskriv", "odense", "--format", "txt", "-o", "-")
    assert made.code == 0
    assert "20 57 07 20" in made.out
    fresh("kommune", "--rolle", "frivillig")
    refused = fresh("udskriv", "odense", "--format", "txt", "-o", "-")
    assert refused.code == 1
    assert "20 57 07 20" not in refused.out + refused.err


def test_a_kommune_on_one_screen(blanket: Blanket) -> None:
    lines = blanket("vis", "odense").out.splitlines()
    assert len(lines) <= 22
    text = "\n".join(lines)
    for said in ("66 13 13 72", "Borgerservice Odense", "Hjælper ikke med:", "Mangler:", "blanket steder"):
        assert said in text


def test_a_broken_entry_is_told_with_its_place(tmp_path: Path, write_kb: WriteKb) -> None:
    kb = write_kb({"opgaver/hundetegn.yaml": TASK.replace("titel:", "titl:").replace("skift-laege", "hundetegn")})
    ran = run(tmp_path, "vis", "hundetegn", "--kb", str(kb))
    assert ran.code == 3
    assert "hundetegn.yaml:" in ran.err
    assert "titel" in ran.err


BROKEN: dict[str, str | bytes] = {
    "duplicate-key": TASK + "titel: igen\n",
    "not-utf8": TASK.encode("cp1252"),
    "alias": TASK.replace("kort: Du", "kort: &a Du"),
    "too-deep": "id: " + "[" * 200 + "]" * 200,
    "too-large": TASK + "# " + "x" * 600_000,
    "unknown-key": TASK + "søgerod: [x]\n",
    "missing-key": TASK.replace("emne: sundhed\n", ""),
    "wrong-type": TASK.replace('"70 12 80 63"', "70128063"),
    "syntax": TASK + "a: [b\n",
    "tab": TASK + "digital:\n\ttrin: [a]\n",
}


@pytest.mark.usefixtures("small_base")
@pytest.mark.parametrize("kind", list(BROKEN))
def test_each_kind_of_broken_file_ends_with_3_and_the_rest_goes_on(
    tmp_path: Path, write_kb: WriteKb, kind: str
) -> None:
    kb = write_kb({"opgaver/skift-laege.yaml": BROKEN[kind], "opgaver/hel.yaml": TASK.replace("skift-laege", "hel")})
    check = run(tmp_path, "kb", "tjek", "--uden", "B104", "--kb", str(kb))
    assert check.code == 3
    line = next(line for line in check.out.splitlines() if "skift-laege.yaml" in line)
    place = line.split("skift-laege.yaml:")[1].split(" ")[0].split(":")
    assert all(part.isdigit() and int(part) >= 1 for part in place)
    assert len(place) == 2
    found = run(tmp_path, "find", "vælge ny læge", "--kb", str(kb), "--json")
    assert "hel" in [hit["id"] for hit in json.loads(found.out)["resultater"]]
    assert "1 opslag kan ikke læses" in found.err
