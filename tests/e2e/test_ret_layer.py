"""`kb ret` on a shared entry: one line said differently, and the rest stays shared."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import MUNICIPALITY, SMALL_BASE, TASK, write_files
from tests.e2e.conftest import COMMAND, SECONDS, environment, run
from tests.e2e.typing_keys import at_a_terminal

pytestmark = pytest.mark.usefixtures("small_base")

NOTHING = f'"{sys.executable}" -c 0'  # an editor that changes nothing
STEPS = "papir: {trin: [Ring til din kommune., Vent på brev.]}\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    write_files(tmp_path / "fælles", {**SMALL_BASE, "opgaver/skift-laege.yaml": TASK + STEPS})
    write_files(tmp_path / "kb", {"kommuner/odense.yaml": MUNICIPALITY})
    return tmp_path


def kb(work: Path, *arguments: str) -> tuple[str, ...]:
    return ("kb", *arguments, "--kb", str(work / "fælles"), "--kb", str(work / "kb"))


def layer(work: Path) -> object:
    return yaml.safe_load((work / "kb/kommuner/odense.yaml").read_text(encoding="utf-8"))["lag"]["skift-laege"]


def test_stumble_14_one_line_needs_no_copy_of_the_file(work: Path) -> None:
    home = work / "hjem"
    ran = run(home, *kb(work, "ret", "skift-laege", "--nøgle", "papir.trin.1", "--til", "Mød op mandag."), cwd=work)
    assert ran.code == 0, ran.err
    assert layer(work) == {"ret": [{"nøgle": "papir.trin.1", "til": "Mød op mandag.", "før": "Ring til din kommune."}]}
    assert not (work / "kb/opgaver").exists()
    shown = run(home, "vis", "skift-laege", "--kommune", "odense", "--alt", "--kb", str(work / "fælles"),
                "--kb", str(work / "kb"), cwd=work)  # fmt: skip
    assert "Mød op mandag." in shown.out
    again = run(home, *kb(work, "ret", "skift-laege", "--nøgle", "papir.trin.1", "--til", "Mød op fredag."), cwd=work)
    assert again.code == 0
    assert layer(work) == {"ret": [{"nøgle": "papir.trin.1", "til": "Mød op fredag.", "før": "Ring til din kommune."}]}
    assert run(home, *kb(work, "tjek"), cwd=work).code == 0


def test_what_several_say_of_one_kommune_at_the_same_moment_is_all_kept(work: Path) -> None:
    said = {"papir.trin.1": "Mød op mandag.", "papir.trin.2": "Vent på os.", "kort": "Vores ord.", "titel": "Byt læge"}
    running = [
        subprocess.Popen(
            [str(COMMAND), *kb(work, "ret", "skift-laege", "--nøgle", key, "--til", text)],
            env=environment(work / "hjem"),
            cwd=work,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        for key, text in said.items()
    ]
    assert [program.wait(timeout=SECONDS) for program in running] == [0] * len(said)
    written = yaml.safe_load((work / "kb/kommuner/odense.yaml").read_text(encoding="utf-8"))["lag"]["skift-laege"][
        "ret"
    ]
    assert {change["nøgle"]: change["til"] for change in written} == said
    assert run(work / "hjem", *kb(work, "tjek"), cwd=work).code == 0


def test_a_key_or_a_value_that_does_not_fit(work: Path) -> None:
    home = work / "hjem"
    nowhere = run(home, *kb(work, "ret", "skift-laege", "--nøgle", "papir.trin.9", "--til", "Mød op."), cwd=work)
    assert nowhere.code == 2
    assert "papir.trin.2" in nowhere.err
    wrong = run(home, *kb(work, "ret", "skift-laege", "--nøgle", "kontakt.1.telefon", "--til", "ring"), cwd=work)
    assert wrong.code == 1
    assert "kan ikke stå dér" in wrong.err
    alone = run(home, *kb(work, "ret", "skift-laege", "--nøgle", "kort"), cwd=work)
    assert alone.code == 2
    assert (work / "kb/kommuner/odense.yaml").read_text(encoding="utf-8") == MUNICIPALITY


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_stumble_14_a_person_is_offered_the_layer_first(work: Path) -> None:
    script = work / "ed.py"
    script.write_text(
        "import sys, pathlib\npathlib.Path(sys.argv[1]).write_text('Mød op mandag.\\n', encoding='utf-8')\n",
        encoding="utf-8",
    )
    ran = at_a_terminal(
        work / "hjem", kb(work, "ret", "skift-laege"), ["99\n", "4\n"], work, EDITOR=f'"{sys.executable}" "{script}"'
    )
    assert ran.code == 0, ran.out
    assert "  4 papir, trin 1: Ring til din kommune." in ran.out
    assert "“99” er ikke et af numrene." in ran.out
    assert layer(work) == {"ret": [{"nøgle": "papir.trin.1", "til": "Mød op mandag.", "før": "Ring til din kommune."}]}
    assert at_a_terminal(work / "hjem", kb(work, "ret", "skift-laege"), ["s\n"], work).code == 0
    assert layer(work)["skjul"] == "ja"  # type: ignore[index]
    whole = at_a_terminal(work / "hjem", kb(work, "ret", "skift-laege"), ["h\n"], work, EDITOR=NOTHING)
    assert (work / "kb/opgaver/skift-laege.yaml").is_file(), whole.out


def test_stumble_13_a_copy_remembers_what_it_was_made_of(work: Path) -> None:
    ran = run(work / "hjem", *kb(work, "ret", "skift-laege", "--hele"), cwd=work, EDITOR=NOTHING)
    assert ran.code == 0, ran.err
    assert "--nøgle" in ran.err
    kept = work / "kb/udgangspunkt/opgaver/skift-laege.yaml"
    assert kept.read_text(encoding="utf-8") == TASK + STEPS


def test_stumble_14_an_own_kommune_begins_with_its_name_alone(work: Path) -> None:
    (work / "kb/kommuner/odense.yaml").unlink()
    ran = run(work / "hjem", *kb(work, "ret", "odense"), cwd=work, EDITOR=NOTHING)
    assert ran.code == 0, ran.err
    text = (work / "kb/kommuner/odense.yaml").read_text(encoding="utf-8")
    assert set(yaml.safe_load(text)) == {"id", "navn", "kort"}
    assert "66 13 13 72" in run(work / "hjem", "vis", "odense", "--kb", str(work / "fælles"), "--kb",
                                str(work / "kb"), cwd=work).out  # fmt: skip
