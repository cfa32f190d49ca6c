"""`blanket kb tjek` where a part of the program is not there."""

from __future__ import annotations

import sys

import pytest

from blanket.cli.app import main
from blanket.errors import Exit
from blanket.texts import checking as texts
from tests.conftest import SMALL_BASE, WriteKb


def test_the_folder_for_staff_says_that_it_cannot_ask_the_net(
    write_kb: WriteKb, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    folder = write_kb(SMALL_BASE)
    assert main(["kb", "tjek", "--kb", str(folder), str(folder), "--links"]) == Exit.UNUSABLE
    said = capsys.readouterr().err
    assert texts.LINKS_LEFT_OUT in said
    assert texts.LINKS_LEFT_OUT_CURE in said
