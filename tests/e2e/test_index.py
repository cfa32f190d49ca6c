"""The index under bad luck: each next `find` answers right."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import TASK, WriteKb
from tests.e2e.conftest import COMMAND, Ran, environment, run


def first_hit(ran: Ran) -> str:
    assert ran.code == 0, ran.err
    return str(json.loads(ran.out)["resultater"][0]["id"])


def ask(home: Path, *more: str, **extra: str) -> Ran:
    return run(home, "find", "skifte læge", "--json", *more, cwd=None, **extra)


def index_file(home: Path) -> Path:
    return next((home / "cache" / "blanket").rglob("*.sqlite"))


@pytest.mark.parametrize("seconds", [0.15, 0.3, 0.6, 1.0])
def test_a_killed_build_leaves_nothing_wrong(tmp_path: Path, seconds: float) -> None:
    process = subprocess.Popen(
        [str(COMMAND), "find", "mitid"], env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds * (6 if os.name == "nt" else 1))  # two programs start there: Python, and what starts it
    process.kill()
    process.wait()
    assert first_hit(ask(tmp_path)) == "skift-laege"


def test_twenty_at_once_on_an_empty_cache(tmp_path: Path) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: first_hit(ask(tmp_path)), range(20)))
    assert answers == ["skift-laege"] * 20


@pytest.mark.usefixtures("small_base")
def test_a_cache_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here is no folder")
    ran = ask(tmp_path, XDG_CACHE_HOME=str(blocked), LOCALAPPDATA=str(blocked))
    assert first_hit(ran) == "skift-laege"
    assert len(ran.err.splitlines()) == 1
    assert "Der kan ikke gemmes noget" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="permissions are other on Windows")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    assert first_hit(ask(home)) == "skift-laege"


@pytest.mark.usefixtures("small_base")
@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9])
def test_a_truncated_index_is_made_anew(tmp_path: Path, share: float) -> None:
    ask(tmp_path)
    file = index_file(tmp_path)
    with file.open("r+b") as stream:
        stream.truncate(int(file.stat().st_size * share))
    assert first_hit(ask(tmp_path)) == "skift-laege"
    assert first_hit(ask(tmp_path)) == "skift-laege"


@pytest.mark.usefixtures("small_base")
def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path)
    index_file(tmp_path).write_bytes(b"not a database at all" * 1000)
    assert first_hit(ask(tmp_path)) == "skift-laege"


def test_damage_inside_the_file_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path)
    file = index_file(tmp_path)
    content = bytearray(file.read_bytes())
    for start in range(8192, len(content) - 4096, 4096):
        content[start : start + 512] = os.urandom(512)
    file.write_bytes(content)
    assert first_hit(ask(tmp_path)) == "skift-laege"


@pytest.mark.usefixtures("small_base")
def test_an_index_of_another_format_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path)
    with sqlite3.connect(index_file(tmp_path)) as db:
        db.execute("UPDATE meta SET value = 'older' WHERE key = 'format'")
    assert first_hit(ask(tmp_path)) == "skift-laege"


@pytest.mark.usefixtures("small_base")
def test_added_edited_and_removed_files_are_seen(tmp_path: Path, write_kb: WriteKb) -> None:
    kb = write_kb({})
    own = kb / "opgaver" / "hundetegn.yaml"
    more = ("--kb", str(kb))

    def ids(query: str) -> list[str]:
        ran = run(tmp_path, "find", query, "--json", *more)
        return [hit["id"] for hit in json.loads(ran.out)["resultater"]]

    assert "hundetegn" not in ids("xylofon")
    own.parent.mkdir()
    text = TASK.replace("id: skift-laege", "id: hundetegn").replace("titel: Skift læge", "titel: Få xylofon")
    own.write_text(text, encoding="utf-8")
    assert ids("xylofon") == ["hundetegn"]
    own.write_text(text.replace("Få xylofon", "Få tuba til hunden"), encoding="utf-8")
    assert "hundetegn" not in ids("xylofon")
    assert "hundetegn" in ids("tuba")
    own.unlink()
    assert "hundetegn" not in ids("tuba")


@pytest.mark.usefixtures("small_base")
def test_a_later_folder_wins_and_vis_says_where_it_came_from(tmp_path: Path, write_kb: WriteKb) -> None:
    kb = write_kb({"opgaver/skift-laege.yaml": TASK.replace("Du kan vælge en ny læge.", "Vores egen tekst.")})
    shown = run(tmp_path, "vis", "skift-laege", "--alt", "--kb", str(kb))
    assert "Vores egen tekst." in shown.out
    assert "skift-laege.yaml" in shown.out.split("Egen udgave:")[1]
    by_variable = run(tmp_path, "vis", "skift-laege", "--alt", BLANKET_KB=str(kb))
    assert "Vores egen tekst." in by_variable.out
    assert "Vores egen tekst." not in run(tmp_path, "vis", "skift-laege", "--alt").out


def test_a_folder_that_is_not_there_is_unusable(tmp_path: Path) -> None:
    ran = run(tmp_path, "find", "mitid", "--kb", str(tmp_path / "nowhere"))
    assert ran.code == 3
    assert "nowhere" in ran.err


def test_python_m_blanket_works_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "blanket", "--version"], capture_output=True, env=environment(tmp_path), check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"blanket ")
