"""`kb gennemgå` as a maintainer uses it: pages open by themselves, a key answers, nothing is lost when it is killed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from blanket.kb.review.readings import COLUMNS
from tests.conftest import MUNICIPALITY, SMALL_BASE, TASK, write_files
from tests.e2e.conftest import environment, run
from tests.e2e.typing_keys import at_a_terminal
from tests.kb.review import reviewable

ASKED = "gennemgang.tsv"
MOST_KEYS = 2.5  # for a claim


@pytest.fixture
def work(tmp_path: Path) -> Path:
    reviewable.write(tmp_path / "kb")
    return tmp_path


def browser(work: Path) -> str:
    """A stand-in for BROWSER that reads the local page of an address, and writes down that it did."""
    pages = reviewable.write_pages(work / "sider")
    script = work / "browser.py"
    script.write_text(
        "import pathlib, sys\n"
        f"page = pathlib.Path({str(pages)!r}) / (sys.argv[1].rpartition('/')[2] + '.html')\n"
        "assert page.read_text(encoding='utf-8')\n"
        f"open({str(work / 'åbnet')!r}, 'a', encoding='utf-8').write(sys.argv[1] + '\\n')\n",
        encoding="utf-8",
    )
    return f"{Path(sys.executable).as_posix()} {script.as_posix()} %s"  # it is split as a shell does it


def reviewing(work: Path, *arguments: str, **extra: str) -> dict[str, Any]:
    """Run the program that reviews a base of its own. Windows' embedded Python looks for no module where it stands."""
    top = Path(__file__).parents[2]
    program = f"import sys; sys.path[:] = {[str(top), *sys.path]!r}; from tests.e2e import reviewing; reviewing.main()"
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], env=environment(work / "hjem", **extra),
        cwd=top, capture_output=True, timeout=550, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def log(work: Path) -> list[list[str]]:
    lines = (work / "kb/laesninger" / ASKED).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_what_waits_is_listed(work: Path) -> None:
    ran = run(work / "hjem", "kb", "gennemgå", "--liste", "--kb", str(work / "kb"), cwd=work)
    assert ran.code == 0
    assert "påstande i" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_line_of_the_answers_that_cannot_be_read_is_named(work: Path) -> None:
    kept = work / "kb/laesninger" / ASKED
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("\t".join(COLUMNS) + "\nen linje uden felter\nhalv", encoding="utf-8")
    ran = run(work / "hjem", "kb", "gennemgå", "--liste", "--kb", str(work / "kb"), cwd=work)
    assert f"{kept}:2: Linjen har 1 felter" in ran.err
    assert f"{kept}:3" not in ran.err, "the half last line of a run that was killed is cut off by the next answer"


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_page_is_opened_and_its_claims_are_answered_with_a_key_each(work: Path) -> None:
    page = reviewable.SITE.format(0)
    arguments = ("kb", "gennemgå", "--af", "Mette", "--kb", str(work / "kb"))
    report(work, "opgave-0", "Søg senest 2 dage efter.", "det er 14 dage")
    ran = at_a_terminal(
        work / "hjem", arguments, ["k", "j", "n", "s", "q"], work, begin="k klaret", BROWSER=browser(work)
    )
    assert ran.code == 0, ran.out
    assert "En medarbejder har meldt en fejl." in ran.out
    assert "“Søg senest 2 dage efter.” er forkert, fordi: det er 14 dage" in ran.out
    opened = (work / "åbnet").read_text(encoding="utf-8").splitlines()
    assert len(opened) <= 2
    assert opened[0] in (page, reviewable.SITE.format(1))
    assert [row[5] for row in log(work)] == ["står", "usikkert"]
    assert "Passer ikke: 1. Ret dem med: blanket kb ret opgave-0" in ran.out
    assert not (work / "hjem/data/blanket/meldinger.jsonl").read_text(encoding="utf-8")
    assert "det er 14 dage" in (work / "hjem/data/blanket/klarede-meldinger.jsonl").read_text(encoding="utf-8")


def report(work: Path, identifier: str, line: str, because: str) -> None:
    folder = work / "hjem/data/blanket"
    folder.mkdir(parents=True)
    said = {"dag": "2026-11-20", "id": identifier, "linje": line, "forkert_fordi": because, "søgning": ""}
    (folder / "meldinger.jsonl").write_text(
        json.dumps({**said, "udgave": "0.1.0"}, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def test_a_hundred_claims_on_forty_pages_take_few_keys(work: Path) -> None:
    """Every fifth loose text belongs to the other page of its entry, every tenth claim is passed over at first."""
    keys = ("jjj1jjjjjs" * 40)[:230]
    found = reviewing(work, "session", str(work), keys, "--af", "Mette", BROWSER=browser(work))
    again = reviewing(work, "session", str(work), "j" * 200, "--af", "Mette", BROWSER=browser(work))
    assert found["code"] == again["code"] == 0
    claims = {(row[0], row[1]) for row in log(work) if row[5] == "står"}
    assert len(claims) == 100
    struck = found["keys"] + again["keys"]
    print(f"{struck} keystrokes for {len(claims)} claims on {reviewable.PAGES} pages: {struck / 100:.2f} a claim")
    assert struck / len(claims) <= MOST_KEYS
    opened = (work / "åbnet").read_text(encoding="utf-8").splitlines()
    assert set(opened) == {reviewable.SITE.format(number) for number in range(reviewable.PAGES)}
    vouches = (work / "kb/kontrol.tsv").read_text(encoding="utf-8").splitlines()
    assert len(vouches) == 1 + reviewable.TASKS
    assert all("læst: 2026-01}" not in file.read_text(encoding="utf-8") for file in (work / "kb/opgaver").iterdir())
    nothing = reviewing(work, "session", str(work), "", "--af", "Mette")
    assert nothing["out"] == "Der er intet at gennemgå.\n"


def test_what_is_mended_on_the_way_counts_as_read(work: Path) -> None:
    script = work / "ed.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text(encoding='utf-8').replace(' kr.', ' kroner'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    found = reviewing(work, "session", str(work), "rq", "--beløb", "--uden-browser",
                      EDITOR=f'"{sys.executable}" "{script}"')  # fmt: skip
    assert "kroner" in (work / "kb/opgaver/opgave-0.yaml").read_text(encoding="utf-8"), found["err"]
    ((identifier, at, _, page, _, verdict, _),) = log(work)
    assert (identifier, at, verdict) == ("opgave-0", "gebyr[0].tekst", "rettet")
    assert page == reviewable.SITE.format(1)


@pytest.mark.usefixtures("small_base")
@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_mending_a_shared_entry_goes_to_the_kommunes_layer(tmp_path: Path) -> None:
    fee = "gebyr: [{tekst: Det koster 235 kr., år: 2025, kilde: Loven}]\n"
    shared = write_files(tmp_path / "fælles", {**SMALL_BASE, "opgaver/skift-laege.yaml": TASK + fee})
    own = write_files(tmp_path / "kb", {"kommuner/odense.yaml": MUNICIPALITY})
    before = (shared / "opgaver/skift-laege.yaml").read_bytes()
    script = tmp_path / "ed.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text(encoding='utf-8').replace('235', '245'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    arguments = ("kb", "gennemgå", "--beløb", "--uden-browser", "--af", "Mette", "--kb", str(shared), "--kb", str(own))
    ran = at_a_terminal(tmp_path / "hjem", arguments, ["r", "\n", "r", "4\n"], tmp_path, begin="j står",
                        EDITOR=f'"{sys.executable}" "{script}"')  # fmt: skip
    assert re.search(r"4 gebyr 1, tekst: Det koster 235 kr\.", ran.out), ran.out
    assert ran.out.count("1 af 1 · gebyr 1") == 2, "what was left as it is, is asked about again"
    assert ran.code == 0, ran.out
    assert (shared / "opgaver/skift-laege.yaml").read_bytes() == before
    assert not (own / "opgaver").exists()
    layer = yaml.safe_load((own / "kommuner/odense.yaml").read_text(encoding="utf-8"))["lag"]["skift-laege"]["ret"]
    assert layer == [{"nøgle": "gebyr.1.tekst", "til": "Det koster 245 kr.", "før": "Det koster 235 kr."}], ran.out
    ((identifier, at, _, _, _, verdict, _),) = [
        line.split("\t") for line in (own / "laesninger" / ASKED).read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert (identifier, at, verdict) == ("skift-laege", "gebyr[0].tekst", "rettet"), ran.out


def test_a_run_without_a_name_keeps_answers_and_vouches_for_nothing(work: Path) -> None:
    found = reviewing(work, "session", str(work), "j" * 200, "--uden-browser")
    assert "Skriv --af NAVN" in found["err"]
    assert not (work / "kb/kontrol.tsv").exists()
    named = reviewing(work, "session", str(work), "", "--af", "Mette")
    assert named["code"] == 0
    assert "Der er intet at gennemgå." in named["out"]
    assert len((work / "kb/kontrol.tsv").read_text(encoding="utf-8").splitlines()) == 1 + reviewable.TASKS


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork, and has no SIGKILL")
@pytest.mark.slow
def test_nothing_is_lost_when_it_is_killed_at_fifty_moments(tmp_path: Path) -> None:
    found = reviewing(tmp_path, "killed", str(tmp_path), "50", "20261127")
    print(found)
    assert found["killed"] == 50
    assert found["lost"] == 0
    assert found["wrong"] == 0
