"""`kb ny kommune` at a terminal: twelve questions, and the kommune is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e.conftest import run
from tests.e2e.typing_keys import at_a_terminal

TYPED = [
    "62 23 30 00",
    "man-tor 9-15, fre 9-13",
    "Ramsherred 5, 5700 Svendborg",
    "hele ugen",  # cannot be read, and is asked for again
    "man-ons 10-15, tor 10-17",
    "-",
    "Ring, og få en tid kl. 9.",
    "Gudme Bibliotek",
    "-",
    "tir 10-12",
    "MitID, Digital Post",
    "62 23 30 99",
    "-",
]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_stumble_23_a_kommune_is_set_up_by_answering_twelve_questions(tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    kb.mkdir()
    keys = [f"{line}\n" for line in TYPED]
    ran = at_a_terminal(tmp_path / "hjem", ("kb", "ny", "kommune", "svendborg", "--kb", str(kb)), keys, tmp_path,
                        begin="   > ")  # fmt: skip
    assert ran.code == 0, ran.out
    assert "1. " not in ran.out.split("tolv spørgsmål")[0]
    assert "“hele ugen” kan ikke læses" in ran.out
    assert "Tjekket: ingen fejl." in ran.out
    assert "Hvem kan hvad i Svendborg Kommune" in ran.out
    assert "62 23 30 99" in ran.out
    paper = run(tmp_path / "hjem", "udskriv", "skift-laege", "--kommune", "svendborg", "--kb", str(kb), "-f", "txt",
                "-o", "-", cwd=tmp_path)  # fmt: skip
    assert "62 23 30 00" in paper.out
    assert "62 23 30 99" not in paper.out
    again = run(tmp_path / "hjem", "kb", "ny", "kommune", "svendborg", "--kb", str(kb), cwd=tmp_path)
    assert again.code == 1
    assert "blanket kb ret svendborg" in again.err


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_odd_answers_are_asked_for_again_and_none_is_lost_by_ctrl_c(tmp_path: Path) -> None:
    kb, home = tmp_path / "kb", tmp_path / "hjem"
    kb.mkdir()
    asked = ("kb", "ny", "kommune", "svendborg", "--kb", str(kb))
    first = ["62 23 3O OO\n", "62 23 30 00\n", "9-15 man-tor\n", "\x03"]
    stopped = at_a_terminal(home, asked, first, tmp_path, begin="   > ")
    assert stopped.code == 1
    assert "“62 23 3O OO” er ikke et telefonnummer. Skriv otte cifre." in stopped.out
    assert "Dine svar er gemt" in stopped.out
    assert not list(kb.rglob("*.yaml"))
    ran = at_a_terminal(home, asked, [*["\n"] * 2, *["-\n"] * 8], tmp_path, begin="   > ")
    assert ran.code == 0, ran.out
    assert "Du svarede sidst: 9-15 man-tor" in ran.out
    written = (kb / "kommuner/svendborg.yaml").read_text(encoding="utf-8")
    assert "62 23 30 00" in written
    assert "09:00" in written
    (kb / "kommuner/svendborg.yaml").unlink()
    empty = at_a_terminal(home, asked, [*["-\n"] * 9], tmp_path, begin="   > ")
    assert empty.code == 0, empty.out
    assert "svarede sidst" not in empty.out
    assert "Der er intet skrevet" in empty.out


def test_without_a_terminal_the_explained_file_is_written_and_a_wrong_name_is_asked_about(tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    kb.mkdir()
    assert run(tmp_path / "hjem", "kb", "ny", "kommune", "aeroe", "--kb", str(kb), cwd=tmp_path).code == 0
    assert "#rolig_tid:" in (kb / "kommuner/aeroe.yaml").read_text(encoding="utf-8")
    wrong = run(tmp_path / "hjem", "kb", "ny", "kommune", "svenborg", "--kb", str(kb), cwd=tmp_path)
    assert wrong.code == 2
    assert "Mente du “svendborg”?" in wrong.err
