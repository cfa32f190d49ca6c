"""Writing an entry: whole, and without anything left beside it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.kb.entries import HOUR, write_entry
from tests.conftest import TASK, write_files


def test_drafts_that_a_kill_left_are_swept_away_by_the_next_write(tmp_path: Path) -> None:
    names = (".skift-laege.yaml.4711", ".skift-laege.yaml.12", ".skift-laege.yaml.bak", ".skift-laege-2.yaml.4711")
    old, young, backup, other = (write_files(tmp_path, {name: "x"}) / name for name in names)
    for draft in (old, backup, other):
        os.utime(draft, (time.time() - 2 * HOUR,) * 2)
    write_entry(tmp_path / "skift-laege.yaml", TASK)
    assert sorted(tmp_path.iterdir()) == sorted([young, backup, other, tmp_path / "skift-laege.yaml"])


def test_a_draft_that_cannot_be_swept_away_is_no_failed_write(tmp_path: Path) -> None:
    draft = tmp_path / ".skift-laege.yaml.4711"
    draft.mkdir()  # nothing that can be unlinked
    os.utime(draft, (time.time() - 2 * HOUR,) * 2)
    write_entry(tmp_path / "skift-laege.yaml", TASK)
    assert (tmp_path / "skift-laege.yaml").read_text(encoding="utf-8") == TASK


def test_a_new_entry_never_takes_the_place_of_one_that_is_there(tmp_path: Path) -> None:
    file = write_files(tmp_path, {"skift-laege.yaml": TASK}) / "skift-laege.yaml"
    with pytest.raises(BlanketError):
        write_entry(file, "id: en-anden\n", new=True)
    assert file.read_text(encoding="utf-8") == TASK
