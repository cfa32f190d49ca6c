"""`kb byg` and `--kb FIL`: one file to hand out; and shell completion."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import SMALL_BASE, WriteKb
from tests.e2e.conftest import Blanket, run


def test_one_file_answers_without_the_yaml(tmp_path: Path, write_kb: WriteKb) -> None:
    kb = write_kb(
        {
            **SMALL_BASE,
            "opgaver/hundetegn.yaml": SMALL_BASE["opgaver/skift-laege.yaml"].replace("skift-laege", "hundetegn"),
        }
    )
    file = tmp_path / "faelles.blanket"
    built = run(tmp_path, "kb", "byg", str(file), "--kb", str(kb))
    assert built.code == 0, built.err
    for path in sorted(kb.rglob("*.yaml")):
        path.unlink()
    found = json.loads(run(tmp_path, "find", "vælge ny læge", "--kb", str(file), "--json").out)["resultater"]
    assert {"skift-laege", "hundetegn"} <= {hit["id"] for hit in found}
    assert run(tmp_path, "vis", "hundetegn", BLANKET_KB=str(file)).code == 0
    assert run(tmp_path, "steder", "--kb", str(file)).code == 0


def test_what_could_not_be_built_in_is_said_and_ends_with_one(tmp_path: Path, write_kb: WriteKb) -> None:
    """Stumble 11: a script that hands the file out sees that something is missing."""
    kb = write_kb({**SMALL_BASE, "opgaver/ny.yaml": "id: [", "opgave/et.yaml": SMALL_BASE["opgaver/skift-laege.yaml"]})
    built = run(tmp_path, "kb", "byg", str(tmp_path / "a.blanket"), "--kb", str(kb))
    assert built.code == 1
    assert "1 opslag kan ikke læses og er udeladt" in built.err
    assert "hvor den ikke bliver læst" in built.err


def test_building_again_replaces_an_index_and_nothing_else(tmp_path: Path) -> None:
    file, other = tmp_path / "a.blanket", tmp_path / "brev.txt"
    other.write_text("Kære borger", encoding="utf-8")
    assert run(tmp_path, "kb", "byg", str(file)).code == 0
    assert run(tmp_path, "kb", "byg", str(file)).code == 0
    refused = run(tmp_path, "kb", "byg", str(other))
    assert refused.code == 1
    assert other.read_text(encoding="utf-8") == "Kære borger"
    assert sorted(path.name for path in tmp_path.glob(".*draft*")) == []


@pytest.mark.parametrize("content", [b"", b"not an index", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_file_that_is_no_index_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.blanket"
    file.write_bytes(content)
    ran = run(tmp_path, "find", "mitid", "--kb", str(file))
    assert ran.code == 3
    assert "x.blanket" in ran.err
    assert "kb byg" in ran.err


def test_an_index_file_is_used_alone(tmp_path: Path, write_kb: WriteKb) -> None:
    file = tmp_path / "a.blanket"
    run(tmp_path, "kb", "byg", str(file))
    ran = run(tmp_path, "find", "mitid", "--kb", str(file), "--kb", str(write_kb(SMALL_BASE)))
    assert ran.code == 2
    assert "alene" in ran.err


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    ran = run(tmp_path, "kb", "byg", str(tmp_path / "nowhere" / "x.blanket"))
    assert ran.code == 1
    assert "x.blanket" in ran.err


def test_completion_of_ids_begins_with_what_is_typed(blanket: Blanket) -> None:
    ran = blanket(_BLANKET_COMPLETE="complete_bash", COMP_WORDS="blanket vis ski", COMP_CWORD="2")
    assert "skift-laege" in ran.out.split()
    assert all(line.startswith("ski") for line in ran.out.split())


def test_completion_of_a_title_word_gives_its_id(blanket: Blanket) -> None:
    ran = blanket(_BLANKET_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="blanket vis boligstøt")
    assert "boligstoette-meld-aendring" in ran.out


def test_completion_of_commands(blanket: Blanket) -> None:
    ran = blanket(_BLANKET_COMPLETE="complete_bash", COMP_WORDS="blanket ud", COMP_CWORD="1")
    assert ran.out.split() == ["udskriv"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_a_script_for_every_shell(blanket: Blanket, shell: str) -> None:
    for command in ("fuldførelse", "fuldfoerelse"):
        ran = blanket(command, shell)
        assert ran.code == 0
        assert "_BLANKET_COMPLETE" in ran.out


def test_an_unknown_shell_is_told(blanket: Blanket) -> None:
    ran = blanket("fuldførelse", "bsh")
    assert ran.code == 2
    assert "Mente du “bash”?" in ran.err
