"""Holding sentences up against their sources: which there are, what they claim, and what the log says was read."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bench.readings import main
from blanket.kb.base import load
from blanket.kb.review.readings import NO_KIND, UNREAD, coverage, read_log, verdicts
from blanket.kb.review.sentences import Claim, claims, fingerprint, kinds_of, only
from blanket.paths import shipped
from tests.conftest import SMALL_BASE, TASK, WriteKb
from tests.kb.samples import swapped

ROOT = Path(__file__).parents[3]
HEADER = "id\tfelt\tfingeraftryk\tside\tdag\tdom\tnote\n"
PAPER = TASK + "papir: {trin: [Ring til kommunen. Du skal ringe senest mandag., Bed om en tid.]}\n"


def claims_in(write_kb: WriteKb, **files: str) -> list[Claim]:
    return list(claims(load([write_kb({**SMALL_BASE, **files})])))


def line(text: str, verdict: str = "står", day: str = "2026-11-27", identifier: str = "skift-laege") -> str:
    return f"{identifier}\tkort\t{fingerprint(text)}\thttps://www.borger.dk/\t{day}\t{verdict}\t\n"


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Det er altid gratis", "altid, gratis"),
        ("Du må ikke vente", "må ikke"),
        ("Det må du ikke", "må ikke"),
        ("Du må aldrig sende koden", "aldrig"),
        ("Det sker af sig selv senest den 1. maj", "senest, af sig selv, tal"),
        ("Det gælder til og med fredag", "til og med, ugedag"),
        ("Skiftet sker automatisk", "automatisk"),
        ("Når du fylder 15 år, kan du selv", "tal, alder"),
        ("Er barnet under 18, skal du med", "skal, tal, alder"),
        ("Tag to billeder med", "tal"),
        ("Det koster 1.114 kr. om måneden", "tal, beløb"),
        ("Er formuen over 100.000 kr., får du mindre", "tal, beløb"),
        ("Kommunen vurderer, om alle kan", "alle, myndighed"),
        ("Ingen kan søge, før du er flyttet, eller efter 1. maj", "før, efter, ingen, tal"),
        ("Søg tidligst i juni, hvis du kun har én", "kun, tidligst, hvis"),
        ("Ring til lægen", ""),
    ],
)
def test_kinds_of_claim(sentence: str, kinds: str) -> None:
    assert set(kinds_of(sentence)) == set(filter(None, kinds.split(", ")))


def test_every_sentence_has_its_path_and_fingerprint(write_kb: WriteKb) -> None:
    found = [claim for claim in claims_in(write_kb, **{"opgaver/skift-laege.yaml": PAPER}) if claim.id == "skift-laege"]
    assert [(claim.at, claim.text) for claim in found] == [
        ("myndighed", "Kommunen"),
        ("kort", "Du kan vælge en ny læge"),
        ("papir.trin[0]", "Ring til kommunen"),
        ("papir.trin[0]", "Du skal ringe senest mandag"),
        ("papir.trin[1]", "Bed om en tid"),
    ]
    assert found[0].kinds == ("myndighed",)


def test_a_fingerprint_is_of_the_letters_and_not_of_how_they_are_composed() -> None:
    composed = "Få hjælp på øen"
    assert fingerprint(composed) == fingerprint(unicodedata.normalize("NFD", composed))
    assert fingerprint(composed) != fingerprint("Få hjælp på Øen")
    assert fingerprint("") == "e3b0c44298fc"  # SHA-256 of nothing, FIPS 180-4


def test_a_sentence_stands_as_it_is_written(write_kb: WriteKb) -> None:
    text = swapped(TASK, "Du kan vælge en ny læge.", "Se borger.dk, fx om 1.114 kr. pr. måned.")
    found = claims_in(write_kb, **{"opgaver/skift-laege.yaml": text})
    assert "Se borger.dk, fx om 1.114 kr. pr. måned" in [claim.text for claim in found]


def test_what_only_staff_read_is_no_claim(write_kb: WriteKb) -> None:
    more = "personale: {må: [Du må det hele.]}\nusikkert: [Gælder det altid?]\nsøgetest: [ny læge]\n"
    texts = {claim.text for claim in claims_in(write_kb, **{"opgaver/skift-laege.yaml": TASK + more})}
    assert texts == {claim.text for claim in claims_in(write_kb)}
    assert "Ring, når du står med en borger" not in texts  # the summary of a staff line


def test_tasks_come_first_and_the_glossary_last(write_kb: WriteKb) -> None:
    kinds = [claim.kind for claim in claims_in(write_kb)]
    assert list(dict.fromkeys(kinds)) == ["opgave", "forløb", "blanket", "sted", "ord"]


def test_claims_can_be_chosen_by_id_and_by_kind(write_kb: WriteKb) -> None:
    found = claims_in(write_kb, **{"opgaver/skift-laege.yaml": PAPER})
    assert [claim.text for claim in only(found, ["skift-laege"], ["senest", "gratis"])] == [
        "Du skal ringe senest mandag"
    ]
    assert list(only(found)) == found


def test_what_was_read_is_counted_by_kind_and_verdict(write_kb: WriteKb) -> None:
    log = HEADER + line("Ring til kommunen") + line("Du skal ringe senest mandag", "rettet") + line("Noget andet")
    folder = write_kb({"opgaver/skift-laege.yaml": PAPER, "laesninger/anna.tsv": log})
    base = load([folder])
    found = coverage(claims(base), read_log([folder]), base.former)
    assert found.whole == Counter({UNREAD: 3, "står": 1, "rettet": 1})
    assert found.counts["senest"] == Counter({"rettet": 1})
    assert found.counts[NO_KIND] == Counter({"står": 1, UNREAD: 2})
    assert [(reading.line, reading.file.name) for reading in found.outdated] == [(4, "anna.tsv")]


def test_the_latest_reading_counts_whoever_made_it(write_kb: WriteKb) -> None:
    early, late = line("A", "usikkert", "2026-11-01"), line("A", "står", "2026-11-02")
    folder = write_kb({"laesninger/anna.tsv": HEADER + late, "laesninger/bo.tsv": HEADER + early})
    (reading,) = verdicts(read_log([folder]), {}).values()
    assert (reading.verdict, reading.day) == ("står", date(2026, 11, 2))


def test_a_reading_follows_an_entry_to_its_new_id(write_kb: WriteKb) -> None:
    task = swapped(PAPER, "id: skift-laege\n", "id: skift-laege\ntidligere_id: [laegevalg]\n")
    log = HEADER + line("Ring til kommunen", identifier="laegevalg")
    folder = write_kb({"opgaver/skift-laege.yaml": task, "laesninger/anna.tsv": log})
    base = load([folder])
    found = coverage(claims(base), read_log([folder]), base.former)
    assert (found.whole["står"], found.outdated) == (1, [])


GOOD = line("A").rstrip("\n")


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (GOOD.replace("står", "sandt"), "dom"),
        (GOOD.replace("2026-11-27", "27/11"), "dato"),
        (GOOD.replace("2026-11-27", "2026-02-30"), "dato"),
        (GOOD.replace("2026-11-27", "20261127"), "dato"),
        (GOOD.replace(fingerprint("A"), "abc"), "fingeraftryk"),
        (GOOD.replace("https://www.borger.dk/", ""), "side"),
        (GOOD.replace("skift-laege", ""), "id"),
        (GOOD.replace("\t", " "), "felter"),
        (GOOD + "\tmere", "felter"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_others_count(write_kb: WriteKb, bad: str, says: str) -> None:
    folder = write_kb({"laesninger/anna.tsv": f"{HEADER}{GOOD}\n{bad}\n\n{GOOD}\n"})
    log = read_log([folder])
    assert [(found.line, says in found.message) for found in log.broken] == [(3, True)]
    assert str(log.broken[0]).startswith(f"{folder / 'laesninger/anna.tsv'}:3: ")
    assert [reading.line for reading in log.readings] == [2, 5]


@pytest.mark.parametrize(
    "content", [b"", GOOD.encode(), HEADER.encode("utf-16"), HEADER.replace("dom", "svar").encode()]
)
def test_a_log_without_its_header_or_in_another_encoding_is_named(write_kb: WriteKb, content: bytes) -> None:
    log = read_log([write_kb({"laesninger/anna.tsv": content})])
    assert [found.line for found in log.broken] == [1]
    assert log.readings == []


def test_a_note_may_be_left_out_with_its_tab(write_kb: WriteKb) -> None:
    log = read_log([write_kb({"laesninger/anna.tsv": HEADER + GOOD.rstrip("\t")})])
    assert (len(log.readings), log.broken) == (1, [])


def test_the_tool_lists_and_counts(write_kb: WriteKb, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_kb({"opgaver/skift-laege.yaml": PAPER, "laesninger/anna.tsv": HEADER + line("Ring til kommunen")})
    assert main(["--kb", str(folder), "list", "--ids", "skift-laege", "--kinds", "senest"]) == 0
    rows = [row.split("\t") for row in capsys.readouterr().out.splitlines()]
    assert rows[1:] == [
        [
            "skift-laege",
            "papir.trin[0]",
            fingerprint("Du skal ringe senest mandag"),
            "senest, skal, ugedag",
            "Du skal ringe senest mandag",
        ]
    ]
    assert main(["--kb", str(folder), "count"]) == 0
    whole = next(row for row in capsys.readouterr().out.splitlines() if row.startswith("alle slags"))
    assert whole.split()[2:] == ["5", "1", "0", "0", "0", "4"]


def test_the_tool_fails_when_a_line_of_the_log_is_broken(write_kb: WriteKb, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_kb({"opgaver/skift-laege.yaml": PAPER, "laesninger/anna.tsv": f"{HEADER}nej\n"})
    assert main(["--kb", str(folder), "count"]) == 1
    assert "anna.tsv:2" in capsys.readouterr().err


def test_the_shipped_log_has_no_broken_line() -> None:
    assert [str(found) for found in read_log([shipped("kb")]).broken] == []


def test_the_log_is_no_part_of_the_base_that_is_used(write_kb: WriteKb, tmp_path: Path) -> None:
    with_log = write_kb({**SMALL_BASE, "laesninger/anna.tsv": "nej\n"})
    assert load([with_log]).problems == []


def test_everything_of_the_base_but_what_is_for_its_maintainers_goes_into_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    there = {f"kb/{item.name}" for item in (ROOT / "kb").iterdir() if not item.name.startswith(".")}
    assert {name for name in packed if name.startswith("kb/")} == there - {"kb/laesninger", "kb/reformer.yaml"}
    assert all(target == f"blanket/_shipped/{name}" for name, target in packed.items())
