"""The thread of the base: newest work first, older work stopped, files that change noticed."""

from __future__ import annotations

import os
import queue
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from blanket.cli.app import main
from blanket.desk import worker as module
from blanket.desk.opening import OpenBase
from blanket.desk.worker import Worker
from blanket.errors import BlanketError
from blanket.search import lookup
from tests.conftest import TASK
from tests.desk.conftest import Opened

WAIT = 10.0
FOREVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


class Asked:
    """Asks a worker, and keeps what comes back."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.answers: queue.Queue[Any] = queue.Queue()

    def __call__(self, work: Any, lane: str = "hits") -> None:
        self.worker.ask(lane, work, self.answers.put, self.answers.put)

    def answer(self) -> Any:
        return self.answers.get(timeout=WAIT)


def title(identifier: str) -> Any:
    def work(base: OpenBase) -> str | None:
        found = lookup.get(base.db, identifier)
        return getattr(found.content, "title", None) if found else None

    return work


def test_work_that_another_lane_stops_gives_no_answer(desk: Opened) -> None:
    desk()
    worker = Worker([])
    ask, began = Asked(worker), threading.Event()

    def forever(base: OpenBase) -> Any:
        began.set()
        return base.db.execute(FOREVER).fetchone()

    ask(forever, "pane")
    assert began.wait(WAIT)
    worker.ask("hits", title("skift-laege"), ask.answers.put, ask.answers.put, stops=["pane"])
    assert ask.answer() == "Skift læge"
    ask(title("skift-laege"), "pane")  # the lane itself goes on
    assert ask.answer() == "Skift læge"
    worker.end()
    assert ask.answers.empty()


def test_work_is_done_in_one_thread(desk: Opened) -> None:
    desk()
    worker = Worker([])
    ask = Asked(worker)
    threads = set()
    for _ in range(3):
        ask(lambda base: threading.get_ident())
        threads.add(ask.answer())
    worker.end()
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


def test_newer_work_stops_what_is_being_done(desk: Opened) -> None:
    desk()
    worker = Worker([])
    ask = Asked(worker)
    began = threading.Event()

    def endless(base: OpenBase) -> None:
        began.set()
        base.db.execute(FOREVER).fetchone()

    ask(endless)
    assert began.wait(WAIT)
    ask(title("skift-laege"))
    assert ask.answer() == "Skift læge"
    worker.end()
    assert ask.answers.empty()


def test_other_lanes_are_left_alone(desk: Opened) -> None:
    desk()
    worker = Worker([])
    ask = Asked(worker)
    ask(title("skift-laege"), lane="hits")
    ask(title("doedsfald"), lane="pane")
    assert {ask.answer(), ask.answer()} == {"Skift læge", "En i familien er død"}
    worker.end()


def test_what_goes_wrong_is_handed_on_and_the_next_is_answered(desk: Opened) -> None:
    desk()
    worker = Worker([])
    ask = Asked(worker)

    def wrong(base: OpenBase) -> None:
        raise BlanketError("nej")

    ask(wrong)
    assert isinstance(ask.answer(), BlanketError)
    ask(title("skift-laege"))
    assert ask.answer() == "Skift læge"
    worker.end()


def test_an_edited_entry_is_noticed(desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RENEW_SECONDS", 0.05)
    base = desk({"opgaver/skift-laege.yaml": TASK})
    noticed = threading.Event()
    worker = Worker(base.named, renewed=noticed.set)
    ask = Asked(worker)
    ask(title("skift-laege"))
    assert ask.answer() == "Skift læge"
    (base.named[0] / "opgaver" / "skift-laege.yaml").write_text(TASK.replace("Skift læge", "Ny læge"), encoding="utf-8")
    assert noticed.wait(WAIT)
    ask(title("skift-laege"))
    assert ask.answer() == "Ny læge"
    worker.end()


def test_a_replaced_one_file_index_is_noticed_and_the_old_one_is_never_held(
    desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "RENEW_SECONDS", 0.05)
    base = desk({"opgaver/skift-laege.yaml": TASK})
    file, newer = tmp_path / "delt.sqlite", tmp_path / "ny.sqlite"
    assert main(["--kb", str(base.named[0]), "kb", "byg", str(file)]) == 0
    (base.named[0] / "opgaver" / "skift-laege.yaml").write_text(TASK.replace("Skift læge", "Ny læge"), encoding="utf-8")
    assert main(["--kb", str(base.named[0]), "kb", "byg", str(newer)]) == 0
    noticed = threading.Event()
    worker = Worker([file], renewed=noticed.set)
    ask = Asked(worker)
    ask(title("skift-laege"))
    assert ask.answer() == "Skift læge"
    shutil.copyfile(newer, file)  # written over, byte by byte, as a careless copy does
    os.utime(file)
    assert noticed.wait(WAIT)
    ask(title("skift-laege"))
    assert ask.answer() == "Ny læge"
    file.write_bytes(b"half a file")
    ask(title("skift-laege"))
    assert ask.answer() == "Ny læge"
    worker.end()
