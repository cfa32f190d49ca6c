"""The shared base changes underneath a kommune: the overlap is shown in three versions, and merged."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import MUNICIPALITY, SMALL_BASE, TASK, write_files
from tests.e2e.conftest import run
from tests.e2e.typing_keys import at_a_terminal

pytestmark = pytest.mark.usefixtures("small_base")

MORE = (
    "papir: {trin: ['Ring til din kommune, og bestil tid.', Vent på brev.]}\n"
    "gebyr: [{tekst: Det koster 235 kr., år: 2026, kilde: Loven}]\n"
)
LAYER = """\
lag:
  skift-laege:
    ret:
    - nøgle: papir.trin.1
      til: Ring til Borgerservice, og bestil tid.
      før: Ring til din kommune, og bestil tid.
    - nøgle: gebyr.1.tekst   # aftalt i byrådet
      til: Hos os koster det 100 kr.
      før: Det koster 235 kr.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "hjem"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A shared base, and a kommune's own folder with a layer over it."""
    write_files(tmp_path / "fælles", {**SMALL_BASE, "opgaver/skift-laege.yaml": TASK + MORE})
    write_files(tmp_path / "kb", {"kommuner/odense.yaml": MUNICIPALITY + LAYER})
    return tmp_path


def shared(work: Path, text: str) -> None:
    (work / "fælles/opgaver/skift-laege.yaml").write_text(text, encoding="utf-8")


def changes(work: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((work / "kb/kommuner/odense.yaml").read_text(encoding="utf-8"))["lag"][
        "skift-laege"
    ]["ret"]
    return found


def kb(work: Path, *arguments: str) -> tuple[str, ...]:
    return ("kb", *arguments, "--kb", str(work / "fælles"), "--kb", str(work / "kb"))


def test_nothing_to_do(work: Path, home: Path) -> None:
    ran = run(home, *kb(work, "flet"), cwd=work)
    assert (ran.code, ran.out) == (0, "Der er intet at flette: jeres lag passer til det fælles.\n")


def test_an_id_that_is_none_is_not_called_merged(work: Path, home: Path) -> None:
    ran = run(home, *kb(work, "flet", "skift-laeg"), cwd=work)
    assert ran.code != 0
    assert "Mente du “skift-laege”?" in ran.err


def test_stumble_13_the_three_versions_are_shown_and_said_in_words(work: Path, home: Path) -> None:
    shared(work, TASK + MORE.replace("bestil tid", "bestil tid inden 14 dage").replace("235", "245"))
    checked = run(home, *kb(work, "tjek", "--råd"), cwd=work)
    assert checked.out.count("B143") == 2
    unasked = run(home, *kb(work, "tjek"), cwd=work)
    assert "Det fælles er ændret 2 steder, hvor I har rettet." in unasked.err, "nobody has to ask for it"
    ran = run(home, *kb(work, "flet", "skift-laege"), cwd=work)
    assert ran.code == 1
    assert "Skift læge (skift-laege)\npapir, trin 1\n" in ran.out
    assert "Da I rettede, stod der fælles:\n    Ring til din kommune, og bestil tid.\n" in ran.out
    assert "Nu står der fælles:\n    Ring til din kommune, og bestil tid inden 14 dage.\n" in ran.out
    assert "Hos jer står der:\n    Ring til Borgerservice, og bestil tid.\n" in ran.out
    assert "Nyt i det fælles: “inden 14 dage”." in ran.out
    assert "    Ring til Borgerservice, og bestil tid inden 14 dage.\n" in ran.out
    assert "Ændret i det fælles: “235” er blevet til “245”." in ran.out
    assert "I har begge ændret de samme ord" in ran.out
    assert "2 ting at tage stilling til." in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_stumble_13_a_maintainer_merges_with_a_key_for_each(work: Path, home: Path) -> None:
    shared(work, TASK + MORE.replace("bestil tid", "bestil tid inden 14 dage").replace("235", "245"))
    ran = at_a_terminal(home, kb(work, "flet"), ["f", "j"], work)
    assert ran.code == 0, ran.out
    assert changes(work) == [
        {
            "nøgle": "papir.trin.1",
            "til": "Ring til Borgerservice, og bestil tid inden 14 dage.",
            "før": "Ring til din kommune, og bestil tid inden 14 dage.",
        },
        {"nøgle": "gebyr.1.tekst", "til": "Hos os koster det 100 kr.", "før": "Det koster 245 kr."},
    ]
    assert "# aftalt i byrådet" in (work / "kb/kommuner/odense.yaml").read_text(encoding="utf-8")
    assert run(home, *kb(work, "flet"), cwd=work).code == 0
    assert "B143" not in run(home, *kb(work, "tjek", "--råd"), cwd=work).out


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_maintainer_writes_it_anew_and_leaves_the_other_for_later(work: Path, home: Path) -> None:
    shared(work, TASK + MORE.replace("bestil tid", "bestil tid inden 14 dage").replace("235", "245"))
    script = work / "ed.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text(encoding='utf-8').replace('14', '8'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    ran = at_a_terminal(home, kb(work, "flet"), ["r", "q"], work, EDITOR=f'"{sys.executable}" "{script}"')
    assert ran.code == 1
    assert "1 står tilbage" in ran.out
    assert [change["til"] for change in changes(work)] == [
        "Ring til Borgerservice, og bestil tid inden 8 dage.",
        "Hos os koster det 100 kr.",
    ]


def test_all_at_once_without_asking(work: Path, home: Path) -> None:
    shared(work, TASK + MORE.replace("bestil tid", "bestil tid inden 14 dage").replace("235", "245"))
    ran = run(home, *kb(work, "flet", "--brug", "forslag"), cwd=work)
    assert ran.code == 1
    assert "Der er intet forslag til skift-laege, gebyr 1, tekst" in ran.out
    assert run(home, *kb(work, "flet", "--brug", "faelles"), cwd=work).code == 0
    assert [change["nøgle"] for change in changes(work)] == ["papir.trin.1"]
    assert "Mente du “vores”" in run(home, *kb(work, "flet", "--brug", "voress"), cwd=work).err


def test_a_step_that_another_was_put_in_front_of_is_followed(work: Path, home: Path) -> None:
    shared(work, TASK + MORE.replace("['Ring til", "[Find dit kort., 'Ring til"))
    ran = run(home, *kb(work, "flet"), cwd=work)
    assert "flyt jeres rettelse med til papir, trin 2" in ran.out.replace("\n", " ")
    assert run(home, *kb(work, "flet", "--brug", "forslag"), cwd=work).code == 0
    assert changes(work)[0] == {
        "nøgle": "papir.trin.2",
        "til": "Ring til Borgerservice, og bestil tid.",
        "før": "Ring til din kommune, og bestil tid.",
    }


def test_what_is_gone_or_the_same_by_now_is_taken_out(work: Path, home: Path) -> None:
    shared(work, TASK + "papir: {trin: ['Ring til Borgerservice, og bestil tid.']}\n")
    ran = run(home, *kb(work, "flet"), cwd=work)
    assert "Det fælles siger nu det samme som jer." in ran.out
    assert "findes ikke mere i det fælles" in ran.out
    assert run(home, *kb(work, "flet", "--brug", "vores"), cwd=work).code == 1
    assert run(home, *kb(work, "flet", "--brug", "fælles"), cwd=work).code == 0
    assert changes(work) == []


def test_what_a_layer_replaced_is_remembered_where_nobody_wrote_it(work: Path, home: Path) -> None:
    write_files(
        work / "kb",
        {"kommuner/odense.yaml": MUNICIPALITY + "lag:\n  skift-laege: {ret: [{nøgle: kort, til: Vores.}]}\n"},
    )
    assert "Ingen har skrevet" in run(home, *kb(work, "flet"), cwd=work).out
    assert run(home, *kb(work, "flet", "--brug", "vores"), cwd=work).code == 0
    assert changes(work) == [{"nøgle": "kort", "til": "Vores.", "før": "Du kan vælge en ny læge."}]


COPY = "opgaver/skift-laege.yaml"


def test_stumble_13_an_outdated_copy_is_said_and_merged(work: Path, home: Path) -> None:
    both = TASK + MORE + "godt_at_vide:\n- Husk dit kort.\n"
    shared(work, both)
    write_files(
        work / "kb",
        {COPY: both.replace("Husk dit kort", "Vi har åbent lørdag"), f"udgangspunkt/{COPY}": both},
    )
    (work / "kb/kommuner/odense.yaml").unlink()
    assert "B147" not in run(home, *kb(work, "tjek", "--råd"), cwd=work).out
    shared(work, both.replace("235", "245").replace("Vent på brev", "Vent på brev i 90 dage"))
    checked = run(home, *kb(work, "tjek", "--råd"), cwd=work)
    assert f"{Path('kb') / COPY}:1:1 B147" in checked.out
    state = run(home, *kb(work, "status"), cwd=work)
    assert "det fælles er ændret siden (se dem med: blanket kb flet): skift-laege" in " ".join(state.out.split())
    for command in (("vis", "skift-laege"), ("udskriv", "skift-laege", "-f", "txt")):
        used = run(home, *command, "--kb", str(work / "fælles"), "--kb", str(work / "kb"), cwd=work)
        assert used.code == 0
        assert "jeres egen kopi" in used.err
    shown = run(home, *kb(work, "flet"), cwd=work)
    assert "    gebyr: [{tekst: Det koster 245 kr., år: 2026, kilde: Loven}]" in shown.out
    assert run(home, *kb(work, "flet", "--brug", "forslag"), cwd=work).code == 0
    text = (work / "kb" / COPY).read_text(encoding="utf-8")
    assert "245" in text
    assert "i 90 dage" in text
    assert "Vi har åbent lørdag" in text
    assert run(home, *kb(work, "flet"), cwd=work).code == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_lines_that_both_changed_are_asked_about_one_place_at_a_time(work: Path, home: Path) -> None:
    base = TASK + MORE
    write_files(work / "kb", {COPY: base.replace("235", "60").replace("Skift", "Byt"), f"udgangspunkt/{COPY}": base})
    (work / "kb/kommuner/odense.yaml").unlink()
    shared(work, base.replace("235", "245").replace("til din kommune", "til kommunen"))
    ran = at_a_terminal(home, kb(work, "flet"), ["f", "n"], work)
    assert ran.code == 0, ran.out
    text = (work / "kb" / COPY).read_text(encoding="utf-8")
    assert "245" in text
    assert "Byt læge" in text
    assert "til kommunen" in text


def test_a_copy_without_a_beginning_and_one_that_says_the_same(work: Path, home: Path) -> None:
    (work / "kb/kommuner/odense.yaml").unlink()
    write_files(work / "kb", {COPY: (TASK + MORE).replace("235", "60")})
    assert f"{Path('kb') / COPY}:1:1 B148" in run(home, *kb(work, "tjek", "--råd"), cwd=work).out
    assert run(home, *kb(work, "flet", "--brug", "vores"), cwd=work).code == 0
    assert (work / "kb/udgangspunkt" / COPY).read_text(encoding="utf-8") == TASK + MORE
    assert "B148" not in run(home, *kb(work, "tjek", "--råd"), cwd=work).out
    shared(work, (TASK + MORE).replace("235", "60"))
    assert "Kopien siger det samme" in run(home, *kb(work, "flet"), cwd=work).out
    ran = run(home, *kb(work, "flet", "--brug", "fælles"), cwd=work)
    assert not (work / "kb" / COPY).exists()
    assert "hvis I fortryder" in ran.out
    assert (work / f"kb/udgangspunkt/{COPY}.vores").is_file()


def test_stumble_13_an_own_template_is_merged_likewise(work: Path, home: Path) -> None:
    from blanket.paths import shipped

    ours = (shipped("templates") / "handout.txt.j2").read_text(encoding="utf-8")
    old = "{# en linje, der siden er slettet #}\n" + ours
    (work / "kb/kommuner/odense.yaml").unlink()
    write_files(
        work / "kb",
        {"templates/handout.txt.j2": old + "Vores fod\n", "udgangspunkt/templates/handout.txt.j2": old},
    )
    assert "handout.txt.j2:1:1 B147" in run(home, *kb(work, "tjek", "--råd"), cwd=work).out
    assert run(home, *kb(work, "flet", "--brug", "forslag"), cwd=work).code == 0
    assert (work / "kb/templates/handout.txt.j2").read_text(encoding="utf-8") == ours + "Vores fod\n"
