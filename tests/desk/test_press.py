"""A press: the same paper as without one, made elsewhere, and nothing lost when it dies or cannot be had."""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
from types import SimpleNamespace

import pytest

from blanket.desk import paper, press
from blanket.desk.press import Press
from blanket.desk.visit import Paper
from blanket.errors import BlanketError, Exit
from tests.desk.conftest import Opened

WANTED = paper.Wanted(["skift-laege"], "papir", Paper())


@pytest.fixture
def beside() -> Press:
    """A press that is ended after the test."""
    return Press()


def test_a_paper_is_the_same_with_a_press_and_without(desk: Opened, beside: Press) -> None:
    base = desk(None)
    try:
        assert paper.sheet(base, WANTED, beside).page == paper.sheet(base, WANTED).page
    finally:
        beside.end()


def test_a_press_that_dies_loses_no_paper(desk: Opened, beside: Press) -> None:
    base = desk(None)
    try:
        paper.sheet(base, WANTED, beside)
        assert beside._process
        os.kill(beside._process.pid, signal.SIGTERM)
        beside._process.wait()
        assert paper.sheet(base, WANTED, beside).page.content.startswith(b"%PDF")
    finally:
        beside.end()


def test_where_no_process_can_be_had_papers_are_made_here(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert paper.sheet(desk(None), WANTED, Press()).page.content.startswith(b"%PDF")


def test_what_cannot_be_made_is_said_as_without_a_press(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlanketError("Arket kan ikke laves.", "Prøv igen.", Exit.UNUSABLE)

    monkeypatch.setattr("blanket.guide.paper.document.document", refuse)
    answers = io.BytesIO()
    work = pickle.dumps((None, "pdf", []))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(work)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=answers))
    press.main()
    answers.seek(0)
    beside = Press()
    beside._process = SimpleNamespace(stdin=io.BytesIO(), stdout=answers)  # type: ignore[assignment]
    with pytest.raises(BlanketError) as raised:
        beside.document(None, "pdf")  # type: ignore[arg-type]
    error = raised.value
    assert (error.what, error.cure, error.code) == ("Arket kan ikke laves.", "Prøv igen.", Exit.UNUSABLE)


def test_the_process_ends_with_the_press(beside: Press) -> None:
    beside.begin()
    process = beside._process
    assert process
    beside.end()
    assert process.poll() is not None
    assert press.Press()._process is None
