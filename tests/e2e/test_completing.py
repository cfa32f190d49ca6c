"""What the tabulator key offers, asked as the shells' scripts ask."""

from __future__ import annotations

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


def test_a_base_that_cannot_be_opened_offers_nothing_and_says_nothing(warm_home: Path) -> None:
    assert offered(warm_home, "--kb", "findes-ikke", "vis", "s") == []
