"""Killing a writing command at any moment leaves every file whole: as it was, or as it was to be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FORM, GLOSSARY, JOURNEY, MUNICIPALITY, PLACE, TASK, write_files
from tests.e2e.conftest import environment

pytestmark = pytest.mark.usefixtures("small_base")

KILLS = 50
SHIPPED = {
    **{f"opgaver/opgave-{number}.yaml": TASK.replace("skift-laege", f"opgave-{number}") for number in range(12)},
    "opgaver/skift-laege.yaml": TASK,
    "steder/mitid-support.yaml": PLACE,
    "forloeb/doedsfald.yaml": JOURNEY,
    "kommuner/odense.yaml": MUNICIPALITY,
    "ordbog.yaml": GLOSSARY,
}
# What --ret mends: the phone number, and the order of the keys.
UNTIDY = 'telefon: "339800{number:02}"\n' + PLACE.replace("mitid-support", "vores-{number}").replace(
    'telefon: "33 98 00 10"\n', ""
)
OWN = {
    "kb/opgaver/skift-laege.yaml": TASK + "# vores egen\n",
    **{f"kb/steder/vores-{number}.yaml": UNTIDY.format(number=number) for number in range(20)},
    **{
        f"kb/blanketter/fd-{number}.yaml": FORM.replace("fd-001a", f"fd-{number}") + f"nummer: FD {number}\n"
        for number in range(900, 915)
    },
    "liste.csv": "nr;titel;version;adresse\n"
    + "".join(f"FD {number};Ny titel;0{number % 9 + 1}/2026;\n" for number in range(900, 930)),
    "indeks.kb": "",
    "hjem/config/blanket/indstillinger.json": '{"kommune": null}\n',
}
COMMANDS = {
    "ny": ("kb", "ny", "opgave", "laan-en-cykel"),
    "ret": ("kb", "ret", "opgave-3"),
    "kontrolleret": ("kb", "kontrolleret", "skift-laege", "--af", "Mette", "--dato", "2026-11-01"),
    "tjek --ret": ("kb", "tjek", "--ret"),
    "importer": ("kb", "importer", "liste.csv", "--skriv", "--udgiver", "Kommunen", "--emne", "bolig"),
    "skema": ("kb", "skema"),
    "status --html": ("kb", "status", "--html", "leder.html"),
    "byg": ("kb", "byg", "indeks.kb"),
    "udskriv --alle": ("udskriv", "--alle", "-f", "txt", "-o", "ark"),
    "kommune": ("kommune", "odense"),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork, and has no SIGKILL")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_file_is_whole(name: str, tmp_path: Path) -> None:
    top = write_files(tmp_path / "egen", OWN)
    shipped = write_files(tmp_path / "shipped", SHIPPED)
    (top / "indeks.kb").unlink()
    settings = environment(top / "hjem", EDITOR="true")
    settings["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    program = [sys.executable, "-m", "tests.e2e.killing", str(top), str(shipped), "20261122", str(KILLS)]
    ran = subprocess.run(
        [*program, *COMMANDS[name]],
        env=settings,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    found = json.loads(ran.stdout)
    assert found["code"] in (0, 1)
    assert found["changed"], "the command wrote something"
    assert found["wrong"] == []
    assert found["killed"] >= KILLS / 3
