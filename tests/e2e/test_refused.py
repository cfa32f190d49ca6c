"""Whatever the system refuses: a Danish sentence, the right exit code, no traceback, and every file whole.

Each command runs with every kind of call on our own files refused in turn (see refusing.py).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SMALL_BASE, TASK, write_files
from tests.e2e.conftest import environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="forks a process for every refusal"),
]

LOOSE = TASK.replace("Du kan vælge en ny læge.", "Ring 70128063.")  # what `tjek --ret` mends
LIST = "Nummer;Titel;Version\nQZ 101;Prøve;1\n"
COMMANDS = {
    "find": ["find", "læge"],
    "find i mappe": ["find", "læge", "--kb", "base"],
    "vis": ["vis", "skift-laege", "--kb", "base"],
    "steder": ["steder"],
    "kommune": ["kommune", "odense"],
    "udskriv txt": ["udskriv", "skift-laege", "-f", "txt", "-o", "output/ark.txt"],
    "udskriv pdf": ["udskriv", "skift-laege", "-o", "output/ark.pdf"],
    "kb tjek": ["kb", "tjek", "--kb", "base"],
    "kb tjek --ret": ["kb", "tjek", "--ret", "--kb", "base"],
    "kb ny": ["kb", "ny", "opgave", "ny-opgave", "--kb", "base"],
    "kb kontrolleret": ["kb", "kontrolleret", "prove", "--af", "Mette", "--kb", "base"],
    "kb importer": [
        "kb",
        "importer",
        "output/liste.csv",
        "--udgiver",
        "P",
        "--emne",
        "bolig",
        "--skriv",
        "--kb",
        "base",
    ],
    "kb byg": ["kb", "byg", "output/faelles.sqlite", "--kb", "base"],
    "kb status": ["kb", "status", "--html", "output/status.html", "--kb", "base"],
    "kb skema": ["kb", "skema", "opgave", "-o", "output/skema", "--kb", "base"],
}
ENGLISH = re.compile(
    r"Errno|[Pp]ermission|[Nn]o such|[Ii]nput/output|[Rr]ead-only|[Nn]o space|[Dd]enied|unable to|disk"
)


def runs_of(name: str, tmp_path: Path) -> dict[str, Any]:
    top = tmp_path / "top"
    write_files(top, {"base/opgaver/prove.yaml": LOOSE.replace("skift-laege", "prove"), "output/liste.csv": LIST})
    for folder in ("cache", "settings"):
        (top / folder).mkdir()
    shipped = write_files(tmp_path / "shipped", SMALL_BASE)
    places = {"XDG_CACHE_HOME": str(top / "cache"), "XDG_CONFIG_HOME": str(top / "settings")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.refusing", str(top), str(shipped), *COMMANDS[name]],
        capture_output=True,
        text=True,
        env=environment(tmp_path, **places),
        cwd=Path(__file__).parents[2],
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("name", COMMANDS)
def test_a_refusal_is_said_in_danish_and_leaves_every_file_whole(name: str, tmp_path: Path) -> None:
    answer = runs_of(name, tmp_path)
    usual = answer["plain"]["code"]
    assert usual in (0, 1), answer["plain"]
    assert len(answer["runs"]) >= 10
    for ran in answer["runs"]:
        case = f"{name}: {ran['what']} {ran['which']} in {ran['area']}, {ran['error']}\n{ran['err']}{ran['out'][:300]}"
        assert ran["code"] in (0, 1, 3), case
        assert "Traceback" not in ran["err"] + ran["out"], case
        assert "Noget gik galt" not in ran["err"], case
        assert not ENGLISH.search(ran["err"]), case
        assert ran["wrong"] == [], case
        assert ran["lost"] == [], case
        if ran["code"] not in (0, usual):
            assert len((ran["err"] + ran["out"]).strip().splitlines()) >= 2, case  # what is wrong, and what to do
        if ran["area"] == "cache":
            assert ran["code"] == usual, case  # nothing in the cache is worth a citizen's wait
        if ran["area"] == "settings" and name != "kommune":
            assert ran["code"] == usual, case
