"""`blanket kb tjek` as it is run."""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import SMALL_BASE, TASK, WriteKb
from tests.e2e.conftest import Blanket
from tests.kb.samples import swapped

pytestmark = pytest.mark.usefixtures("small_base")

FILE = "opgaver/skift-laege.yaml"
OWN = swapped(TASK, "id: skift-laege", "id: min-opgave")
MINE = str(Path("kb/opgaver/min-opgave.yaml"))  # as this system writes it


def test_errors_have_place_code_sentence_and_cure(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    write_kb({"opgaver/min-opgave.yaml": f"{OWN}se_også: [skift-laeg]\n"})
    ran = fresh("kb", "tjek", MINE, "--kun", "B031", cwd=tmp_path)
    assert ran.code == 1
    place, cure, last = ran.out.splitlines()
    assert place == f"{MINE}:10:11 B031 Der findes ikke noget med id “skift-laeg”. Mente du “skift-laege”?"
    assert cure.startswith("    Ret id'et")
    assert last.endswith("1 fejl.")


def test_a_file_that_cannot_be_used_ends_with_three(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    write_kb({"opgaver/min-opgave.yaml": "id: [\n"})
    assert fresh("kb", "tjek", MINE, cwd=tmp_path).code == 3


def test_advice_is_counted_and_shown_on_request(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    write_kb({"opgaver/min-opgave.yaml": OWN})
    counted = fresh("kb", "tjek", "kb", cwd=tmp_path)
    assert counted.code == 0
    assert re.search(r"Ingen fejl\. \d+ råd vises ikke; se dem med --råd\.$", counted.out.strip())
    for option in ("--råd", "--raad"):
        shown = fresh("kb", "tjek", "kb", option, "--uden", "b121", cwd=tmp_path)
        assert shown.code == 0
        assert "B119" in shown.out
        assert "B121" not in shown.out
    assert "B119" in fresh("kb", "tjek", MINE, cwd=tmp_path).out


def test_json_is_one_document(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    write_kb({"opgaver/min-opgave.yaml": f"{OWN}xyz: a\n"})
    ran = fresh("kb", "tjek", MINE, "--json", cwd=tmp_path)
    data = json.loads(ran.out)
    assert ran.code == 3
    assert (data["fejl"], data["fund"][0]["kode"], data["fund"][0]["linje"]) == (1, "B020", 10)


def test_mending_writes_the_file_and_checks_it_again(fresh: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    broken = (
        swapped(OWN, '"70 12 80 63"', "70128063  # ring").replace("titel: Skift læge\n", "") + "titel: Skift læge\n"
    )
    write_kb({"opgaver/min-opgave.yaml": broken})
    ran = fresh("kb", "tjek", MINE, "--ret", cwd=tmp_path)
    assert ran.code == 0, ran.out
    assert f"Rettet: {MINE}" in ran.err
    assert (tmp_path / MINE).read_text(encoding="utf-8") == swapped(OWN, '63"', '63"  # ring')


def test_a_search_test_that_fails_is_an_error_and_one_that_holds_is_none(
    fresh: Blanket, write_kb: WriteKb, tmp_path: Path
) -> None:
    text = swapped(OWN, "Skift læge", "Lån en bånsavl") + "søgetest: [bånsavl, flytning]\n"
    write_kb({"opgaver/min-opgave.yaml": text})
    ran = fresh("kb", "tjek", MINE, "--kun", "B104", cwd=tmp_path)
    assert ran.code == 1
    assert f"{MINE}:10:21 B104 Søgningen “flytning”" in ran.out
    assert "bånsavl" not in ran.out


def test_a_code_is_explained_and_an_unknown_one_is_wrong_use(fresh: Blanket) -> None:
    ran = fresh("kb", "tjek", "--forklar", "b102")
    assert ran.code == 0
    assert "Hvorfor: To cifre ad gangen" in ran.out
    assert "Ring 70 12 80 63." in ran.out
    wrong = fresh("kb", "tjek", "--forklar", "B99")
    assert wrong.code == 2
    assert "“B99” er ikke en kode." in wrong.err


@pytest.mark.parametrize("name", ["findes-slet-ikke", "nej/opgaver/a.yaml"])
def test_what_is_not_there_is_said(fresh: Blanket, name: str) -> None:
    ran = fresh("kb", "tjek", name)
    assert ran.code in (1, 2)
    assert name in ran.err


def test_a_file_where_no_entry_can_be(fresh: Blanket, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TASK, encoding="utf-8")
    ran = fresh("kb", "tjek", "a.yaml", cwd=tmp_path)
    assert ran.code == 2
    assert "opgaver" in ran.err


@pytest.fixture
def pages() -> Iterator[str]:
    """A server where /her is a page, /flyttet has moved there, and nothing else is."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response({"/her": 200, "/flyttet": 301}.get(self.path, 404))
            self.send_header("Location", "/her")
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815  # the base class names it so

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.mark.skipif(sys.platform == "win32", reason="the folder for staff asks no pages, and says so")
def test_links_are_asked_and_reported_at_their_place(
    fresh: Blanket, write_kb: WriteKb, tmp_path: Path, pages: str
) -> None:
    sources = ", ".join(f'{{adresse: "{pages}/{page}", læst: 2026-11}}' for page in ("her", "flyttet", "nej"))
    text = swapped(OWN, "  kilde: https://www.borger.dk/", "  kilde: Loven") + f"kilder: [{sources}]\n"
    write_kb({**SMALL_BASE, FILE: swapped(TASK, "https://www.borger.dk/", "Loven"), "opgaver/min-opgave.yaml": text})
    ran = fresh("kb", "tjek", MINE, "--links", "--også-egne", cwd=tmp_path, BLANKET_PAUSE="0")
    assert ran.code == 1
    assert "Spørger 3 adresser på nettet. Det er den eneste kommando" in ran.err
    assert "1 virker, 1 er flyttet, 1 virker ikke" in ran.err
    mine = re.escape(MINE)
    assert re.search(
        rf"{mine}:10:\d+ B152 {pages}/flyttet er flyttet\.\n    Læs den nye side, og skriv {pages}/her",
        ran.out,
    )
    assert re.search(rf"{mine}:10:\d+ B151 {pages}/nej virker ikke: siden findes ikke \(404\)\.", ran.out)


@pytest.mark.parametrize("name", ["kb", "opslag", "Svendborgs opslag"])
def test_own_entries_are_seen_whatever_their_folder_is_called(
    blanket: Blanket, write_kb: WriteKb, tmp_path: Path, name: str
) -> None:
    """Stumble 6."""
    write_kb({"opgaver/x.yaml": "id: x\ntitel: [\n"}, name)
    ran = blanket("kb", "tjek", cwd=tmp_path)
    assert ran.code == 3
    assert f"{Path(name) / 'opgaver/x.yaml'}:" in ran.out


def test_tjek_says_what_it_has_looked_at(blanket: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    task = SMALL_BASE["opgaver/skift-laege.yaml"].replace("skift-laege", "ny-laege")
    write_kb({"opgaver/ny-laege.yaml": task}, "opslag")
    said = blanket("kb", "tjek", "--uden", "B037", cwd=tmp_path).out
    assert "1 egne i opslag." in said
    nothing = tmp_path / "tom"
    nothing.mkdir()
    assert "ingen mappe med egne opslag er med" in blanket("kb", "tjek", cwd=nothing).out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
def test_signs_in_a_file_name_move_no_cursor(fresh: Blanket, tmp_path: Path) -> None:
    """ESC [ 31 m is one that we use ourselves; ESC c clears a terminal, and nobody sees what stood there."""
    folder = tmp_path / "kb" / "opgaver"
    folder.mkdir(parents=True)
    for name in ("a\x1b[31m.yaml", "b\x1bc.yaml", "c\x9b2J.yml"):
        (folder / name).write_text("id: [\n", encoding="utf-8")
    for command in (
        ["kb", "tjek", str(tmp_path / "kb")],
        ["kb", "status"],
        ["find", "skifte"],
        ["kb", "ret", "b\x1bc"],
    ):
        ran = fresh(*command, "--kb", str(tmp_path / "kb"))
        assert not re.search(r"[\x1b\x9b]", ran.out + ran.err), command
    assert "b�c.yaml" in fresh("kb", "tjek", str(tmp_path / "kb")).out
