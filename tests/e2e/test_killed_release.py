"""`kb udgiv` killed at any moment: whoever reads the release goes on with a whole one, the old or the new."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from blanket.search.index import HandedOut, open_one_file
from tests.conftest import SMALL_BASE, TASK, write_files
from tests.e2e.conftest import COMMAND, environment, run

KILLS = 16
MANY = {f"opgaver/egen-{number}.yaml": TASK.replace("skift-laege", f"egen-{number}") for number in range(150)}


def release_in(file: Path) -> tuple[str, int]:
    """The name of a release that can be read from its first byte to its last, and how many entries it holds."""
    with closing(open_one_file(file).db) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert isinstance(db, HandedOut)
        assert db.release
        (entries,) = db.execute("SELECT count(*) FROM entry WHERE length(body) > 0").fetchone()
        return db.release.name, entries


def wait_for_draft(share: Path, program: subprocess.Popen[bytes], known: set[str]) -> bool:
    """Wait until a program has begun to write beside the release. Returns whether it did before it ended."""
    while program.poll() is None:
        if {item.name for item in share.iterdir()} - known:
            return True
        time.sleep(0.001)
    return False


@pytest.mark.slow
@pytest.mark.usefixtures("small_base")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL; the draft and the rename are the same")
def test_a_release_stays_whole_whenever_it_is_killed(tmp_path: Path) -> None:
    own = write_files(tmp_path / "egen", {**SMALL_BASE, **MANY})
    home, share = tmp_path / "hjem", tmp_path / "deling"
    share.mkdir()
    file = share / "vidensbase.blanket"
    publish = ("kb", "udgiv", str(share), "--kb", str(own))
    assert run(home, *publish, "--navn", "gammel").code == 0
    old = file.read_bytes()
    began = time.monotonic()
    assert run(home, *publish, "--navn", "ny").code == 0  # once whole: the caches are warm, and how long it takes
    took = time.monotonic() - began
    whole = dict.fromkeys(("gammel", "ny"), release_in(file)[1])
    chance, killed, writing, left = random.Random(20261127), 0, 0, set()
    for number in range(KILLS):
        file.write_bytes(old)
        there = {item.name for item in share.iterdir()}
        program = subprocess.Popen(
            [str(COMMAND), *publish, "--navn", "ny"],
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if number % 2:  # somewhere in the run; before that nothing but Python's own start is killed
            time.sleep(took * (0.3 + 0.75 * chance.random()))
        elif wait_for_draft(share, program, there):  # while it writes
            writing += 1
            time.sleep(0.1 * took * chance.random())
        program.kill()
        killed += program.wait() < 0
        name, entries = release_in(file)
        assert whole[name] == entries
        assert name != "gammel" or file.read_bytes() == old
        left.add(name)
        seen = [item.name for item in share.iterdir() if not item.name.startswith(".")]
        assert seen == ["vidensbase.blanket"], "a draft must not look like a release"
    assert killed > KILLS // 2
    assert writing > KILLS // 4
    assert "gammel" in left
    assert run(home, "find", "skift læge", BLANKET_KB=str(file)).code == 0
    assert run(home, *publish, "--navn", "efter").code == 0  # and what was left behind stops no one
    assert release_in(file)[0] == "efter"
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT count(*) FROM entry").fetchone() == (whole["ny"],)
