"""The whole story of a kommune, from nothing to a merged layer, while somebody at a counter uses its release."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import TASK
from tests.e2e.conftest import Ran, environment
from tests.e2e.test_drift import shared_base

TIMES = 50
LAYER = """\
id: svendborg
navn: Svendborg Kommune
kort: Borgerservice hjælper med digital post.
kontakt:
- navn: Svendborg Kommune
  telefon: "62 23 30 00"
  kilde: https://www.svendborg.dk/
lag:
  skift-laege:
    ret:
    - nøgle: kort
      til: Du kan vælge en ny læge. Kom til os, så gør vi det sammen.
      før: Du kan vælge en ny læge.
kilder:
- {adresse: "https://www.svendborg.dk/", læst: 2026-11}
"""
OWN_TASK = (
    TASK.replace("skift-laege", "laan-cykel").replace("Skift læge", "Lån en cykel").replace("sundhed", "hverdag")
    + "søgetest: [lån cykel]\n"
)
OWN_PLACE = """\
id: svendborg-cafe
navn: Digital café
slags: sted
for: borgere
kommune: svendborg
kort: Her kan du få hjælp til det digitale.
adresse: Svinget 14, 5700 Svendborg
tider:
- {dage: [man], fra: "10:00", til: "12:00", uger: ulige}
kilder:
- {adresse: "https://www.svendborg.dk/", læst: 2026-11}
"""


class People:
    """Those who take part, each with a home: the program is a copy, so that its shared base can be updated."""

    def __init__(self, tmp_path: Path) -> None:
        self.tmp = tmp_path
        self.program = shared_base(tmp_path)
        self.kb, self.sharing = tmp_path / "kb", tmp_path / "deling"
        self.kb.mkdir()
        self.sharing.mkdir()
        self.release = self.sharing / "vidensbase.blanket"

    def run(self, home: str, *arguments: str, **extra: str) -> Ran:
        env = environment(self.tmp / home, PYTHONPATH=str(self.program / "src"), **extra)
        done = subprocess.run(
            [sys.executable, "-m", "blanket", *arguments],
            env=env, cwd=self.tmp, capture_output=True, stdin=subprocess.DEVNULL, timeout=300, check=False,
        )  # fmt: skip
        ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ran.err, ran.err
        return ran

    def maintainer(self, *arguments: str) -> Ran:
        return self.run("vedligeholder", "kb", *arguments, "--kb", str(self.kb))

    def counter(self, *arguments: str) -> Ran:
        """Whoever is at the counter: one setting, no kommune chosen."""
        return self.run("skranke", *arguments, BLANKET_KB=str(self.release))

    def paper(self) -> str:
        ran = self.counter("udskriv", "skift-laege", "--format", "txt", "-o", "-")
        assert ran.code == 0, ran.err
        return ran.out

    def write(self, name: str, text: str) -> None:
        (self.kb / name).parent.mkdir(exist_ok=True)
        (self.kb / name).write_text(text, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="two hundred processes: what Windows does with them is tried in packaging/")
def test_from_a_new_kommune_to_a_merged_layer(tmp_path: Path) -> None:
    people = People(tmp_path)

    # A kommune that is new to the base, with a layer and entries of its own.
    assert people.maintainer("ny", "kommune", "svendborg").code == 0
    people.write("kommuner/svendborg.yaml", LAYER)
    people.write("opgaver/laan-cykel.yaml", OWN_TASK)
    people.write("steder/svendborg-cafe.yaml", OWN_PLACE)
    checked = people.maintainer("tjek")
    assert checked.code == 0, checked.out
    assert "3 egne i kb." in checked.out

    # Mette vouches for an entry as the kommune has it; it is published.
    assert people.maintainer("kontrolleret", "skift-laege", "--af", "Mette").code == 0
    published = people.maintainer("udgiv", str(people.sharing), "--navn", "første")
    assert published.code == 0, published.err
    assert "Kommune, når ingen er valgt: svendborg." in published.out
    paper = people.paper()
    assert "Kom til os, så gør vi det sammen." in paper
    assert "Tjekket af Borgerservice, Svendborg" in paper
    assert "Mette" not in paper

    # Fifty releases take the place of each other while the counter works.
    answers: list[Ran] = []
    done = threading.Event()

    def work() -> None:
        questions = [
            ("find", "lån cykel"),
            ("vis", "skift-laege"),
            ("udskriv", "laan-cykel", "--format", "txt", "-o", "-"),
        ]
        while not done.is_set():
            answers.append(people.counter(*questions[len(answers) % len(questions)]))

    reader = threading.Thread(target=work)
    reader.start()
    for number in range(TIMES):
        assert people.maintainer("udgiv", str(people.sharing), "--navn", f"nummer {number}").code == 0
    done.set()
    reader.join()
    assert len(answers) >= 10
    assert [ran.err for ran in answers if ran.code != 0 or "kan ikke" in ran.err] == []
    assert f"nummer {TIMES - 1}," in people.counter("--version").out
    assert [file.name for file in people.sharing.iterdir()] == [people.release.name]

    # The shared base is updated: the overlap is flagged, the vouch has ended, and the next paper does not claim it.
    shared = people.program / "kb" / "opgaver" / "skift-laege.yaml"
    text = shared.read_text(encoding="utf-8")
    newer = text.replace("en ny læge.", "en ny læge gratis.").replace("myndighed: Kommunen", "myndighed: Regionen")
    shared.write_text(newer, encoding="utf-8")
    checked = people.maintainer("tjek", "--råd")
    assert re.search(r"svendborg\.yaml:\d+:\d+ B143 “kort” i skift-laege er ændret", checked.out)
    assert "Ikke længere kontrolleret" in checked.err
    assert "skift-laege" in checked.err
    merged = people.maintainer("flet", "skift-laege", "--brug", "forslag")
    assert merged.code == 0, merged.out
    assert "B143" not in people.maintainer("tjek", "--råd").out
    assert people.maintainer("udgiv", str(people.sharing), "--navn", "flettet").code == 0
    paper = people.paper()
    assert "Du kan vælge en ny læge gratis. Kom til os, så gør vi det sammen." in paper
    assert "Borgerservice, Svendborg" not in paper

    # Vouched for anew, edited, and so at an end again.
    assert people.maintainer("kontrolleret", "laan-cykel", "--af", "Mette").code == 0
    people.write("opgaver/laan-cykel.yaml", OWN_TASK.replace("Du kan vælge", "Du kan låne og vælge"))
    assert "laan-cykel" in people.maintainer("tjek").err
    assert "flettet" in people.maintainer("status").out
