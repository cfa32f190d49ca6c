"""What the tabulator key offers, asked as the shells' scripts ask."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import TASK, WriteKb
from tests.e2e.conftest import run


def offered(home: Path, *words: str, **extra: str) -> list[str]:
    """The answers for a line whose last word is being typed."""
    line = ["blanket", *words]
    asked = {"_BLANKET_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(line), "COMP_CWORD": str(len(line) - 1)}
    ran = run(home, cwd=None, **asked, **extra)
    assert ran.err == ""
    return ran.out.split()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("vis skift-l", "skift-laege"),
        ("udskriv 1 skift-l", "skift-laege"),
        ("kb ret skift-l", "skift-laege"),
        ("kb kontrolleret skift-l", "skift-laege"),
        ("udskriv 1 --sted odense-borgers", "odense-borgerservice"),
        ("udskriv 1 --kommune od", "odense"),
        ("kommune od", "odense"),
        ("find --emne bo", "bolig"),
        ("find --slags bl", "blanket"),
        ("steder --dag ma", "mandag"),
        ("udskriv 1 --format p", "pdf"),
        ("udskriv 1 --vej pa", "papir"),
    ],
)
def test_each_place_on_the_line_offers_what_fits(line: str, answer: str, warm_home: Path) -> None:
    assert answer in offered(warm_home, *line.split())


@pytest.mark.parametrize("line", ["--kb {} vis zzz", "vis --kb {} zzz", "kb ret --kb {} zzz"])
def test_ids_of_own_folders_are_offered(line: str, warm_home: Path, write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/zzz-prove.yaml": TASK.replace("skift-laege", "zzz-prove")})
    assert offered(warm_home, *line.format(folder.as_posix()).split()) == ["zzz-prove"]
    assert offered(warm_home, "vis", "zzz", BLANKET_KB=str(folder)) == ["zzz-prove"]


def test_folders_are_offered_for_kb(warm_home: Path, tmp_path: Path) -> None:
    (tmp_path / "egen").mkdir()
    assert offered(warm_home, "find", "--kb", f"{tmp_path.as_posix()}/eg") == [f"{tmp_path.as_posix()}/egen/"]


@pytest.mark.parametrize("quoted", ["{}", "'{}'", '"{}"'])
def test_powershells_line_is_read_with_the_strokes_of_its_paths(
    quoted: str, warm_home: Path, tmp_path: Path, write_kb: WriteKb
) -> None:
    folder = write_kb({"opgaver/zzz-prove.yaml": TASK.replace("skift-laege", "zzz-prove")})
    named = tmp_path / (r"egen\base" if os.name == "posix" else "egen")  # a name there, a path on Windows
    folder.rename(named)
    line = f"blanket vis --kb {quoted.format(named)} zzz"
    asked = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": "zzz"}
    ran = run(warm_home, cwd=None, _BLANKET_COMPLETE="complete_powershell", **asked)
    assert (ran.out.partition(":::")[0], ran.err) == ("zzz-prove", "")


@pytest.mark.skipif(os.name == "posix", reason="Windows alone has two strokes, and names without regard to capitals")
def test_windows_folders_are_offered_with_the_stroke_that_was_typed(warm_home: Path, tmp_path: Path) -> None:
    (tmp_path / "Egen").mkdir()
    begun = f"{tmp_path}\\eg"
    asked = {"_TYPER_COMPLETE_ARGS": f"blanket find --kb {begun}", "_TYPER_COMPLETE_WORD_TO_COMPLETE": begun}
    ran = run(warm_home, cwd=None, _BLANKET_COMPLETE="complete_powershell", **asked)
    assert ran.out.split(":::")[0] == f"{tmp_path}\\Egen\\"


def test_a_base_that_cannot_be_opened_offers_nothing_and_says_nothing(warm_home: Path) -> None:
    assert offered(warm_home, "--kb", "findes-ikke", "vis", "s") == []
