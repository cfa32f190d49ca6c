"""`blanket find`: what a helper types, what stands first, and what other programs read."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from blanket.paths import shipped
from tests.e2e.conftest import Blanket, environment

MITID_TASKS = {
    "nyt-mitid-borgerservice",
    "mitid-hjemme-med-pas",
    "mitid-ny-telefon",
    "mitid-glemt-kode-spaerret",
    "nemid-lukket",
}
POST_TASKS = {"laes-digital-post", "fritagelse-digital-post", "laeseadgang-digital-post"}


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("skifte læge", {"skift-laege"}),
        ("lægeskift", {"skift-laege"}),
        ("ny laege", {"skift-laege"}),
        ("change doctor", {"skift-laege"}),
        ("bolistøtte", {"soeg-boligstoette"}),
        ("bolig støtte", {"soeg-boligstoette"}),
        ("mor kan ikke læse digital post", POST_TASKS),
        ("nem id", MITID_TASKS),
        ("FD 1A", {"fd-001a"}),
        ("fd001a", {"fd-001a"}),
        ("banken ringer og vil have min kode", {"opkald-fra-banken"}),
        ("far skal på plejehjem", {"indflytning-plejehjem"}),
    ],
)
def test_the_right_entry_stands_first(blanket: Blanket, query: str, right: set[str]) -> None:
    ran = blanket("find", query, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["resultater"][0]["id"] in right


def test_the_readme_shows_what_the_program_says(blanket: Blanket) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    screens = re.findall(r"^\$ blanket ([^\n]+)\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert screens
    for command, shown in screens:
        assert blanket(*shlex.split(command)).out == shown


def test_words_without_a_command_are_a_search(blanket: Blanket) -> None:
    ran = blanket("skifte", "læge")
    assert ran.code == 0
    assert ran.out.startswith(" 1. Skift læge (opgave)")


def numbered(out: str) -> list[str]:
    return re.findall(r"^ ?(\d+)\. ", out, re.MULTILINE)


def said_of_hits(out: str) -> list[str]:
    return re.findall(r"^    \S.*$", out, re.MULTILINE)


def test_the_best_three_say_what_they_are_and_five_more_are_titles(blanket: Blanket) -> None:
    ran = blanket("find", "digital post")
    assert numbered(ran.out) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert len(said_of_hits(ran.out)) == 3


@pytest.mark.parametrize("query", ["digital post", "mitid", "FD 001A", "--emne=bolig", "xylofon i haven", "fltnig"])
def test_what_is_found_stays_within_16_rows(blanket: Blanket, query: str) -> None:
    assert len(blanket("find", query).out.splitlines()) <= 16


def test_as_many_as_asked_for(blanket: Blanket) -> None:
    assert len(numbered(blanket("find", "mitid", "--antal", "2").out)) == 2
    assert len(numbered(blanket("find", "mitid", "--antal", "14").out)) == 14
    assert len(numbered(blanket("find", "--emne", "bolig", "--antal", "4").out)) == 4
    assert len(numbered(blanket("find", "--emne", "bolig", "--antal", "15").out)) == 15


def test_a_weak_answer_is_short_and_says_whom_to_ring(fresh: Blanket) -> None:
    ran = fresh("find", "xylofon i haven")
    assert "vidensbasen har ikke noget" in ran.out
    assert "borgerens kommune" in ran.out
    assert numbered(ran.out) == ["1", "2", "3"]
    assert fresh("kommune", "odense").code == 0
    assert "Odense Kommune på 66 13 13 72" in " ".join(fresh("find", "xylofon i haven").out.split())
    assert "Odense Kommune på 66 13 13 72" in " ".join(fresh("find", "asdfgh").out.split())


def test_places_of_other_kommuner_are_out_of_the_way(fresh: Blanket) -> None:
    def ids(*arguments: str) -> list[str]:
        return [hit["id"] for hit in json.loads(fresh("find", *arguments, "--json").out)["resultater"]]

    elsewhere = "faaborg-midtfyn-plejehjem"
    assert elsewhere in ids("borgerservice", "--slags", "sted")
    fresh("kommune", "odense")
    assert elsewhere not in ids("borgerservice", "--slags", "sted", "--antal", "50")
    assert "odense-borgerservice" in ids("borgerservice", "--slags", "sted")
    assert elsewhere in ids("borgerservice", "--slags", "sted", "--alle", "--antal", "50")
    assert "aarhus-borgerservice-dokk1" in ids("borgerservice aarhus")


def test_why_is_told_when_asked_for(blanket: Blanket) -> None:
    assert "boligstøtte ≈ bolistøtte" in blanket("find", "bolistøtte", "--hvorfor").out
    assert "≈" not in blanket("find", "bolistøtte").out
    hits = json.loads(blanket("find", "gule kort væk", "--json").out)["resultater"]
    assert hits
    assert all(hit["hvorfor"] for hit in hits)


def test_json_is_one_document_with_the_agreed_keys(blanket: Blanket) -> None:
    ran = blanket("find", "lægeskift", "--json", "--antal", "3")
    data = json.loads(ran.out)
    assert data["søgning"] == "lægeskift"
    assert 1 <= len(data["resultater"]) <= 3
    assert set(data["resultater"][0]) == {"id", "slags", "titel", "point", "hvorfor"}


def test_only_the_kinds_asked_for(blanket: Blanket) -> None:
    hits = json.loads(blanket("find", "digital post", "--slags", "blanket", "--json").out)["resultater"]
    assert hits
    assert {hit["slags"] for hit in hits} == {"blanket"}


def test_a_subject_without_words_lists_the_subject(blanket: Blanket) -> None:
    hits = json.loads(blanket("find", "--emne", "oekonomi", "--json").out)["resultater"]
    texts = {file.stem: file.read_text(encoding="utf-8") for file in shipped("kb").rglob("*.yaml")}
    assert {hit["id"] for hit in hits} == {name for name, text in texts.items() if "\nemne: økonomi\n" in text} != set()


@pytest.mark.parametrize("query", ["asdfgh", "qwxz", "zzzzzzzzzz"])
def test_nothing_found_says_so_and_ends_with_1(blanket: Blanket, query: str) -> None:
    ran = blanket("find", query)
    assert ran.code == 1
    assert f"Ingenting fundet for “{query}”." in ran.out


def test_nothing_found_names_what_comes_near(blanket: Blanket) -> None:
    ran = blanket("find", "fltnig")
    assert ran.code == 1
    assert "Mente du:" in ran.out


def test_a_cpr_number_is_cut_out_with_a_warning(blanket: Blanket, warm_home: Path) -> None:
    ran = blanket("find", "skifte læge 010150-1234", "--json")
    assert "CPR" in ran.err
    assert "1234" not in ran.out
    assert json.loads(ran.out)["resultater"][0]["id"] == "skift-laege"
    kept = b"".join(path.read_bytes() for path in warm_home.rglob("*") if path.is_file())
    assert b"010150" not in kept


def test_nothing_typed_is_kept(blanket: Blanket, warm_home: Path) -> None:
    blanket("find", "xylofonkvababbelse lægeskift")
    kept = b"".join(path.read_bytes() for path in warm_home.rglob("*") if path.is_file())
    assert b"xylofonkvababbelse" not in kept


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["find"], "Skriv, hvad borgeren siger"),
        (["find", "--slags", "opgvae", "x"], "Mente du “opgave”?"),
        (["find", "--emne", "bolg"], "Mente du “bolig”?"),
        (["find", "--antal", "mange", "x"], "--antal"),
        (["find", "--jsno", "x"], "Mente du “--json”?"),
        (["find", "x", "--antal"], "--antal"),
    ],
)
def test_wrong_use_says_what_and_ends_with_2(blanket: Blanket, arguments: list[str], says: str) -> None:
    ran = blanket(*arguments)
    assert ran.code == 2
    assert says in ran.err
    assert "--hjælp" in ran.err or "Vælg en af disse" in ran.err


def test_lines_stay_within_the_terminal(blanket: Blanket) -> None:
    for columns in ("80", "40"):
        lines = blanket("find", "digital post", COLUMNS=columns).out.splitlines()
        assert max(map(len, lines)) <= int(columns)


def test_no_colour_in_a_pipe(blanket: Blanket) -> None:
    assert "\x1b" not in blanket("find", "mitid").out


def test_output_is_utf8_whatever_the_locale(blanket: Blanket) -> None:
    assert "læge" in blanket("find", "lægeskift", LANG="C", LC_ALL="C", PYTHONIOENCODING="latin-1").out


ALWAYS_HEAVY = ("rich", "pydantic", "numpy", "textual", "httpx", "yaml")


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["find", "mitid"], (*ALWAYS_HEAVY, "jinja2", "msgspec", "holidays", "typst")),
        (["vis", "skift-laege"], (*ALWAYS_HEAVY, "jinja2", "typst")),
        (["udskriv", "skift-laege", "-f", "txt", "-o", "-"], (*ALWAYS_HEAVY, "typst")),
        (["udskriv", "skift-laege", "-o", "-"], ALWAYS_HEAVY),
    ],
)
def test_the_commands_of_the_desk_import_nothing_heavy(
    arguments: list[str], heavy: tuple[str, ...], warm_home: Path
) -> None:
    script = (
        f"import sys; from blanket.cli.app import main; code = main({arguments!r});"
        f"print('loaded', [name for name in {heavy!r} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    for _ in range(2):  # the first run may make an index or a year's holidays
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, env=environment(warm_home), check=False
        )
        assert done.returncode == 0
    assert done.stderr.decode().strip().splitlines()[-1] == "loaded []"


def test_help_is_danish(blanket: Blanket) -> None:
    for arguments in (["--hjælp"], ["--help"], ["find", "-h"], ["kb", "--hjaelp"], []):
        ran = blanket(*arguments)
        assert ran.code == 0
        assert ran.out.startswith("Brug: blanket")
        for english in ("Usage", "Options", "Commands", "Arguments", "Show this", "OPTIONS", "ARGS", "TEXT", "default"):
            assert english not in ran.out
