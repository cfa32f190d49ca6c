"""`blanket udskriv`: files, stdout, choices, what is refused, and what is never stored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import JOURNEY, MUNICIPALITY, SMALL_BASE, WriteKb
from tests.e2e.conftest import COMMAND, Blanket, environment

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
SECRET = "Vi-mødes-ved-kiosken"


def test_the_file_has_a_telling_name_in_the_current_folder(blanket: Blanket, tmp_path: Path) -> None:
    for arguments, name in (
        (["skift-laege"], "skift-laege.pdf"),
        (["skift-laege", "--stor"], "skift-laege-stor.pdf"),
        (["skift-laege", "meld-flytning", "-f", "html"], "skift-laege-m-fl.html"),
    ):
        ran = blanket("udskriv", *arguments, cwd=tmp_path)
        assert ran.code == 0, ran.err
        assert name in ran.out
        assert (tmp_path / name).stat().st_size > 1000


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", "%PDF-1.7"), ("html", "<!DOCTYPE"), ("md", "fredag den 27"), ("txt", "fredag den 27")]
)
def test_stdout_gets_the_handout_and_nothing_else(warm_home: Path, tmp_path: Path, form: str, start: str) -> None:
    done = subprocess.run(
        [str(COMMAND), "udskriv", "skift-laege", "-f", form, "-o", "-"],
        capture_output=True,
        env=environment(warm_home, SOURCE_DATE_EPOCH="1795780800"),  # Friday, 27 November 2026
        cwd=tmp_path,
        check=True,
    )
    assert done.stdout.decode("utf-8", "replace").startswith(start)
    assert done.stderr.decode().splitlines() == [
        "Skriv nummeret i hånden på arket ved “Kommunens nummer”.",
        "Ingen har kontrolleret dette ark. Tjek frist og beløb.",
    ]
    assert form != "pdf" or done.stdout.rstrip().endswith(b"%%EOF")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_kept_unless_told(blanket: Blanket, tmp_path: Path) -> None:
    file = tmp_path / "ark.pdf"
    file.write_text("mit eget")
    ran = blanket("udskriv", "skift-laege", "-o", str(file))
    assert ran.code == 1
    assert "--overskriv" in ran.err
    assert file.read_text() == "mit eget"
    assert blanket("udskriv", "skift-laege", "-o", str(file), "--overskriv").code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written(blanket: Blanket, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    ran = blanket("udskriv", "skift-laege", "-o", str(tmp_path / "fil" / "ark.pdf"))
    assert ran.code == 1
    assert "kan ikke skrives" in ran.err
    assert "-o" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "HVAD"),
        (["skift-laege", "-f", "docx"], 2, "docx"),
        (["skift-laege", "-o", "ark.docx"], 2, ".docx"),
        (["skift-laege", "-o", "ark.txt", "-f", "pdf"], 2, "formatet er pdf"),
        (["skift-laege", "--dag", "31. februar"], 2, "findes ikke"),
        (["skift-laege", "--dag", "10-12"], 2, "--dag"),
        (["skift-laege", "--personale"], 2, "forløb"),
        (["skift-laege", "--vej", "brev"], 2, "brev"),
        (["skift-laege", "--alle"], 2, "--alle"),
        (["--alle", "-o", "-"], 2, "-o -"),
        (["--alle", "--print"], 2, "--printer"),
        (["skift-laege", "-o", "-", "--printer", "PDF"], 2, "--printer"),
        (["skift-laege", "--sted", "odense-hotline-medarbejdere"], 1, "kun for personale"),
        (["skift-laege", "--sted", "odense-bolbro"], 1, "odense-bolbro-brugerhus"),
        (["skift-laege", "--kommune", "atlantis"], 1, "atlantis"),
        (["odense-hotline-medarbejdere"], 1, "kan ikke skrives ud"),
        (["qwxzqwxz"], 1, "qwxzqwxz"),
        (["170352-1234"], 2, "HVAD"),
    ],
)
def test_what_cannot_be_done_is_said(
    blanket: Blanket, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    ran = blanket("udskriv", *arguments, cwd=tmp_path)
    assert ran.code == code, ran.err
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_unclear_words_list_candidates_and_write_nothing(blanket: Blanket, tmp_path: Path) -> None:
    ran = blanket("udskriv", "fuldmagt", cwd=tmp_path)
    assert ran.code == 1
    assert " 1. " in ran.out
    assert list(tmp_path.iterdir()) == []


def test_words_and_numbers_of_the_last_search(blanket: Blanket, tmp_path: Path) -> None:
    assert "skift-laege" in blanket("udskriv", "skifte", "læge", cwd=tmp_path).out
    blanket("find", "lægeskift")
    assert "skift-laege.txt" in blanket("udskriv", "1", "-f", "txt", cwd=tmp_path).out


def test_the_choices_reach_the_page(blanket: Blanket) -> None:
    paper = blanket("udskriv", "skift-laege", "-f", "txt", "-o", "-").out
    assert "Sådan gør du uden nettet" in paper
    assert "Sådan gør du på nettet" not in paper
    both = blanket("udskriv", "skift-laege", "-f", "txt", "-o", "-", "--vej", "begge").out
    assert "Sådan gør du uden nettet" in both
    assert "Sådan gør du på nettet" in both
    local = blanket(
        *("udskriv", "skift-laege", "-f", "txt", "-o", "-", "--kommune", "odense", "--hjælper", "Mette"),
        *("--sted", "odense-bolbro-brugerhus", "--note", SECRET),
    ).out
    for part in ("66 13 13 72", "Hjælper: Mette", "Her kan du møde os", "Bolbro", SECRET, "for Odense Kommune."):
        assert part in local
    assert "Kommunens nummer:" not in local


def test_a_day_is_read_back_and_deadlines_are_counted_from_it(blanket: Blanket) -> None:
    ran = blanket(
        *("udskriv", "meld-flytning", "-f", "txt", "-o", "-", "--dag", "10. december 2026"),
        SOURCE_DATE_EPOCH="1795780800",
    )
    assert "Regnet fra: torsdag den 10. december 2026 (" in ran.err
    assert "dage. Er det rigtigt?" in ran.err
    assert "Senest tirsdag den 15. december 2026" in ran.out


def test_a_journey_and_its_tasks(blanket: Blanket) -> None:
    alone = blanket("udskriv", "indflytning-plejehjem", "-f", "txt", "-o", "-").out
    full = blanket("udskriv", "indflytning-plejehjem", "-f", "txt", "-o", "-", "--fuld").out
    assert "[ ] " in alone
    assert "Senest den ____" in alone
    assert "\nMeld flytning\n" not in alone
    assert "\nMeld flytning\n" in full
    assert "Flytte ind på plejehjem" in full.split("Meld flytning")[0]


def test_a_journeys_steps_for_staff_are_a_second_document(blanket: Blanket, tmp_path: Path) -> None:
    ran = blanket("udskriv", "indflytning-plejehjem", "--personale", "-o", "ark.txt", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "TIL PERSONALET" in (tmp_path / "ark-personale.txt").read_text(encoding="utf-8")
    assert "TIL PERSONALET" not in (tmp_path / "ark.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("out", "name"),
    [
        ("ark.html", "ark.html"),
        ("ark.TXT", "ark.TXT"),
        ("ark", "ark.pdf"),
        ("ny/", "ny/skift-laege.pdf"),
        ("der", "der/skift-laege.pdf"),
    ],
)
def test_a_name_is_followed(blanket: Blanket, tmp_path: Path, out: str, name: str) -> None:
    (tmp_path / "der").mkdir()
    ran = blanket("udskriv", "skift-laege", "-o", out, cwd=tmp_path)
    assert ran.code == 0, ran.err
    start = {"html": b"<!DOCTYPE", "pdf": b"%PDF"}.get(name.rsplit(".", 1)[1], b"")
    assert (tmp_path / name).read_bytes().startswith(start)
    assert str(Path(name)) in ran.out


def test_a_taken_name_gets_a_number(blanket: Blanket, tmp_path: Path) -> None:
    for name in ("skift-laege.txt", "skift-laege-2.txt", "skift-laege-3.txt"):
        assert name in blanket("udskriv", "skift-laege", "-f", "txt", cwd=tmp_path).out
        assert (tmp_path / name).exists()


def test_a_sensitive_paper_asks_and_a_card_tells_nothing(blanket: Blanket, tmp_path: Path) -> None:
    ran = blanket("udskriv", "krisecenter-kvinder", "-f", "txt", cwd=tmp_path)
    assert "Er det trygt at tage papiret med hjem?" in ran.err
    card = blanket("udskriv", "krisecenter-kvinder", "-f", "txt", "--kort", cwd=tmp_path)
    assert "numre.txt" in card.out
    assert "trygt" not in card.err
    text = (tmp_path / "numre.txt").read_text(encoding="utf-8")
    assert "112" in text
    assert "krise" not in text.lower()


def test_a_note_is_stored_nowhere(fresh: Blanket, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    for form in ("pdf", "txt"):
        ran = fresh("udskriv", "skift-laege", "--note", SECRET, "-f", form, cwd=out, TMPDIR=str(tmp_path / "home"))
        assert ran.code == 0, ran.err
    assert SECRET in (out / "skift-laege.txt").read_text(encoding="utf-8")
    stored = [file for file in (tmp_path / "home").rglob("*") if file.is_file()]
    assert stored
    assert not [file for file in stored if SECRET.encode() in file.read_bytes() or SECRET in str(file)]


def test_a_cpr_number_in_a_note_is_cut(blanket: Blanket) -> None:
    ran = blanket("udskriv", "skift-laege", "-f", "txt", "-o", "-", "--note", "Ring til Anna 170352-1234 i morgen")
    assert "170352" not in ran.out
    assert "Ring til Anna" in ran.out
    assert "CPR" in ran.err


def test_same_bytes_from_two_runs(warm_home: Path) -> None:
    def content(**extra: str) -> bytes:
        command = [str(COMMAND), "udskriv", "skift-laege", "-o", "-"]
        return subprocess.run(command, capture_output=True, env=environment(warm_home, **extra), check=True).stdout

    assert content() == content(TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert content() != content(SOURCE_DATE_EPOCH="1700000000")


def test_every_task_into_one_folder(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    kb = write_kb(SMALL_BASE)
    ran = fresh("udskriv", "--alle", "-f", "txt", "-o", str(tmp_path / "ark"), "--kb", str(kb))
    assert ran.code == 0, ran.err
    files = list((tmp_path / "ark").iterdir())
    assert f"{len(files)} ark" in ran.out
    assert len(files) > 150
    again = fresh("udskriv", "--alle", "-f", "txt", "-o", str(tmp_path / "ark"), "--kb", str(kb))
    assert again.code == 1
    assert "--overskriv" in again.err


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT")
def test_stopped_on_the_way_only_whole_files_are_there(warm_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ark"
    command = [str(COMMAND), "udskriv", "--alle", "-o", str(folder)]
    heeded = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell in the background has it ignored
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(warm_home), preexec_fn=heeded
    )
    for _ in range(600):
        if folder.is_dir() and len(list(folder.glob("*.pdf"))) > 5:
            break
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "Stoppet" in out.decode()
    assert b"Traceback" not in err
    files = list(folder.iterdir())
    assert 5 < len(files) < 190
    assert all(file.suffix == ".pdf" and file.read_bytes().rstrip().endswith(b"%%EOF") for file in files)


# --- A kommune's own templates and logo ------------------------------------------------------------------------------


def own_base(write_kb: WriteKb, **more: str) -> Path:
    logo = MUNICIPALITY + "logo: {fil: odense-logo.svg, alt: Odenses byvåben}\n"
    files = {**SMALL_BASE, "kommuner/odense.yaml": logo, "kommuner/odense-logo.svg": SVG}
    return write_kb({**files, "forloeb/doedsfald.yaml": JOURNEY, **more})


def test_own_templates_and_logo(fresh: Blanket, write_kb: WriteKb) -> None:
    kb = own_base(write_kb, **{"templates/handout.txt.j2": "VORES {{ doc.title }}\n"})
    assert fresh("udskriv", "skift-laege", "-f", "txt", "-o", "-", "--kb", str(kb)).out == "VORES Skift læge\n"
    page = fresh("udskriv", "skift-laege", "-f", "html", "-o", "-", "--kb", str(kb), "--kommune", "odense").out
    assert 'alt="Odenses byvåben"' in page
    pdf = fresh("udskriv", "skift-laege", "-o", "-", "--kb", str(kb), "--kommune", "odense")
    assert pdf.code == 0, pdf.err


def test_a_broken_own_template_gives_way_and_says_its_line(fresh: Blanket, write_kb: WriteKb) -> None:
    kb = own_base(write_kb, **{"templates/handout.txt.j2": "en\n{% if %}\n"})
    ran = fresh("udskriv", "skift-laege", "-f", "txt", "-o", "-", "--kb", str(kb))
    assert ran.code == 0
    assert "Skift læge" in ran.out
    assert "linje 2" in ran.err
    assert "handout.txt.j2" in ran.err


def test_an_own_template_of_an_older_version_gives_way(fresh: Blanket, write_kb: WriteKb) -> None:
    kb = own_base(write_kb, **{"templates/handout.txt.j2": "en\n{{ doc.guides[0].phones }}\n"})
    ran = fresh("udskriv", "skift-laege", "-f", "txt", "-o", "-", "--kb", str(kb))
    assert ran.code == 0
    assert "Skift læge" in ran.out
    assert "linje 2" in ran.err


def test_a_missing_logo_gives_way_and_is_said(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    kb = own_base(write_kb)
    (kb / "kommuner" / "odense-logo.svg").unlink()
    ran = fresh("udskriv", "skift-laege", "--kb", str(kb), "--kommune", "odense", cwd=tmp_path)
    assert ran.code == 0
    assert "odense-logo.svg" in ran.err
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["skift-laege.pdf"]


def test_with_a_one_file_index_the_logo_lies_beside_it(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    kb = own_base(write_kb)
    index = tmp_path / "delt" / "indeks.blanket"
    index.parent.mkdir()
    assert fresh("kb", "byg", str(index), "--kb", str(kb)).code == 0
    command = ("udskriv", "skift-laege", "-f", "html", "-o", "-", "--kb", str(index), "--kommune", "odense")
    without = fresh(*command)
    assert without.code == 0, without.err
    assert "odense-logo.svg" in without.err
    (index.parent / "odense-logo.svg").write_text(SVG)
    beside = fresh(*command)
    assert "byvåben" in beside.out
    assert "logo" not in beside.err


# --- Printing --------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS")
def test_when_it_cannot_be_printed_a_private_file_is_kept_until_the_next_start(
    blanket: Blanket, tmp_path: Path
) -> None:
    for extra in ({"PATH": "/none"}, {"CUPS_SERVER": str(tmp_path / "nobody")}):
        ran = blanket("udskriv", "skift-laege", "--printer", "PDF", cwd=tmp_path, **extra)
        assert ran.code == 1
        assert "Filen bliver slettet, næste gang" in " ".join(ran.err.split())
        file = Path(ran.err.split("Arket ligger i ")[1].split(".pdf")[0] + ".pdf")
        assert file.read_bytes().startswith(b"%PDF")
        assert file.parent.stat().st_mode & 0o077 == 0
        assert list(tmp_path.iterdir()) == []
        blanket("udskriv", "skift-laege", "-f", "txt", "-o", "-", cwd=tmp_path)
        assert not file.exists()
