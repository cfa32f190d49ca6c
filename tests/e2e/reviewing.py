"""A program for test_gennemgaa: reviews the folder kb/ of a base of its own, with no shipped one below it.

`session FOLDER KEYS OPTION…` strikes keys and prints JSON: exit code, what was said, how many keys were taken.

`killed FOLDER TIMES NUMBER` reviews again and again, and is killed each time at another moment, drawn with that number.
Everything is imported before the first fork. Prints JSON: how many runs were killed, how many answers were shown as
taken and are not in the log, how many reviews became complete, and in how many of these something was wrong.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from blanket import paths
from blanket.cli import app
from blanket.kb.base import load
from blanket.kb.review.readings import read_log
from tests.kb.review import reviewable

ARGUMENTS = ["kb", "gennemgå", "--af", "Mette", "--uden-browser", "--kb"]


def start(kb: Path, said: Path, keys: Path) -> int:
    """Begin a review in a process of its own. Returns its number."""
    pid = os.fork()
    if pid == 0:
        try:
            sys.stdin = keys.open(encoding="utf-8")
            sys.stderr = said.open("w", encoding="utf-8")
            with contextlib.redirect_stdout(io.StringIO()):
                os._exit(app.main([*ARGUMENTS, str(kb)]))
        finally:
            os._exit(99)
    return pid


def answers(kb: Path) -> int:
    """How many sentences the log holds an answer to, each once; a line that cannot be read counts against it."""
    log = read_log([kb])
    halves = [line for line in log.broken if not str(line.file).endswith("gennemgang.tsv")]
    assert not halves
    return len({(reading.id, reading.fingerprint) for reading in log.readings})


def session(top: Path, struck: str, options: list[str]) -> None:
    """One review in this process, with these keys."""
    keys, said, out = io.StringIO(struck), io.StringIO(), io.StringIO()
    sys.stdin, sys.stderr = keys, said
    with contextlib.redirect_stdout(out):
        code = app.main([*ARGUMENTS[:2], *options, "--kb", str(top / "kb")])
    taken = keys.tell()
    print(json.dumps({"code": code, "out": out.getvalue(), "err": said.getvalue(), "keys": taken}))


def killed(top: Path, kills: int, chance: random.Random) -> None:
    """Reviews that are killed, each going on where the last one stopped."""
    kb, said, keys = top / "kb", top / "sagt", top / "taster"
    keys.write_text("j" * 400, encoding="utf-8")
    reviewable.write(kb)
    _, status = os.waitpid(start(kb, said, keys), 0)
    shutil.rmtree(kb)
    reviewable.write(kb)
    began = time.monotonic()  # what the second run takes: the first one fills caches
    _, status = os.waitpid(start(kb, said, keys), 0)
    took = time.monotonic() - began
    found = {"code": os.waitstatus_to_exitcode(status), "killed": 0, "lost": 0, "complete": 0, "wrong": 0}
    found["answers"] = answers(kb)
    before = found["answers"]
    while found["killed"] < kills:
        if before >= found["answers"]:
            os.waitpid(start(kb, said, keys), 0)  # a kill after the last answer may have come before the last vouch
            found["complete"] += 1
            found["wrong"] += len(load([kb]).vouches.held) != reviewable.TASKS or bool(load([kb]).problems)
            shutil.rmtree(kb)
            reviewable.write(kb)
            before = 0
        said.write_text("", encoding="utf-8")  # a run may be killed before it says anything
        pid = start(kb, said, keys)
        time.sleep(took * chance.uniform(0.1, 1.0))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        found["killed"] += os.WIFSIGNALED(status)
        shown = said.read_text(encoding="utf-8").count("    står der\n")
        now = answers(kb)
        found["lost"] += max(0, before + shown - now)
        before = now
    print(json.dumps(found))


def main() -> None:
    """See the top of the file."""
    what, top, *rest = sys.argv[1:]
    empty = Path(top) / "tom"
    empty.mkdir(exist_ok=True)
    packed = paths.shipped
    paths.shipped = lambda name: empty if name == "kb" else packed(name)
    if what == "session":
        session(Path(top), rest[0], rest[1:])
    else:
        killed(Path(top), int(rest[0]), random.Random(int(rest[1])))


if __name__ == "__main__":
    main()
